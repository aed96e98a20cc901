import { commitOffers } from '../store/polls.ts'
import { readFeed } from '../store/feeds.ts'
import { countDays, findMisfits } from '../store/reconcile.ts'
import type { DayCount, Misfit } from '../store/reconcile.ts'
import { readReceiptResults } from '../store/read-receipts.ts'
import { closeSharedHttpClient } from '../sources/http/shared-client.ts'
import { WireError } from '../story/errors.ts'
import { driveReceipts } from './drive.ts'
import { checkDay } from './day.ts'
import { exit, UsageFault } from './exit.ts'
import { unknownFeed } from './feeds-words.ts'
import { summarise, tally } from './outcomes.ts'
import type { Paint } from './print/paint.ts'
import { safe } from './print/paint.ts'
import { table } from './print/table.ts'
import { cut } from './print/width.ts'
import { count } from './print/words.ts'
import { askAgain } from './reconcile-source.ts'
import type { Asked } from './reconcile-source.ts'
import { withRuntime } from './runtime.ts'
import type { GlobalOptions } from './runtime.ts'
import { present } from './verb.ts'
import type { Terminal } from './verb.ts'

export interface ReconcileOptions extends GlobalOptions {
  /** UTC day; seven days ago by default. */
  readonly since?: string
  /** Takes what the source shows and is not here. */
  readonly repair?: boolean
  /** False with --no-ask: only what is here. */
  readonly ask?: boolean
}

const counted = ['offered', 'new', 'revised', 'duplicate', 'stale', 'killed', 'quarantined', 'pending'] as const
const batchDocuments = 200
const shownMissing = 40

/**
 * `writethru reconcile FEED`: proves for each day that offered = new + revised + duplicate + stale + killed + quarantined,
 * names what does not fit, and asks the source again for what it shows and what is not here.
 */
export async function reconcileVerb(name: string, options: ReconcileOptions, terminal: Terminal): Promise<number> {
  const since = options.since ?? new Date(Date.now() - 7 * 86_400_000).toISOString().slice(0, 10)
  checkDay('since', since)
  return withRuntime(options, { logLevel: 'error' }, async (runtime) => {
    const { pool } = runtime
    const feed = await readFeed(pool, name)
    if (feed === undefined) {
      throw new UsageFault(unknownFeed(name))
    }
    try {
      const { now } = (await pool.query<{ now: Date }>('SELECT now()')).rows[0]!
      const bounds = { from: `${since}T00:00:00.000Z`, to: now.toISOString() }
      const { asked, fault } = await tryToAsk(options, () => askAgain(runtime, feed, since, bounds))
      const taken = options.repair === true && asked !== undefined ? await take(asked) : undefined
      const [days, misfits] = [await countDays(pool, feed.id, since), await findMisfits(pool, feed.id, since)]
      const { offers: _offers, ...answer } = asked ?? { offers: [] }
      present(terminal, options.json, { feed: name, since, days, misfits, ...answer, fault, taken }, () =>
        [
          dayTable(days, terminal.paint),
          ...misfitLines(misfits, terminal.paint),
          askedLines(asked, fault, taken, terminal),
        ].join('\n\n'),
      )
      const open = asked !== undefined && asked.missing.length > 0 && taken === undefined
      return misfits.length > 0 || open || fault !== undefined ? exit.refused : exit.done

      async function take({ offers }: Asked): Promise<string> {
        const results = []
        for (let at = 0; at < offers.length; at += batchDocuments) {
          const refs = await commitOffers(pool, feed!.id, offers.slice(at, at + batchDocuments))
          await driveReceipts(runtime, refs)
          results.push(...(await readReceiptResults(pool, refs)))
        }
        return summarise(results.length, tally(results), offers.length - results.length)
      }
    } finally {
      await closeSharedHttpClient()
    }
  })
}

/** A source that does not answer is no reason to hide the counts. */
async function tryToAsk(
  options: ReconcileOptions,
  ask: () => Promise<Asked>,
): Promise<{ asked?: Asked; fault?: string }> {
  if (options.ask === false) return {}
  try {
    return { asked: await ask() }
  } catch (error) {
    if (!(error instanceof WireError) || error.code.startsWith('store.')) throw error
    return { fault: error.message }
  }
}

function dayTable(days: readonly DayCount[], paint: Paint): string {
  if (days.length === 0) return 'It offered nothing in these days.'
  return table(
    [
      { title: 'DAY (UTC)' },
      { title: 'DOCUMENTS', align: 'right' },
      ...counted.map((name) => ({ title: name.toUpperCase(), align: 'right' as const })),
      { title: '' },
    ],
    days.map((day) => [
      day.day,
      day.documents.toLocaleString('en'),
      ...counted.map((name) => day[name].toLocaleString('en')),
      fits(day) ? paint('green', 'adds up') : paint('red', 'does not add up'),
    ]),
    paint,
  )
}

const fits = (day: DayCount): boolean =>
  day.offered === day.new + day.revised + day.duplicate + day.stale + day.killed + day.quarantined

function misfitLines(misfits: readonly Misfit[], paint: Paint): string[] {
  if (misfits.length === 0) return []
  const lines = misfits.map(
    ({ receivedOn, receiptId, what, offerKey }) =>
      `  ${paint('red', what)}  receipt ${receivedOn}/${receiptId}  ${safe(offerKey)}`,
  )
  return [[paint('bold', 'Rows that do not fit'), ...lines].join('\n')]
}

function askedLines(
  asked: Asked | undefined,
  fault: string | undefined,
  taken: string | undefined,
  { paint, columns }: Terminal,
): string {
  if (fault !== undefined) return `${paint('red', 'The source could not be asked')}: ${safe(fault)}`
  if (asked === undefined) return 'The source was not asked.'
  if (asked.shown === undefined) return 'A source of this kind cannot be asked for what it sent before.'
  const reach = asked.whole ? '' : ' It shows only what is left there, not the whole stretch.'
  if (asked.missing.length === 0) return `The source shows ${count(asked.shown, 'document')}; all are here.${reach}`
  const lines = asked.missing.slice(0, shownMissing).map((entry) => {
    const what = entry.presence === 'absent' ? 'not here      ' : 'another state '
    return `  ${paint('red', what)} ${cut(safe(entry.headline ?? entry.uris[0] ?? entry.offer), Math.max(30, columns - 20))}`
  })
  if (asked.missing.length > shownMissing) lines.push(`  and ${asked.missing.length - shownMissing} more`)
  return [
    `The source shows ${count(asked.shown, 'document')}; ${asked.missing.length} are not here as they stand there.${reach}`,
    ...lines,
    taken === undefined ? '`--repair` takes them.' : `Taken: ${taken}`,
  ].join('\n')
}
