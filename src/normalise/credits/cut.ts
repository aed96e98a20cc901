import type { CreditReading } from './grammar.ts'
import type { Piece } from './pieces.ts'

/** A caption with one credit taken off one of its ends. */
export interface Cut {
  readonly rest: string
  /** The credit as printed, without its brackets. */
  readonly credit: string
  readonly reading: CreditReading
}

const titles = new Set(
  'mr mrs ms dr sen rep gov gen lt col capt sgt maj cpl pvt rev hon prof st mt ft no nos vs v pres supt dist adm cmdr det insp amb sec atty hr fr bzw ca nr str bd sr. sra dra sig mme mlle m. d. dhr mevr'.split(
    ' ',
  ),
)

/** Short forms that a sentence can end with as well: states, firms, months. */
const shortForms = new Set(
  'Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Vt Va Wash Wis Wyo Inc Co Corp Ltd Jr Sr Bros Jan Feb Aug Sept Oct Nov Dec'.split(
    ' ',
  ),
)

/** How surely a sentence ends with this piece: not at all, perhaps (an abbreviation of a state), or yes. */
export function sentenceEnd(piece: Piece): 'no' | 'perhaps' | 'yes' {
  if (piece.kind === 'close') return 'yes'
  if (piece.kind === 'separator')
    return /^[|｜•·\n–—-]$/u.test(piece.text) ? 'yes' : /^[.…。]+$/u.test(piece.text) ? 'yes' : 'no'
  const last = piece.text.at(-1)!
  if (piece.kind !== 'agency' && !'.!?。！？।؟۔"”»\'’'.includes(last)) return 'no'
  const match = /([^\s]*?)([.!?。！？।؟۔]+)["”»'’]*$/u.exec(piece.text.slice(-40))
  if (!match) return 'no'
  const [, word, stop] = match
  if (stop !== '.') return 'yes'
  if (word === '') return 'yes'
  if (/^\p{Lu}$/u.test(word!)) return 'no'
  if (titles.has(word!.toLowerCase())) return 'no'
  if (/^(?:\p{L}\.)+\p{L}$/u.test(word!)) return 'perhaps'
  if (shortForms.has(word!)) return 'perhaps'
  return 'yes'
}

/** "(c)" behind a sentence, or in a script without capitals; behind a name it may say who stands in the centre. */
const copyrightSign = /(?<=[.!?。"”\p{Lo}]) ?[(（]c[)）]$/iu

/** Drops what joined the caption to the credit: dashes, slashes, bars, an opening bracket left open, "(c)". */
export function trimEnd(text: string): string {
  return text
    .replace(/[\s|/,–—\-•·([（［】【:=＝]{1,12}$/u, '')
    .replace(copyrightSign, '')
    .trimEnd()
}

/** The same for a credit that stood before the caption. */
export function trimStart(text: string): string {
  return text.replace(/^[\s|/,–—\-•·)\]）:.…]{1,12}/u, '').trimStart()
}

export const isSlash = (piece: Piece): boolean => piece.kind === 'separator' && /^[/／|]$/u.test(piece.text)

/** As sentenceEnd, looking through a slash that papers set between the sentence and the credit: "... Nowym Borku. / PAP". */
export function boundaryBefore(pieces: readonly Piece[], at: number): 'no' | 'perhaps' | 'yes' {
  const before = pieces[at - 1]!
  return isSlash(before) && at > 1 ? sentenceEnd(pieces[at - 2]!) : sentenceEnd(before)
}
