import type { Logger } from 'pino'
import { WireError } from '../../story/errors.ts'
import type { ImapConfig } from './config.ts'
import type { ImapSession } from './session.ts'

/** A command names so many messages: some servers refuse longer lines. */
const uidsAtOnce = 200

/**
 * Flags or moves messages that are stored. A flag that is there, and a message that is gone, do no harm, so this may run
 * twice. @throws WireError when the server refuses
 */
export async function putAway(session: ImapSession, config: ImapConfig, uids: readonly number[]): Promise<void> {
  if (config.mode === 'keep') return
  for (let at = 0; at < uids.length; at += uidsAtOnce) {
    const some = uids.slice(at, at + uidsAtOnce).join(',')
    await (config.mode === 'flag' ? flag(session, config, some) : move(session, config, some))
  }
}

async function flag(session: ImapSession, config: ImapConfig, uids: string): Promise<void> {
  const done = await session.run(`flag ${config.flag}`, () =>
    session.client.messageFlagsAdd(uids, [config.flag], { uid: true }),
  )
  if (!done) throw new WireError('source.bad-answer', `the server would not set the flag ${config.flag}`)
}

/**
 * Without MOVE (RFC 6851) a message is copied and deleted, and without UIDPLUS deleting takes with it whatever other
 * programs have marked: then nothing is moved.
 */
async function move(session: ImapSession, config: ImapConfig, uids: string): Promise<void> {
  const { client } = session
  if (!client.capabilities.has('MOVE') && !client.capabilities.has('UIDPLUS')) {
    throw new WireError('source.bad-answer', 'the server knows neither MOVE nor UIDPLUS; use `mode: flag`')
  }
  await session.run(`mailbox ${config.processed}`, async () => {
    const list = await client.list()
    if (!list.some(({ path }) => path === config.processed)) await client.mailboxCreate(config.processed)
  })
  const moved = await session.run(`move to ${config.processed}`, () =>
    client.messageMove(uids, config.processed, { uid: true }),
  )
  if (!moved) throw new WireError('source.bad-answer', `the server would not move messages to ${config.processed}`)
}

/** Puts away and answers what is left when the server would not: stored is stored, it is tried again with the next poll. */
export async function putAwayOrKeep(
  session: ImapSession,
  config: ImapConfig,
  uids: readonly number[],
  log: Logger,
): Promise<readonly number[]> {
  if (uids.length === 0) return []
  try {
    await putAway(session, config, uids)
    return []
  } catch (error) {
    if (!(error instanceof WireError) || error.code !== 'source.bad-answer') throw error
    log.warn({ err: error, messages: uids.length }, 'stored messages stay as they are')
    return uids
  }
}
