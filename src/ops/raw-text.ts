/** How much of a document a person looks at. */
const shownBytes = 256 * 1024

/** Raw bytes as text to look at: UTF-8 where it is, else windows-1252, where every byte is a character; cut when long. */
export function rawText(bytes: Uint8Array): string {
  const shown = bytes.subarray(0, shownBytes)
  const more = bytes.length > shown.length ? `\n[${bytes.length - shown.length} more bytes]` : ''
  try {
    // A cut may fall into a character: `stream` forgives an incomplete one at the end.
    return new TextDecoder('utf-8', { fatal: true }).decode(shown, { stream: true }) + more
  } catch {
    return new TextDecoder('windows-1252').decode(shown) + more
  }
}
