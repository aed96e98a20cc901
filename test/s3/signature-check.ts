import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** Who may ask. */
export interface Account {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
}

/** Why a request is refused, as the service says it: code, and what it repeats of the request. */
export interface Refusal {
  readonly code: string
  readonly repeats: string
}

const longestSkewMs = 15 * 60_000

const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/**
 * Checks a request as the service does, written from its description ("Authenticating Requests: Using the Authorization
 * Header") and not with the library that signs. Undefined when the signature holds.
 */
export function refuseSignature(request: IncomingMessage, account: Account, region: string): Refusal | undefined {
  const form =
    /^AWS4-HMAC-SHA256 Credential=([^/,]+)\/(\d{8})\/([^/,]+)\/s3\/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/
  const match = form.exec(request.headers.authorization ?? '')
  if (match === null) return { code: 'AccessDenied', repeats: '' }
  const [, id = '', day = '', signedRegion = '', names = '', signature = ''] = match
  if (id !== account.accessKeyId)
    return { code: 'InvalidAccessKeyId', repeats: `<AWSAccessKeyId>${id}</AWSAccessKeyId>` }
  if (signedRegion !== region) return { code: 'AuthorizationHeaderMalformed', repeats: `<Region>${region}</Region>` }
  const time = String(request.headers['x-amz-date'])
  const at = Date.parse(time.replace(/^(....)(..)(..T..)(..)(..Z)$/, '$1-$2-$3:$4:$5'))
  if (!(Math.abs(at - Date.now()) <= longestSkewMs)) return { code: 'RequestTimeTooSkewed', repeats: '' }
  if (request.headers['x-amz-security-token'] !== account.sessionToken) return { code: 'InvalidToken', repeats: '' }

  const [path = '', query = ''] = (request.url ?? '').split('?')
  const pairs = query === '' ? [] : query.split('&').map((pair) => pair.split('='))
  const canonical = [
    request.method,
    path
      .split('/')
      .map((part) => encode(decodeURIComponent(part)))
      .join('/'),
    pairs
      .map(([name = '', value = '']) => `${encode(decodeURIComponent(name))}=${encode(decodeURIComponent(value))}`)
      .sort()
      .join('&'),
    ...names.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}`),
    '',
    names,
    request.headers['x-amz-content-sha256'],
  ].join('\n')
  const scope = `${day}/${region}/s3/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', time, scope, sha256(canonical)].join('\n')
  const key = [day, region, 's3', 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${account.secretAccessKey}`)
  const isSigned = timingSafeEqual(hmac(key, toSign), Buffer.from(signature, 'hex'))
  // A header that decides what is done must be among the signed ones.
  const unsigned = Object.keys(request.headers).find(
    (name) => name.startsWith('x-amz-') && !names.split(';').includes(name),
  )
  if (isSigned && names.split(';').includes('host') && unsigned === undefined) return undefined
  const repeats = `<AWSAccessKeyId>${id}</AWSAccessKeyId><StringToSign>${toSign}</StringToSign><SignatureProvided>${signature}</SignatureProvided>`
  return { code: 'SignatureDoesNotMatch', repeats }
}
