import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { page } from '../../../src/parsers/page/page.ts'
import { readLinkedArticle } from '../../../src/parsers/page/json-ld.ts'
import { pictureUri } from '../../../src/parsers/page/picture.ts'
import { detect } from '../../../src/parsers/registry.ts'
import type { Item } from '../../../src/story/item.ts'

const fixtures = new URL('./fixtures/', import.meta.url)
const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const names = readdirSync(fixtures).filter((name) => name.endsWith('.html'))

function parse(bytes: Uint8Array, extra: { zone?: string; url?: string } = {}): Item {
  const outcome = page.parse({ bytes, ...extra })
  if (outcome.kind !== 'parsed') throw new Error(`${outcome.code}: ${outcome.detail}`)
  expect(outcome.items).toHaveLength(1)
  return outcome.items[0]!.item
}

describe('a story page gives one story with its provenance', () => {
  for (const name of names) {
    it(name, () => {
      const expected: unknown = JSON.parse(
        readFileSync(new URL(name.replace('.html', '.expected.json'), fixtures), 'utf8'),
      )
      const bytes = readFileSync(new URL(name, fixtures))
      expect(detect({ bytes })?.format).toBe('page')
      expect(parse(bytes, { zone: 'Europe/Berlin' })).toEqual(expected)
    })
  }
})

describe('captions', () => {
  const captions = parse(readFileSync(new URL('gallery-and-assets.html', fixtures))).captions ?? []

  it('of one photo share its asset id, whatever address and text they have', () => {
    const lead = captions.filter((caption) => caption.mediaUri === '00112233445566778899aabbccddeeff')
    expect(lead.map((caption) => caption.role).sort()).toEqual(['alt', 'body', 'gallery'])
  })

  it('lose counters and labels but keep them in the raw form', () => {
    const drummer = captions.find((caption) => caption.text.startsWith('A drummer'))
    expect(drummer?.text).toMatch(/2026\.$/u)
    expect(drummer?.raw).toMatch(/^2 of 2 .* Read more$/u)
  })

  it('are not repeated in the body', () => {
    const { bodyText = '' } = parse(readFileSync(new URL('gallery-and-assets.html', fixtures)))
    expect(bodyText).not.toContain('Dancers cross')
  })
})

describe('JSON-LD', () => {
  const article = '{"@type":"NewsArticle","headline":"Ferries back","datePublished":"2026-01-05"}'
  const wrapped: Record<string, string> = {
    'in a graph': `{"@graph":[{"@type":"WebPage","name":"x"},${article}]}`,
    'in an array': `[{"@type":"BreadcrumbList"},${article}]`,
    'in a comment': `<!-- ${article} -->`,
    'in a CDATA section': `//<![CDATA[\n${article}\n//]]>`,
    'with a trailing comma and a raw newline': '{"@type":["Article","NewsArticle"],"headline":"Ferries\nback",}',
  }
  for (const [how, text] of Object.entries(wrapped)) {
    it(`is read ${how}`, () => {
      expect(readLinkedArticle([text]).article?.fields.get('headline')).toBe('Ferries back')
    })
  }

  it('that is no JSON at all is counted, not obeyed', () => {
    expect(readLinkedArticle(['window.data = 1'])).toMatchObject({ broken: 1 })
  })

  it('cannot reach a prototype', () => {
    const text =
      '{"@type":"NewsArticle","headline":"x","__proto__":{"datePublished":"2026-01-05"},"author":{"name":"__proto__"}}'
    expect(readLinkedArticle([text]).article?.fields.has('published')).toBe(false)
  })
})

describe('pictures', () => {
  it('are known by address without query, and never by a data: placeholder', () => {
    expect(pictureUri('/a.jpg?w=1', 'https://x.example/s/')).toBe('https://x.example/a.jpg')
    expect(pictureUri('data:image/gif;base64,R0')).toBeUndefined()
    expect(pictureUri('javascript:alert(1)', 'https://x.example/')).toBeUndefined()
  })
})

describe('what a page may not do', () => {
  const prose =
    '<p>The mill in Wexbridge has stood empty since the spring of 2009, and its wheel still turns when the river is high.</p>'

  it('smuggle script, frames or handlers into the body', () => {
    const html = `<html><head><title>Old mill in Wexbridge</title></head><body><article><h1>Old mill in Wexbridge</h1>${prose.repeat(2)}<p>Read <a href="javascript:alert(1)" onclick="x()">this</a> and <a href="https://x.example/a">that</a>, she said.<script>alert(1)</script><iframe src="//x"></iframe></p><p>${'It was said. '.repeat(20)}</p></article></body></html>`
    const { bodyHtml = '' } = parse(encode(html))
    expect(bodyHtml).toContain('https://x.example/a')
    expect(bodyHtml).not.toMatch(/script|iframe|onclick/iu)
  })

  it('be a section front: no story is refused, not invented', () => {
    const html =
      '<html><head><title>News</title></head><body><ul><li><a href="/a">One story</a></li><li><a href="/b">Another</a></li></ul></body></html>'
    expect(page.parse({ bytes: encode(html) })).toMatchObject({ kind: 'refused', code: 'parse.no-items' })
  })

  it('overflow the stack with its nesting, or hide its words there', () => {
    const html = `<html><body>${'<div>'.repeat(50_000)}${prose}${prose.replace('mill', 'inn')}${'</div>'.repeat(50_000)}</body></html>`
    expect(page.parse({ bytes: encode(html) })).toMatchObject({ kind: 'refused', code: 'parse.too-deep' })
    const deep = html.replaceAll('<div>'.repeat(50_000), '<div>'.repeat(1_000)).replaceAll('</div>'.repeat(50_000), '')
    expect(parse(encode(`<title>Old mill in Wexbridge</title>${deep}`)).bodyText).toContain('the river is high')
  })

  it('take down the parser, however it is broken', () => {
    const sources = names.map((name) => readFileSync(new URL(name, fixtures)))
    fc.assert(
      fc.property(
        fc.constantFrom(...sources),
        fc.array(fc.tuple(fc.nat(20_000), fc.nat(255)), { maxLength: 12 }),
        fc.nat(20_000),
        (source, edits, cut) => {
          const bytes = Uint8Array.from(source.subarray(0, Math.max(40, cut % (source.length + 1))))
          for (const [at, value] of edits) bytes[at % bytes.length] = value
          const outcome = page.parse({ bytes })
          if (outcome.kind === 'parsed') for (const { item } of outcome.items) expect(item.uri).not.toBe('')
        },
      ),
      { numRuns: 200 },
    )
  })

  it('blow up a pattern: long runs of one piece are read', () => {
    for (const piece of [
      '<p>a</p>',
      '<b>',
      'class="',
      '<!--',
      '&amp;',
      '<br>',
      '{"a":',
      '<div class="caption">x',
      '| ',
      'By A ',
    ]) {
      const html = `<html><head><title>T</title><script type="application/ld+json">${piece.repeat(2000)}</script></head><body>${piece.repeat(8000)}${prose}</body></html>`
      expect(['parsed', 'refused']).toContain(page.parse({ bytes: encode(html) }).kind)
    }
  })
})
