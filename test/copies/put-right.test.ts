import { describe, expect, it } from 'vitest'
import { compareStories } from '../../src/copies/compare.ts'
import type { CopyStory } from '../../src/copies/story-text.ts'

const told = (name: string, town = 'Port Ellery') =>
  [
    `The ferryman who has crossed the sound at ${town} four times a day since 1981 said on Monday that he would like to see the other side by land.`,
    `Anselm ${name}, 71, has never been more than a mile from the jetty, and keeps a chair on both of them.`,
    `His passengers have bought ${name} a ticket for the bus that goes round by the bridge, a journey of three hours.`,
    `The company said that nobody else knew where the sandbank was, and that ${name} had never written it down.`,
    `On Tuesday ${name} drew a map on the back of the ticket and gave it to his niece, who will take the tiller.`,
  ].join('\n\n')
const wire = (bodyText: string, more: Partial<CopyStory> = {}): CopyStory => ({
  bodyText,
  outlet: 'nordwire.example',
  credits: ['Nordwire'],
  ...more,
})
const paper = (bodyText: string): CopyStory => ({ bodyText, outlet: 'tribune.example', credits: ['Nordwire'] })
const relationOf = (one: CopyStory, other: CopyStory) => compareStories(one, other).relation

describe('a name that is put right wherever it stands', () => {
  it('leaves the story what it was when it was misspelt', () => {
    expect(relationOf(wire(told('Petersen')), paper(told('Pedersen')))).toBe('same-copy')
    expect(relationOf(wire(told('Larrañaga')), paper(told('Larrinaga')))).toBe('same-copy')
  })

  it('leaves it so when the story is sent as a correction, whoever was named before', () => {
    const note = 'In an earlier version of this story the ferryman was misnamed. He is Thorold, not Brackett.'
    const corrected = wire(`${note}\n\n${told('Thorold')}`, { correction: true })
    expect(relationOf(corrected, paper(told('Brackett')))).toBe('same-copy')
  })

  it('is another story when the names are not alike and nobody speaks of a correction', () => {
    expect(relationOf(wire(told('Thorold')), paper(told('Brackett')))).toBe('different')
  })

  it('is another story when the other name stands in the text as well: two who are named alike', () => {
    const both = `${told('Petersen')}\n\nA brother, Jens Pedersen, keeps the light at the harbour mouth and has not been asked.`
    const other = `${told('Pedersen')}\n\nA brother, Jens Petersen, keeps the light at the harbour mouth and has not been asked.`
    expect(relationOf(wire(both), paper(other))).toBe('different')
  })

  it('is another filling of a form when numbers change with it', () => {
    const form = (name: string, [a, b, c]: readonly number[]) =>
      `Anselm ${name} won the cup of the sound on Monday in ${a} minutes.\n\nBehind ${name} came two boats of the club, ${b} seconds later, before a crowd that stood along the whole of the mole.\n\nFor ${name} it was the ${c}th start; the wind blew from the west and the course was as long as it always is.`
    expect(relationOf(wire(form('Petersen', [41, 12, 7])), paper(form('Pedersen', [38, 20, 3])))).not.toBe('same-copy')
  })
})

describe('a small number at the head of a sentence', () => {
  it('is a number and no name', () => {
    const text = (count: string, age: number) =>
      `${count} climbers who had been missing since Sunday were found alive in a crevasse of the upper glacier, where they had sung to stay awake.\n\nThey are between 24 and ${age} years old and were flown to the valley with frostbite on hands and feet.`
    expect(relationOf(wire(text('Three', 31)), paper(text('Four', 36)))).toBe('same-copy')
  })
})
