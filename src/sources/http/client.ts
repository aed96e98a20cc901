import { Agent } from 'undici'
import type { Dispatcher } from 'undici'
import { WireError } from '../../story/errors.ts'
import { literalFault } from '../network/look-up.ts'
import type { Lookup } from '../network/look-up.ts'
import type { HttpAnswer } from './answer.ts'
import { readBody, slowLimits } from './body.ts'
import type { SlowLimits } from './body.ts'
import { guardedConnector } from './connector.ts'
import { networkFault } from './network-fault.ts'
import { redactUrl, stripKeys } from './redact-url.ts'
import { keepsSecrets, redirectTarget } from './redirect.ts'
import { currentRound, inRound } from './rounds.ts'
import type { Round } from './rounds.ts'
import { spaceIn, unpack } from './space.ts'
import type { Space } from './space.ts'
import { startStopwatch } from './stopwatch.ts'

export interface HttpRequest {
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  /** Headers with keys: sent to the host of `url` and to `secretHosts` only, never after a step from https to http. */
  readonly secretHeaders?: Readonly<Record<string, string>>
  /** Keys a source insists on having in the query: added on the wire, absent from every URL that is returned or logged. */
  readonly secretQuery?: Readonly<Record<string, string>>
  /**
   * Parts of the path that open a door, as some agencies give them out: `{name}` in the path of `url` is filled in on the
   * wire alone. Every URL that is returned or logged keeps the braces.
   */
  readonly secretPath?: Readonly<Record<string, string>>
  /** Further hosts that may see the secrets: a name stands for itself and everything below it. */
  readonly secretHosts?: readonly string[]
  /** For everything together: look-up, connection, headers, redirects, body. */
  readonly deadlineMs: number
  /** Of the body, as sent and again as unpacked. */
  readonly maxBytes: number
  readonly allowPrivate?: boolean
  readonly signal?: AbortSignal
}

/** A request that is not a plain question: a query in a body, the exchange of a token, the return of a receipt. */
export interface HttpSendRequest extends HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Sent once, to the host of `url` alone; a redirect is not followed with it. */
  readonly body?: string
}

export interface HttpClient {
  /**
   * One GET. Any status is an answer (see `statusFault`); what keeps an answer from coming throws a WireError:
   * source.network, source.timeout, source.too-large, source.bad-answer, source.address-refused,
   * source.resolution-refused, source.redirect-refused, source.too-many-redirects.
   */
  get(request: HttpRequest): Promise<HttpAnswer>
  /**
   * One request of another method, or a GET that is signed for its address, guarded and bounded like `get`. A redirect is
   * refused as `source.bad-answer`: a body may hold credentials, and no agency moves its endpoints under a client's feet.
   */
  send(request: HttpSendRequest): Promise<HttpAnswer>
  close(): Promise<void>
}

export interface HttpClientOptions {
  readonly lookup?: Lookup
  readonly userAgent?: string
  readonly slow?: SlowLimits
  /** Connections kept to one host. */
  readonly connections?: number
}

const mostRedirects = 5
const redirects = new Set([301, 302, 303, 307, 308])

/** Says who asks, so that an agency can find out why. */
const defaultUserAgent = 'Writethru/0.1 (wire ingester)'

/** Makes the one HTTP client everything uses: guarded, bounded in bytes and time, with connections kept open. */
export function createHttpClient(options: HttpClientOptions = {}): HttpClient {
  const agent = (allowPrivate: boolean): Agent =>
    new Agent({
      connect: guardedConnector({
        allowPrivate,
        timeoutMs: 10_000,
        ...(options.lookup === undefined ? {} : { lookup: options.lookup }),
      }),
      connections: options.connections ?? 16,
      pipelining: 1,
      keepAliveTimeout: 10_000,
      headersTimeout: 0,
      bodyTimeout: 0,
    })
  const guarded = agent(false)
  const open = agent(true)
  const slow = options.slow ?? slowLimits
  const userAgent = options.userAgent ?? defaultUserAgent

  async function ask(request: HttpRequest | HttpSendRequest): Promise<HttpAnswer> {
    const stop = new AbortController()
    const deadline = startStopwatch(request.deadlineMs, () =>
      stop.abort(new WireError('source.timeout', `no whole answer in ${request.deadlineMs} ms`)),
    )
    const calledOff = (): void => stop.abort(new WireError('source.network', 'the request was called off'))
    if (request.signal?.aborted === true) calledOff()
    request.signal?.addEventListener('abort', calledOff, { once: true })
    const dispatcher = request.allowPrivate === true ? open : guarded
    try {
      const round = currentRound()
      const answer = (own: Round): Promise<HttpAnswer> =>
        follow(request, dispatcher, stop.signal, spaceIn(own, deadline, stop.signal))
      return await (round === undefined ? inRound(answer) : answer(round))
    } catch (error) {
      throw networkFault(stop.signal.aborted ? stop.signal.reason : error, redactUrl(request.url))
    } finally {
      deadline.stop()
      request.signal?.removeEventListener('abort', calledOff)
    }
  }

  async function follow(
    request: HttpRequest | HttpSendRequest,
    dispatcher: Dispatcher,
    signal: AbortSignal,
    space: Space,
  ): Promise<HttpAnswer> {
    const first = checkedUrl(request.url, request.allowPrivate === true)
    const seen = new Set<string>()
    let at = first
    let movedTo: string | undefined
    let onlyPermanent = true
    for (;;) {
      if (seen.has(at.href) || seen.size > mostRedirects) {
        throw new WireError('source.too-many-redirects', `${redactUrl(first.href)}: stopped at ${redactUrl(at.href)}`)
      }
      seen.add(at.href)
      const answer = await dispatcher.request(sent(request, first, at, userAgent, signal))
      const headers = flatHeaders(answer.headers)
      if (!redirects.has(answer.statusCode)) {
        const raw = await readBody(answer.body, headers.get('content-length'), request.maxBytes, slow, space.grow)
        const bytes = await unpack(raw, headers.get('content-encoding'), request.maxBytes, space)
        const url = stripKeys(at.href)
        return { status: answer.statusCode, headers, bytes, url, ...(movedTo === undefined ? {} : { movedTo }) }
      }
      await leave(answer.body, headers.get('content-length'), signal)
      if ('method' in request) throw new WireError('source.bad-answer', `a redirect in answer to ${request.method}`)
      at = checkedRedirect(redirectTarget(headers.get('location'), at), request.allowPrivate === true)
      onlyPermanent &&= answer.statusCode === 301 || answer.statusCode === 308
      if (onlyPermanent) movedTo = stripKeys(at.href)
    }
  }

  return {
    get: ask,
    send: ask,
    close: async () => {
      await Promise.all([guarded.destroy(), open.destroy()])
    },
  }
}

/** Refuses other schemes and forbidden literals before a socket exists. */
function checkedUrl(url: string, allowPrivate: boolean): URL {
  let parsed: URL
  try {
    parsed = new URL(url)
  } catch (error) {
    throw new WireError('source.address-refused', 'not a URL', { cause: error })
  }
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') {
    throw new WireError('source.address-refused', `the scheme ${parsed.protocol} is not http or https`)
  }
  const host = parsed.hostname.replace(/\.$/, '')
  const fault = literalFault(host, allowPrivate)
  if (fault !== undefined) throw fault
  return parsed
}

/**
 * Where a redirect leads, by the same rules. Nobody configured that address: a captive portal that sends every request
 * to the router must not pause the feed for good.
 */
function checkedRedirect(url: string, allowPrivate: boolean): URL {
  try {
    return checkedUrl(url, allowPrivate)
  } catch (error) {
    if (!(error instanceof WireError) || error.code !== 'source.address-refused') throw error
    throw new WireError('source.redirect-refused', error.detail, { cause: error })
  }
}

function sent(
  request: HttpRequest | HttpSendRequest,
  first: URL,
  at: URL,
  userAgent: string,
  signal: AbortSignal,
): Dispatcher.RequestOptions & { origin: string } {
  const trusted = keepsSecrets(first, at, request.secretHosts ?? [])
  const target = new URL(at.href)
  if (trusted)
    for (const [name, value] of Object.entries(request.secretQuery ?? {})) target.searchParams.set(name, value)
  return {
    origin: target.origin,
    path: (trusted ? filledPath(target.pathname, request.secretPath ?? {}) : target.pathname) + target.search,
    method: 'method' in request ? request.method : 'GET',
    ...('body' in request && request.body !== undefined ? { body: request.body } : {}),
    headers: {
      'user-agent': userAgent,
      accept: '*/*',
      'accept-encoding': 'gzip, br, deflate',
      ...request.headers,
      ...(trusted ? request.secretHeaders : {}),
    },
    signal,
  }
}

/** The path with its secret parts; a part may be several segments. */
function filledPath(path: string, parts: Readonly<Record<string, string>>): string {
  return Object.entries(parts).reduce(
    (filled, [name, value]) =>
      filled.replaceAll(`%7B${name}%7D`, () => value.split('/').map(encodeURIComponent).join('/')),
    path,
  )
}

/** Reads away the short body of a redirect, which keeps the connection; any other is not worth waiting for. */
async function leave(
  body: Dispatcher.ResponseData['body'],
  length: string | undefined,
  signal: AbortSignal,
): Promise<void> {
  if (length !== undefined && Number(length) <= 16_384) return body.dump({ limit: 16_384, signal })
  body.on('error', () => {})
  body.destroy()
}

function flatHeaders(headers: Record<string, string | string[] | undefined>): Map<string, string> {
  const flat = new Map<string, string>()
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat.set(name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value)
  }
  return flat
}
