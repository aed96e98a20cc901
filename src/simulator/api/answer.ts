/** What an endpoint wants sent, before faults touch it. */
export interface Answer {
  readonly status: number
  readonly contentType: string
  readonly body: string | Buffer
  readonly headers?: Readonly<Record<string, string>>
  /** etags of the items in it; counted as delivered once the last byte is out. */
  readonly carries?: readonly string[]
}

export const jsonType = 'application/json; charset=utf-8'

/** The envelope around every answer of the API. */
export interface AnswerContext {
  readonly id: string
  /** "/content/feed.GET" */
  readonly method: string
  readonly params: Readonly<Record<string, string | number>>
  /** The wire's own time, ISO 8601. */
  readonly now: string
  readonly label?: string | undefined
}

const head = (context: AnswerContext): object => ({
  api_version: '2.2',
  api_mode: 'live',
  api_build: '2.2.18',
  id: context.id,
  method: context.method,
  org_name: 'Writethru Rehearsal Desk',
  ...(context.label === undefined ? {} : { session_label: context.label }),
  params: context.params,
})

/**
 * An answer with data. `items` are element texts that are put in as they are: a page of a hundred stories is not parsed
 * and written again.
 */
export function dataAnswer(context: AnswerContext, data: object, items?: readonly string[]): Answer {
  const shell = JSON.stringify({ ...head(context), data })
  if (items === undefined) return { status: 200, contentType: jsonType, body: shell }
  // The shell ends in "}}": of data, and of the answer.
  const open = shell.slice(0, -2)
  const comma = open.endsWith('{') ? '' : ','
  return { status: 200, contentType: jsonType, body: `${open}${comma}"items":[${items.join(',')}]}}` }
}

/** An error in AP's form. `status` is the HTTP status and is repeated in the body. */
export function errorAnswer(
  context: AnswerContext,
  status: number,
  code: number,
  message: string,
  headers?: Readonly<Record<string, string>>,
): Answer {
  const body = JSON.stringify({ ...head(context), error: { status, code, message, timestamp: context.now } })
  return { status, contentType: jsonType, body, ...(headers === undefined ? {} : { headers }) }
}

/** AP's detail codes. 1000, 5000, 5001, 5003 and 6060 are AP's own; the rest follow its pattern. */
export const detailCodes = {
  badSyntax: 1000,
  noKey: 2001,
  badKey: 2003,
  notFound: 4004,
  tooMany: 4029,
  unknownParameter: 5000,
  badValue: 5001,
  expiredToken: 6060,
  server: 9000,
} as const
