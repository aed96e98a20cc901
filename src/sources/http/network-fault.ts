import { WireError } from '../../story/errors.ts'

const timeouts = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'ETIMEDOUT',
  'ESOCKETTIMEDOUT',
])

/** Turns what a request threw into a WireError; `where` is the redacted URL. */
export function networkFault(error: unknown, where: string): WireError {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 8; at = at.cause, depth += 1) {
    if (at instanceof WireError) return at
  }
  const fault = flatten(error)
  const words = `${where}: ${fault.code ?? fault.name} ${fault.message.slice(0, 200)}`
  if (fault.code !== undefined && timeouts.has(fault.code))
    return new WireError('source.timeout', words, { cause: error })
  if (fault.code === 'UND_ERR_HEADERS_OVERFLOW') return new WireError('source.bad-answer', words, { cause: error })
  if (fault.name === 'HTTPParserError') return new WireError('source.bad-answer', words, { cause: error })
  return new WireError('source.network', words, { cause: error })
}

/** Node reports several addresses tried in vain as one AggregateError without a message of its own. */
function flatten(error: unknown): { code: string | undefined; name: string; message: string } {
  if (error instanceof AggregateError && error.errors.length > 0) return flatten(error.errors[0])
  if (!(error instanceof Error)) return { code: undefined, name: 'Error', message: String(error) }
  const own = error as NodeJS.ErrnoException
  if (own.code === undefined && own.cause instanceof Error) return flatten(own.cause)
  return { code: own.code, name: own.name, message: own.message }
}
