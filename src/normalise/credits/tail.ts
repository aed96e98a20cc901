import type { Cut } from './cut.ts'
import { boundaryBefore, isSlash, sentenceEnd, trimEnd } from './cut.ts'
import { readCredit } from './grammar.ts'
import type { CreditReading } from './grammar.ts'
import { remarkPhrases } from './languages/index.ts'
import { isCreditWord, isParticle, readPieces } from './pieces.ts'
import type { Piece } from './pieces.ts'
import { isClosedByLabel, isLoneLabel, isShortCredit, isShortLabel } from './short-credit.ts'

/** A credit stands within this many characters of the end. */
export const tailReach = 240
/** Without a sign of a copyright notice it is shorter. */
const shortReach = 150

/** Takes one credit off the end: in brackets, behind a label, behind the last sentence, or joined by a slash. */
export function cutTail(text: string): Cut | undefined {
  const remark = cutLastRemark(text)
  if (remark) return remark
  if (endsInProse(text)) return undefined
  const bracket = cutLastBracket(text)
  if (bracket) return bracket
  const from = windowStart(text)
  const pieces = readPieces(signCopyright(from === 0 ? text : text.slice(from)))
  let to = pieces.length
  while (to > 0 && isFullStop(pieces[to - 1]!)) to--
  if (to === 0) return undefined
  const whole = from === 0
  const cut = (at: number, end: number, reading: CreditReading, inner = at): Cut => ({
    rest: trimEnd(text.slice(0, from + pieces[at]!.start)),
    credit: text.slice(from + pieces[inner]!.start, from + pieces[end - 1]!.end).trim(),
    reading,
  })
  return (
    cutBrackets(pieces, to, cut) ??
    cutOpenBracket(pieces, to, cut) ??
    cutRun(pieces, to, whole, cut) ??
    cutSlash(pieces, to, cut) ??
    cutBare(pieces, to, cut)
  )
}

type MakeCut = (at: number, end: number, reading: CreditReading, inner?: number) => Cut

/** "(c) Jane Doe" behind a sentence, or in a script without capitals; behind a name it may say who stands in the centre. */
const writtenCopyright = /(?<=(?:[.!?。"”»\])|]|\p{Lo}) ?)[(（][cC][)）](?= ?\S)/gu

/** The same text with a copyright sign, every character in its place. */
function signCopyright(text: string): string {
  return text.includes('(') || text.includes('（') ? text.replace(writtenCopyright, '©  ') : text
}

function windowStart(text: string): number {
  if (text.length <= shortReach) return 0
  const long = text.length > tailReach ? text.slice(-tailReach) : text
  const reach = /©|ⓒ|opyright|ights|ourtesy|rovided|REDIT|redit/u.test(long) ? tailReach : shortReach
  if (text.length <= reach) return 0
  const at = text.indexOf(' ', text.length - reach)
  return at < 0 ? text.length - reach : at
}

const proseWord = /^(\p{Ll}{2,}|\d+)[.!?]?["'”»]?$/u
const blank = /\s/u
const creditSign = /[:：©ⓒ/|]|[(（][cC][)）]|ourtesy|rovided|andout|upplied|ubmitted/u

/** Most captions without a credit end in an ordinary word with no sign of a credit near it. */
function endsInProse(text: string): boolean {
  const tail = text.slice(-72)
  let start = tail.length
  while (start > 0 && !blank.test(tail[start - 1]!)) start--
  const match = proseWord.exec(tail.slice(start))
  return match !== null && !creditSign.test(tail) && !isCreditWord(match[1]!)
}

const isFullStop = (piece: Piece): boolean => piece.kind === 'separator' && /^[.…]+$/u.test(piece.text)

/** The common case, read without the rest of the caption: a credit in the last pair of brackets. */
function cutLastBracket(text: string): Cut | undefined {
  const end = text.length - (text.endsWith('.') ? 1 : 0)
  const close = text[end - 1]
  if (close !== ')' && close !== ']') return undefined
  const open = text.lastIndexOf(close === ')' ? '(' : '[', end - 2)
  if (open < 0 || end - open > tailReach || text.slice(open + 1, end - 1).includes(close)) return undefined
  const credit = text.slice(open + 1, end - 1).trim()
  const remark = remarkPhrases.get(credit.toLowerCase())
  const reading = remark === undefined ? readCredit(readPieces(credit)) : emptyReading(remark)
  return reading && vouchedInBrackets(reading) ? { rest: trimEnd(text.slice(0, open)), credit, reading } : undefined
}

/** "... in Pamplona. Imagen de archivo", "... Zdjęcie ilustracyjne.": a remark without brackets behind the sentence. */
function cutLastRemark(text: string): Cut | undefined {
  const end = text.endsWith('.') ? text.length - 1 : text.length
  const phrases = remarksByLastWord.get(text.slice(text.lastIndexOf(' ', end - 1) + 1, end).toLowerCase())
  if (phrases === undefined) return undefined
  const tail = text.slice(Math.max(0, end - longestRemark), end).toLowerCase()
  const phrase = phrases.find((one) => tail.endsWith(one))
  if (phrase === undefined) return undefined
  const at = end - phrase.length
  const before = text.slice(0, at)
  if (namedBefore.test(before.slice(-longestRemark * 2))) return undefined
  const apart = /(?:[.!?。।؟"”»)\]]|\s[|/–—-]) ?$/u.test(before) && !/(?:^|[\s(])\p{L}{1,2}\.\s$/u.test(before)
  // capitals or their lack decide where no stop stands
  const caseless = /^\p{Lo}/u.test(phrase) && phrase.includes(' ') && /\s$/u.test(before)
  if (at < 12 || (!apart && !caseless)) return undefined
  return { rest: trimEnd(before), credit: text.slice(at), reading: emptyReading(remarkPhrases.get(phrase)!) }
}

const longestRemark = 48
/** "... in Pamplona. Jane Doe / Archiv": the remark belongs to a name behind the sentence, and both come off together. */
const namedBefore = /[.!?]["'”»)]? (?:\p{Lu}[^\s.!?/]{1,30} ){1,3}[/|] ?$/u
const lastWord = (phrase: string): string => phrase.slice(phrase.lastIndexOf(' ') + 1)
const remarksByLastWord: ReadonlyMap<string, readonly string[]> = (() => {
  const map = new Map<string, string[]>()
  for (const phrase of [...remarkPhrases.keys()].sort((a, b) => b.length - a.length))
    map.set(lastWord(phrase), [...(map.get(lastWord(phrase)) ?? []), phrase])
  return map
})()

/** "... in Pamplona. (AP Photo/Jane Doe)" */
function cutBrackets(pieces: readonly Piece[], to: number, cut: MakeCut): Cut | undefined {
  const last = pieces[to - 1]!
  if (last.kind !== 'close') return undefined
  let depth = 0
  for (let at = to - 1; at >= 0; at--) {
    const { kind } = pieces[at]!
    if (kind === 'close') depth++
    else if (kind === 'open' && --depth === 0) {
      const reading = readCredit(pieces, at + 1, to - 1)
      if (reading && vouchedInBrackets(reading)) return cut(at, to - 1, reading, at + 1)
      return cutRemark(pieces, at, to, cut)
    }
  }
  return undefined
}

/** "(Archivbild)", "(file photo)": a remark on the kind of picture. */
function cutRemark(pieces: readonly Piece[], at: number, to: number, cut: MakeCut): Cut | undefined {
  const words = pieces.slice(at + 1, to - 1).map((piece) => piece.text)
  const flag = remarkPhrases.get(words.join(' ').toLowerCase())
  if (flag === undefined) return undefined
  return cut(at, to - 1, emptyReading(flag), at + 1)
}

function emptyReading(...flags: CreditReading['flags']): CreditReading {
  return {
    photographers: [],
    agencies: [],
    flags,
    label: true,
    wire: false,
    organisation: false,
    slash: false,
    nameWords: 0,
  }
}

export function vouchedInBrackets(reading: CreditReading): boolean {
  if (reading.organisation || reading.flags.length > 0) return true
  if (reading.label) return true
  return reading.slash && reading.photographers.length > 0
}

/** "... in Pamplona. (AP Photo/Jane Do", cut off by a length limit. */
function cutOpenBracket(pieces: readonly Piece[], to: number, cut: MakeCut): Cut | undefined {
  for (let at = to - 1; at >= 0 && at > to - 12; at--) {
    const { kind } = pieces[at]!
    if (kind === 'close') return undefined
    if (kind !== 'open') continue
    const reading = readCredit(pieces, at + 1, to)
    return reading && (reading.organisation || (reading.label && reading.nameWords > 0))
      ? cut(at, to, reading, at + 1)
      : undefined
  }
  return undefined
}

/** "... in Pamplona. Photo: Jane Doe/AP", "... in Pamplona. Jane Doe/AP" */
function cutRun(pieces: readonly Piece[], to: number, whole: boolean, cut: MakeCut): Cut | undefined {
  let floor = to
  let loose = 0
  while (floor > 0 && to - floor < 44) {
    if (pieces[floor - 1]!.kind === 'other' && ++loose > 7) break
    floor--
  }
  for (let at = floor; at < to; at++) {
    if (!startsWithLabel(pieces, at, to)) continue
    const reading = readCredit(pieces, at, to)
    if (reading && (reading.organisation || (saysSomething(reading, pieces, at, to) && reading.nameWords <= 10)))
      return cut(backOverQualifiers(pieces, at), to, reading)
    if (isShortCredit(pieces, at, to)) return cut(at, to, reading ?? emptyReading())
  }
  let best: Cut | undefined
  for (let at = Math.max(floor, 1); at < to; at++) {
    const piece = pieces[at]!
    if (piece.kind === 'separator' || piece.kind === 'close' || piece.kind === 'other') continue
    const boundary = boundaryBefore(pieces, at)
    if (boundary === 'no' || (best && boundary === 'perhaps')) continue
    const reading = readCredit(pieces, at, to)
    if (!reading) continue
    // "Courtesy Jane Doe", "Provided by Jane Doe"
    const labelled = piece.kind === 'label' || piece.flag === 'courtesy' || piece.flag === 'handout'
    const closed = boundary === 'yes' && isClosedByLabel(reading, pieces, at, to)
    if (!closed && !vouchedBehindSentence(reading, boundary, to - at, labelled)) continue
    const wholeSentence = reading.slash || reading.label || reading.flags.length > 0
    best = cut(at, to, reading)
    if (wholeSentence && boundary === 'yes') return best
  }
  if (best) return best
  if (isLoneLabel(pieces, to)) return cut(to - 1, to, emptyReading())
  return whole ? cutWhole(pieces, to, cut) : undefined
}

function saysSomething(reading: CreditReading, pieces: readonly Piece[], at: number, to: number): boolean {
  return reading.nameWords > 0 || reading.flags.length > 0 || hasCaseless(pieces, at, to)
}

/** Nothing but a credit: "AP Photo/Jane Doe, File". */
function cutWhole(pieces: readonly Piece[], to: number, cut: MakeCut): Cut | undefined {
  const reading = readCredit(pieces, 0, to)
  if (!reading || pieces[0]!.kind === 'connector') return undefined
  for (let at = 0; at < to - 1; at++) {
    const { kind, text } = pieces[at]!
    if (kind === 'other' || (kind !== 'separator' && sentenceEnd(pieces[at]!) === 'yes')) return undefined
    // "桐谷正隆社長=共同": what stands before the sign is the caption
    if (/^[=＝]$/u.test(text) && pieces[at - 1]?.kind === 'caseless' && pieces[at - 1]!.text.length > 6)
      return undefined
    if (text === '。' || (text === ':' && pieces[at - 1]?.kind === 'name')) return undefined
    if (kind === 'label' && pieces[at - 1]?.kind === 'name') return undefined
  }
  const joints = pieces.slice(0, to).filter((piece) => piece.kind === 'connector').length
  if (joints > (reading.slash || reading.label ? 4 : 1)) return undefined
  return vouchedBehindSentence(reading, 'yes', to) ? cut(0, to, reading) : undefined
}

const hasCaseless = (pieces: readonly Piece[], at: number, to: number): boolean =>
  pieces.slice(at, to).some((piece) => piece.kind === 'caseless')

/** "Photo:", "Foto von", "©", "Credit...", "Image copyright", "Photographer Jane Doe" */
export function startsWithLabel(pieces: readonly Piece[], at: number, to: number): boolean {
  const piece = pieces[at]!
  if (piece.kind === 'flag')
    return (
      (piece.flag === 'courtesy' && pieces[at + 1] !== undefined && /^(?:of|de|:|by)$/iu.test(pieces[at + 1]!.text)) ||
      // "Arkivfoto: Jane Doe", "Symbolfoto: Jane Doe", "Supplied: Jane Doe"
      (pieces[at + 1]?.text === ':' && pieces[at + 2]?.kind === 'name')
    )
  if (piece.kind !== 'label') return false
  // "fot. Jan Kowalski", "Φωτ. ΑΠΕ": the short form is announcement enough
  if (piece.strong === true || isShortLabel(piece)) return true
  let next = at + 1
  while (next < to && next < at + 3 && (pieces[next]!.kind === 'label' || pieces[next]!.kind === 'flag')) {
    if (pieces[next]!.strong === true || pieces[next]!.flag === 'courtesy') return true
    next++
  }
  const after = pieces[next]
  if (after === undefined) return false
  if (/^(?:[:：]|\.{3}|…|©)$/u.test(after.text)) return true
  const behind = pieces[next + 1]
  if (after.kind === 'by') return behind?.kind === 'name' || behind?.kind === 'agency'
  return /^(?:via|courtesy)$/iu.test(after.text) && behind?.kind === 'agency'
}

/** The label of "AP Photo by Jane Doe" begins with its agency, that of "File photo: AP" with its flag. */
function backOverQualifiers(pieces: readonly Piece[], at: number): number {
  const before = pieces[at - 1]
  if (before?.kind === 'agency' || before?.kind === 'flag' || /^staff$/iu.test(before?.text ?? '')) return at - 1
  return at
}

function vouchedBehindSentence(
  reading: CreditReading,
  boundary: 'perhaps' | 'yes',
  length: number,
  labelled = false,
): boolean {
  if (length > 26) return false
  const named = reading.slash && reading.photographers.length > 0 && reading.nameWords <= 7
  if (reading.wire)
    return reading.slash || reading.label || boundary === 'yes' ? reading.nameWords <= 12 : reading.nameWords <= 4
  if (boundary !== 'yes') return false
  // "Photo NR", "Foto Passerini"
  if (
    labelled &&
    reading.nameWords > 0 &&
    (length <= 3 || (reading.nameWords <= 8 && reading.photographers.length > 0))
  )
    return true
  if (reading.organisation) return reading.slash || reading.label || reading.photographers.length > 0 || length <= 3
  if (reading.flags.length > 0)
    return reading.nameWords === 0 || named || (reading.flags.includes('handout') && reading.label)
  return named
}

/** "... in central Milan Jane Doe/AP": no sentence ends, but a slash joins a name and an agency. */
function cutSlash(pieces: readonly Piece[], to: number, cut: MakeCut): Cut | undefined {
  let anchor = -1
  for (let at = to - 1; at >= 0 && at > to - 14; at--) {
    const { kind, text } = pieces[at]!
    if (kind === 'other' || (kind === 'separator' && !/^[/／|,–—-]$/u.test(text))) break
    if (kind === 'agency' && pieces[at]!.agency!.outlet !== true) anchor = at
  }
  if (anchor < 0) return undefined
  const before = pieces[anchor - 1]
  const after = pieces[anchor + 1]
  const joinedAfter =
    after !== undefined && (isSlash(after) || (after.kind === 'label' && pieces[anchor + 2] !== undefined))
  let at = anchor
  if (before !== undefined && isSlash(before)) at = nameStart(pieces, anchor - 1)
  else if (joinedAfter) at = anchor
  else if (after?.kind === 'label' && anchor + 2 === to) at = nameStart(pieces, anchor)
  else return undefined
  while (at > 1 && isSlash(pieces[at - 1]!)) at = nameStart(pieces, at - 1)
  if (at === anchor && !joinedAfter) return undefined
  if (pieces[at - 1]?.kind === 'label') at--
  const reading = readCredit(pieces, at, to)
  return reading?.wire === true && reading.nameWords <= 8 ? cut(at, to, reading) : undefined
}

/** Where the name that ends before `end` begins: surname, particles and initials, first name. */
function nameStart(pieces: readonly Piece[], end: number): number {
  let at = end - 1
  if (pieces[at]?.kind === 'agency') return at
  if (pieces[at]?.kind !== 'name') return end
  at--
  while (
    at >= 0 &&
    (/^(?:\p{Lu}\.){1,3}$/u.test(pieces[at]!.text) ||
      (pieces[at]!.kind === 'connector' && isParticle(pieces[at]!.text)))
  )
    at--
  return at >= 0 && pieces[at]!.kind === 'name' && sentenceEnd(pieces[at]!) === 'no' ? at : at + 1
}

const agencyNoun =
  /(?:agentur|agency|agence|agencia|agenzia|agência|persbureau|bureau|byrån?|агентств[оау]|πρακτορείο)$/iu

/** "... at the Grand Prix of QatarAFP", "... in Paris AFP": nothing but the agency. */
function cutBare(pieces: readonly Piece[], to: number, cut: MakeCut): Cut | undefined {
  let at = to
  while (at > 0 && (pieces[at - 1]!.kind === 'agency' || /^(?:via|vía|[/／])$/iu.test(pieces[at - 1]!.text))) at--
  const first = pieces[at]
  if (first?.kind !== 'agency' || first.agency!.outlet === true || at === 0) return undefined
  const previous = pieces[at - 1]!
  const glued = previous.end === first.start
  if (!glued) {
    if (previous.kind === 'connector' || previous.kind === 'by' || previous.kind === 'label') return undefined
    if (previous.kind === 'other' || agencyNoun.test(previous.text)) return undefined
    if (previous.kind === 'separator' && previous.text === ',' && !/^\p{Lu}{2,}$/u.test(first.text)) return undefined
    if (!/^[\p{Lu}.-]{2,}$|^Reuters$|^Getty/u.test(first.text)) return undefined
  }
  const reading = readCredit(pieces, at, to)
  return reading && cut(at, to, reading)
}
