import type { HttpAnswer } from '../http/answer.ts'
import type { HttpFeedCursor } from './cursor.ts'

/** A permanent redirect is believed once it was seen in this many good polls. */
const sightsToBelieve = 3
/** How long the old address is left alone once a move is believed; then it is asked whether it still redirects. */
const recheckMs = 24 * 3_600_000

/** What the cursor keeps of permanent redirects. */
export type Moves = Pick<HttpFeedCursor, 'movedTo' | 'moving' | 'movedAt'>

/** The address to ask: the one a believed move leads to, and once a day the one in the settings. */
export function addressToAsk(cursor: HttpFeedCursor, now: Date): string {
  const { movedTo, movedAt } = cursor
  if (movedTo === undefined) return cursor.url
  const age = now.getTime() - Date.parse(movedAt ?? '')
  return age >= 0 && age < recheckMs ? movedTo : cursor.url
}

/**
 * What is remembered of moves after a good answer. 301 and 308 count (RFC 9110, 15.4), 302, 303 and 307 do not. Servers
 * in maintenance and captive networks send permanent redirects that are none, so one sight is not enough. A move from
 * https to plain http is never believed.
 */
export function movesAfter(cursor: HttpFeedCursor, asked: string, answer: HttpAnswer, now: Date): Moves {
  const to = answer.movedTo
  if (to === undefined) {
    const atNewPlace = asked === cursor.movedTo
    return atNewPlace ? { movedTo: asked, movedAt: cursor.movedAt ?? now.toISOString() } : {}
  }
  if (new URL(cursor.url).protocol === 'https:' && new URL(to).protocol !== 'https:') return {}
  if (to === cursor.movedTo) return { movedTo: to, movedAt: now.toISOString() }
  const sights = cursor.moving?.to === to ? cursor.moving.sights + 1 : 1
  return sights >= sightsToBelieve ? { movedTo: to, movedAt: now.toISOString() } : { moving: { to, sights } }
}
