import { stretchesBetween } from '../wire-text/marks.ts'

/** One message of an ANPA stream, and whether its end was missing. */
export interface Frame {
  readonly text: string
  /** Neither ETX nor EOT came before the stream, or the next message, went on. */
  readonly cut: boolean
}

/** More messages than this in one file are a transport gone mad, not a wire. */
const maxFrames = 20_000

const fill = /^[\u0016\u000c\u007f\u0000\s]+/

const borders = ['\u0001', '\u0016\u0016', '\u0004']

/**
 * Cuts a stream into messages (ANPA 1312 chapter 3): SOH begins one, EOT ends it. A lost EOT is mended at the next SOH, a
 * lost SOH at the SYN characters before it, and a file without either is one message. Line noise between messages has no
 * text mark and no furniture, and is left out.
 */
export function frameMessages(stream: string): Frame[] {
  const frames: Frame[] = []
  for (const { from, to } of stretchesBetween(stream, borders)) {
    const text = stream.slice(from, to).replace(fill, '')
    if (frames.length < maxFrames && looksLikeMessage(text)) frames.push({ text, cut: isCut(text, stream[to]) })
  }
  return frames
}

function isCut(text: string, end: string | undefined): boolean {
  return end !== '\u0004' && !text.includes('\u0003')
}

function looksLikeMessage(text: string): boolean {
  return text.includes('\u0002') || /^\^/m.test(text)
}
