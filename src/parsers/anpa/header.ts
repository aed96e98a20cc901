/** What the two header lines of a message say, as sent. */
export interface AnpaHeader {
  /** "W2870": service letter and number, AP's transmission reference. Reused daily. */
  readonly transref?: string
  /** "asian"; dashes mean none. */
  readonly selector?: string
  /** f b u r d w a s z. */
  readonly priority?: string
  /** One letter; its case matters (AP writes V for advisories). */
  readonly category?: string
  /** Level code 14 12: spacing is content, the copy is tabular. */
  readonly tabular: boolean
  /** Cycle, slug and take as the header has them: cut at 24 characters and without blanks. */
  readonly slug?: string
  /** The two numbers of the cycle date, in the order sent: month and day, Kyodo day and month. */
  readonly date?: readonly [number, number]
}

// Kyodo puts letters behind the number, some relays a blank in place of US

const first = /^([A-Za-z])(\d{3,5})[A-Z]{0,4}(?:\u001f|[ \t])([^\r\n]{0,40})$/

const second =
  /^([a-z]) ?([a-z])? ?([\u0013\u0014])?([\u0011\u0012])? {0,4}(?:((?:AM|PM|BC|AP)-.{1,120}?|\S.{0,120}?) {1,12})?(\d{1,2})-(\d{1,2})(?: {1,8}(\d{0,6}))?\s{0,20}$/i

/**
 * Reads the lines before STX. Either line may be missing, and line noise may stand before them, so each is known by its
 * form and not by its place.
 */
export function readHeader(lines: readonly string[]): AnpaHeader {
  const header: { -readonly [K in keyof AnpaHeader]: AnpaHeader[K] } = { tabular: false }
  for (const raw of lines.slice(0, 8)) {
    const line = raw.trimEnd()
    const one = header.transref === undefined ? first.exec(line) : null
    if (one !== null) {
      const selector = (one[3] ?? '').trim()
      header.transref = `${one[1] ?? ''}${one[2] ?? ''}`
      if (selector !== '' && !/^-+$/.test(selector)) header.selector = selector
      continue
    }
    const two = second.exec(line)
    if (two?.[1] === undefined) continue
    const slug = two[5]?.trim()
    header.priority = two[1].toLowerCase()
    if (two[2] !== undefined) header.category = two[2]
    header.tabular = two[3] === '\u0014' && two[4] === '\u0012'
    if (slug !== undefined && slug !== '') header.slug = slug
    header.date = [Number(two[6]), Number(two[7])]
  }
  return header
}
