import { stretchesBetween } from '../wire-text/marks.ts'

export interface Frame {
  readonly text: string
  readonly cut: boolean
}

const maxFrames = 20_000

/**
 * The first line of a message: source and number, priority, category, words, and what the agency adds
 * (IPTC 7901 section 4). SOH may be missing before it, as in dpa's newer text files.
 */
export const headerLine = /^([A-Za-z]{2,4})(\d{2,5}) ([1-9]) ([A-Za-z]{1,4}) {1,4}(\d{1,5})\b([^\r\n]{0,120})$/m

const fill = /^[\u0016\u007f\u0000\s]+/

const borders = ['\u0001', '\u0004']

/** Cuts a stream into messages at SOH and EOT; a stretch without a header line or STX is line noise. */
export function frameMessages(stream: string): Frame[] {
  const frames: Frame[] = []
  for (const { from, to } of stretchesBetween(stream, borders)) {
    const text = stream.slice(from, to).replace(fill, '')
    if (frames.length >= maxFrames || text === '') continue
    if (!headerLine.test(text.slice(0, 400)) && !text.includes('\u0002')) continue
    for (const part of splitUnframed(text)) {
      frames.push({ text: part, cut: stream[to] !== '\u0004' && !part.includes('\u0003') })
    }
  }
  return frames
}

/** Where both EOT and SOH were lost, the header line after an ETX begins the next message. */
function splitUnframed(text: string): string[] {
  const parts: string[] = []
  let from = 0
  for (let end = text.indexOf('\u0003'); end >= 0; end = text.indexOf('\u0003', end + 1)) {
    const rest = text.slice(end, end + 400)
    const next = headerLine.exec(rest)
    if (next === null) continue
    parts.push(text.slice(from, end + next.index))
    from = end + next.index
  }
  parts.push(text.slice(from))
  return parts
}
