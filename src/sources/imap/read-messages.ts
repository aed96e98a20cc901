import type { Offer, RefusedOffer } from '../source.ts'
import type { Deadline } from '../files/deadline.ts'
import type { ImapConfig } from './config.ts'
import { knownDigests, messageDigest } from './cursor.ts'
import type { ImapCursor } from './cursor.ts'
import type { ImapSession } from './session.ts'

/** What one poll read. */
export interface Haul {
  readonly offers: readonly Offer[]
  readonly refused: readonly RefusedOffer[]
  /** Highest UID that is accounted for. */
  readonly uid: number
  /** UIDs whose messages are stored once this poll is committed. */
  readonly taken: readonly number[]
  readonly digests: readonly string[]
  /** Known by their digests, read again after the UIDs changed. */
  readonly known: number
  readonly more: boolean
}

/**
 * Reads what came after the cursor, oldest first, until the portion is full or the time is over. Sizes are asked for
 * before bodies, and bodies without setting \Seen (BODY.PEEK).
 */
export async function readMessages(
  session: ImapSession,
  config: ImapConfig,
  cursor: ImapCursor,
  deadline: Deadline,
): Promise<Haul> {
  const uids = await findAfter(session, cursor.uid)
  const sizes = await readSizes(session, uids.slice(0, config.messagesAtOnce))
  const before = cursor.rereadTo === undefined ? undefined : knownDigests(cursor)
  const offers: Offer[] = []
  const refused: RefusedOffer[] = []
  const taken: number[] = []
  const digests: string[] = []
  let bytes = 0
  let known = 0
  let uid = cursor.uid
  for (const next of uids.slice(0, config.messagesAtOnce)) {
    const size = sizes.get(next) ?? 0
    const isFull = bytes > 0 && bytes + size > config.bytesAtOnce
    if (isFull || (offers.length + refused.length > 0 && deadline.isSpent())) break
    const key = `${config.mailbox};UIDVALIDITY=${cursor.validity};UID=${next}`
    const message = size > config.messageBytes ? size : await readMessage(session, config, next)
    if (typeof message === 'number') {
      const detail = `${message} bytes, the limit is ${config.messageBytes}`
      refused.push({ key, code: 'parse.too-large', detail })
    } else if (message !== undefined) {
      bytes += message.length
      const digest = messageDigest(message)
      taken.push(next)
      if (before?.has(digest) === true && next <= (cursor.rereadTo ?? 0)) known += 1
      else {
        digests.push(digest)
        offers.push({ key, bytes: message, contentType: 'message/rfc822' })
      }
    }
    uid = next
  }
  return { offers, refused, uid, taken, digests, known, more: uids.length > 0 && uid < uids.at(-1)! }
}

/** UIDs above one, ascending. `n:*` always names the last message, too, even when its UID is lower (RFC 3501, 6.4.8). */
async function findAfter(session: ImapSession, uid: number): Promise<number[]> {
  if (session.mailbox.exists === 0) return []
  const search = { uid: `${uid + 1}:*` }
  const found = await session.run('search', () => session.client.search(search, { uid: true }))
  return [...(found || [])].filter((one) => one > uid).sort((a, b) => a - b)
}

async function readSizes(session: ImapSession, uids: readonly number[]): Promise<Map<number, number>> {
  if (uids.length === 0) return new Map()
  return session.run('sizes', async () => {
    const sizes = new Map<number, number>()
    const fields = { uid: true, size: true }
    for await (const message of session.client.fetch(uids.join(','), fields, { uid: true })) {
      sizes.set(message.uid, message.size ?? 0)
    }
    return sizes
  })
}

/**
 * One message as the server keeps it. A number when it is larger than the server said it was, undefined when it was
 * deleted in between.
 */
async function readMessage(
  session: ImapSession,
  config: ImapConfig,
  uid: number,
): Promise<Buffer | number | undefined> {
  const source = { start: 0, maxLength: config.messageBytes + 1 }
  const message = await session.run(`message ${uid}`, () =>
    session.client.fetchOne(String(uid), { uid: true, source }, { uid: true }),
  )
  if (message === false || message.source === undefined || message.uid !== uid) return undefined
  return message.source.length > config.messageBytes ? message.source.length : message.source
}
