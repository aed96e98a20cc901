import { addWord, fnvStart } from '../normalise/fnv.ts'
import { foldName } from '../normalise/fold.ts'
import { readSlug } from '../normalise/slug.ts'
import { readAgencies } from './agency.ts'
import { readBodyWords } from './body.ts'
import type { BodyWord } from './body.ts'
import { readNames } from './names.ts'
import type { CopyStory } from './story-text.ts'

/** Words in one shingle. */
export const shingleWords = 5
/** One hash in this many is kept in the sketch. */
const sketchEvery = 16
/** A sketch has at least this many hashes, or all there are: a brief must be found as well as a long read. */
const leastMarks = 8
/** And no more than this many. */
const mostMarks = 400
/** Words that count as the lede. */
const ledeWords = 30

/** A story in the form in which stories are compared. Made once, compared often. */
export interface StoryPrint {
  readonly words: readonly BodyWord[]
  /** Hash of the five words from each word on, in order of the text. */
  readonly hashes: Int32Array
  /** Every shingle with the first word of its first place. */
  readonly places: ReadonlyMap<number, number>
  /** The sketch: hashes that are stored and looked up, sorted. */
  readonly marks: Int32Array
  /** Digest of the first words; stories that begin alike are one story in the count of what recurs. */
  readonly ledeHash: number
  /** Digest of all words; 0 when there are none. */
  readonly bodyHash: number
  /** Words at the head that count as the lede. */
  readonly lede: number
  readonly headline: string
  readonly slug: string
  readonly dateline: string
  readonly agencies: ReadonlySet<string>
  readonly names: ReadonlySet<string>
  readonly outlet: string
  /** It is sent as the correction of another version. */
  readonly correction: boolean
  /** Milliseconds; the stretch from the first to the last time the story gives. Undefined when it gives none. */
  readonly made: { readonly from: number; readonly to: number } | undefined
}

/** Makes the print of a story. Pure and linear in the length of the text. */
export function printStory(story: CopyStory): StoryPrint {
  const words = readBodyWords(story.bodyText)
  const hashes = hashShingles(words)
  const places = new Map<number, number>()
  for (let at = 0; at < hashes.length; at++) if (!places.has(hashes[at]!)) places.set(hashes[at]!, at)
  const lede = Math.min(ledeWords, words.length)
  return {
    words,
    hashes,
    places,
    marks: chooseMarks(places.keys()),
    ledeHash: hashWords(words, 0, Math.min(12, words.length)),
    bodyHash: words.length === 0 ? 0 : hashWords(words, 0, words.length),
    lede,
    headline: foldName(story.headline ?? ''),
    slug: story.slug === undefined ? '' : readSlug(story.slug).family,
    dateline: foldName((story.dateline ?? '').split(/[,(]/u)[0]!.slice(0, 80)),
    agencies: readAgencies(story.credits ?? []),
    names: readNames(story.names ?? []),
    outlet: story.outlet ?? '',
    correction: story.correction ?? false,
    made: readMade(story),
  }
}

/** Digest of any text, as a signed 32-bit integer (PostgreSQL's `integer`). */
export function hashText(text: string): number {
  return finish(addWord(fnvStart, text))
}

function hashWords(words: readonly BodyWord[], from: number, to: number): number {
  let hash = fnvStart
  for (let at = from; at < to; at++) hash = addWord(hash, words[at]!.form)
  return finish(hash)
}

function hashShingles(words: readonly BodyWord[]): Int32Array {
  if (words.length === 0) return new Int32Array(0)
  if (words.length < shingleWords) return Int32Array.of(hashWords(words, 0, words.length))
  const hashes = new Int32Array(words.length - shingleWords + 1)
  for (let at = 0; at < hashes.length; at++) hashes[at] = hashWords(words, at, at + shingleWords)
  return hashes
}

/** Spreads the last characters over all bits: the sketch looks at the low ones. */
function finish(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) | 0
}

function chooseMarks(hashes: Iterable<number>): Int32Array {
  const all = [...hashes]
  const kept = Int32Array.from(all.filter((hash) => (hash & (sketchEvery - 1)) === 0)).sort()
  if (kept.length > mostMarks) return kept.slice(0, mostMarks)
  if (kept.length >= leastMarks) return kept
  // the smallest of all are the same in a text and in most of its trims
  const smallest = all.sort((a, b) => (a >>> 0) - (b >>> 0)).slice(0, leastMarks)
  return Int32Array.from(new Set([...kept, ...smallest])).sort()
}

function readMade(story: CopyStory): StoryPrint['made'] {
  const times = [story.firstCreated, story.versionCreated]
    .map((time) => (time === undefined ? Number.NaN : Date.parse(time)))
    .filter((time) => !Number.isNaN(time))
  return times.length === 0 ? undefined : { from: Math.min(...times), to: Math.max(...times) }
}
