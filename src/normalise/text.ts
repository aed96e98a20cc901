import { mapC1, windows1252Byte } from './windows-1252.ts'

// \s covers NBSP, the en to hair spaces and U+FEFF; the rest are zero-width joints that only hurt comparison
// a run that is one plain blank is what it should be, and most are: only the others are matched
const space =
  /[\t-\r\u00a0\u1680\u180e\u2000-\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ufeff][\s\u200b\u2060\u180e]*| [\s\u200b\u2060\u180e]+/g

// most text has nothing to fold; a test is cheaper than a replacement that changes nothing
const unfolded = /[\t-\r\u00a0\u1680\u180e\u2000-\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]| {2}/

/** Every run of white space, NBSP included, becomes one blank; ends are trimmed. */
export function foldSpace(text: string): string {
  return unfolded.test(text) ? text.replace(space, ' ').trim() : text.trim()
}

/** Lines and paragraphs stay, white space within a line is folded, more than one empty line becomes one. */
export function foldLines(text: string): string {
  const lines = text
    .replace(/\r\n?|\u2028|\u0085/g, '\n')
    .replace(/\u2029/g, '\n\n')
    .split('\n')
  const kept: string[] = []
  for (const line of lines) {
    const folded = foldSpace(line)
    if (folded !== '' || kept.at(-1) !== '') kept.push(folded)
  }
  return kept.join('\n').trim()
}

// UTF-8 read as windows-1252: a lead byte's character followed by those of continuation bytes
const continuation =
  '[\u0080-\u00bf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178]'
const doubled = new RegExp(
  `[\u00c2-\u00df]${continuation}|[\u00e0-\u00ef]${continuation}{2}|[\u00f0-\u00f4]${continuation}{3}`,
  'g',
)

/**
 * Repairs what transport broke, without loss: C1 controls become their windows-1252 characters, lone CR becomes LF,
 * other control characters go, and doubly encoded UTF-8 is undone when nothing else in the text contradicts it.
 */
export function tidyText(text: string): string {
  let tidy = undoDoubleEncoding(text)
  tidy = mapC1(tidy)
  if (tidy.includes('\r')) tidy = tidy.replace(/\r\n?/g, '\n')

  return tidy.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, '')
}

/**
 * Unambiguous means: every character from U+0080 on is part of a sequence that decodes, and there are two of them or one
 * of three bytes. A capital A with tilde before a copyright sign does occur in honest text, three such accidents do not.
 */
function undoDoubleEncoding(text: string): string {
  if (text.search(/[\u00c2-\u00f4]/) < 0 || text.search(doubled) < 0) return text
  const matches = text.match(doubled) ?? []
  const covered = matches.join('').length
  const foreign = text.match(/[^\u0000-\u007f]/gu)?.join('').length ?? 0
  if (covered !== foreign || (matches.length < 2 && (matches[0]?.length ?? 0) < 3)) return text
  return text.replace(doubled, (sequence) => {
    const bytes = Array.from(sequence, (character) =>
      /[\u0080-\u009f]/.test(character) ? character.charCodeAt(0) : windows1252Byte(character),
    )
    if (bytes.includes(undefined)) return sequence
    const decoded = Buffer.from(bytes as number[]).toString('utf8')
    return decoded.includes('\ufffd') ? sequence : decoded
  })
}

/** The codes of some letters, to look up the first of a text in: most texts are ruled out by it. */
export function codesOf(letters: string): ReadonlySet<number> {
  return new Set(Array.from(letters, (letter) => letter.charCodeAt(0)))
}
