import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareStories } from '../../src/copies/compare.ts'
import { printStory } from '../../src/copies/print.ts'
import type { CopyStory } from '../../src/copies/story-text.ts'
import { outletOf } from '../../src/copies/outlet.ts'
import { ownAgency, readAgencies } from '../../src/copies/agency.ts'
import { paragraphs } from './stories.ts'

const wire: CopyStory = {
  bodyText: `PORT ELLERY (NDW) — ${paragraphs.join('\n\n')}`,
  credits: ['Nordwire'],
  outlet: 'nordwire.example',
  dateline: 'Port Ellery',
  slug: 'Port Ellery-Dredging',
  firstCreated: '2026-03-10T20:00:00Z',
}
const of = (fields: Partial<CopyStory>): CopyStory => ({
  bodyText: paragraphs.join('\n\n'),
  outlet: 'tribune.example',
  credits: ['Nordwire'],
  firstCreated: '2026-03-11T05:00:00Z',
  ...fields,
})
const text = (list: readonly string[]) => ({ bodyText: list.join('\n\n') })

const foreign = [
  'Quillsbury opened its covered market on Saturday with a brass band, two goats and a speech that lasted four minutes.',
  'The roof of cedar and glass took six years to build; its architect had asked for three and was given nothing.',
  'Stall number seven was let to a baker from Thornby who sells nothing but rye and sold out before ten in the morning.',
  'Not everybody was pleased, and the residents of Candle Lane complained of lorries that turn beneath their bedrooms.',
]

describe('one text', () => {
  it('is recognised whole, without its dateline, credit lines and tail', () => {
    const dressed = [
      'By Mara Vint',
      ...paragraphs,
      '___',
      'Follow Nordwire at https://nordwire.example',
      'Copyright 2026 Nordwire. All rights reserved.',
    ]
    expect(compareStories(wire, of(text(dressed)))).toMatchObject({ relation: 'same-copy', aInB: 1, bInA: 1 })
  })

  it('is recognised when two fifths of it are printed', () => {
    const { relation, bInA, aInB } = compareStories(wire, of(text(paragraphs.slice(0, 4))))
    expect(relation).toBe('same-copy')
    expect(bInA).toBe(1)
    expect(aInB).toBeLessThan(0.5)
  })

  it('is recognised under a lede of the paper’s own', () => {
    expect(compareStories(wire, of(text([foreign[0]!, ...paragraphs.slice(0, 8)]))).relation).toBe('same-copy')
  })

  it('is recognised with curled quotes, other case and other paragraphs', () => {
    const restyled = paragraphs.join(' ').replaceAll('"', '”').replaceAll('The', 'THE')
    expect(compareStories(wire, of({ bodyText: restyled })).relation).toBe('same-copy')
  })

  it('is recognised as a brief of thirty words', () => {
    const brief = paragraphs[0]!
    expect(compareStories({ ...wire, bodyText: brief }, of({ bodyText: `${brief}` })).relation).toBe('same-copy')
  })

  it('is not one after three days', () => {
    const late = compareStories(wire, of({ ...text(paragraphs.slice(1)), firstCreated: '2026-03-20T05:00:00Z' }))
    expect(late.relation).toBe('related')
    expect(late.reasons.join()).toContain('72 hours')
  })
})

describe('between a quarter and a half', () => {
  const half = [...paragraphs.slice(0, 3), ...foreign, ...foreign.map((line) => line.replace('the', 'that very'))]
  const other = [
    ...paragraphs.slice(0, 3),
    'Nobody at the ministry answered the telephone during the long afternoon of the vote, and the lift was out of order.',
    'A dredger is expected from the yards of Kettering, where three of its kind were built by order of the old county.',
    'Rain fell on the ballots when the roof of the assembly room gave way for the second time since the winter storms began.',
    'Seven members of the choir sang on the stairs while the votes were being counted by lamplight in the cloakroom below.',
  ]

  it('a shared lede makes a version', () => {
    expect(compareStories({ ...wire, ...text(other) }, of(text(half))).relation).toBe('version')
  })

  it('a shared slug alone makes it related, and neither makes it different', () => {
    const tail = (list: readonly string[]) => text([...list.slice(3), ...list.slice(0, 3)])
    const one = { ...wire, ...tail(other) }
    expect(compareStories(one, of({ ...tail(half), slug: 'Port Ellery-Dredging, 1st Ld' })).relation).toBe('related')
    expect(compareStories(one, of(tail(half))).relation).toBe('different')
  })
})

describe('not one text', () => {
  it('are two fillings of one form', () => {
    const form = (name: string, a: string, b: string, c: string) =>
      `${name} Inc. on Tuesday reported first-quarter earnings of $${a} million.\n\nOn a per-share basis, the company said it had net income of ${b} cents, which exceeded the expectations of market watchers.\n\nThe company posted revenue of $${c} million in the period, and its shares have risen ${b} percent since the beginning of the year, a program found.`
    const { relation, reasons } = compareStories(
      { ...wire, bodyText: form('Tarnwell', '12.4', '31', '88.1') },
      of({ bodyText: form('Dunmarrow', '3.9', '14', '41.6') }),
    )
    expect(relation).toBe('different')
    expect(reasons.join()).toContain('the same form')
  })

  it('are a brief and the bundle in which it stands', () => {
    const bundle = [
      ...foreign,
      ...foreign.map((line) => `Elsewhere, ${line.toLowerCase()}`),
      paragraphs[0]!,
      paragraphs[1]!,
    ]
    expect(compareStories({ ...wire, ...text(paragraphs.slice(0, 2)) }, of(text(bundle))).relation).toBe('related')
  })

  it('are two stories over what their source prints everywhere', () => {
    const under =
      'The Tribune is written, printed and delivered by forty people between the two rivers, and whoever values reporting from the valley can take a subscription at the counter in Mill Street, where the soup is always too hot.'
    const one = of(text([foreign[0]!, under]))
    const two = of(text([paragraphs[0]!, under]))
    expect(compareStories(one, two).relation).not.toBe('different')
    const recurring = new Set(printStory(of({ bodyText: under })).marks)
    expect(compareStories(one, two, { a: recurring }).relation).toBe('different')
  })
})

describe('a comparison', () => {
  const story = fc.record({
    bodyText: fc
      .array(fc.oneof(fc.constantFrom(...paragraphs, ...foreign), fc.string({ unit: 'binary', maxLength: 60 })), {
        maxLength: 12,
      })
      .map((list) => list.join('\n\n')),
    credits: fc.array(fc.string({ maxLength: 20 }), { maxLength: 2 }),
    outlet: fc.constantFrom('a.example', 'b.example', ''),
    slug: fc.string({ maxLength: 20 }),
    firstCreated: fc.constantFrom('2026-03-10T20:00:00Z', '2026-03-19T20:00:00Z', 'never', ''),
  })

  it('is symmetric, never throws and stays within bounds', () => {
    fc.assert(
      fc.property(story, story, (a, b) => {
        const there = compareStories(a, b)
        const back = compareStories(b, a)
        expect(back.relation).toBe(there.relation)
        expect([back.bInA, back.aInB]).toEqual([there.aInB, there.bInA])
        expect(there.aInB).toBeGreaterThanOrEqual(0)
        expect(there.aInB).toBeLessThanOrEqual(1)
        for (const passage of there.passages) {
          expect(a.bodyText.slice(...passage.a).length).toBeGreaterThan(0)
          expect(b.bodyText.slice(...passage.b).length).toBeGreaterThan(0)
        }
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    ['one word', 'a '.repeat(200_000)],
    ['no blanks', 'x'.repeat(400_000)],
    ['blank lines', '\n'.repeat(400_000)],
    ['brackets', '('.repeat(200_000)],
    ['the same sentence', `${paragraphs[0]} `.repeat(3000)],
    ['capitals and points', 'A.B.C.D. '.repeat(40_000)],
    ['digits', '1,2.3:4 '.repeat(50_000)],
    ['ideographs', '港口重新開放'.repeat(60_000)],
    ['contributions', 'contributed to '.repeat(20_000)],
    ['half pairs', '\ud83d'.repeat(100_000)],
  ])('reads hostile text of bounded size: %s', (_, bodyText) => {
    const print = printStory({ bodyText })
    expect(print.words.length).toBeLessThanOrEqual(6000)
    expect(print.marks.length).toBeLessThanOrEqual(400)
    const { aInB } = compareStories({ bodyText }, { bodyText: `${bodyText.slice(1)} end` })
    expect(aInB).toBeLessThanOrEqual(1)
  })

  it('grows with the text and not with its square', () => {
    const work = (times: number) => {
      const long = paragraphs.map((line, at) => `${line} `.repeat(times) + at).join('\n\n')
      const print = printStory({ bodyText: long })
      return print.hashes.length + print.places.size + print.marks.length
    }
    expect(work(8)).toBeLessThan(work(1) * 12)
  })
})

describe('the sketch', () => {
  it('of a brief has enough to be found by, and most of it stays in a trim', () => {
    const whole = printStory({ bodyText: paragraphs.slice(0, 2).join('\n\n') })
    expect(whole.marks.length).toBeGreaterThanOrEqual(8)
    const trim = new Set(printStory({ bodyText: paragraphs[0]! }).marks)
    expect([...whole.marks].filter((mark) => trim.has(mark)).length).toBeGreaterThan(0)
    expect(printStory({ bodyText: 'Harbour closed' }).marks).toHaveLength(1)
    expect(printStory({ bodyText: '' }).marks).toHaveLength(0)
  })
})

describe('an outlet', () => {
  it('is the authority, else the host, else the domain of the urn, else the feed', () => {
    expect(outletOf('AP.org', '0f3c', 'wire')).toBe('ap.org')
    expect(outletOf('', 'https://www.tribune.example/a/b', 'pages')).toBe('tribune.example')
    expect(outletOf('', 'https://user:word@m.tribune.example:8080/a', 'pages')).toBe('tribune.example')
    expect(outletOf('', 'urn:newsml:dpa.com:20090101:1', 'x')).toBe('dpa.com')
    expect(outletOf('', 'urn:uuid:9a6955fc', 'x')).toBe('x')
  })

  it('is the agency itself under any of its names', () => {
    const agencies = readAgencies(['The Associated Press', 'Nordwire'])
    expect(ownAgency('ap.org', agencies)).toBe('ap')
    expect(ownAgency('apnews.com', agencies)).toBe('ap')
    expect(ownAgency('nordwire.example', agencies)).toBe('nordwire')
    expect(ownAgency('tribune.example', agencies)).toBeUndefined()
    expect(ownAgency(undefined, agencies)).toBeUndefined()
  })
})
