import { WireError } from '../../story/errors.ts'
import type { HttpAnswer } from '../http/answer.ts'
import type { HttpClient } from '../http/client.ts'
import { stripKeys } from '../http/redact-url.ts'
import type { PollContext } from '../source.ts'
import { keyHostsOf } from './config.ts'
import type { ApConfig } from './config.ts'

/** Requests to one AP account: key in the header, bounds from the settings. */
export interface ApApi {
  readonly config: ApConfig
  get(url: string, bounds?: { deadlineMs?: number; maxBytes?: number }): Promise<HttpAnswer>
  /** One POST with a JSON body to the API itself. */
  post(url: string, body: string, bounds: { deadlineMs: number; maxBytes: number }): Promise<HttpAnswer>
  /** Whether a link may be followed as a page of this API: the base's host, or one that may see the key. */
  isOwn(url: string): boolean
}

/** Joins client, settings and key. Throws `config.secret-missing` without a key. */
export function apApi(http: HttpClient, config: ApConfig, context: PollContext): ApApi {
  const key = context.secret(config.apiKeySecret)?.trim()
  if (key === undefined || key === '') {
    throw new WireError('config.secret-missing', `feed ${context.feedName} needs the secret ${config.apiKeySecret}`)
  }
  const secretHosts = keyHostsOf(config)
  const base = new URL(config.baseUrl)
  const isOwn = (url: string): boolean => {
    const { hostname } = new URL(url)
    return hostname === base.hostname || secretHosts.some((host) => hostname === host || hostname.endsWith(`.${host}`))
  }

  /** AP writes http:// into links of an API that is https only; the key must not travel in the clear. */
  const secured = (url: string): string => {
    if (!URL.canParse(url)) throw new WireError('source.bad-answer', 'a link that is not a URL')
    return base.protocol === 'https:' && url.startsWith('http://') && isOwn(url) ? `https://${url.slice(7)}` : url
  }

  return {
    config,
    isOwn,
    post: (url, body, bounds) =>
      http.send({
        method: 'POST',
        url: secured(url),
        headers: { accept: 'application/json', 'content-type': 'application/json' },
        secretHeaders: { 'x-api-key': key },
        body,
        ...bounds,
        allowPrivate: config.allowPrivate,
        signal: context.signal,
      }),
    get: (url, bounds = {}) => {
      const target = stripKeys(secured(url))
      return http.get({
        url: target,
        headers: { accept: 'application/json, text/xml;q=0.9, */*;q=0.5' },
        ...(isOwn(target) ? { secretHeaders: { 'x-api-key': key }, secretHosts } : {}),
        deadlineMs: bounds.deadlineMs ?? config.requestSeconds * 1000,
        maxBytes: bounds.maxBytes ?? config.responseBytes,
        allowPrivate: config.allowPrivate,
        signal: context.signal,
      })
    },
  }
}
