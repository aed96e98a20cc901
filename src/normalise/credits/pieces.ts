import { acronyms, agencyAt, bareWord, lastWords, startsAgencyName } from './agency-names.ts'
import type { Agency } from './agencies.ts'
import { remember } from '../memo.ts'
import type { CreditFlag } from './credit-words.ts'
import { byWords, connectorWords, flagWords, labelWords, strongLabelWords } from './languages/index.ts'

/** What a word or sign of a credit line is. `caseless` is a word in a script without capitals. */
export type PieceKind =
  | 'agency'
  | 'label'
  | 'by'
  | 'flag'
  | 'connector'
  | 'name'
  | 'caseless'
  | 'number'
  | 'separator'
  | 'open'
  | 'close'
  | 'other'

export interface Piece {
  readonly kind: PieceKind
  readonly text: string
  /** Offsets in the text that was read. */
  readonly start: number
  readonly end: number
  readonly agency?: Agency
  readonly flag?: CreditFlag
  /** A label that needs no colon. */
  readonly strong?: boolean
}

/** A word as the lexer found it. */
interface Word {
  readonly shape: Shape
  readonly start: number
}

/** What a word is as long as no agency's name begins with it. */
interface Shape {
  readonly text: string
  /** Without the full stop or quote that ends it, in lower case. */
  readonly folded: string
  readonly kind: PieceKind
  readonly flag?: CreditFlag
  readonly strong?: boolean
}

const blank = 0
const letter = 1
const apart = 2
const apartSigns = new Set([...'([（［【)]）］】/|,;:：／｜©ⓒ®•·▲△…＝=、。\n–—'].map((sign) => sign.charCodeAt(0)))
const asciiSigns = Uint8Array.from({ length: 128 }, (_, code) => readSign(code))

function readSign(code: number): number {
  if (apartSigns.has(code)) return apart
  return /\s/u.test(String.fromCharCode(code)) ? blank : letter
}

/** Whether a character is a blank, part of a word, or a piece of its own. */
const signOf = (code: number): number =>
  code < 128
    ? asciiSigns[code]!
    : code < 0x3000 && code > 0x205f && code !== 0x24d2 && code !== 0x25b2 && code !== 0x25b3
      ? letter
      : readSign(code)

const opening = /^[([（［【]$/u
const closing = /^[)\]）］】]$/u
const separating = /^(?:[/|,;:：／｜®•·▲△…＝=、\n–—-]|\.+|。|\/\/)$/u
const nameShape = /^["'’“«‘]?[\p{Lu}\p{Lt}\p{N}@][\p{L}\p{M}\p{N}'’.\-&+@_]*["'’”»]*$/u
const caselessShape = /^["'’“«]?[\p{Lo}][\p{L}\p{M}\p{N}'’.\-]*["'’”»]*$/u
const domainShape =
  /^[\w-]{1,40}(?:\.[\w-]{1,40}){0,3}\.(?:com|net|org|de|at|ch|co\.uk|fr|es|it|nl|se|no|dk|fi|ru|gr|is|lt|lv|ee|hu|hr|rs|mt|pl|cz|sk|si|ro|bg|ua|be|pt|eu|info|tv)$/iu
const particle =
  /^(?:d[aeiou]|del|della|dell|der|den|des|di|dos|das|el|al|bin|bint|ibn|ben|la|le|les|los|las|du|ter|ten|te|van|von|zu|zur|af|av|y|e|i|t|d|dal|degli|vom|und)$/iu

/** True for the small words inside surnames: "de", "van", "bin". */
export const isParticle = (word: string): boolean => particle.test(word)

/** True for a lower-case word that can end a credit: an agency, a flag, a label. */
export const isCreditWord = (word: string): boolean =>
  startsAgencyName(word) || lastWords.has(word) || flagWords.has(word) || labelWords.has(word)

/** Cuts a text into the pieces of the credit grammar. Bounded by its caller: a few hundred characters. */
export function readPieces(text: string): Piece[] {
  const words = readWords(text)
  const pieces: Piece[] = []
  const wordAt = (index: number): string | undefined => words[index]?.shape.text
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!
    const found = agencyAt(wordAt, at, word.shape.folded)
    if (found) {
      const last = words[at + found.length - 1]!
      const end = last.start + last.shape.text.length
      pieces.push({ kind: 'agency', text: text.slice(word.start, end), start: word.start, end, agency: found.agency })
      at += found.length - 1
    } else pieces.push(pieceOf(word))
  }
  return pieces
}

function pieceOf({ start, shape: { text, kind, flag, strong } }: Word): Piece {
  const end = start + text.length
  if (flag !== undefined) return { kind, text, start, end, flag }
  return strong === undefined ? { kind, text, start, end } : { kind, text, start, end, strong }
}

/** Runs of letters, and every bracket, dash and separator by itself. */
function readWords(text: string): Word[] {
  const words: Word[] = []
  let start = -1
  for (let at = 0; at <= text.length; at++) {
    const sign = at === text.length ? blank : signOf(text.charCodeAt(at))
    if (sign === letter) {
      if (start < 0) start = at
      continue
    }
    if (start >= 0) addWord(words, text.slice(start, at), start)
    start = -1
    if (sign === apart) addWord(words, text[at]!, at)
  }
  return words
}

function addWord(words: Word[], text: string, start: number): void {
  let from = start
  for (const shape of shapesOf(text)) {
    words.push({ shape, start: from })
    from += shape.text.length
  }
}

/** A credit line is read several times, and captions share most of their words. */
const shapesOf = remember((text) => readShapes(text), { most: 4_000, longest: 40 })

/** A word, parted where scraped text ran two together: "Qatar.AFP", "treatmentCredit", "ImagesKristi". */
function readShapes(text: string): readonly Shape[] {
  const shapes: Shape[] = []
  let rest = text
  for (;;) {
    const cut = rest.length < 4 ? 0 : rest.startsWith('-') ? 1 : seam(rest)
    shapes.push(shapeOf(cut > 0 ? rest.slice(0, cut) : rest))
    if (cut <= 0) return shapes
    rest = rest.slice(cut)
  }
}

/** A capital behind its second letter: all that can be a seam. */
const seamed = /^..+\p{Lu}/u
const upper = /\p{Lu}/u
const lower = /\p{Ll}/u

/** Where one word ends and another begins without a blank; 0 for an ordinary word. */
function seam(word: string): number {
  if (!seamed.test(word) || startsAgencyName(bareWord(word))) return 0
  for (let at = 2; at < word.length; at++) {
    if (!upper.test(word[at]!)) continue
    const before = word[at - 1]!
    if (
      before === '-' &&
      word[at + 1] !== undefined &&
      upper.test(word[at + 1]!) &&
      startsAgencyName(bareWord(word.slice(at)))
    )
      return at - 1
    if ('.!?"”»'.includes(before) && at > 2) {
      const stop = word.slice(0, at).search(/[.!?]/u)
      if (stop >= 2 && /[\p{Ll}\p{N}][\p{Ll}\p{N}]$/u.test(word.slice(0, stop))) return at
      continue
    }
    const left = word.slice(0, at)
    const right = bareWord(word.slice(at))
    if (lower.test(before)) {
      const folded = left.toLowerCase()
      if (lastWords.has(folded) && folded.length > 3 && !startsAgencyName(bareWord(word))) return at
      if (labelWords.has(folded) && (folded.length > 3 || folded === 'pic')) return at
      if (/^(?:credit|photo|foto|bild|image)$/iu.test(right) || /^(?:credit){2}/iu.test(right)) return at
      if (strongLabelWords.has(right.toLowerCase())) return at
      if (right.length > 1 && startsAgencyName(right) && !startsAgencyName(bareWord(word)) && at > 2) {
        if (
          right === right.toUpperCase() ||
          /^(?:Reuters|Getty|Shutterstock|Alamy|Bloomberg|Xinhua|Anadolu)$/u.test(right)
        )
          return at
      }
    } else if (acronyms.has(right) && /\p{Ll}|\p{Lu}{4}/u.test(left) && right.length >= 3) return at
    else if (acronyms.has(left) && /^\p{Lu}\p{Ll}{2}/u.test(right)) return at
  }
  return 0
}

function shapeOf(text: string): Shape {
  const bare = bareWord(text)
  const folded = bare.toLowerCase()
  const flag = flagWords.get(folded)
  if (flag !== undefined) return { text, folded, kind: 'flag', flag }
  const copyright = text === '©' || text === 'ⓒ'
  if (copyright || labelWords.has(folded)) {
    return { text, folded, kind: 'label', strong: copyright || strongLabelWords.has(folded) }
  }
  return { text, folded, kind: plainKind(text, bare, folded) }
}

function plainKind(text: string, bare: string, folded: string): PieceKind {
  if (byWords.has(folded)) return 'by'
  if (connectorWords.has(folded)) return 'connector'
  const first = text.charCodeAt(0)
  if (first >= 0x61 && first <= 0x7a) {
    if (particle.test(bare)) return 'connector'
    return bare.includes('.') && domainShape.test(bare) ? 'name' : 'other'
  }
  if (text.length === 1) {
    if (opening.test(text)) return 'open'
    if (closing.test(text)) return 'close'
  }
  if (separating.test(text)) return 'separator'
  if (particle.test(bare)) return 'connector'
  if (first <= 0x39 && /^\p{N}+$/u.test(bare)) return 'number'
  if (bare.includes('.') && domainShape.test(bare)) return 'name'
  if (nameShape.test(text)) return 'name'
  return caselessShape.test(text) ? 'caseless' : 'other'
}
