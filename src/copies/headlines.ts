import type { StoryPrint } from './print.ts'

/** Shorter words are articles and particles in most languages: they name nothing. */
const shortestWord = 4

/**
 * True when each headline has a word for what its own lede tells of that stands nowhere in the other story: "the bakery
 * counts its losses", "the ferry pier counts its losses". A text that is printed twice has the same words below both
 * headlines, whatever they say.
 */
export function tellOfOthers(a: StoryPrint, b: StoryPrint): boolean {
  if (a.headline === '' || b.headline === '' || a.headline === b.headline) return false
  return namesOwn(a, b) && namesOwn(b, a)
}

function namesOwn(print: StoryPrint, other: StoryPrint): boolean {
  const there = new Set(other.headline.split(' '))
  const alone = new Set(print.headline.split(' ').filter((word) => word.length >= shortestWord && !there.has(word)))
  if (alone.size === 0) return false
  const told = print.words.slice(0, print.lede).filter(({ form }) => alone.has(form))
  return told.length > 0 && told.some(({ form }) => other.words.every((word) => word.form !== form))
}
