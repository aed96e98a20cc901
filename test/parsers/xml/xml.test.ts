import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { readXml } from '../../../src/parsers/xml/tree.ts'
import { all, at, attr, child, descendants, rawText, textOf } from '../../../src/parsers/xml/read.ts'
import { blockHtml, renderBlocks } from '../../../src/parsers/xml/block.ts'
import type { XmlElement } from '../../../src/parsers/xml/read.ts'

function root(text: string): XmlElement {
  const xml = readXml(text)
  if (xml.kind === 'refused') throw new Error(`${xml.code}: ${xml.detail}`)
  return xml.root
}

function refusal(text: string): string {
  const xml = readXml(text)
  return xml.kind === 'refused' ? xml.code : `read, repaired: ${xml.repaired}`
}

describe('reading XML', () => {
  it('matches local names, whatever the prefix and the namespace', () => {
    const tree = root('<n:a xmlns:n="urn:x" xml:lang="en" n:k="1"><n:b>x</n:b><b xmlns="urn:y">y</b></n:a>')
    expect(all(tree, 'b').map((element) => [textOf(element), element.namespace])).toEqual([
      ['x', 'urn:x'],
      ['y', 'urn:y'],
    ])
    expect([attr(tree, 'k'), attr(tree, 'xml:lang')]).toEqual(['1', 'en'])
  })

  it('keeps text around and inside inline elements, and CDATA', () => {
    const tree = root('<p>one <em>two</em> three<![CDATA[ <four> ]]>&amp;</p>')
    expect(rawText(tree)).toBe('one two three <four> &')
  })

  it('reads HTML entities nobody declared, and windows-1252 numbers, without calling it a repair', () => {
    const xml = readXml('<p>caf&eacute;&nbsp;&#146;</p>')
    expect(xml).toMatchObject({ kind: 'read', repaired: false })
    expect(rawText(root('<p>caf&eacute; it&#146;s</p>'))).toBe('café it’s')
  })

  it('tolerates a DOCTYPE with an external subset and parameter entities', () => {
    expect(textOf(root('<!DOCTYPE a SYSTEM "../a.dtd" [<!ENTITY % x SYSTEM "y.dtd"> %x;]><a>b</a>'))).toBe('b')
  })

  it('repairs what is bare, stray, unquoted or cut, and says so', () => {
    const xml = readXml('junk <a x=1><b>5 < 6 & 7</i></b><c k="a<b">tail')
    expect(xml).toMatchObject({ kind: 'read', repaired: true })
    if (xml.kind === 'refused') return
    expect(rawText(xml.root)).toBe('5 < 6 & 7tail')
    expect(attr(child(xml.root, 'c'), 'k')).toBe('a<b')
    expect(xml.warnings.map((warning) => warning.code)).toEqual(['xml.repaired', 'xml.truncated'])
    expect(xml.warnings[0]?.detail).toMatch(/^line \d+, column \d+/)
  })

  it('finds by path in every branch, and descendants in order', () => {
    const tree = root('<a><b/><b><c>1</c></b><d><c>2</c></d></a>')
    expect(textOf(at(tree, 'b/c'))).toBe('1')
    expect(descendants(tree, 'c').map(textOf)).toEqual(['1', '2'])
  })
})

describe('hostile XML is refused with a code', () => {
  const laughs = `<!DOCTYPE l [<!ENTITY a "ha">${'bcdefghij'
    .split('')
    .map((name, at) => `<!ENTITY ${name} "${`&${'abcdefghi'[at] ?? ''};`.repeat(10)}">`)
    .join('')}]><l>&j;</l>`
  it.each([
    ['billion laughs', laughs, 'parse.malformed'],
    [
      'quadratic blow-up',
      `<!DOCTYPE l [<!ENTITY a "${'x'.repeat(50_000)}">]><l>${'&a;'.repeat(5_000)}</l>`,
      'parse.malformed',
    ],
    ['external entity', '<!DOCTYPE l [<!ENTITY xxe SYSTEM "file:///etc/passwd">]><l>&xxe;</l>', 'parse.malformed'],
    ['10,000 levels', '<a>'.repeat(10_000) + '</a>'.repeat(10_000), 'parse.too-deep'],
    ['10,000 levels, never closed', '<a>'.repeat(10_000), 'parse.too-deep'],
    ['an attribute of a megabyte', `<a b="${'x'.repeat(1_000_000)}"/>`, 'parse.too-large'],
    [
      'a million attributes',
      `<a ${Array.from({ length: 1_000_000 }, (_, at) => `a${at}=""`).join(' ')}/>`,
      'parse.too-deep',
    ],
    ['more elements than any story', '<a>' + '<b/>'.repeat(250_000) + '</a>', 'parse.too-deep'],
    ['nothing', '   ', 'parse.empty'],
    ['no element', 'plain words', 'parse.malformed'],
  ])('%s', (_, text, code) => {
    expect(refusal(text)).toBe(code)
  })
})

describe('serialising mixed content', () => {
  it('keeps cells, fractions, headings and quotations, and leaves media to their reader', () => {
    const body = root(
      '<body.content><hl2>Head</hl2><p>It is <num>7<frac><frac-num>1</frac-num><frac-den>2</frac-den></frac></num>.</p><bq><block><p>quoted</p></block></bq><media><media-caption>c</media-caption></media><table><tr><td>a</td><td/><td>b</td></tr></table></body.content>',
    )
    expect(blockHtml(body)).toBe(
      '<h2>Head</h2><p>It is 7 1/2.</p><blockquote><p>quoted</p></blockquote><table><tr><td>a</td><td></td><td>b</td></tr></table>',
    )
  })

  it('loses no word, whatever the elements are called', () => {
    const name = fc.constantFrom(
      'p',
      'b',
      'em',
      'table',
      'tr',
      'td',
      'li',
      'ul',
      'div',
      'block',
      'person',
      'x-y',
      'num',
      'frac',
      'q',
      'pre',
      'dl',
      'dd',
      'figure',
      'h1',
      'span',
      'br',
    )
    const { node } = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.stringMatching(/^[a-z]{1,6}$/).map((word) => ` ${word} `),
        fc
          .tuple(name, fc.array(tie('node'), { maxLength: 4 }))
          .map(([tag, inner]) => `<${tag}>${inner.join('')}</${tag}>`),
      ),
    }))
    fc.assert(
      fc.property(fc.array(node, { maxLength: 6 }), (parts) => {
        const tree = root(`<body>${parts.join('')}</body>`)
        const { html, text } = renderBlocks([tree])
        const words = (from: string): string[] => (from.match(/[a-z]+/g) ?? []).sort()
        expect(words(text)).toEqual(words(rawText(tree)))
        expect(words(html.replace(/<[^>]*>/g, ' '))).toEqual(words(rawText(tree)))
      }),
      { numRuns: 1000 },
    )
  })
})
