import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitCredit } from '../../../src/normalise/credits/credit.ts'

interface Case {
  readonly raw: string
  readonly text: string
}

// each case: a caption as printed (`raw`) and what it must be parted into
const groups = JSON.parse(readFileSync(new URL('./fixtures/credits.json', import.meta.url), 'utf8')) as Readonly<
  Record<string, readonly Case[]>
>

describe('a credit is parted from its caption', () => {
  for (const [group, cases] of Object.entries(groups)) {
    it.each(cases)(`${group}: $raw`, ({ raw, ...expected }) => {
      const { peeled, ...split } = splitCredit(raw)
      expect(split).toEqual(expected)
      expect(peeled.length > 0).toBe('credit' in expected)
    })
  }
})

describe('what is no credit stays', () => {
  it.each([
    'The suspect was taken to St. Mary Hospital.',
    'Ana Ruiz talks with Sen. Tom Lee, R-Ohio.',
    'He left Reuters in 2010 and joined the BBC.',
    'A photo: that is all she has left of him.',
    'The bank is based in Zurich (Switzerland).',
    'Der Minister sprach mit der Nachrichtenagentur AFP',
    'The image shows a river (right) and a road.',
    'Washington, D.C.',
    // what is told of a person behind the flag of a handout is the caption, which is never lost
    'Foto: privat Bürgermeisterin Anna Weller eröffnet am Montag das neue Freibad in Hohenfels.',
  ])('%s', (raw) => {
    expect(splitCredit(raw)).toMatchObject({ text: raw })
    expect(splitCredit(raw).credit).toBeUndefined()
  })
})

describe('every credit of a caption comes off', () => {
  it('in one pass, with each photographer once', () => {
    const split = splitCredit('A boat sinks. (Photo by Ana Ruiz / AFP) (Photo by ANA RUIZ/AFP via Getty Images)')
    expect(split).toMatchObject({ text: 'A boat sinks.', photographer: 'Ana Ruiz', agency: 'AFP' })
    expect(split.peeled).toHaveLength(2)
  })

  it('and a second pass finds nothing more', () => {
    for (const { raw } of Object.values(groups).flat()) {
      const { text } = splitCredit(raw)
      expect(splitCredit(text).text).toBe(text)
    }
  })
})

describe('hostile text', () => {
  const bricks = [
    '(',
    ')',
    '[',
    'AP',
    '/',
    ' ',
    '.',
    'Photo',
    ':',
    '©',
    'Jane',
    'é',
    '\n',
    '-',
    'via',
    '摄',
    '...',
    "'",
    'Getty Images',
    '1',
  ]

  it('never throws, never grows', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...bricks), { maxLength: 400 }), (parts) => {
        const raw = parts.join('')
        expect(splitCredit(raw).text.length).toBeLessThanOrEqual(raw.length)
      }),
      { numRuns: 300 },
    )
  })

  it.each(bricks)('100 kB of %j is read like any other text', (brick) => {
    const raw = brick.repeat(Math.ceil(100_000 / brick.length))
    expect(splitCredit(raw).text.length).toBeLessThanOrEqual(raw.length)
  })
})
