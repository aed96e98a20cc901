import type { Readable } from 'node:stream'
import { WireError } from '../../story/errors.ts'
import { GatheredBytes } from '../gathered-bytes.ts'

/** What counts as a source that trickles. */
export interface SlowLimits {
  /** Nothing at all for this long ends the answer. */
  readonly stallMs: number
  /** After this long the average is looked at. */
  readonly graceMs: number
  readonly bytesPerSecond: number
}

export const slowLimits: SlowLimits = { stallMs: 15_000, graceMs: 5_000, bytesPerSecond: 128 }

/**
 * Reads a body, still compressed, into memory: at most `maxBytes`, and not from a source that sends a byte a second.
 * Throws `source.too-large` (before reading, when Content-Length says so), `source.timeout` and `source.network` when
 * fewer bytes came than were announced. `admit` is told of every piece and may let it wait; a source is not slow for that.
 */
export async function readBody(
  body: Readable,
  announced: string | undefined,
  maxBytes: number,
  slow: SlowLimits = slowLimits,
  admit: (bytes: number) => Promise<void> | undefined = () => undefined,
): Promise<Buffer> {
  const expected = announced !== undefined && /^\d{1,15}$/.test(announced.trim()) ? Number(announced) : undefined
  if (expected !== undefined && expected > maxBytes) {
    body.on('error', () => {})
    body.destroy()
    throw new WireError('source.too-large', `the answer announces ${expected} bytes, the limit is ${maxBytes}`)
  }
  const gathered = new GatheredBytes()
  let size = 0
  let started = performance.now()
  let lastByte = started
  let isHeld = false
  const watch = setInterval(
    () => {
      if (isHeld) return
      const now = performance.now()
      const average = (size * 1000) / (now - started)
      if (now - lastByte > slow.stallMs) body.destroy(new WireError('source.timeout', `stalled after ${size} bytes`))
      else if (now - started > slow.graceMs && average < slow.bytesPerSecond) {
        body.destroy(new WireError('source.timeout', `${size} bytes in ${Math.round((now - started) / 1000)} s`))
      }
    },
    Math.min(1000, slow.graceMs, slow.stallMs),
  )
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      size += chunk.length
      lastByte = performance.now()
      if (size > maxBytes) throw new WireError('source.too-large', `the answer is larger than ${maxBytes} bytes`)
      gathered.add(chunk)
      const wait = admit(chunk.length)
      if (wait === undefined) continue
      isHeld = true
      await wait
      isHeld = false
      started += performance.now() - lastByte
      lastByte = performance.now()
    }
  } finally {
    clearInterval(watch)
  }
  if (expected !== undefined && size < expected) {
    throw new WireError('source.network', `cut after ${size} of ${expected} bytes`)
  }
  return gathered.joined()
}
