import { startDeadline } from '../files/deadline.ts'
import type { Deadline } from '../files/deadline.ts'
import { secretFor } from '../files/remote-source.ts'
import type { HttpClient } from '../http/client.ts'
import { sharedHttpClient } from '../http/shared-client.ts'
import { TokenKeeper } from '../oauth/token-keeper.ts'
import { readConfigWith } from '../read-config.ts'
import type { PollContext, PollResult, Source, SuspectedGap } from '../source.ts'
import { imapConfigSchema } from './config.ts'
import type { ImapConfig } from './config.ts'
import { readCursor, withDigests } from './cursor.ts'
import type { ImapCursor } from './cursor.ts'
import { openMailbox } from './log-in.ts'
import { putAway, putAwayOrKeep } from './put-away.ts'
import { readMessages } from './read-messages.ts'
import type { Haul } from './read-messages.ts'
import { placeOf } from './session.ts'
import type { ImapSession } from './session.ts'
import { watchMailbox } from './watch.ts'

/** More messages are not remembered for a server that will not let them be flagged or moved. */
const mostTaken = 10_000

/** A mailbox that an agency or a stringer sends mail to. */
export function createImapSource(http: () => HttpClient = sharedHttpClient): Source {
  const tokens = new TokenKeeper(http)
  return {
    kind: 'imap',
    readConfig: (raw) => readConfigWith(imapConfigSchema, raw) as unknown as Readonly<Record<string, unknown>>,
    hostOf: (config) => `${String(config['host']).toLowerCase()}:${String(config['port'])}`,
    poll: (context) => {
      const config = context.config as unknown as ImapConfig
      const cursor = readCursor(context.cursor, mailboxOf(config))
      const isMoving = config.mode !== 'keep' && (cursor?.taken.length ?? 0) > 0
      return withSession(context, config, tokens, !isMoving, (session, deadline) =>
        pollMailbox(context, config, cursor, session, deadline),
      )
    },
    acknowledge: async (context, result) => {
      const config = context.config as unknown as ImapConfig
      const { taken, validity } = result.cursor as ImapCursor
      if (config.mode === 'keep' || taken.length === 0) return
      await withSession(context, config, tokens, false, async (session) => {
        // Under another UIDVALIDITY these UIDs are other messages.
        if (String(session.mailbox.uidValidity) === validity) await putAway(session, config, taken)
      })
    },
    watch: (config, wake, tools) => watchMailbox(config as unknown as ImapConfig, wake, tools, tokens),
  }
}

/** What a cursor belongs to. */
const mailboxOf = (config: ImapConfig): string => `${placeOf(config)}/${config.user}/${config.mailbox}`

async function withSession<T>(
  context: PollContext,
  config: ImapConfig,
  tokens: TokenKeeper,
  readOnly: boolean,
  work: (session: ImapSession, deadline: Deadline) => Promise<T>,
): Promise<T> {
  const deadline = startDeadline(config.deadlineSeconds, context.signal, placeOf(config))
  try {
    const secret = (name: string): string => secretFor(context, name)
    const session = await openMailbox(config, { secret, now: context.now, signal: deadline.signal, readOnly }, tokens)
    try {
      return await work(session, deadline)
    } finally {
      await session.close()
    }
  } catch (error) {
    throw deadline.fault() ?? error
  }
}

async function pollMailbox(
  context: PollContext,
  config: ImapConfig,
  stored: ImapCursor | undefined,
  session: ImapSession,
  deadline: Deadline,
): Promise<PollResult> {
  const start = await whereToStart(context, config, stored, session)
  // Normally nothing is left to put away; after a crash between commit and acknowledgement there is.
  const left = await putAwayOrKeep(session, config, start.cursor.taken, context.log)
  const haul = await readMessages(session, config, start.cursor, deadline)
  const next = haul.more ? ({ kind: 'now' } as const) : { kind: 'after' as const, ms: config.everySeconds * 1000 }
  return {
    offers: haul.offers,
    cursor: cursorAfter(config, start.cursor, haul, left),
    next,
    ...(start.gap === undefined ? {} : { gap: start.gap }),
    ...(haul.refused.length === 0 ? {} : { refused: haul.refused }),
    ...noteOf(haul, left),
  }
}

/** Where the last poll ended; at the beginning when the server no longer means the same by its UIDs. */
async function whereToStart(
  context: PollContext,
  config: ImapConfig,
  stored: ImapCursor | undefined,
  session: ImapSession,
): Promise<{ readonly cursor: ImapCursor; readonly gap?: SuspectedGap }> {
  const { uidNext } = session.mailbox
  const validity = String(session.mailbox.uidValidity)
  const fresh = { place: mailboxOf(config), validity, uid: 0, taken: [], digests: '' }
  if (stored === undefined) return { cursor: { ...fresh, uid: await firstUid(context, config, session) } }
  // A mailbox restored from a backup may keep its UIDVALIDITY and give UIDs out a second time.
  const isRewound = uidNext > 0 && uidNext <= stored.uid
  if (stored.validity === validity && !isRewound) return { cursor: stored }
  const why = isRewound ? `UIDNEXT fell to ${uidNext}` : `UIDVALIDITY was ${stored.validity} and is ${validity}`
  return {
    cursor: { ...fresh, digests: stored.digests, rereadTo: Math.max(0, uidNext - 1) },
    gap: {
      kind: 'cursor-expired',
      to: context.now.toISOString(),
      detail: `${config.mailbox}: ${why}; everything in it is read again, messages that are known left out. What was deleted before is lost.`,
    },
  }
}

/** The UID after which the first poll reads. */
async function firstUid(context: PollContext, config: ImapConfig, session: ImapSession): Promise<number> {
  const { uidNext, exists } = session.mailbox
  if (config.startDays === undefined || exists === 0) return 0
  const since = new Date(context.now.getTime() - config.startDays * 86_400_000)
  const found = await session.run('search', () => session.client.search({ since }, { uid: true }))
  const first = (found || []).reduce((least, uid) => Math.min(least, uid), Number.POSITIVE_INFINITY)
  return Number.isFinite(first) ? first - 1 : Math.max(0, uidNext - 1)
}

function cursorAfter(config: ImapConfig, cursor: ImapCursor, haul: Haul, left: readonly number[]): ImapCursor {
  const { rereadTo, ...rest } = cursor
  const isRereading = rereadTo !== undefined && haul.uid < rereadTo && haul.more
  return {
    ...rest,
    uid: haul.uid,
    taken: config.mode === 'keep' ? [] : [...left, ...haul.taken].slice(-mostTaken),
    digests: withDigests(cursor.digests, haul.digests),
    ...(isRereading ? { rereadTo } : {}),
  }
}

function noteOf(haul: Haul, left: readonly number[]): { note?: string } {
  const notes = [
    ...(haul.known === 0 ? [] : [`${haul.known} messages known from before the UIDs changed`]),
    ...(left.length === 0 ? [] : [`${left.length} stored messages could not be flagged or moved`]),
  ]
  return notes.length === 0 ? {} : { note: notes.join('; ') }
}
