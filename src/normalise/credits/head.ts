import { cutCaptioned } from './captioned.ts'
import type { Cut } from './cut.ts'
import { trimStart } from './cut.ts'
import { readCredit } from './grammar.ts'
import type { CreditReading } from './grammar.ts'
import { isCreditWord, isParticle, readPieces } from './pieces.ts'
import type { Piece } from './pieces.ts'
import { remarkPhrases } from './languages/index.ts'
import { startsWithLabel, vouchedInBrackets } from './tail.ts'

/** A credit before a caption ends within this many characters. */
export const headReach = 150

/** Agencies whose bare name before a caption is a credit, as the BBC and others print it. */
const bareHeads = new Set([
  'AP',
  'AFP',
  'Reuters',
  'EPA',
  'EFE',
  'Getty Images',
  'PA',
  'BBC',
  'Alamy',
  'Shutterstock',
  'Anadolu',
  'dpa',
])
/** Then it is the subject of the sentence: "Reuters Chief ...", "BBC Radio ...". */
const subjectWords =
  /^(?:chief|president|director|editor|photographer|reporter|correspondent|journalists?|news|radio|sport|sports|world|one|two|three|four|five|studio|studios|headquarters|office|building|top|poll|tv|television|breakfast|newsnight|presenter|staff|media|wire|verify|asia|arabic|persian|scotland|wales|london|national|and|vs|v)$/iu

const creditSign = /[/|©([\n]|Photo|PHOTO|Images|Reuters|REUTERS|AFP/u

/** Most captions open with an ordinary word and no sign of a credit near it. */
function opensInProse(text: string): boolean {
  const head = text.slice(0, 80)
  if (creditSign.test(head)) return false
  const first = /^[^\s:,.…/]+/u.exec(head)
  return first === null || !isCreditWord(first[0].toLowerCase())
}

/** Takes one credit off the head: "(Jane Doe/AP) A man ...", "Image copyright AP Image caption A man ...". */
export function cutHead(text: string): Cut | undefined {
  const captioned = cutCaptioned(text)
  if (captioned) return captioned
  if (opensInProse(text)) return undefined
  const pieces = readPieces(
    text.length > headReach
      ? text.slice(0, text.lastIndexOf(' ', headReach) > 0 ? text.lastIndexOf(' ', headReach) : headReach)
      : text,
  )
  if (pieces.length < 3) return undefined
  const cut = (from: number, to: number, next: number, reading: CreditReading): Cut | undefined => {
    const rest = trimStart(text.slice(pieces[next - 1]!.end))
    if (rest === '' || !/^["'“«‘„(\[]?[\p{Lu}\p{Lo}\p{N}]/u.test(rest)) return undefined
    return { rest, credit: text.slice(pieces[from]!.start, pieces[to - 1]!.end).trim(), reading }
  }
  const first = pieces[0]!
  if (first.kind === 'open') return cutBrackets(pieces, cut)
  if (startsWithLabel(pieces, 0, pieces.length)) return cutLabelled(pieces, cut)
  return cutSlash(pieces, cut) ?? cutBare(pieces, cut)
}

type MakeCut = (from: number, to: number, next: number, reading: CreditReading) => Cut | undefined

/** "(Jane Doe/AP) A man ...", "(Symbolbild) Ein Mann ..." */
function cutBrackets(pieces: readonly Piece[], cut: MakeCut): Cut | undefined {
  const close = pieces.findIndex((piece) => piece.kind === 'close')
  if (close < 2) return undefined
  const reading = readCredit(pieces, 1, close)
  if (reading && vouchedInBrackets(reading)) return cut(1, close, close + 1, reading)
  const remark = remarkPhrases.get(
    pieces
      .slice(1, close)
      .map((piece) => piece.text)
      .join(' ')
      .toLowerCase(),
  )
  if (remark === undefined) return undefined
  const none = {
    photographers: [],
    agencies: [],
    label: true,
    wire: false,
    organisation: false,
    slash: false,
    nameWords: 0,
  }
  return cut(1, close, close + 1, { ...none, flags: [remark] })
}

/** "Photo: Jane Doe/AP A man ...", "Image copyright AP Image caption A man ...", "© Jane Doe A man ..." */
function cutLabelled(pieces: readonly Piece[], cut: MakeCut): Cut | undefined {
  let at = 0
  while (
    at < pieces.length &&
    (pieces[at]!.kind === 'label' || pieces[at]!.kind === 'by' || /^(?:[:：]|\.{3}|…)$/u.test(pieces[at]!.text))
  )
    at++
  const name = at
  for (; at < pieces.length && at < name + 16; at++) {
    const { kind, text } = pieces[at]!
    if (kind === 'label' && /^caption$/iu.test(pieces[at + 1]?.text ?? '')) {
      const reading = readCredit(pieces, 0, at)
      return reading && cut(0, at, at + 2, reading)
    }
    if (kind === 'other' || (kind === 'separator' && /^[:.]/u.test(text))) break
  }
  const end = houseEnd(pieces, name)
  if (end > name) {
    const reading = readCredit(pieces, 0, end)
    return reading && cut(0, end, end, reading)
  }
  const lineEnd = pieces.findIndex((piece, index) => index > name && piece.text === '\n')
  const last = lineEnd > 0 ? lineEnd : pieces[0]!.text === '©' ? nameEnd(pieces, name) : name
  if (last <= name) return undefined
  const reading = readCredit(pieces, 0, last)
  return reading && reading.photographers.length > 0 ? cut(0, last, last, reading) : undefined
}

/** The end of the last agency that names, slashes and commas lead to. */
function houseEnd(pieces: readonly Piece[], from: number): number {
  let end = from
  let names = 0
  for (let at = from; at < pieces.length && at < from + 14; at++) {
    const { kind, text } = pieces[at]!
    if (kind === 'agency') {
      end = at + 1
      const next = pieces[at + 1]
      if (next?.kind === 'label' && pieces[at + 2] !== undefined && pieces[at + 2]!.text !== ':') end = at + 2
      if (isSlash(pieces[end]) && pieces[end + 1]?.kind === 'name') {
        const behind = nameEnd(pieces, end + 1)
        if (pieces[behind - 1]?.kind === 'name') end = Math.max(end, behind)
        at = end - 1
        continue
      }
      if (!isSlash(pieces[end]) && !/^(?:via|,)$/iu.test(pieces[end]?.text ?? '')) break
      if (pieces[end]?.text === ',' && pieces[end + 1]?.kind !== 'agency') break
    } else if (kind === 'name') {
      if (++names > 6) break
    } else if (kind === 'separator' && !/^[/／|,–—-]$/u.test(text)) break
    else if (kind === 'other' || kind === 'caseless' || kind === 'open' || kind === 'close') break
  }
  return end
}

const isSlash = (piece: Piece | undefined): boolean => piece?.kind === 'separator' && /^[/／|]$/u.test(piece.text)

/** The end of a name of a first name, initials or particles, and a surname. */
function nameEnd(pieces: readonly Piece[], from: number): number {
  if (pieces[from]?.kind !== 'name') return from
  let at = from + 1
  while (
    pieces[at] !== undefined &&
    (/^(?:\p{Lu}\.){1,3}$/u.test(pieces[at]!.text) ||
      (pieces[at]!.kind === 'connector' && isParticle(pieces[at]!.text)))
  )
    at++
  return pieces[at]?.kind === 'name' ? at + 1 : from
}

/** "REUTERS/Jane Doe A man ...", "Jane Doe/AP A man ...", "Jane Doe AP Photo A man ...", "Jane Doe | Getty ImagesA man" */
function cutSlash(pieces: readonly Piece[], cut: MakeCut): Cut | undefined {
  const agency = pieces.findIndex((piece) => piece.kind === 'agency')
  if (agency < 0 || agency > 8) return undefined
  for (let at = 0; at < agency; at++) {
    const { kind, text } = pieces[at]!
    if (
      kind !== 'name' &&
      kind !== 'agency' &&
      kind !== 'flag' &&
      kind !== 'label' &&
      !(kind === 'connector' && isParticle(text)) &&
      !/^[/／|]$/u.test(text)
    )
      return undefined
  }
  const joined = isSlash(pieces[agency - 1]) || isSlash(pieces[agency + 1])
  const label = pieces[agency + 1]?.kind === 'label' && pieces[agency + 2]?.text !== ':'
  if (!joined && !label) return undefined
  const end = houseEnd(pieces, 0)
  if (end <= agency) return undefined
  const reading = readCredit(pieces, 0, end)
  return reading?.organisation === true && reading.nameWords <= 7 ? cut(0, end, end, reading) : undefined
}

/** "BBC A soldier ...", "Getty Images Protesters ..." */
function cutBare(pieces: readonly Piece[], cut: MakeCut): Cut | undefined {
  const [first, second] = pieces
  if (first!.kind !== 'agency' || !bareHeads.has(first!.agency!.name)) return undefined
  const next = second!
  if (
    next.kind !== 'name' &&
    next.kind !== 'caseless' &&
    !(next.kind === 'connector' && /^\p{Lu}/u.test(next.text)) &&
    next.text !== '\n'
  )
    return undefined
  if (subjectWords.test(next.text)) return undefined
  const reading = readCredit(pieces, 0, 1)
  return reading && cut(0, 1, 1, reading)
}
