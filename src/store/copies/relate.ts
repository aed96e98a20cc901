import { comparePrints } from '../../copies/compare.ts'
import { WireError } from '../../story/errors.ts'
import { inTransaction } from '../pool.ts'
import type { Client, Pool } from '../pool.ts'
import { findCandidates } from './candidates.ts'
import { lockGroups, regroup } from './groups.ts'
import { writePairs } from './pairs.ts'
import type { ComparedPair } from './pairs.ts'
import { storePrints } from './print.ts'
import { postponeCopy, queueComparisons, takeToCompare, takeToPrint } from './queue.ts'
import type { CopyStep, CopyWork, TakeOptions } from './queue.ts'
import { markRecurring, readRecurring } from './recurring.ts'
import { readPrints } from './texts.ts'
import type { PrintMemory } from './texts.ts'

/** What one turn did. */
export interface RelatedStories {
  readonly printed: number
  readonly compared: number
  /** Stories that failed when they were tried alone; they come again later. */
  readonly postponed: readonly { readonly storyId: number; readonly error: Error }[]
}

/**
 * Takes the next stories through the comparison with other outlets: sketches first, committed; then candidates,
 * comparison and groups. A worker that compares after its sketch is committed meets every story that did the same
 * before it, and the later of two meets the earlier: no pair is missed, whoever comes first.
 * @throws WireError of class retry when the database is away or busy
 */
export async function relateStories(pool: Pool, memory: PrintMemory, limit: number): Promise<RelatedStories> {
  const postponed: { storyId: number; error: Error }[] = []
  const print = (client: Client, work: readonly CopyWork[]) =>
    storePrints(
      client,
      memory,
      work.map(({ storyId }) => storyId),
    )
  const compare = (client: Client, work: readonly CopyWork[]) => compareTaken(client, memory, work)
  const printed = await runStep(pool, 'print', limit, print, postponed)
  const compared = await runStep(pool, 'compare', limit, compare, postponed)
  return { printed, compared, postponed }
}

type Work = (client: Client, work: readonly CopyWork[]) => Promise<void>

/** Runs a step on a batch; when it fails for what is in it, on each story alone, and puts off those that fail again. */
async function runStep(
  pool: Pool,
  step: CopyStep,
  limit: number,
  work: Work,
  postponed: { storyId: number; error: Error }[],
): Promise<number> {
  const taken: number[] = []
  const once = (options: TakeOptions) =>
    inTransaction(pool, async (client) => {
      const batch = await (step === 'print' ? takeToPrint : takeToCompare)(client, options)
      if (options.only === undefined) taken.push(...batch.map(({ storyId }) => storyId))
      if (batch.length > 0) await work(client, batch)
      return batch.length
    })
  try {
    return await once({ limit })
  } catch (error) {
    if (taken.length === 0 || (error instanceof WireError && error.retry === 'retry')) throw error
  }
  let done = 0
  for (const storyId of taken) {
    try {
      done += await once({ limit: 8, only: storyId })
    } catch (error) {
      if (error instanceof WireError && error.retry === 'retry') throw error
      await postponeCopy(pool, step, storyId)
      postponed.push({ storyId, error: error as Error })
    }
  }
  return done
}

async function compareTaken(client: Client, memory: PrintMemory, work: readonly CopyWork[]): Promise<void> {
  await markRecurring(client, work)
  const ids = work.map(({ storyId }) => storyId)
  const candidates = await findCandidates(client, ids)
  const wanted = [...new Set([...ids, ...candidates.map(({ other }) => other)])]
  const states = await readStates(client, wanted)
  const [recurring, prints] = [
    await readRecurring(client, wanted),
    await readPrints(
      client,
      memory,
      [...states].map(([storyId, { revision }]) => ({ storyId, revision })),
    ),
  ]
  const pairs = new Map<string, ComparedPair>()
  for (const { storyId, other } of candidates) {
    const [a, b] = storyId < other ? [storyId, other] : [other, storyId]
    const [printA, printB] = [prints.get(a), prints.get(b)]
    if (printA === undefined || printB === undefined || pairs.has(`${a} ${b}`)) continue
    pairs.set(`${a} ${b}`, {
      a,
      b,
      aStamp: states.get(a)!.stamp,
      bStamp: states.get(b)!.stamp,
      comparison: comparePrints(printA.print, printB.print, recurringOf(recurring, a, b)),
    })
  }
  await lockGroups(client)
  const current = await readStates(client, wanted)
  // A neighbour that another worker has changed meanwhile is compared again, by whom it concerns.
  const stands = (id: number) => current.get(id)?.stamp === states.get(id)?.stamp
  const standing = [...pairs.values()].filter(({ a, b }) => stands(a) && stands(b))
  const own = new Set(ids)
  const again = new Set<number>()
  for (const { a, b } of pairs.values()) {
    if (stands(a) && stands(b)) continue
    again.add(own.has(a) ? a : b)
  }
  await writePairs(client, ids, standing)
  await regroup(client, ids)
  await queueComparisons(
    client,
    [...again].map((storyId) => ({ storyId, gone: [] })),
  )
}

function recurringOf(recurring: ReadonlyMap<number, ReadonlySet<number>>, a: number, b: number) {
  const [ofA, ofB] = [recurring.get(a), recurring.get(b)]
  return { ...(ofA === undefined ? {} : { a: ofA }), ...(ofB === undefined ? {} : { b: ofB }) }
}

async function readStates(
  client: Client,
  storyIds: readonly number[],
): Promise<Map<number, { revision: number; stamp: number }>> {
  const { rows } = await client.query<{ story_id: number; revision: number; stamp: number }>({
    name: 'copies-states',
    text: `SELECT story_id, revision, stamp FROM wire.copy_prints WHERE story_id = ANY($1)`,
    values: [storyIds],
  })
  return new Map(rows.map((row) => [row.story_id, { revision: row.revision, stamp: row.stamp }]))
}
