import { readFeed } from '../store/feeds.ts'
import { findReplayable, readReceiptResults } from '../store/read-receipts.ts'
import type { ReceiptResult } from '../store/read-receipts.ts'
import { findStoryIds } from '../store/read-story.ts'
import { reopenReceipts } from '../store/reopen-receipts.ts'
import { openDriver } from './drive.ts'
import { checkDay } from './day.ts'
import { exit, UsageFault } from './exit.ts'
import { unknownFeed } from './feeds-words.ts'
import { describeResult, summarise, tally } from './outcomes.ts'
import { safe } from './print/paint.ts'
import { openProgress } from './print/progress.ts'
import { count } from './print/words.ts'
import { withRuntime } from './runtime.ts'
import type { GlobalOptions, Runtime } from './runtime.ts'
import { present } from './verb.ts'
import type { Terminal } from './verb.ts'

export interface ReplayOptions extends GlobalOptions {
  readonly since?: string
  readonly until?: string
  readonly feed?: string
  readonly story?: string
}

const batchDocuments = 200

/**
 * `writethru replay`: stored raw documents through the pipeline again, as after a better parser. What is read as before
 * changes nothing.
 */
export async function replayVerb(options: ReplayOptions, terminal: Terminal): Promise<number> {
  for (const name of ['since', 'until'] as const) {
    checkDay(name, options[name])
  }
  return withRuntime(options, { logLevel: 'error' }, async (runtime) => {
    const { pool } = runtime
    const { since, until, feed } = options
    if (feed !== undefined && (await readFeed(pool, feed)) === undefined) throw new UsageFault(unknownFeed(feed))
    const storyId = options.story === undefined ? undefined : await theStory(runtime, options.story)
    const refs = await findReplayable(pool, {
      ...(since === undefined ? {} : { since }),
      ...(until === undefined ? {} : { until }),
      ...(feed === undefined ? {} : { feed }),
      ...(storyId === undefined ? {} : { storyId }),
    })
    const progress = openProgress(terminal, refs.length, 'documents')
    const driver = openDriver(runtime)
    const changed: ReceiptResult[] = []
    const results: ReceiptResult[] = []
    try {
      for (let at = 0; at < refs.length; at += batchDocuments) {
        const opened = await reopenReceipts(pool, refs.slice(at, at + batchDocuments))
        await driver.drive(opened)
        const done = await readReceiptResults(pool, opened)
        results.push(...done)
        changed.push(
          ...done.filter(({ items }) => items.some(({ outcome }) => /^(new|revised|stale|killed)$/.test(outcome))),
        )
        progress.step(at + opened.length)
      }
    } finally {
      progress.clear()
      await driver.close()
    }
    const counts = tally(results)
    const unchanged = results.length - changed.length
    present(terminal, options.json, { documents: results.length, unchanged, changed, counts }, () =>
      [
        ...changed.map((result) => describeResult(result, terminal)),
        summarise(results.length, counts, 0),
        `${count(unchanged, 'document')} changed nothing, ${changed.length} brought something new.`,
      ].join('\n'),
    )
    return exit.done
  })
}

async function theStory({ pool }: Runtime, name: string): Promise<number> {
  const [id] = await findStoryIds(pool, name)
  if (id === undefined) throw new UsageFault(`There is no story ${safe(name)}.`)
  return id
}
