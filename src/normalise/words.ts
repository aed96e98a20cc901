// told from how the text is stored, without a look at its characters
const beyondLatin1 = /[^\u0000-\u00ff]/

/** What one look at a text tells. */
export interface TextSurvey {
  /** Runs without white space that hold a letter or a digit; each Han or Kana character is one. */
  readonly words: number
  /** Something in it is no printable ASCII. */
  readonly others: boolean
  /** Two blanks stand side by side. */
  readonly gap: boolean
}

/** Counts words: runs without white space that hold a letter or a digit; each Han or Kana character is one. */
export function countWords(text: string): number {
  return surveyText(text).words
}

/** Surveys a text of any length. */
export function surveyText(text: string): TextSurvey {
  return beyondLatin1.test(text)
    ? { words: countByCharacter(text), others: true, gap: text.includes('  ') }
    : surveyBytes(text)
}

/** Filled anew for each text, in steps of a length that eight divides. */
const scratch = Buffer.allocUnsafeSlow(32_768)
/** Neither blank nor part of a word. */
const filler = 0x21

/**
 * The same for latin-1, which most wires are: bytes are read at twice the speed of characters, and eight at a time become
 * four rows of eight bits. A word adds its bits to those of the run it stands in, and exactly one bit is carried over its end.
 */
function surveyBytes(text: string): TextSurvey {
  let words = 0
  let carried = 0
  let others = 0
  let gaps = 0
  let before = 0
  for (let from = 0; from < text.length; from += scratch.length) {
    const length = scratch.write(from === 0 ? text : text.slice(from, from + scratch.length), 'latin1')
    if (length % 8 > 0) scratch.fill(filler, length, length + 8)
    for (let at = 0; at < length; at += 8) {
      const rows =
        rowsAt(at) |
        (rowsAt(at + 1) << 1) |
        (rowsAt(at + 2) << 2) |
        (rowsAt(at + 3) << 3) |
        (rowsAt(at + 4) << 4) |
        (rowsAt(at + 5) << 5) |
        (rowsAt(at + 6) << 6) |
        (rowsAt(at + 7) << 7)
      const parting = (rows >>> 8) & 0xff
      const sum = (parting ^ 0xff) + (rows & 0xff) + carried
      words += bitsIn[sum & parting] ?? 0
      carried = sum >> 8
      const spaces = (rows >>> 16) & 0xff
      gaps |= spaces & ((spaces << 1) | before)
      before = spaces >> 7
      others |= rows >>> 24
    }
  }
  return { words: words + carried, others: others !== 0, gap: gaps !== 0 }
}

/** Of a byte: whether it is part of a word, a blank, the space and no printable ASCII, eight bits apart. */
function rowsAt(at: number): number {
  return rowsOf[scratch[at] ?? 0] ?? 0
}

/** For any text, and the rule that counting by bytes is held to. */
export function countByCharacter(text: string): number {
  let count = 0
  let counted = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 0x80) {
      const kind = asciiKinds[code]
      if (kind === blank) counted = false
      else if (kind === word && !counted) {
        count++
        counted = true
      }
    } else if (code === 0xa0 || (code >= 0x2000 && code <= 0x200b) || code === 0x3000 || code === 0x2028) {
      counted = false
    } else if ((code >= 0x3040 && code <= 0x30ff) || (code >= 0x3400 && code <= 0x9fff)) {
      count++
      counted = true
    } else if (!counted && code >= 0xc0 && !isPunctuation(code)) {
      count++
      counted = true
    }
  }
  return count
}

const blank = 1
const word = 2
const asciiKinds = Uint8Array.from({ length: 0x80 }, (_, code) =>
  code <= 0x20 ? blank : /[0-9A-Za-z]/.test(String.fromCharCode(code)) ? word : 0,
)
const rowsOf = Uint32Array.from({ length: 0x100 }, (_, code) => {
  const isBlank = code < 0x80 ? asciiKinds[code] === blank : code === 0xa0
  const isWord = code < 0x80 ? asciiKinds[code] === word : code >= 0xc0 && !isPunctuation(code)
  return (
    (isWord ? 1 : 0) |
    (isBlank ? 1 << 8 : 0) |
    (code === 0x20 ? 1 << 16 : 0) |
    (code < 0x20 || code > 0x7e ? 1 << 24 : 0)
  )
})
const bitsIn = Uint8Array.from({ length: 0x100 }, (_, row) => row.toString(2).replaceAll('0', '').length)

function isPunctuation(code: number): boolean {
  return (
    code === 0xd7 ||
    code === 0xf7 ||
    (code >= 0x2010 && code <= 0x206f) ||
    (code >= 0x2190 && code <= 0x2bff) ||
    (code >= 0x3000 && code <= 0x303f)
  )
}
