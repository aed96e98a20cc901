import { describe, expect, it } from 'vitest'
import { compareStories } from '../../src/copies/compare.ts'
import type { Evidence } from '../../src/copies/evidence.ts'
import { judge } from '../../src/copies/judge.ts'

/** A trim of an agency's story on another outlet's page. */
const trim: Evidence = {
  aInB: 0.9,
  bInA: 0.5,
  shared: 180,
  shorter: 200,
  longer: 360,
  sameWords: false,
  words: 210,
  apart: 0,
  sameAgency: 'nordwire',
  sameDateline: false,
  sameSlug: false,
  sameHeadline: false,
  linked: false,
  sharedLede: true,
  beginAlike: true,
  sameOutlet: false,
  otherSubject: false,
  whole: false,
  standingText: false,
  substitutions: { facts: 0, names: 0, ledeNames: 0, numbers: 0, numbersKept: 1 },
}
const plain: Evidence = { ...trim, sameAgency: undefined, sharedLede: false, beginAlike: false, bInA: 0.46 }
const exchanged = (numbersKept: number | undefined, facts = 2): Evidence => ({
  ...trim,
  substitutions: { facts, names: 0, ledeNames: 0, numbers: facts, numbersKept },
})
const relationOf = (evidence: Evidence) => judge(evidence).relation

describe('a judgement', () => {
  it('needs three fifths where nothing but the text speaks', () => {
    expect(relationOf({ ...plain, aInB: 0.61 })).toBe('same-copy')
    expect(relationOf({ ...plain, aInB: 0.59 })).toBe('different')
    expect(relationOf({ ...plain, aInB: 0.59, sameDateline: true })).toBe('same-copy')
  })

  it('needs nearly all of a brief', () => {
    const brief: Evidence = { ...trim, shorter: 18, shared: 15 }
    expect(relationOf({ ...brief, aInB: 0.83 })).toBe('same-copy')
    expect(relationOf({ ...brief, aInB: 0.72 })).toBe('version')
  })

  it('takes two stories for fillings of one form when two numbers are exchanged and few of the others stay', () => {
    expect(relationOf(exchanged(0.2))).toBe('related')
    expect(judge(exchanged(0.2)).reasons.join()).toContain('other numbers')
    expect(relationOf(exchanged(0.8))).toBe('same-copy')
    expect(relationOf(exchanged(undefined))).toBe('same-copy')
    expect(relationOf(exchanged(0.2, 1))).toBe('same-copy')
  })
})

describe('a judgement of forms and standing texts', () => {
  it('needs more than one paragraph below openings that differ, where nothing else speaks', () => {
    const advice: Evidence = { ...plain, aInB: 0.65, bInA: 0.64, shared: 45, shorter: 70, standingText: true }
    expect(relationOf(advice)).toBe('different')
    expect(relationOf({ ...advice, standingText: false })).toBe('same-copy')
    expect(relationOf({ ...advice, sameAgency: 'nordwire' })).toBe('same-copy')
  })

  it('takes a list of numbers for a form even where it stands in one place', () => {
    const drawn = (numbers: number) => ({
      ...trim,
      substitutions: { facts: 1, names: 0, ledeNames: 0, numbers, numbersKept: 0.2 },
    })
    expect(judge(drawn(6)).reasons.join()).toContain('other numbers')
    expect(relationOf(drawn(4))).toBe('same-copy')
  })

  it('takes what stands whole in another for its copy, though hardly more than a form is left', () => {
    const filling: Evidence = { ...trim, aInB: 0.76, bInA: 0.42, shared: 13, shorter: 17, words: 44 }
    expect(relationOf(filling)).toBe('version')
    expect(relationOf({ ...filling, whole: true })).toBe('same-copy')
    expect(relationOf({ ...filling, whole: true, words: 20 })).toBe('version')
  })

  it('takes word for word the same for the same, though nothing but a form is left', () => {
    const form: Evidence = { ...trim, sameWords: true, shared: 0, aInB: 0, bInA: 0, shorter: 0, longer: 0 }
    expect(relationOf(form)).toBe('same-copy')
    expect(relationOf({ ...form, words: 12 })).toBe('different')
  })
})

describe('days and times of day', () => {
  const told = (first: string, second: string, third: string) =>
    `The dredger reached Port Ellery on ${first} and was met by a band of eleven players from the cannery.\n\n` +
    `Its captain, Ansel Roke, said on ${second} that the work would take nine days if the wind stayed in the west.\n\n` +
    `The first boats are to sail again on ${third} when the buoys have been laid out along the northern bank.`
  const compare = (one: string, other: string) =>
    compareStories(
      { bodyText: one, credits: ['Nordwire'], outlet: 'nordwire.example' },
      { bodyText: other, credits: ['Nordwire'], outlet: 'tribune.example' },
    ).relation

  it('are set by each outlet as its day of print demands, and make no other story', () => {
    expect(compare(told('Monday', 'Tuesday', 'Saturday'), told('Wednesday', 'Thursday', 'Sunday'))).toBe('same-copy')
  })

  it('are unlike names, which do', () => {
    expect(compare(told('Quayside', 'Harmonside', 'Thornside'), told('Hollin', 'Greyford', 'Saltmarsh'))).toBe(
      'different',
    )
  })
})
