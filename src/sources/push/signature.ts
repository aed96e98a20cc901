import { createHmac, timingSafeEqual } from 'node:crypto'
import { WireError } from '../../story/errors.ts'
import type { PushConfig } from './config.ts'

/** When the request was signed, in seconds since 1970. */
export const timestampHeader = 'x-writethru-timestamp'
/** `v1=` and the HMAC-SHA256 in hex; several parted by commas while the sender changes its key. */
export const signatureHeader = 'x-writethru-signature'
/** `sha256=` and the HMAC-SHA256 of the body alone, in hex: the form of GitHub's webhooks. */
export const githubHeader = 'x-hub-signature-256'

/** More signatures than this carries no honest request. */
const mostSignatures = 5

/** What a request claims before its body is read. */
export interface SignatureClaim {
  /** What is signed before the body: the time and a dot; nothing in GitHub's form. */
  readonly prefix: string
  readonly macs: readonly Buffer[]
}

type Headers = Readonly<Record<string, string | string[] | undefined>>

/**
 * Reads the claim of a request and judges its time, so that a body is read only for who could have signed it.
 * @throws WireError `push.unsigned` without a readable signature, `push.stale` when it was signed too long ago or ahead
 */
export function readClaim(headers: Headers, config: PushConfig, now: Date): SignatureClaim {
  const signature = headers[signatureHeader]
  if (signature === undefined && config.githubStyle && headers[githubHeader] !== undefined) {
    return { prefix: '', macs: [readMac(headers[githubHeader], 'sha256=', githubHeader)] }
  }
  if (typeof signature !== 'string') throw new WireError('push.unsigned', `no ${signatureHeader}`)
  const parts = signature.slice(0, 1000).split(',')
  if (parts.length > mostSignatures) throw new WireError('push.unsigned', `${parts.length} signatures`)
  const macs = parts.map((part) => readMac(part.trim(), 'v1=', signatureHeader))
  const timestamp = headers[timestampHeader]
  if (typeof timestamp !== 'string' || !/^\d{1,12}$/.test(timestamp)) {
    throw new WireError('push.unsigned', `no ${timestampHeader} in whole seconds since 1970`)
  }
  const off = Math.round(Number(timestamp) - now.getTime() / 1000)
  if (Math.abs(off) > config.toleranceSeconds) {
    const side = off < 0 ? 'behind' : 'ahead of'
    const words = `signed ${Math.abs(off)} s ${side} our clock (${now.toISOString()}), ${config.toleranceSeconds} s are allowed`
    throw new WireError('push.stale', words)
  }
  return { prefix: `${timestamp}.`, macs }
}

function readMac(text: string | string[] | undefined, label: string, header: string): Buffer {
  if (typeof text !== 'string' || !text.startsWith(label) || !/^[0-9a-fA-F]{64}$/.test(text.slice(label.length))) {
    throw new WireError('push.unsigned', `${header} is not ${label} and 64 hexadecimal digits`)
  }
  return Buffer.from(text.slice(label.length), 'hex')
}

/** HMAC-SHA256 over time, a dot and the body as sent; over the body alone without a time (`prefix` empty). */
export function signBody(secret: string, prefix: string, body: Uint8Array): Buffer {
  return createHmac('sha256', secret).update(prefix).update(body).digest()
}

/**
 * The signature that holds, compared in constant time against every secret; it names the request where the sender
 * does not. @throws WireError `push.unsigned` when none does
 */
export function verifyBody(claim: SignatureClaim, body: Uint8Array, secrets: readonly string[]): Buffer {
  let held: Buffer | undefined
  for (const secret of secrets) {
    const expected = signBody(secret, claim.prefix, body)
    for (const mac of claim.macs) if (timingSafeEqual(expected, mac)) held ??= expected
  }
  if (held === undefined) throw new WireError('push.unsigned', 'the signature fits none of the secrets')
  return held
}
