import { AwsV4Signer } from 'aws4fetch'
import type { WireError } from '../../story/errors.ts'
import type { HttpAnswer } from '../http/answer.ts'
import type { HttpClient } from '../http/client.ts'
import type { S3Config } from './config.ts'
import { readComplaint, s3Fault } from './fault.ts'

/** Keys of an account; absent for a public bucket. */
export interface S3Credentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
}

export interface S3Request {
  readonly method: 'GET' | 'PUT' | 'DELETE'
  /** Whole key; absent for the bucket itself. */
  readonly key?: string
  readonly query?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  readonly maxBytes: number
}

export interface S3Client {
  /** One signed request; any status is an answer. Throws what keeps an answer from coming. */
  ask(request: S3Request): Promise<HttpAnswer>
  /** The fault of an answer; undefined for 2xx. */
  faultOf(answer: HttpAnswer): WireError | undefined
  /** How far the service’s clock is from ours, ms, once it refused us for that. */
  skewMs(): number
}

export interface S3ClientOptions {
  readonly http: HttpClient
  readonly credentials: S3Credentials | undefined
  readonly signal: AbortSignal
  /** By the database's clock, at the beginning of the poll. */
  readonly now: Date
}

/** Signs requests with Signature Version 4 and sends them through the guarded client. */
export function createS3Client(config: S3Config, options: S3ClientOptions): S3Client {
  const { credentials, http } = options
  const began = performance.now()
  const ourTime = (): number => options.now.getTime() + (performance.now() - began)
  const secrets = credentials === undefined ? [] : Object.values(credentials)
  let skewMs = 0

  async function send(request: S3Request): Promise<HttpAnswer> {
    const url = urlOf(config, request)
    const headers = { 'accept-encoding': 'identity', ...request.headers }
    const signed = credentials === undefined ? {} : await sign(config, credentials, request, url, ourTime() + skewMs)
    return http.send({
      method: request.method,
      url,
      headers,
      secretHeaders: signed,
      deadlineMs: config.requestSeconds * 1000,
      maxBytes: request.maxBytes,
      allowPrivate: config.allowPrivate,
      signal: options.signal,
    })
  }

  return {
    ask: async (request) => {
      const answer = await send(request)
      if (credentials === undefined || readComplaint(answer)?.code !== 'RequestTimeTooSkewed') return answer
      const theirs = Date.parse(answer.headers.get('date') ?? '')
      if (Number.isNaN(theirs)) return answer
      // Our clock is the database's; when it is wrong, nothing here can set it right, but the signature can.
      skewMs = theirs - ourTime()
      return send(request)
    },
    faultOf: (answer) => s3Fault(answer, placeOf(config), new Date(ourTime()), secrets),
    skewMs: () => skewMs,
  }
}

/** Bucket and prefix, for messages. */
export const placeOf = (config: S3Config): string => `s3://${config.bucket}/${config.prefix}`

async function sign(
  config: S3Config,
  credentials: S3Credentials,
  request: S3Request,
  url: string,
  time: number,
): Promise<Record<string, string>> {
  const datetime = new Date(time).toISOString().replace(/[:-]|\.\d{3}/g, '')
  const signer = new AwsV4Signer({
    ...credentials,
    method: request.method,
    url,
    headers: { ...request.headers },
    service: 's3',
    region: config.region,
    datetime,
  })
  const signed = await signer.sign()
  const headers: Record<string, string> = {}
  signed.headers.forEach((value, name) => {
    if (name !== 'host') headers[name] = value
  })
  return headers
}

/** The address of a key. Everything but what RFC 3986 leaves alone is encoded: that is how it is signed. */
function urlOf(config: S3Config, { key, query }: S3Request): string {
  const base = new URL(config.endpoint)
  const isVirtual = config.addressing === 'virtual'
  const host = isVirtual ? `${config.bucket}.${base.host}` : base.host
  const folder = base.pathname.replace(/\/$/, '') + (isVirtual ? '' : `/${config.bucket}`)
  const path = key === undefined ? '/' : `/${key.split('/').map(encode).join('/')}`
  const search = Object.entries(query ?? {}).map(([name, value]) => `${encode(name)}=${encode(value)}`)
  return `${base.protocol}//${host}${folder}${path}${search.length === 0 ? '' : `?${search.sort().join('&')}`}`
}

/** A key as it stands in an address or in the header that names the source of a copy. */
export const encodeKey = (key: string): string => key.split('/').map(encode).join('/')

const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)
