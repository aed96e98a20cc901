import { findForwarded, readForwardedField } from './forwarding.ts'
import { splitMailTail } from './tail.ts'

/** A text without what a mail program put round it. */
export interface Unwrapped {
  readonly text: string
  /** Of the mail that was forwarded. */
  readonly subject?: string
  readonly from?: string
  readonly date?: string
  /** What stood above the forwarded mail, and the signature. */
  readonly notes: readonly string[]
}

/** A release is passed on by a few desks at most. */
const mostLayers = 4
const longestSignature = 25
const longestBareSignature = 8

/** Takes off a forwarding header, quotation marks of a wholly quoted text, and the signature below "-- ". */
export function unwrap(text: string): Unwrapped {
  const notes: string[] = []
  let lines = text.split('\n')
  const fields = new Map<string, string>()
  for (let layer = 0; layer < mostLayers; layer++) {
    const forwarded = findForwarded(lines.slice(0, 60))
    if (forwarded === undefined) break
    const above = lines.slice(0, forwarded.mark).join('\n').trim()
    if (above !== '') notes.push(above)
    // what the innermost mail says of itself counts
    fields.clear()
    let from = forwarded.fields
    while (from < lines.length) {
      const line = (lines[from] ?? '').replace(/^> ?/, '').trim()
      const found = readForwardedField(line)
      if (found !== undefined) fields.set(found.name, found.value)
      else if (line !== '' || fields.size > 0) break
      from++
    }
    lines = lines.slice(from)
  }
  if (lines.length > 0 && lines.every((line) => line.trim() === '' || line.startsWith('>')))
    lines = lines.map((line) => line.replace(/^> ?/, ''))
  const tail = splitMailTail(lines)
  notes.push(...tail.notes)
  lines = [...tail.lines]
  const signature = findSignature(lines)
  if (signature >= 0) {
    const signed = lines
      .slice(signature + 1)
      .join('\n')
      .trim()
    if (signed !== '') notes.push(signed)
    lines = lines.slice(0, signature)
  }
  const [subject, from, date] = [fields.get('subject'), fields.get('from'), fields.get('date')]
  return {
    text: lines.join('\n'),
    ...(subject !== undefined && { subject }),
    ...(from !== undefined && { from }),
    ...(date !== undefined && { date }),
    notes,
  }
}

/** Below "-- " (RFC 3676, 4.3); relays take its blank away, and then only an address or a number below tells it. */
function findSignature(lines: readonly string[]): number {
  const at = lines.findLastIndex((line) => /^--[ \t]{1,4}$/.test(line))
  if (at >= 0) return lines.length - at <= longestSignature ? at : -1
  const bare = lines.findLastIndex((line) => line === '--')
  if (bare < 0 || lines.length - bare > longestBareSignature) return -1
  if (lines.slice(bare + 1).every((line) => line.trim() === '')) return bare
  return /\S@\S|https?:|\d[\d ().-]{5}/.test(lines.slice(bare).join('\n')) ? bare : -1
}

/** "Fwd: Re: Title" is "Title". */
export function bareSubject(subject: string): string {
  return subject.replace(
    /^(?:(?:fwd?|re|wg|aw|tr|rv|vs|sv|vb|vl|enc|res|pd|odp|doorst|antw|rif|ynt|ilt|转发|回复)\s?:\s{0,4}){1,6}/i,
    '',
  )
}
