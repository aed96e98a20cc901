import type { CaptionRules } from '../../captions/rules.ts'
import { WireError } from '../../story/errors.ts'
import { inTransaction } from '../pool.ts'
import type { Client, Pool } from '../pool.ts'
import { planFamilies } from './plan.ts'
import {
  claimWaitingCaptions,
  dismissWaitingCaptions,
  holdWaitingCaptions,
  postponeWaitingCaptions,
} from './waiting.ts'
import { writeFamilies } from './write.ts'

/** Lock of those who decide which captions are one; any number nobody else uses. */
const decisionLock = 7305122
/** A worker that is silent for this long has died; what it held is taken up by another. */
const leaseSeconds = 30
/** How long a caption rests whose family PostgreSQL refused to take. */
const restSeconds = 3600

export interface RelateOptions {
  readonly rules: CaptionRules
  /** Captions of one batch, at most. */
  readonly limit: number
}

export interface RelatedBatch {
  /** Captions taken; fewer than the limit when there are no more. */
  readonly taken: number
  /** Captions that PostgreSQL refuses by themselves: they rest, and their neighbours went through. */
  readonly postponed: readonly { readonly captionId: number; readonly error: unknown }[]
}

/**
 * Takes captions that nobody has compared with those of other stories, and finds their families. A batch that
 * PostgreSQL refuses is halved until the caption that does it stands alone. Throws passing faults; what was claimed
 * then comes back when the lease is over.
 */
export async function relateWaitingCaptions(pool: Pool, options: RelateOptions): Promise<RelatedBatch> {
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
  return { taken: claimed.length, postponed }
}

/**
 * Finds the families of these captions, of those that still wait. One worker at a time decides, under the one lock of
 * the stage. A worker that has to wait for it does everything that costs (normal forms, comparisons) in the meantime;
 * under the lock the answers are remembered, and only what others have written since is new. So the outcome is that of
 * a single worker, and no worker ever holds a lock that another one with a lock waits for.
 *
 * @throws WireError `store.unavailable`, `store.conflict` (try again), `store.rejected` (a value PostgreSQL refuses)
 */
export async function relateCaptions(pool: Pool, captionIds: readonly number[], rules: CaptionRules): Promise<void> {
  const done = await inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ won: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS won', [decisionLock])
    if (rows[0]!.won) await decide(client, captionIds, rules)
    return rows[0]!.won
  })
  if (done) return
  await planFamilies(pool, captionIds, rules)
  await inTransaction(pool, async (client) => {
    await lockDecisions(client)
    await decide(client, captionIds, rules)
  })
}

async function decide(client: Client, captionIds: readonly number[], rules: CaptionRules): Promise<void> {
  const held = await holdWaitingCaptions(client, captionIds)
  if (held.length === 0) return
  await writeFamilies(client, await planFamilies(client, held, rules))
  await dismissWaitingCaptions(client, held)
}

/** One at a time decides which captions are one; held until the transaction ends. */
export async function lockDecisions(client: Client): Promise<void> {
  // on a slow machine a line of workers may wait longer than any statement should take
  await client.query(`SET LOCAL statement_timeout = '10min'`)
  await client.query('SELECT pg_advisory_xact_lock($1)', [decisionLock])
  await client.query(`SET LOCAL statement_timeout = '60s'`)
}

/** Takes captions that are about to be removed out of their families. The caller holds the lock of `lockDecisions`. */
export async function forgetCaptions(
  client: Client,
  captionIds: readonly number[],
  rules: CaptionRules,
): Promise<void> {
  const plan = await planFamilies(client, [], rules, captionIds)
  await client.query(`DELETE FROM wire.caption_members WHERE caption_id = ANY ($1::bigint[])`, [captionIds])
  await writeFamilies(client, plan)
}
