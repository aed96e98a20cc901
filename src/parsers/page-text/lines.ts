import { foldSpace } from '../../normalise/text.ts'

/** A line of a flattened page, folded. Positions count the lines that hold text, from 0. */
export interface PageLine {
  readonly text: string
  /** An empty line stands before it. */
  readonly gap: boolean
  /** It began with a bullet, which is not part of `text`. */
  readonly bullet: boolean
  readonly words: number
}

/** Pages are read up to this many lines; what follows the first few hundred is furniture. */
const lineLimit = 20_000

const bullet = /^(?:[•▪●◦‣⁃·*]|[-–—](?=\s))\s{0,8}/u
const letter = /[\p{L}\p{N}]/u
// scripts without blanks between words: two characters count as a word
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/gu

/** How many words a reader would count; scripts written without blanks count two characters as one. */
export function countLineWords(text: string): number {
  let words = 0
  for (const token of text.split(' ')) if (letter.test(token)) words++
  const dense = text.match(unspaced)?.length ?? 0
  return dense > 3 ? Math.max(words, Math.ceil(dense / 2)) : words
}

/** The lines of a flattened page that hold text. Text wrapped at a fixed width is joined to paragraphs again. */
export function readPageLines(text: string): PageLine[] {
  const raw = text.split(/\r\n?|[\n\u2028\u2029\u0085]/u, lineLimit)
  const rows = isWrapped(raw) ? joinWrapped(raw) : raw
  const lines: PageLine[] = []
  let gap = true
  for (const row of rows) {
    const folded = foldSpace(row)
    const bare = folded.replace(bullet, '')
    if (bare === '') {
      gap = true
      continue
    }
    lines.push({ text: bare, gap, bullet: bare !== folded, words: countLineWords(bare) })
    gap = false
  }
  return lines
}

/** Text browsers and mail gateways wrap at 60 to 90 columns: no line is longer, and most paragraphs take several. */
function isWrapped(rows: readonly string[]): boolean {
  let inner = 0
  let full = 0
  for (const [at, row] of rows.entries()) {
    if (row.length > 100) return false
    const next = rows[at + 1]
    if (row.trim() === '' || next === undefined || next.trim() === '') continue
    inner++
    if (row.trimEnd().length >= 55) full++
  }
  return full >= 6 && full > inner * 0.6
}

function joinWrapped(rows: readonly string[]): string[] {
  const joined: string[] = []
  let open = false
  for (const row of rows) {
    const last = joined.at(-1)
    if (open && last !== undefined && row.trim() !== '' && !bullet.test(row.trim()))
      joined[joined.length - 1] = `${last} ${row.trim()}`
    else joined.push(row)
    open = row.trimEnd().length >= 50
  }
  return joined
}

const abbreviation =
  /(?:^|[\s(])(?:\p{Lu}\.){1,4}$|(?:^|\s)(?:Jr|Sr|Inc|Corp|Co|Ltd|No|St|Dr|Calif|Mass|Conn|Ala|Ariz|Ark|Colo|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Va|Vt|Wash|Wis|Wyo)\.$/u

/** The line ends like a sentence: full stop, question or exclamation mark, ellipsis, also before a closing quote. */
export function endsSentence(text: string): boolean {
  return /[.!?…。！？।؟:;][\s"'”’»«“)\]」』]{0,4}$/u.test(text)
}

/** The line ends with a full stop that is not part of an abbreviation; headlines do not. */
export function endsWithStop(text: string): boolean {
  return /[.。।][\s"'”’»“)\]」』]{0,4}$/u.test(text) && !/\.\.\.$|…$/u.test(text) && !abbreviation.test(text)
}

/** A paragraph of prose: a sentence of some length, or a long line whatever it ends with. */
export function isProse(line: PageLine): boolean {
  return (line.words >= 8 && endsSentence(line.text)) || line.words >= 30
}

/** What two lines are compared by: letters and digits, folded. */
export function lineKey(text: string): string {
  // most text is ASCII, which every normal form leaves as it is
  const plain = /[^ -~]/u.test(text) ? text.normalize('NFKC') : text
  return plain
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
