import { describe, expect, it } from 'vitest'
import { compareCaptions, compareNormalised } from '../../src/captions/compare.ts'
import type { ComparisonContext } from '../../src/captions/compare.ts'
import { normaliseCaption } from '../../src/captions/normalise.ts'

const long =
  'Mayor Lena Hartwick speaks with dock workers during a strike in Port Ellery, Oregon, Tuesday, March 12, 2024.'
const credited = `${long} (AP Photo/Tomas Reed)`

const relation = (a: string, b: string, context?: ComparisonContext): string =>
  compareNormalised(normaliseCaption(a), normaliseCaption(b), context).relation

describe('one caption', () => {
  it('is exact when only the credit differs', () => {
    expect(compareCaptions(credited, `${long} Tomas Reed/AP`)).toMatchObject({ relation: 'exact' })
  })

  it('is contained when one was cut shorter, and the longer is the richer', () => {
    const short = 'Mayor Lena Hartwick speaks with dock workers during a strike ...'
    expect(compareCaptions(credited, short)).toMatchObject({ relation: 'contained', richer: 'a' })
    expect(compareCaptions(short, credited)).toMatchObject({ relation: 'contained', richer: 'b' })
  })

  it('gives its reasons in words', () => {
    for (const other of [
      credited,
      long.replace('12', '13'),
      long.replace('speaks', 'argues'),
      'A cat sleeps on a sofa.',
    ]) {
      const { reasons } = compareCaptions(long, other)
      expect(reasons.length).toBeGreaterThan(0)
      for (const reason of reasons) expect(reason).toMatch(/^[\p{L} ,]+$/u)
    }
  })
})

describe('a changed fact is never merged', () => {
  it.each([
    ['date', long.replace('Tuesday, March 12', 'Wednesday, March 13')],
    ['weekday', long.replace('Tuesday, March 12, 2024', 'Friday')],
    ['place', long.replace('Port Ellery, Oregon', 'Sandhaven, Oregon')],
    ['person', long.replace('Mayor Lena Hartwick', 'Gov. Joel Burke')],
    ['action', long.replace('speaks', 'argues')],
    ['negation', long.replace('speaks', 'never speaks')],
    ['subject', `A supporter listens as ${long}`],
    ['owner', long.replace('Hartwick', "Hartwick's lawyer")],
    ['second person', long.replace('Hartwick', 'Hartwick and Gov. Joel Burke')],
    ['preposition', long.replace('during', 'after')],
  ])('%s', (_, changed) => {
    expect(['related', 'different']).toContain(relation(credited, changed))
    expect(['related', 'different']).toContain(relation(changed, credited))
  })

  it('numbers are never misspelt', () => {
    expect(
      relation(
        'The fire in Kerrang destroyed 1200000 hectares of forest',
        'The fire in Kerrang destroyed 1200001 hectares of forest',
      ),
    ).toBe('related')
  })

  it.each([
    ['Andersen', 'Anderson'],
    ['Gambia', 'Zambia'],
    ['Slovakia', 'Slovenia'],
    ['Austria', 'Australia'],
  ])('%s is not %s', (one, other) => {
    const caption = (name: string): string => `Farmers in ${name} bring in the harvest after weeks of heavy rain`
    expect(relation(caption(one), caption(other))).toBe('related')
  })

  it('left and right', () => {
    expect(
      relation(
        'Mira Oduya, left, and Ella Quist, right, sing at the Larkhill Festival in Maine',
        'Mira Oduya, right, and Ella Quist, left, sing at the Larkhill Festival in Maine',
      ),
    ).toBe('related')
  })
})

describe('what the document knows', () => {
  const corrected = long.replace('dock workers', 'port workers')

  it('makes a changed caption of one picture a version', () => {
    expect(relation(long, corrected)).toBe('related')
    expect(relation(long, corrected, { sameMedia: true })).toBe('version')
  })

  it('asks for more across stories', () => {
    const short = 'Smoke rises above the Corran plant'
    expect(relation(short, `${short} (AP)`)).toBe('exact')
    expect(relation(short, `${short} (AP)`, { scope: 'elsewhere' })).toBe('related')
    expect(relation(`${short} (AP Photo/Tomas Reed)`, `${short} (Tomas Reed/AP)`, { scope: 'elsewhere' })).toBe('exact')
    expect(relation(long, credited, { scope: 'elsewhere' })).toBe('exact')
  })

  it('keeps short captions of two photographers apart', () => {
    expect(
      relation('Lena Hartwick in Port Ellery (Tomas Reed/AP)', 'Lena Hartwick in Port Ellery (Ewan Black/AFP)'),
    ).toBe('related')
  })
})

describe('too little to say', () => {
  it.each(['', '   ', 'File photo', '(AP Photo/Tomas Reed)', '...', '🙂', 'Handout photo. (AP Photo)'])(
    '%j',
    (empty) => {
      expect(relation(empty, empty)).toBe('different')
      expect(relation(empty, credited)).toBe('different')
    },
  )
})
