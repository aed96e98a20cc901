import type { AgencyLine } from './agency-lines.ts'
import { readAgency } from './agency-lines.ts'

/** A line that says who wrote the story. */
export interface BylineLine {
  /** As printed. */
  readonly printed: string
  readonly agency?: AgencyLine
  /** Nothing marks the name as an author's but its place: counts only beside a time stamp or an agency. */
  readonly bare: boolean
}

const lengthLimit = 140
const opening =
  /^(?:by|written by|story by|reported by|from|von|par|por|di|door|av|af|text|autor|autorin|author|auteur|texto|testo|tekst|redacción|redaktion)(?:\s?:\s?|\s)(?=\p{Lu}|dpa|epd|ap\b)/iu
const joint =
  /^(?:and|und|et|y|e|en|och|og|ja|with|in|the|of|for|de|del|della|di|da|dos|van|von|der|den|le|la|bin|al|el|to|\/|\||&|•|-|–|—)$/iu
const nameWord = /^[\p{Lu}][\p{L}'’.-]{0,30},?$/u
const parts = /\s?[,|/•·]\s?|\s[–—-]\s/u

/** Reads "By JANE DOE, Associated Press", "Jane Doe | The Associated Press", "The Associated Press", "Jane Doe". */
export function readBylineLine(text: string): BylineLine | undefined {
  if (text.length > lengthLimit || /[\d@"“”?!]/u.test(text)) return undefined
  const alone = readAgency(text)
  if (alone) return { printed: text, agency: alone, bare: false }
  const names = text.replace(opening, '')
  const opened = names !== text
  const ofNames = names
    .split(' ')
    .every(
      (word) =>
        nameWord.test(word) ||
        joint.test(word) ||
        /^[(]?\p{Lu}[\p{L}.&/]{1,20}[)]?,?$/u.test(word) ||
        readAgency(word) !== undefined,
    )
  if (!ofNames) return undefined
  const agency = readAgency(names) ?? readTrailingAgency(names)
  const words = names.split(' ').length
  if (opened && words <= 16) return { printed: text, ...(agency ? { agency } : {}), bare: false }
  // "Jane Doe/AP" without an opening word is the credit of a picture
  if (agency && words <= 9 && !/\p{L}\s?\/\s?\p{L}/u.test(names)) return { printed: text, agency, bare: false }
  const plain =
    words >= 2 &&
    words <= 4 &&
    names.split(' ').every((word) => nameWord.test(word) || /^(?:van|von|de|der|la|bin|al|da|dos)$/u.test(word))
  return plain && !/[.,]$/u.test(names) ? { printed: text, bare: true } : undefined
}

/** "Jane Doe, Associated Press", "JANE DOE The Associated Press", "Jane Doe and John Roe AP Writers". */
function readTrailingAgency(names: string): AgencyLine | undefined {
  for (const part of names.split(parts).slice(1)) {
    const agency = readAgency(part)
    if (agency) return agency
  }
  const words = names.split(' ')
  for (let take = Math.min(4, words.length - 1); take >= 1; take--) {
    const agency = readAgency(words.slice(-take).join(' '))
    if (agency && words.length - take >= 2) return agency
  }
  return undefined
}
