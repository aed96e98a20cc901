import { advisoryLocks } from '../store/advisory-locks.ts'
import { sequenceChanges } from '../store/changes.ts'
import { openConnection } from '../store/pool.ts'
import { startLoop } from './loop.ts'
import type { RunningRole, WorkerContext } from './worker-context.ts'

/** Longest time a change waits when its wake-up was lost. */
const pauseMs = 200
const changesAtOnce = 5000

/**
 * Numbers committed changes. One process is elected by a session lock that PostgreSQL drops with the connection, so a
 * dead sequencer is replaced within a turn; the row lock on the counter holds even if two believe they are elected.
 */
export function startSequence(context: WorkerContext): RunningRole {
  const { databaseUrl, pool, events, log } = context
  let connection: Awaited<ReturnType<typeof openConnection>> | undefined
  let elected = false

  const stepDown = () => {
    if (elected) events.emit('role', { role: 'sequence', state: 'stepped-down' })
    elected = false
    connection = undefined
  }

  async function connect() {
    const opened = await openConnection(databaseUrl, 'writethru sequencer')
    opened.on('error', stepDown)
    opened.on('end', stepDown)
    opened.on('notification', () => loop.wake())
    connection = opened
    return opened
  }

  const loop = startLoop('sequence', pauseMs, log, async () => {
    const session = connection ?? (await connect())
    if (!elected) {
      const { rows } = await session.query<{ won: boolean }>('SELECT pg_try_advisory_lock($1) AS won', [
        advisoryLocks.sequencer,
      ])
      if (!rows[0]!.won) return false
      await session.query('LISTEN wire_outbox')
      elected = true
      events.emit('role', { role: 'sequence', state: 'elected' })
      log.info({ role: 'sequence' }, 'elected')
    }
    const count = await sequenceChanges(pool, changesAtOnce)
    if (count > 0) events.emit('sequenced', { count })
    return count === changesAtOnce
  })

  return {
    stop: async () => {
      await loop.stop()
      const open = connection
      stepDown()
      await open?.end()
    },
  }
}
