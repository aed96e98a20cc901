import { describe, expect, it } from 'vitest'
import { ownShingles } from '../../src/copies/discount.ts'
import { printStory } from '../../src/copies/print.ts'
import { paragraphs } from './stories.ts'

const print = printStory({ bodyText: paragraphs.join('\n\n') })
const paragraphAt = (at: number): number => print.words[at]!.paragraph
const places = [...print.hashes].map((hash, at) => ({ hash, at, paragraph: paragraphAt(at) }))
const marks = new Set(print.marks)
/** A paragraph with one sketch hash and text on both sides of it. */
const marked = places.filter(
  ({ hash, at, paragraph }) =>
    marks.has(hash) &&
    paragraphAt(at - 1) === paragraph &&
    places.filter((other) => other.paragraph === paragraph && marks.has(other.hash)).length === 1,
)[0]!
const inParagraph = places.filter(({ paragraph }) => paragraph === marked.paragraph)

describe('boilerplate', () => {
  it('is the whole paragraph whose only sketch hash recurs, and nothing else', () => {
    const own = ownShingles(print, new Set([marked.hash]))
    expect(inParagraph.filter(({ hash }) => own.has(hash))).toEqual([])
    expect([...own.keys()]).toEqual(
      places.filter(({ paragraph }) => paragraph !== marked.paragraph).map(({ hash }) => hash),
    )
    expect(own.size).toBe(places.length - inParagraph.length)
  })

  it('goes as far as the middle between two sketch hashes of which one recurs', () => {
    const two = places.find(
      ({ hash, at, paragraph }) =>
        marks.has(hash) &&
        places.some((other) => other.at > at + 3 && other.paragraph === paragraph && marks.has(other.hash)),
    )!
    const next = places.find(({ at, hash }) => at > two.at && marks.has(hash))!
    expect(next.paragraph).toBe(two.paragraph)
    const foreignOf = (hash: number) => {
      const own = ownShingles(print, new Set([hash]))
      return places.filter((place) => !own.has(place.hash) && place.at >= two.at && place.at <= next.at)
    }
    const [first, second] = [foreignOf(two.hash), foreignOf(next.hash)]
    expect(first.length + second.length).toBe(next.at - two.at + 1)
    expect(Math.abs(first.length - second.length)).toBeLessThanOrEqual(1)
  })

  it('is nothing where nothing recurs', () => {
    expect(ownShingles(print, new Set([12345])).size).toBe(print.places.size)
  })
})
