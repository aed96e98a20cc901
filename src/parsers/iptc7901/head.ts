import type { EditorialType } from '../../story/item.ts'
import { foldSpace } from '../../normalise/text.ts'

/** The lines above the text, up to the equals sign that ends them. */
export interface Head {
  readonly takeKey?: string
  readonly headline?: string
  readonly byline?: string
  /** A remark of the desk in brackets, too long for a take key: what a correction corrects. */
  readonly remark?: string
  /** Lines of the text, the first one that does not belong to the head on. */
  readonly rest: readonly string[]
}

const mostLines = 12
const bylineLine = /^(?:By|Von|Par|Por|Di|Door|Af|Av) \S/

/**
 * Reads the headline block: take keys in capitals or brackets, the headline, a byline; the last line ends with an equals
 * sign, blanks may follow. Without the sign the block ends at the first blank line.
 */
export function readHead(lines: readonly string[]): Head {
  const from = lines.findIndex((line) => line.trim() !== '')
  if (from < 0) return { rest: [] }
  const window = lines.slice(from, from + mostLines)
  const marked = window.findIndex((line) => /=\s*$/.test(line))
  const blank = window.findIndex((line) => line.trim() === '')
  const end = marked >= 0 && (blank < 0 || marked < blank || isShort(window.slice(0, marked))) ? marked : blank - 1
  if (end < 0) return { rest: lines.slice(from) }

  const block = window
    .slice(0, end + 1)
    .map((line) => foldSpace(line.replace(/=\s*$/, '')))
    .filter((line) => line !== '')
  const rest = lines.slice(from + end + 1)
  const keys: string[] = []
  while (block.length > 1 && isTakeKey(block[0] ?? '', block[1] ?? '')) keys.push(block.shift() ?? '')
  const remark = takeRemark(block)
  const at = block.findIndex((line, position) => position > 0 && bylineLine.test(line))
  const byline = at < 0 ? undefined : block.splice(at).join(' ')
  const headline = block.join(' ')
  return {
    ...(keys.length > 0 && { takeKey: keys.join(' ') }),
    ...(remark !== undefined && { remark }),
    ...(headline !== '' && { headline }),
    ...(byline !== undefined && { byline }),
    rest,
  }
}

const mostRemarkLines = 4

/** Takes "(Berichtigung: Im zweiten Absatz ...)" off the block, where a headline follows it. */
function takeRemark(block: string[]): string | undefined {
  if (!(block[0] ?? '').startsWith('(')) return undefined
  const last = block.slice(0, mostRemarkLines).findIndex((line) => line.endsWith(')'))
  if (last < 0 || last === block.length - 1) return undefined
  const remark = block.slice(0, last + 1).join(' ')
  if (!/^\([^()]{1,300}\)$/.test(remark)) return undefined
  block.splice(0, last + 1)
  return remark.slice(1, -1).trim()
}

/** Blank lines may stand within a marked block, but no paragraph of prose. */
function isShort(lines: readonly string[]): boolean {
  return lines.join(' ').length <= 400
}

/** "2ND LEAD", "(Achtung)", "EXTRA": capitals above a line that is not in capitals, or a remark in brackets. */
function isTakeKey(line: string, next: string): boolean {
  if (line.length > 48) return false
  if (/^\([^()]{1,46}\)$/.test(line)) return true
  return !/\p{Ll}/u.test(line) && /\p{Lu}{2}/u.test(line) && (/\p{Ll}/u.test(next) || knownKey.test(line))
}

const knownKey =
  /\b(?:LEAD|NET|EXTRA|REFILE|URGENT|FLASH|BULLETIN|ROUNDUP|EIL|EILMELDUNG|CORRECTION|BERICHTIGUNG|KORREKTUR|KILL|HOLD|ADVISORY|FEATURE|PREVIEW)\b/

const kinds: readonly (readonly [RegExp, EditorialType])[] = [
  [/\bKILL\b|ANNULATION|RÜCKZUG/i, 'kill'],
  [/\bHOLD\b/i, 'withhold'],
  [/CORRECT|BERICHTIGUNG|KORREKTUR|RECTIFICAT/i, 'correction'],
  [/CLARIFI|KLARSTELLUNG/i, 'clarification'],
  [/ADVISORY|\bACHTUNG REDAKTION/i, 'advisory'],
  [/\bFLASH\b|\bBULLETIN\b|\bURGENT\b|\bEIL(?:MELDUNG)?\b|\bALERTE?\b/i, 'alert'],
  [/\bLEAD\b|\bNET\b|\bZUSAMMENFASSUNG\b/i, 'lead'],
  [/\bREFILE\b|\bUPDATE\b|\bAKTUALISIERT\b/i, 'update'],
]

/** What kind of filing a take key says this is, or else the first word of a remark: its others may be about anything. */
export function readKind({ takeKey, remark }: Head): EditorialType | undefined {
  const word = /^\p{L}+/u.exec(remark ?? '')?.[0]
  return (takeKey === undefined ? undefined : readKey(takeKey)) ?? (word === undefined ? undefined : readKey(word))
}

function readKey(takeKey: string): EditorialType | undefined {
  return kinds.find(([pattern]) => pattern.test(takeKey))?.[1]
}

/** Keys of pieces that stand beside the running story under the same keywords: each is a story of its own. */
export function readPiece(takeKey: string): string {
  return (
    /\b(?:EXTRA|FEATURE|ROUNDUP|ANALYSIS|BACKGROUND|PREVIEW|INTERVIEW|PROFILE|FACTBOX|CHRONOLOGY|HINTERGRUND|PORTRÄT|ANALYSE|CHRONOLOGIE|TABELLE|STICHWORT|KOMMENTAR)\b/i
      .exec(takeKey)?.[0]
      .toLowerCase() ?? ''
  )
}
