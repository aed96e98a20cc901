import { WireError } from '../../story/errors.ts'
import { decodeBody } from './decode.ts'
import type { Round } from './rounds.ts'
import type { Stopwatch } from './stopwatch.ts'

/** Room for one answer in the memory of its round. */
export interface Space {
  /** Bytes that fit without a place. */
  small(): number
  /** As of the round; the deadline stands still meanwhile, and the wait ends with the request. */
  grow(bytes: number): Promise<void> | undefined
  place(): Promise<void> | undefined
}

/** Joins a round with the clock and the signal of a request. */
export function spaceIn(round: Round, deadline: Stopwatch, signal: AbortSignal): Space {
  const orEnd = (wait: Promise<void> | undefined): Promise<void> | undefined =>
    wait === undefined ? undefined : deadline.during(beforeEnd(wait, signal))
  return {
    small: () => round.small,
    grow: (bytes) => orEnd(round.grow(bytes)),
    place: () => orEnd(round.place()),
  }
}

function beforeEnd(wait: Promise<void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const ended = (): void => reject(signal.reason as Error)
    if (signal.aborted) return ended()
    signal.addEventListener('abort', ended, { once: true })
    void wait.then(() => {
      signal.removeEventListener('abort', ended)
      resolve()
    })
  })
}

/**
 * Undoes Content-Encoding as `decodeBody` does. How long a body becomes is not known before: one that is not small is
 * unpacked once it has its place.
 */
export async function unpack(
  raw: Buffer,
  encoding: string | undefined,
  maxBytes: number,
  space: Space,
): Promise<Buffer> {
  if (space.small() === 0) await space.place()
  const small = Math.min(maxBytes, space.small())
  let bytes: Buffer
  try {
    bytes = await decodeBody(raw, encoding, small)
  } catch (error) {
    if (!(error instanceof WireError) || error.code !== 'source.too-large' || small === maxBytes) throw error
    await space.place()
    bytes = await decodeBody(raw, encoding, maxBytes)
  }
  if (bytes !== raw) await space.grow(bytes.length)
  return bytes
}
