import type { WireError } from '../../story/errors.ts'
import type { HttpAnswer } from '../http/answer.ts'
import { FaultyAnswer } from '../http/faulty-answer.ts'

/** One entry of the list `errors` that GraphQL sends beside, or in the place of, its data; mostly with status 200. */
export interface GraphqlError {
  readonly message: string
  readonly code?: string
  /** The first step of its path: the name under which a part was asked for. */
  readonly at?: string
}

/** Reads the errors of an answer, as far as they can be read. */
export function readErrors(envelope: unknown): readonly GraphqlError[] {
  const errors = (envelope as { errors?: unknown } | undefined)?.errors
  if (!Array.isArray(errors)) return []
  return errors.slice(0, 100).map((error: unknown): GraphqlError => {
    const { message, extensions, path } = (error ?? {}) as Record<string, unknown>
    const code = (extensions as { code?: unknown } | undefined)?.code
    const at: unknown = Array.isArray(path) ? path[0] : undefined
    return {
      message: typeof message === 'string' ? message.slice(0, 300) : 'no message',
      ...(typeof code === 'string' || typeof code === 'number' ? { code: String(code) } : {}),
      ...(typeof at === 'string' ? { at } : {}),
    }
  })
}

const words = ({ message, code }: GraphqlError): string => `${code ?? ''} ${message}`.toLowerCase()

/** The agency does not take our token, though it said 200. */
export const isTokenRefusal = (error: GraphqlError): boolean =>
  /unauthenticated|token (?:has |is )?(?:expired|invalid)|jwt expired|\b401\b/.test(words(error))

/** The agency does not know the place in its list where we wanted to go on. */
export const isLostPosition = (error: GraphqlError): boolean => /cursor/.test(words(error))

/** What an answer whose errors leave nothing usable means for the feed. */
export function graphqlFault(errors: readonly GraphqlError[], answer: HttpAnswer): WireError {
  const [first] = errors
  const detail = first === undefined ? 'neither data nor errors' : `${first.code ?? ''} ${first.message}`.trim()
  const said = errors.map(words).join(' ')
  if (errors.some(isTokenRefusal) || /forbidden|not (?:entitled|authori[sz]ed|subscribed)|\b403\b/.test(said)) {
    return new FaultyAnswer('source.unauthorized', detail, answer)
  }
  if (/throttl|rate.?limit|too many requests|\b429\b/.test(said)) {
    return new FaultyAnswer('source.rate-limited', detail, answer, { retryAfterMs: 60_000 })
  }
  if (/internal|unavailable|timeout|timed out|\b50\d\b/.test(said)) {
    return new FaultyAnswer('source.server-error', detail, answer)
  }
  return new FaultyAnswer('source.bad-answer', detail, answer)
}
