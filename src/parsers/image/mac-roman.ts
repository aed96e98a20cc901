// In windows-1252 these are signs that stand within no word, capitals or nothing at all; in Mac Roman they are letters:
// á à â ä ã å ç é è ê ï ò ô õ ù
const macLetters = new Set([0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8d, 0x8e, 0x8f, 0x90, 0x95, 0x98, 0x99, 0x9b, 0x9d])

function isSmallLetter(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x61 && byte <= 0x7a
}

/**
 * True for text in Mac Roman, which picture desks wrote into IIM for twenty years without saying so: letters of Mac Roman
 * between small letters, and none of windows-1252.
 */
export function isMacRoman(bytes: Uint8Array): boolean {
  let found = false
  for (let at = 1; at < bytes.length - 1; at++) {
    const byte = bytes[at] ?? 0
    if (byte < 0x80 || !isSmallLetter(bytes[at - 1]) || !isSmallLetter(bytes[at + 1])) continue
    if (byte >= 0xdf) return false
    if (macLetters.has(byte)) found = true
  }
  return found
}
