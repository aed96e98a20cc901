import { comparePrints } from '../../copies/compare.ts'
import { WireError } from '../../story/errors.ts'
import { inTransaction } from '../pool.ts'
import type { Client, Pool } from '../pool.ts'
import { breathing } from './breathing.ts'
import { findCandidates } from './candidates.ts'
import type { Candidate } from './candidates.ts'
import { lockGroups, regroup } from './groups.ts'
import { describePairs, writePairs } from './pairs.ts'
import type { ComparedPair, NeighbourPair } from './pairs.ts'
import { storePrints } from './print.ts'
import { postponeCopy, queueAgain, takeToCompare, takeToPrint } from './queue.ts'
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
      // What a crash of the server takes back is taken back whole, with the work it answered: the stage does it again.
      await client.query('SET LOCAL synchronous_commit = off')
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
  const neighbours = pairUp(await findCandidates(client, ids))
  const compared = await comparePairs(
    client,
    memory,
    neighbours.filter(({ known }) => !known),
  )
  const rows = describePairs(compared)
  await lockGroups(client)
  const stamps = await readStamps(client, [...new Set(neighbours.flatMap(({ a, b }) => [a, b]))])
  // A neighbour that another worker has changed meanwhile is compared again, by whom it concerns.
  const stands = ({ a, b, aStamp, bStamp }: NeighbourPair) => stamps.get(a) === aStamp && stamps.get(b) === bStamp
  await writePairs(
    client,
    ids,
    rows.filter((row) => stands(row)),
  )
  await regroup(client, ids)
  const own = new Set(ids)
  const again = new Set(neighbours.filter((pair) => !stands(pair)).map(({ a, b }) => (own.has(a) ? a : b)))
  await queueAgain(client, [...again])
}

/** Each pair of neighbours once, whichever of them was taken. */
function pairUp(candidates: readonly Candidate[]): NeighbourPair[] {
  const pairs = new Map<string, NeighbourPair>()
  for (const { storyId, stamp, revision, other, otherStamp, otherRevision, known } of candidates) {
    const pair: NeighbourPair =
      storyId < other
        ? {
            a: storyId,
            aStamp: stamp,
            aRevision: revision,
            b: other,
            bStamp: otherStamp,
            bRevision: otherRevision,
            known,
          }
        : {
            a: other,
            aStamp: otherStamp,
            aRevision: otherRevision,
            b: storyId,
            bStamp: stamp,
            bRevision: revision,
            known,
          }
    pairs.set(`${pair.a} ${pair.b}`, pair)
  }
  return [...pairs.values()]
}

/** Stories whose texts are read at once; a batch may have thousands of neighbours. */
const mostTexts = 120

/** Compares pairs exactly; those that share nothing worth keeping are left out. */
async function comparePairs(
  client: Client,
  memory: PrintMemory,
  pairs: readonly NeighbourPair[],
): Promise<ComparedPair[]> {
  const compared: ComparedPair[] = []
  let part: NeighbourPair[] = []
  let stories = new Set<number>()
  for (const pair of pairs) {
    if (stories.size >= mostTexts) {
      compared.push(...(await comparePart(client, memory, part)))
      part = []
      stories = new Set()
    }
    part.push(pair)
    stories.add(pair.a).add(pair.b)
  }
  return [...compared, ...(await comparePart(client, memory, part))]
}

async function comparePart(
  client: Client,
  memory: PrintMemory,
  pairs: readonly NeighbourPair[],
): Promise<ComparedPair[]> {
  if (pairs.length === 0) return []
  const wanted = new Map(
    pairs.flatMap(({ a, aRevision, b, bRevision }) => [
      [a, aRevision],
      [b, bRevision],
    ]),
  )
  const recurring = await readRecurring(client, [...wanted.keys()])
  const prints = await readPrints(
    client,
    memory,
    [...wanted].map(([storyId, revision]) => ({ storyId, revision })),
  )
  const compared: ComparedPair[] = []
  const breathe = breathing()
  for (const pair of pairs) {
    const [printA, printB] = [prints.get(pair.a), prints.get(pair.b)]
    if (printA === undefined || printB === undefined) continue
    const comparison = comparePrints(printA.print, printB.print, recurringOf(recurring, pair.a, pair.b))
    if (comparison.relation !== 'different') compared.push({ ...pair, comparison })
    await breathe()
  }
  return compared
}

function recurringOf(recurring: ReadonlyMap<number, ReadonlySet<number>>, a: number, b: number) {
  const [ofA, ofB] = [recurring.get(a), recurring.get(b)]
  return { ...(ofA === undefined ? {} : { a: ofA }), ...(ofB === undefined ? {} : { b: ofB }) }
}

async function readStamps(client: Client, storyIds: readonly number[]): Promise<Map<number, number>> {
  if (storyIds.length === 0) return new Map()
  const { rows } = await client.query<{ story_id: number; stamp: number }>({
    name: 'copies-stamps',
    text: `SELECT story_id, stamp FROM wire.copy_prints WHERE story_id = ANY($1)`,
    values: [storyIds],
  })
  return new Map(rows.map((row) => [row.story_id, row.stamp]))
}
