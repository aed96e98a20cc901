import { dropQuarantine, listQuarantine, readQuarantine, retryQuarantine } from '../store/quarantine.ts'
import type { QuarantineEntry, QuarantineState } from '../store/quarantine.ts'
import { readFeed } from '../store/feeds.ts'
import type { Pool } from '../store/pool.ts'
import { errorTable } from '../story/errors.ts'
import type { ErrorCode } from '../story/errors.ts'
import { rawText } from '../ops/raw-text.ts'
import { exit, UsageFault } from './exit.ts'
import { unknownFeed } from './feeds-words.ts'
import { safe, safeLines } from './print/paint.ts'
import { facts, tableWithin } from './print/table.ts'
import { count, moment, size } from './print/words.ts'
import { cut } from './print/width.ts'
import { withRuntime } from './runtime.ts'
import type { GlobalOptions } from './runtime.ts'
import { present } from './verb.ts'
import type { Terminal } from './verb.ts'

export interface QuarantineListOptions extends GlobalOptions {
  readonly state?: string
  readonly feed?: string
  readonly code?: string
  readonly limit?: number
}

const unknownEntry = (id: number): string =>
  `There is no quarantine entry ${id}; \`writethru quarantine list --state all\` shows them.`

const states = ['open', 'retrying', 'resolved', 'dropped', 'all']

/** `writethru quarantine list` */
export async function quarantineListVerb(options: QuarantineListOptions, terminal: Terminal): Promise<number> {
  const { state, feed, code, limit } = options
  if (state !== undefined && !states.includes(state)) throw new UsageFault(`--state is one of ${states.join(', ')}.`)
  return withRuntime(options, {}, async ({ pool }) => {
    await knownFilter(pool, options)
    const entries = await listQuarantine(pool, {
      ...(state === undefined ? {} : { state: state as QuarantineState | 'all' }),
      ...(feed === undefined ? {} : { feed }),
      ...(code === undefined ? {} : { code }),
      ...(limit === undefined ? {} : { limit }),
    })
    present(terminal, options.json, entries, () =>
      entries.length === 0 ? 'Nothing in quarantine.' : list(entries, terminal),
    )
    return exit.done
  })
}

/** A misspelt name would find nothing, and nothing in quarantine is good news. */
async function knownFilter(pool: Pool, { feed, code }: { feed?: string; code?: string }): Promise<void> {
  if (feed !== undefined && (await readFeed(pool, feed)) === undefined) throw new UsageFault(unknownFeed(feed))
  if (code !== undefined && !Object.hasOwn(errorTable, code)) {
    throw new UsageFault(`${safe(code)} is no error code; docs/errors.md lists them.`)
  }
}

function list(entries: readonly QuarantineEntry[], { paint, columns, live }: Terminal): string {
  const lines = tableWithin(
    live ? columns : Number.POSITIVE_INFINITY,
    [
      { title: 'ID', align: 'right' },
      { title: 'SINCE', spare: 2 },
      { title: 'FEED' },
      { title: 'CODE' },
      { title: 'STATE', spare: 1 },
      { title: 'WHAT' },
    ],
    entries.map((entry) => [
      String(entry.id),
      moment(entry.createdAt),
      entry.feed,
      paint('red', entry.code),
      entry.state,
      cut(
        safe([entry.detail, entry.uri ?? entry.fileName ?? entry.url ?? ''].filter(Boolean).join('  ')),
        Math.max(40, columns - 62),
      ),
    ]),
    paint,
  )
  return `${lines}\n\n${count(entries.length, 'entry', 'entries')}. \`writethru quarantine show ID\` shows the raw document.`
}

/** `writethru quarantine show ID` */
export async function quarantineShowVerb(
  id: number,
  options: GlobalOptions & { raw?: boolean },
  terminal: Terminal,
): Promise<number> {
  return withRuntime(options, {}, async ({ pool }) => {
    const entry = await readQuarantine(pool, id)
    if (entry === undefined) throw new UsageFault(unknownEntry(id))
    const { raw, ...rest } = entry
    if (options.raw === true) {
      process.stdout.write(raw)
      return exit.done
    }
    const definition = errorTable[entry.code as ErrorCode]
    present(terminal, options.json, { ...rest, raw: raw.toString('base64') }, () =>
      [
        facts(
          [
            ['entry', `${entry.id}, ${entry.state}, ${count(entry.tries, 'try', 'tries')}`],
            ['code', terminal.paint('red', entry.code)],
            ['meaning', definition?.summary],
            ['detail', safe(entry.detail)],
            ['next', definition?.nextStep],
            ['feed', entry.feed],
            ['since', moment(entry.createdAt)],
            ['item', entry.itemIndex < 0 ? 'the whole document' : `number ${entry.itemIndex + 1} of the document`],
            ['uri', safe(entry.uri ?? '')],
            ['read as', entry.format ?? ''],
            ['from', safe([entry.fileName, entry.url].filter(Boolean).join('  '))],
            ['bytes', `${size(entry.bytes)}${entry.contentType === null ? '' : `, ${safe(entry.contentType)}`}`],
          ],
          terminal.paint,
        ),
        safeLines(rawText(raw)),
      ].join('\n\n'),
    )
    return exit.done
  })
}

/** Reads ids, or with `all` those of every open entry, of one code or feed where given. Nothing is done by halves. */
async function chosen(
  pool: Pool,
  ids: readonly number[],
  options: { all?: boolean; code?: string; feed?: string },
): Promise<number[]> {
  await knownFilter(pool, options)
  for (const id of ids) {
    if ((await readQuarantine(pool, id)) === undefined) throw new UsageFault(unknownEntry(id))
  }
  if (ids.length > 0) return [...ids]
  if (options.all !== true) throw new UsageFault('Name entries by their ids, or say --all.')
  const { feed, code } = options
  const entries = await listQuarantine(pool, {
    limit: 10_000,
    ...(feed === undefined ? {} : { feed }),
    ...(code === undefined ? {} : { code }),
  })
  return entries.map((entry) => entry.id)
}

export interface QuarantineChoice extends GlobalOptions {
  readonly all?: boolean
  readonly code?: string
  readonly feed?: string
}

/** `writethru quarantine retry ID...`: sends entries through the pipeline again, here and now. */
export async function quarantineRetryVerb(
  ids: readonly number[],
  options: QuarantineChoice,
  terminal: Terminal,
): Promise<number> {
  return withRuntime(options, {}, async (runtime) => {
    const wanted = await chosen(runtime.pool, ids, options)
    const refs = await retryQuarantine(runtime.pool, wanted)
    const { driveReceipts } = await import('./drive.ts')
    await driveReceipts(runtime, refs)
    const entries = await Promise.all(wanted.map((id) => readQuarantine(runtime.pool, id)))
    const resolved = entries.filter((entry) => entry?.state === 'resolved').map((entry) => entry!.id)
    const open = entries.filter((entry) => entry?.state === 'open').map((entry) => entry!)
    present(
      terminal,
      options.json,
      { retried: refs.length, resolved, open: open.map(({ id, code, detail }) => ({ id, code, detail })) },
      () =>
        [
          `Retried ${count(refs.length, 'document')}: ${resolved.length} went through, ${open.length} refused again.`,
          ...open.map((entry) => `  ${entry.id}  ${terminal.paint('red', entry.code)}  ${safe(entry.detail)}`),
        ].join('\n'),
    )
    return open.length > 0 ? exit.refused : exit.done
  })
}

/** `writethru quarantine drop ID...` */
export async function quarantineDropVerb(
  ids: readonly number[],
  options: QuarantineChoice,
  terminal: Terminal,
): Promise<number> {
  return withRuntime(options, {}, async ({ pool }) => {
    const dropped = await dropQuarantine(pool, await chosen(pool, ids, options))
    present(
      terminal,
      options.json,
      { dropped },
      () => `Dropped ${count(dropped, 'entry', 'entries')}; they stay on record.`,
    )
    return exit.done
  })
}
