import iconv from 'iconv-lite'
import type { Item, Status } from '../../../src/index.ts'

/** What a reader of the document can say about one of its items. Only what is stated is compared. */
export interface Expected {
  readonly [field: string]: unknown
  readonly type?: Item['type']
  readonly status?: Status
  readonly publishable?: boolean
  readonly uri?: string
  readonly bylines?: readonly { name: string; title?: string; organisation?: string }[]
  readonly dateline?: { text?: string; city?: string; date?: string }
  readonly subjects?: readonly { code?: string; name?: string; scheme?: string }[]
  readonly captions?: readonly { text?: string; credit?: string; photographer?: string }[]
  /** Addresses that must be found among media and renditions. */
  readonly hrefs?: readonly string[]
  readonly links?: readonly { rel?: string; uri: string }[]
  /** The whole text that is for readers, in order; no word of it may be lost and none may be added. */
  readonly body?: string
  /** Words that must not stand in the body: signatures, trackers, notes for the desk. */
  readonly notInBody?: readonly string[]
}

/** A document as it comes over the wire, written by hand, with what it states. */
export interface Dialect {
  readonly name: string
  readonly bytes: Uint8Array
  readonly format?: string
  readonly url?: string
  readonly contentType?: string
  readonly fileName?: string
  readonly zone?: string
  readonly receivedAt?: string
  readonly companions?: readonly { role: string; bytes: Uint8Array; contentType?: string }[]
  /** In the order of the document. */
  readonly items: readonly Expected[]
}

/** The text in the given charset; UTF-8 when none is named. */
export function encoded(text: string, charset = 'utf-8'): Uint8Array {
  return new Uint8Array(iconv.encode(text, charset))
}

/** Lines as line printers and mail want them. */
export function crlf(text: string): string {
  return text.replace(/\r?\n/g, '\r\n')
}

export function json(value: unknown): Uint8Array {
  return encoded(JSON.stringify(value))
}
