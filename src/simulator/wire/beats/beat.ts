import type { Cast } from '../cast.ts'

export type Line = (cast: Cast) => string

/** A kind of news the desk knows how to write: the prose of its stories and of the pictures that go with them. */
export interface Beat {
  readonly name: string
  /** coast: needs a harbor. abroad: needs a parliament, a border or a marsh; the neighbor is another country. */
  readonly setting?: 'coast' | 'abroad'
  /** AP category letter. */
  readonly category: 'a' | 'i' | 'f' | 's' | 'p' | 'e'
  /** AP's subject for it: the name is AP's plain word, the code is made up. */
  readonly subject: string
  readonly topSubject: string
  /** The keyword words of the slug; the same through every version. */
  readonly slug: Line
  readonly headline: Line
  /** A sentence without its full stop. */
  readonly extended: Line
  /** The body in order of weight; the first is the lede, without dateline. */
  readonly paragraphs: readonly Line[]
  /** What later versions add below the lede. */
  readonly developments: readonly Line[]
  /** First sentences of captions: who, what, where, weekday and date; no credit. */
  readonly captions: readonly Line[]
}

/** 4,800: numbers as newspapers print them. */
export function count(number: number): string {
  return String(number).replace(/(\d)(?=(?:\d{3})+$)/g, '$1,')
}

/** The variant of a word that this story has throughout: the stolen thing, the fish of the law, the name of the storm. */
export function variant(cast: Cast, words: readonly string[]): string {
  return words[cast.turn % words.length] ?? ''
}
