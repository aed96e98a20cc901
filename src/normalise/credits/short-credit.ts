import { boundaryBefore, sentenceEnd } from './cut.ts'
import type { CreditReading } from './grammar.ts'
import type { Piece } from './pieces.ts'

const longestShortCredit = 4
/** Fewer words behind a label and a colon are no sentence of the caption. */
const leastSentence = 3

/**
 * A label behind a sentence, a colon, and a few words to the end: "Foto: hfr", "Fot. materiały prasowe", "© kds". What
 * ends in a full stop and says more than a name is the caption's own sentence: "Foto: vecinos cruzan el río."
 */
export function isShortCredit(pieces: readonly Piece[], at: number, to: number): boolean {
  const label = pieces[at]!
  const caseless = /\p{Lo}/u.test(label.text)
  if (at === 0 || (!caseless && boundaryBefore(pieces, at) !== 'yes')) return false
  let next = at + 1
  while (next < to && pieces[next]!.kind === 'label') next++
  const copyright = /^[©ⓒ]$/u.test(label.text)
  const announced = copyright || /^[:：]$/u.test(pieces[next]?.text ?? '') || label.text.endsWith('.')
  const words = to - next - (/^[:：]$/u.test(pieces[next]?.text ?? '') ? 1 : 0)
  if (!announced || words < (next > at + 1 ? 0 : 1) || words > (copyright ? 1 : longestShortCredit)) return false
  const letters = pieces[to - 1]!.end - label.end
  if (letters > (copyright ? 6 : 40)) return false
  let loose = 0
  for (let index = next; index < to; index++) {
    if (index < to - 1 && sentenceEnd(pieces[index]!) === 'yes') return false
    if (pieces[index]!.kind === 'other') loose++
  }
  const stopped = pieces[to - 1]!.text.endsWith('.') || pieces[to] !== undefined
  return !(stopped && words >= leastSentence && loose >= 2)
}

const longestClosed = 7

/** "Rimo Balčiūno nuotr.", "Policijos nuotr.", "Balla Eszter felvétele": names behind a sentence, closed by a label. */
export function isClosedByLabel(reading: CreditReading, pieces: readonly Piece[], at: number, to: number): boolean {
  const last = pieces[to - 1]!
  // Chinese and Japanese close with a label, too; they have rules of their own
  if (last.kind !== 'label' || to - at < 2 || to - at > longestClosed || !/^\p{Ll}/u.test(last.text)) return false
  for (let index = at; index < to - 1; index++) {
    const { kind, text } = pieces[index]!
    if (kind === 'label' || kind === 'number' || text === ':') return false
  }
  return last.strong === true || reading.photographers.length === 1
}

/** "fot." or "nuotr." behind a sentence, where nobody filled in a name. */
export function isLoneLabel(pieces: readonly Piece[], to: number): boolean {
  return to > 1 && isShortLabel(pieces[to - 1]!) && boundaryBefore(pieces, to - 1) === 'yes'
}

/** The short form is announcement enough: "fot. Jan Kowalski", "Φωτ. ΑΠΕ". */
export const isShortLabel = (piece: Piece): boolean => /^(?:fot|zdj|nuotr|φωτ|ph|dok)\.$/iu.test(piece.text)
