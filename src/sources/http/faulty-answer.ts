import { WireError } from '../../story/errors.ts'
import type { ErrorCode } from '../../story/errors.ts'
import type { HttpAnswer } from './answer.ts'
import { redactUrl } from './redact-url.ts'

/** More of a wrong answer is not kept. */
const evidenceBytes = 256 * 1024

/** A WireError with the answer that caused it, so that the bytes can be kept and looked at. */
export class FaultyAnswer extends WireError {
  readonly status: number
  /** The first 256 KiB of the decoded body. */
  readonly evidence: Uint8Array
  readonly contentType: string | undefined
  readonly url: string

  constructor(
    code: ErrorCode,
    detail: string,
    answer: HttpAnswer,
    options?: { cause?: unknown; retryAfterMs?: number },
  ) {
    const where = redactUrl(answer.url)
    super(code, `${where}: ${detail}`, options)
    this.name = 'FaultyAnswer'
    this.status = answer.status
    this.evidence = answer.bytes.subarray(0, evidenceBytes)
    this.contentType = answer.headers.get('content-type')
    this.url = where
  }
}
