import { createHash } from 'node:crypto'
import { z } from 'zod'

const schema = z.object({
  /** Server, user and mailbox the rest belongs to; another one starts afresh. */
  place: z.string(),
  /** UIDVALIDITY (RFC 3501, 2.3.1.1): while it is the same, a UID means the same message. */
  validity: z.string(),
  /** Highest UID that was offered or refused. */
  uid: z.number(),
  /** UIDs that are stored and still to be flagged or moved. */
  taken: z.array(z.number()).default([]),
  /** Digests of the messages taken last, twelve characters each, newest last. */
  digests: z.string().default(''),
  /** Up to this UID messages are read again after the server forgot its UIDs: what is known by its digest is left out. */
  rereadTo: z.number().optional(),
})

/** What is remembered of a mailbox. */
export type ImapCursor = z.output<typeof schema>

const digestLength = 12
/** Messages remembered for a mailbox whose UIDs change: some hundred kilobytes of cursor. */
const mostDigests = 8000

/** The stored cursor when it belongs to this mailbox. */
export function readCursor(stored: unknown, place: string): ImapCursor | undefined {
  const outcome = schema.safeParse(stored)
  return outcome.success && outcome.data.place === place ? outcome.data : undefined
}

/** 72 bits of SHA-256: enough to tell some thousand messages apart. */
export function messageDigest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url').slice(0, digestLength)
}

/** The digests of a cursor, for looking one up. */
export function knownDigests(cursor: ImapCursor): ReadonlySet<string> {
  const known = new Set<string>()
  for (let at = 0; at < cursor.digests.length; at += digestLength) {
    known.add(cursor.digests.slice(at, at + digestLength))
  }
  return known
}

/** Adds digests; the oldest go when there are too many. */
export function withDigests(digests: string, more: readonly string[]): string {
  return (digests + more.join('')).slice(-mostDigests * digestLength)
}
