import type { CaptionRules } from '../../captions/rules.ts'
import { WireError } from '../../story/errors.ts'
import { advisoryLocks } from '../advisory-locks.ts'
import { asWireError, inTransaction } from '../pool.ts'
import type { Client, Pool } from '../pool.ts'
import { planFamilies } from './plan.ts'
import { prepareForms } from './prepare.ts'
import { loadStoryCaptions, takingForm } from './story-captions.ts'
import type { StoryCaptionRow } from './story-captions.ts'
import { claimWaitingCaptions, postponeWaitingCaptions, takeWaitingCaptions } from './waiting.ts'
import type { TakenCaption } from './waiting.ts'
import { writeFamilies } from './write.ts'

/** A worker that is silent for this long has died; what it held is taken up by another. */
const leaseSeconds = 30
/** How long a caption rests whose family PostgreSQL refused to take. */
const restSeconds = 3600

export interface RelateOptions {
  readonly rules: CaptionRules
  /** Captions of one batch, at most. */
  readonly limit: number
  /**
   * Leaves the work to a worker that is at it, which remembers the captions around: two would only do it twice. Needs
   * two connections of the pool.
   */
  readonly leaveToOthers?: boolean
}

export interface RelatedBatch {
  /** Captions taken; fewer than the limit when there are no more. */
  readonly taken: number
  /** True when another worker is at it and nothing was taken. */
  readonly left: boolean
  /** Captions that PostgreSQL refuses by themselves: they rest, and their neighbours went through. */
  readonly postponed: readonly { readonly captionId: number; readonly error: unknown }[]
}

/**
 * Takes captions that nobody has compared with those of other stories, and finds their families. A batch that
 * PostgreSQL refuses is halved until the caption that does it stands alone. Throws passing faults; what was claimed
 * then comes back when the lease is over.
 */
export async function relateWaitingCaptions(pool: Pool, options: RelateOptions): Promise<RelatedBatch> {
  const work = () => relateClaimed(pool, options)
  if (options.leaveToOthers !== true) return work()
  return (await inTurn(pool, work)) ?? { taken: 0, left: true, postponed: [] }
}

async function relateClaimed(pool: Pool, options: RelateOptions): Promise<RelatedBatch> {
  const claimed = await claimWaitingCaptions(pool, options.limit, leaseSeconds)
  const postponed: { captionId: number; error: unknown }[] = []
  const stack = claimed.length === 0 ? [] : [claimed]
  for (let batch = stack.pop(); batch !== undefined; batch = stack.pop()) {
    try {
      await relateCaptions(pool, batch, options.rules)
    } catch (error) {
      if (!(error instanceof WireError) || error.code !== 'store.rejected') throw error
      if (batch.length === 1) {
        await postponeWaitingCaptions(pool, batch, restSeconds)
        postponed.push({ captionId: batch[0]!, error })
        continue
      }
      const middle = batch.length >> 1
      stack.push(batch.slice(middle), batch.slice(0, middle))
    }
  }
  return { taken: claimed.length, left: false, postponed }
}

/**
 * Does `work` while no other worker is in its turn; undefined when one is. The turn saves work and nothing rests on it:
 * it ends with its connection, and those who decide have a lock of their own.
 */
async function inTurn<T>(pool: Pool, work: () => Promise<T>): Promise<T | undefined> {
  const client = await pool.connect().catch((error: unknown) => Promise.reject(asWireError(error)))
  try {
    await client.query('BEGIN')
    return (await tryLock(client, advisoryLocks.captionTurn)) ? await work() : undefined
  } catch (error) {
    throw asWireError(error)
  } finally {
    // a connection that was lost in the meantime takes nothing away from what was done
    const lost = await client.query('ROLLBACK').then(
      () => undefined,
      (error: Error) => error,
    )
    client.release(lost)
  }
}

async function tryLock(client: Client, lock: number): Promise<boolean> {
  const { rows } = await client.query<{ won: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS won', [lock])
  return rows[0]!.won
}

/**
 * Finds the families of these captions, of those that still wait. One worker at a time decides, under the one lock of
 * the stage. What a caption says is read before that; a worker that has to wait for the lock works out normal forms in
 * the meantime. Under the lock only what others can have changed is looked up. So the outcome is that of a single
 * worker, and no worker ever holds a lock that another one with a lock waits for.
 *
 * @throws WireError `store.unavailable`, `store.conflict` (try again), `store.rejected` (a value PostgreSQL refuses)
 */
export async function relateCaptions(pool: Pool, captionIds: readonly number[], rules: CaptionRules): Promise<void> {
  await inTransaction(pool, async (client) => {
    await goByIndex(client)
    const read = await loadStoryCaptions(client, captionIds, rules)
    if (!(await tryLock(client, advisoryLocks.captionDecisions))) {
      await prepareForms(client, read, rules)
      await lockDecisions(client)
    }
    const taken = await takeWaitingCaptions(client, captionIds)
    if (taken.length === 0) return
    await writeFamilies(client, await planFamilies(client, await readAgain(client, taken, read, rules), rules))
  })
}

/** What captions say that were read before the lock was had; those that were changed since then are read again. */
async function readAgain(
  client: Client,
  taken: readonly TakenCaption[],
  read: readonly StoryCaptionRow[],
  rules: CaptionRules,
): Promise<StoryCaptionRow[]> {
  const known = new Map(read.map((caption) => [caption.id, caption]))
  const changed = taken.filter(({ id, since }) => known.get(id)?.since !== since).map(({ id }) => id)
  for (const caption of await loadStoryCaptions(client, changed, rules)) known.set(caption.id, caption)
  return taken.map(({ id, formId }) => takingForm(known.get(id)!, formId))
}

/**
 * Every look-up of the stage goes by an index, for the rest of the transaction. The planner may have seen the tables
 * when they were empty, and would read the whole of them until they are next analysed.
 */
async function goByIndex(client: Client): Promise<void> {
  await client.query({
    name: 'families-by-index',
    text: `SELECT set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),
             set_config('enable_mergejoin', 'off', true), set_config('enable_material', 'off', true),
             set_config('enable_bitmapscan', 'off', true)`,
  })
}

/** One at a time decides which captions are one; held until the transaction ends. */
export async function lockDecisions(client: Client): Promise<void> {
  // on a slow machine a line of workers may wait longer than any statement should take
  await client.query(`SET LOCAL statement_timeout = '10min'`)
  await client.query('SELECT pg_advisory_xact_lock($1)', [advisoryLocks.captionDecisions])
  await client.query(`SET LOCAL statement_timeout = '60s'`)
}

/** Takes captions that are about to be removed out of their families. The caller holds the lock of `lockDecisions`. */
export async function forgetCaptions(
  client: Client,
  captionIds: readonly number[],
  rules: CaptionRules,
): Promise<void> {
  await goByIndex(client)
  const plan = await planFamilies(client, [], rules, captionIds)
  await client.query(`DELETE FROM wire.caption_members WHERE caption_id = ANY ($1::bigint[])`, [captionIds])
  await writeFamilies(client, plan)
}
