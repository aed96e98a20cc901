import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { WireError } from '../../story/errors.ts'
import { decodeBody } from '../http/decode.ts'
import type { Offer } from '../source.ts'
import type { PushConfig } from './config.ts'
import { readPushBody } from './read-body.ts'
import type { BodyBudget } from './read-body.ts'
import { readClaim, verifyBody } from './signature.ts'

/** Name of the file, percent-encoded UTF-8; for people, and for formats that are told by their ending. */
export const fileNameHeader = 'x-writethru-file-name'

/** A request as it arrives. Header names in lower case. */
export interface PushRequest {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Readable
}

export interface PushTools {
  readonly config: PushConfig
  readonly secrets: readonly string[]
  /** By the database's clock. */
  readonly now: Date
  readonly budget: BodyBudget
  /** Asked once the sender is known, before anything is unpacked; throws when it sends too much. */
  readonly admit: () => void
}

/** A signed request: what it brought and what names it. */
export interface PushedOffer {
  readonly offer: Offer
  /** SHA-256 of the document as unpacked. */
  readonly digest: Buffer
  /** SHA-256 of the sender's key, or of a signature with a time; absent when a repeat cannot be told from a new request. */
  readonly key?: Buffer
}

const sha256 = (...parts: readonly (string | Uint8Array)[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/**
 * Reads a request that someone pushed. Until the signature is verified nothing is unpacked, and nothing is kept of a
 * request that is refused. @throws WireError `push.*`
 */
export async function receivePush({ headers, body }: PushRequest, tools: PushTools): Promise<PushedOffer> {
  const { config } = tools
  const claim = readClaim(headers, config, tools.now)
  const contentType = one(headers, 'content-type')
  checkType(contentType, config)
  const idempotencyKey = readKey(headers, config)
  const fileName = readFileName(one(headers, fileNameHeader))
  const sent = await readPushBody(body, one(headers, 'content-length'), {
    maxBytes: config.documentBytes,
    deadlineMs: config.requestSeconds * 1000,
    budget: tools.budget,
  })
  const signature = verifyBody(claim, sent, tools.secrets)
  tools.admit()
  const bytes = await unpack(sent, one(headers, 'content-encoding'), config.documentBytes)
  if (bytes.length === 0) throw new WireError('push.unreadable', 'the body is empty')
  const digest = sha256(bytes)
  const key =
    idempotencyKey !== undefined
      ? sha256('key\0', idempotencyKey)
      : claim.prefix !== ''
        ? sha256('signature\0', claim.prefix, signature)
        : undefined
  return {
    offer: {
      key: idempotencyKey ?? digest.toString('hex').slice(0, 16),
      bytes,
      ...(contentType === undefined ? {} : { contentType }),
      ...(fileName === undefined ? {} : { fileName }),
    },
    digest,
    ...(key === undefined ? {} : { key }),
  }
}

function one(headers: PushRequest['headers'], name: string): string | undefined {
  const value = headers[name]
  if (Array.isArray(value)) throw new WireError('push.unreadable', `several headers ${name}`)
  return value?.trim()
}

function checkType(contentType: string | undefined, config: PushConfig): void {
  if ((contentType?.length ?? 0) > 200) throw new WireError('push.content-type', 'the content type is too long')
  if (config.contentTypes === undefined) return
  const type = contentType?.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  const family = `${type.split('/', 1)[0]}/*`
  if (config.contentTypes.some((wanted) => wanted === type || wanted === family)) return
  throw new WireError('push.content-type', `${type === '' ? 'no content type' : type} is not among those of the feed`)
}

function readKey(headers: PushRequest['headers'], config: PushConfig): string | undefined {
  const key = one(headers, config.idempotencyHeader)
  if (key === undefined || key === '') return undefined
  if (key.length > 255) throw new WireError('push.unreadable', `the ${config.idempotencyHeader} is longer than 255`)
  return key
}

/** The last part of a path, whatever system it comes from. */
function readFileName(text: string | undefined): string | undefined {
  if (text === undefined || text.length > 1000) return undefined
  let name: string
  try {
    name = decodeURIComponent(text)
  } catch {
    return undefined
  }
  const last = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
  const shown = last.replaceAll(/[\u0000-\u001f\u007f]/g, '').slice(0, 255)
  return shown === '' ? undefined : shown
}

async function unpack(sent: Buffer, encoding: string | undefined, maxBytes: number): Promise<Buffer> {
  try {
    return await decodeBody(sent, encoding, maxBytes)
  } catch (error) {
    if (!(error instanceof WireError)) throw error
    if (error.code === 'source.too-large') {
      throw new WireError('push.too-large', `the body unpacks to more than ${maxBytes} bytes`, { cause: error })
    }
    throw new WireError('push.unreadable', error.detail, { cause: error })
  }
}
