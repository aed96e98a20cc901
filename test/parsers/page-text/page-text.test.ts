import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { probe } from '../../../src/parsers/detect.ts'
import { pageText } from '../../../src/parsers/page-text/page-text.ts'
import { detect } from '../../../src/parsers/registry.ts'
import type { Item } from '../../../src/story/item.ts'

const fixtures = new URL('./fixtures/', import.meta.url)
const seed = new URL('../../../../shared/seed/ap-story-page.txt', import.meta.url)
const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

function parse(bytes: Uint8Array, extra: { zone?: string; url?: string; receivedAt?: string } = {}): Item {
  const outcome = pageText.parse({ bytes, ...extra })
  if (outcome.kind !== 'parsed') throw new Error(`${outcome.code}: ${outcome.detail}`)
  expect(outcome.items).toHaveLength(1)
  return outcome.items[0]!.item
}

describe('a flattened story page gives one story', () => {
  for (const name of readdirSync(fixtures).filter((each) => each.endsWith('.txt'))) {
    it(name, () => {
      const expected: unknown = JSON.parse(
        readFileSync(new URL(name.replace('.txt', '.expected.json'), fixtures), 'utf8'),
      )
      expect(parse(readFileSync(new URL(name, fixtures)), { zone: 'Europe/Berlin' })).toEqual(expected)
    })
  }
})

describe('what belongs to the story, and what does not', () => {
  const page = readFileSync(new URL('gallery-thrice.txt', fixtures))

  it('keeps every printing of a caption as a mention, with its raw form', () => {
    const captions = parse(page).captions ?? []
    expect(captions).toHaveLength(3)
    expect(new Set(captions.map((caption) => caption.text)).size).toBe(1)
    expect(captions.map((caption) => caption.photographer)).toEqual([undefined, 'Tamsin Okoreke', 'Tamsin Okoreke'])
    expect(captions[1]!.raw).toMatch(/Tamsin Okoreke AP Photo$/u)
  })

  it('leaves subscription calls, comments and video teasers out of the body', () => {
    const { bodyText = '' } = parse(page)
    expect(bodyText.split('\n\n')).toHaveLength(5)
    expect(bodyText).not.toMatch(/subscribe|sign up|Comments|Videos|Anstruther|herring/iu)
  })

  it('keeps a relative stamp raw and never turns it into a time', () => {
    const item = parse(page, { receivedAt: '2026-03-05T08:00:00Z' })
    expect(item.notes).toContain('UPDATED 4 MINUTES AGO')
    expect(item.versionCreated).toMatch(/^2026-03-05T01:06:00/u)
  })

  it('reads a time without a zone in the zone of the source, and says so', () => {
    const item = parse(page, { zone: 'America/New_York' })
    expect(item.firstCreated).toBe('2026-03-05T01:06:00-05:00')
    expect(item.warnings?.map((warning) => warning.code)).toContain('time.zoneless')
    expect(item.notes).toContain('March 05, 2026 01:06 AM')
  })
})

describe('identity', () => {
  const page = readFileSync(new URL('gallery-thrice.txt', fixtures), 'utf8')

  it('is the address where there is one, without what campaigns hang on it', () => {
    const url = 'https://courier.example/story/1?id=7&utm_source=x#top'
    expect(parse(encode(page), { url }).uri).toBe('https://courier.example/story/1?id=7')
  })

  it('does not depend on furniture, zone or arrival', () => {
    const changed = page.replace('UPDATED 4 MINUTES AGO', 'UPDATED 3 HOURS AGO').replace('Nation & World', 'World')
    const other = parse(encode(`Menu\nSearch\n\n${changed}`), {
      zone: 'Asia/Tokyo',
      receivedAt: '2026-04-01T00:00:00Z',
    })
    expect(other.uri).toBe(parse(encode(page)).uri)
  })

  it('differs between stories', () => {
    const uris = readdirSync(fixtures)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => parse(readFileSync(new URL(name, fixtures))).uri)
    expect(new Set(uris).size).toBe(uris.length)
  })
})

describe('detection', () => {
  it('takes its own pages with a modest score', () => {
    for (const name of readdirSync(fixtures).filter((each) => each.endsWith('.txt'))) {
      const score = pageText.detect(probe({ bytes: readFileSync(new URL(name, fixtures)) }))
      expect(score, name).toBeGreaterThan(0)
      expect(score, name).toBeLessThan(50)
    }
  })

  const wires: Record<string, string> = {
    anpa: '\u0016\u0016\u0001a0123 \u001f\nr i\n^BC-Ferries,1st Ld-Writethru,0210<\n^Ferries back in harbour<\n\u0002   HARROW POINT, Maine (AP) _ All eleven ferries were back in harbour on Monday.\n\u0003',
    iptc7901:
      '\u0001dpa 012 3 vm 210 dpa 0045\n\nSturm/Fähren/\nFähren wieder im Hafen =\n\nAlthöfen (dpa) - Alle elf Fähren sind seit Montag wieder im Hafen.\n\u0003',
    zczc: 'ZCZC ABC0012\nFERRIES BACK IN HARBOUR\nAll eleven ferries were back in harbour on Monday, the company said.\nNNNN\n',
    mail: 'From: desk@courier.example\nSubject: Ferries\nDate: Mon, 5 Jan 2026 10:00:00 +0000\n\nAll eleven ferries were back in harbour on Monday, the company said today.\nNo one was hurt on any of the boats, said the captain.\nShare\n',
    plain:
      'HARROW POINT, Maine (AP) - All eleven ferries were back in harbour on Monday, the company said.\n\nNo one was hurt. Passengers slept on benches and were given soup.\n',
  }
  for (const [name, text] of Object.entries(wires)) {
    it(`leaves ${name} to others`, () => {
      expect(pageText.detect(probe({ bytes: encode(text) }))).toBe(0)
    })
  }
})

describe('hostile input', () => {
  const line = fc.oneof(
    fc.constantFrom(
      'Comments',
      'SUBSCRIBE NOW',
      'By JANE DOE',
      'The Associated Press',
      '1 of 2',
      'March 05, 2026 01:06 AM',
      '',
      '© 2026 X',
    ),
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc
      .array(fc.constantFrom('The', 'mill', 'AP', 'Photo', '/', '(', ')', '2026', '.', ','), { maxLength: 60 })
      .map((words) => words.join(' ')),
  )

  it('never throws and never gives an item without identity', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), (lines) => {
        const outcome = pageText.parse({ bytes: encode(lines.join('\n')) })
        if (outcome.kind === 'parsed') for (const { item } of outcome.items) expect(item.uri).not.toBe('')
      }),
      { numRuns: 300 },
    )
  })

  it('reads long lines of one pattern without a blow-up', () => {
    for (const piece of ['A ', 'By ', '(AP Photo/', 'Published ', '1 of ', 'share ', 'a. ', '– ', '2026-', 'and ']) {
      const text = `Headline of the page in six words\nBy JANE DOE\n${piece.repeat(50_000)}\nThe mill has stood empty for a long time, she said.\n`
      const outcome = pageText.parse({ bytes: encode(text) })
      expect(['parsed', 'refused']).toContain(outcome.kind)
    }
  })
})

describe('the page the project was born from', () => {
  it.skipIf(!existsSync(seed))('gives headline, dateline, five paragraphs and three captions (needs ../shared)', () => {
    const bytes = readFileSync(seed)
    expect(detect({ bytes })?.format).toBe('page-text')
    const item = parse(bytes, { zone: 'America/Chicago' })
    expect(item.headline).toMatch(/^EU official: .{20,60}$/u)
    expect(item.byline).toBe('The Associated Press')
    expect(item.dateline).toMatchObject({ country: 'Turkey' })
    expect(item.dateline?.city?.toUpperCase()).toBe('ANKARA')
    expect(item.bodyText?.split('\n\n')).toHaveLength(5)
    expect(item.captions?.map((caption) => caption.agency)).toEqual([undefined, 'AP', 'AP'])
    expect(item.captions?.every((caption) => caption.role === 'gallery')).toBe(true)
    expect(item.categories).toEqual(['Nation & World'])
    expect(item.notes).toContain('UPDATED 4 MINUTES AGO')
    expect(item.firstCreated).toBe('2017-11-30T01:06:00-06:00')
  })
})
