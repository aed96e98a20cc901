import type { Readable } from 'node:stream'
import { WireError } from '../../story/errors.ts'
import { GatheredBytes } from '../gathered-bytes.ts'

/** Bytes of bodies that are being received, over all requests of a process. */
export interface BodyBudget {
  /** False when these bytes do not fit any more. */
  take(bytes: number): boolean
  give(bytes: number): void
}

/** At most `bytes` of half-received bodies at the same time: strangers may begin as many requests as they like. */
export function createBodyBudget(bytes: number): BodyBudget {
  let left = bytes
  return {
    take: (wanted) => {
      if (wanted > left) return false
      left -= wanted
      return true
    },
    give: (back) => {
      left += back
    },
  }
}

export interface BodyLimits {
  readonly maxBytes: number
  readonly deadlineMs: number
  readonly budget: BodyBudget
}

/**
 * Reads a request's body as sent. The stream is never destroyed, so that the fault can still be answered.
 * @throws WireError `push.too-large` above the limit (before anything is read when Content-Length says so),
 *   `push.cut` when it ends early or takes too long, `push.busy` when too much is being received already
 */
export async function readPushBody(
  stream: Readable,
  announced: string | undefined,
  limits: BodyLimits,
): Promise<Buffer> {
  const expected = announced !== undefined && /^\d{1,15}$/.test(announced) ? Number(announced) : undefined
  if (expected !== undefined && expected > limits.maxBytes) {
    throw new WireError('push.too-large', `${expected} bytes are announced, the limit is ${limits.maxBytes}`)
  }
  const gathered = new GatheredBytes()
  let size = 0
  try {
    await new Promise<void>((resolve, reject) => {
      const end = (fault?: WireError): void => {
        clearTimeout(deadline)
        stream.off('data', take).off('end', whole).off('error', broken).off('close', broken)
        stream.on('error', () => undefined)
        stream.pause()
        if (fault === undefined) resolve()
        else reject(fault)
      }
      const take = (chunk: Buffer): void => {
        if (size + chunk.length > limits.maxBytes) {
          return end(new WireError('push.too-large', `more than ${limits.maxBytes} bytes`))
        }
        if (!limits.budget.take(chunk.length)) {
          return end(new WireError('push.busy', 'too many documents are being received', { retryAfterMs: 1000 }))
        }
        size += chunk.length
        gathered.add(chunk)
      }
      const whole = (): void => end()
      const broken = (): void => end(new WireError('push.cut', `the request broke off after ${size} bytes`))
      const deadline = setTimeout(
        () => end(new WireError('push.cut', `${size} bytes came in ${limits.deadlineMs} ms, and no end`)),
        limits.deadlineMs,
      )
      stream.on('data', take).on('end', whole).on('error', broken).on('close', broken)
    })
  } finally {
    limits.budget.give(size)
  }
  return gathered.joined()
}
