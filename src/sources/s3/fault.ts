import { WireError } from '../../story/errors.ts'
import type { ErrorCode } from '../../story/errors.ts'
import type { HttpAnswer } from '../http/answer.ts'
import { statusFault } from '../http/status-fault.ts'

/** What a service says in the body of a fault. */
export interface S3Complaint {
  readonly code: string
  readonly message: string
}

/** Codes that say more than their status. */
const codes: Readonly<Record<string, ErrorCode>> = {
  SlowDown: 'source.rate-limited',
  RequestLimitExceeded: 'source.rate-limited',
  InvalidAccessKeyId: 'source.unauthorized',
  SignatureDoesNotMatch: 'source.unauthorized',
  AuthorizationHeaderMalformed: 'source.unauthorized',
  ExpiredToken: 'source.unauthorized',
  InvalidToken: 'source.unauthorized',
  RequestTimeTooSkewed: 'source.unauthorized',
  NoSuchBucket: 'source.not-found',
}

/** Code and message of an error document; undefined when the body is none. */
export function readComplaint(answer: HttpAnswer): S3Complaint | undefined {
  const text = answer.bytes.toString('utf8', 0, 16_384)
  if (!/<Error[\s>]/.test(text)) return undefined
  const code = /<Code>([A-Za-z0-9.]{1,100})<\/Code>/.exec(text)?.[1]
  const message = /<Message>([^<]{0,500})<\/Message>/.exec(text)?.[1] ?? ''
  return code === undefined ? undefined : { code, message }
}

/**
 * The fault an answer stands for; undefined for 2xx. An error document is not kept as evidence: services repeat the
 * access key and what was signed in it.
 */
export function s3Fault(
  answer: HttpAnswer,
  where: string,
  now: Date,
  secrets: readonly string[],
): WireError | undefined {
  const complaint = readComplaint(answer)
  const words = complaint === undefined ? '' : `${complaint.code} ${complaint.message}`
  const fault = statusFault(answer, now)
  // CopyObject may answer 200 and fail all the same, in the body.
  if (fault === undefined) {
    return complaint === undefined
      ? undefined
      : new WireError('source.server-error', `${where}: ${shown(words, secrets)}`)
  }
  if (complaint === undefined) return fault
  const code = Object.hasOwn(codes, complaint.code) ? codes[complaint.code]! : fault.code
  const options = fault.retryAfterMs === undefined ? {} : { retryAfterMs: fault.retryAfterMs }
  return new WireError(code, `${where}: HTTP ${answer.status} ${shown(words, secrets)}`, options)
}

function shown(text: string, secrets: readonly string[]): string {
  const line = text.replace(/[^\x20-\x7e\u00a0-\uffff]{1,1000}/g, ' ')
  return secrets.reduce((kept, secret) => kept.replaceAll(secret, '[secret]'), line).slice(0, 300)
}
