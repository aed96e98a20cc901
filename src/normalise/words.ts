// told from how the text is stored, without a look at its characters
const beyondLatin1 = /[^\u0000-\u00ff]/

/** Counts words: runs without white space that hold a letter or a digit; each Han or Kana character is one. */
export function countWords(text: string): number {
  if (text.length > scratch.length || beyondLatin1.test(text)) return countByCharacter(text)
  return countByByte(scratch, scratch.write(text, 'latin1'))
}

/** Filled anew for each text. */
const scratch = Buffer.allocUnsafeSlow(32_768)

/** The same for latin-1, which most wires are: bytes are read at twice the speed of characters. */
function countByByte(bytes: Uint8Array, length: number): number {
  let count = 0
  let counted = 0
  for (let at = 0; at < length; at++) {
    const kind = latin1Kinds[bytes[at] ?? 0] ?? 0
    const isWord = kind >> 1
    // without a branch: the lengths of words cannot be foreseen
    count += isWord & ~counted
    counted = (counted | isWord) & ~(kind & blank)
  }
  return count
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
const latin1Kinds = Uint8Array.from({ length: 0x100 }, (_, code) =>
  code < 0x80 ? (asciiKinds[code] ?? 0) : code === 0xa0 ? blank : code >= 0xc0 && !isPunctuation(code) ? word : 0,
)

function isPunctuation(code: number): boolean {
  return (
    code === 0xd7 ||
    code === 0xf7 ||
    (code >= 0x2010 && code <= 0x206f) ||
    (code >= 0x2190 && code <= 0x2bff) ||
    (code >= 0x3000 && code <= 0x303f)
  )
}
