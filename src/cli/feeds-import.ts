import { readFile, stat } from 'node:fs/promises'
import { stringify } from 'yaml'
import { listFeeds, saveFeed } from '../store/feeds.ts'
import type { Feed } from '../store/feeds.ts'
import { exit, UsageFault } from './exit.ts'
import { placeOf } from './feed-place.ts'
import { freeName, readFeedList } from './feeds-list-file.ts'
import { writeOpml } from './opml.ts'
import { safe } from './print/paint.ts'
import { count } from './print/words.ts'
import { withRuntime } from './runtime.ts'
import type { GlobalOptions } from './runtime.ts'
import { present } from './verb.ts'
import type { Terminal } from './verb.ts'

export interface FeedsImportOptions extends GlobalOptions {
  readonly dryRun?: boolean
  readonly paused?: boolean
  readonly opml?: boolean
}

const largestFile = 16 * 1024 * 1024

/** What became of one line of the list. */
interface Line {
  readonly line: number
  readonly outcome: 'added' | 'known' | 'fault'
  readonly name?: string
  readonly detail?: string
}

/** `writethru feeds import FILE`: OPML or YAML; what is wrong is told line by line, the rest is added. */
export async function feedsImportVerb(file: string, options: FeedsImportOptions, terminal: Terminal): Promise<number> {
  const list = readFeedList(await readText(file))
  return withRuntime(options, {}, async ({ pool }) => {
    const feeds = await listFeeds(pool)
    const names = new Set(feeds.map(({ name }) => name))
    const places = new Map(feeds.map((feed) => [placeOf(feed), feed.name]))
    const lines: Line[] = []
    for (const entry of list) {
      const { line } = entry
      if ('fault' in entry) {
        lines.push({ line, outcome: 'fault', detail: entry.fault })
        continue
      }
      const known = places.get(placeOf(entry.feed))
      if (known !== undefined) {
        lines.push({ line, outcome: 'known', name: known })
        continue
      }
      const name = freeName(entry.feed.name, names)
      const feed = { ...entry.feed, name, ...(options.paused === true ? { enabled: false } : {}) }
      if (options.dryRun !== true) await saveFeed(pool, feed)
      names.add(name)
      places.set(placeOf(feed), name)
      lines.push({ line, outcome: 'added', name })
    }
    const of = (outcome: Line['outcome']) => lines.filter((entry) => entry.outcome === outcome)
    const faults = of('fault')
    present(terminal, options.json, { added: of('added').length, known: of('known').length, faults, lines }, () =>
      [
        ...lines.map(({ line, outcome, name, detail }) => {
          const place = `${safe(file)}:${line}`
          if (outcome === 'fault') return `${place}  ${terminal.paint('red', 'fault')}  ${safe(detail ?? '')}`
          if (outcome === 'known') return `${place}  ${terminal.paint('dim', 'is there already')}  ${name ?? ''}`
          return `${place}  ${terminal.paint('green', options.dryRun === true ? 'would add' : 'added')}  ${name ?? ''}`
        }),
        `${count(of('added').length, 'feed')} ${options.dryRun === true ? 'would be added' : 'added'}, ${of('known').length} known, ${count(faults.length, 'fault')}.`,
      ].join('\n'),
    )
    return faults.length > 0 ? exit.refused : exit.done
  })
}

/** `writethru feeds export`: every feed as YAML in the form of the feeds file, or those on the web as OPML. */
export async function feedsExportVerb(options: FeedsImportOptions, terminal: Terminal): Promise<number> {
  return withRuntime(options, {}, async ({ pool }) => {
    const feeds = (await listFeeds(pool)).filter(({ kind }) => kind !== 'local')
    if (options.opml === true) {
      const onTheWeb = feeds.flatMap(({ name, kind, config }) =>
        kind === 'http-feed' && typeof config['url'] === 'string' ? [{ name, url: config['url'] }] : [],
      )
      terminal.out(writeOpml(onTheWeb))
      const left = feeds.length - onTheWeb.length
      if (left > 0)
        terminal.err(`${count(left, 'feed')} cannot be said in OPML and left out; \`feeds export\` has them.`)
      return exit.done
    }
    const list = { feeds: feeds.map(asListed) }
    terminal.out(options.json === true ? JSON.stringify(list, null, 2) : stringify(list).trimEnd())
    return exit.done
  })
}

/** Settings name their secrets and never hold them, so that a feed can be shown as it is. */
function asListed(feed: Feed): Record<string, unknown> {
  const { name, kind, authority, enabled, intervalSeconds, zone, checkClock, config } = feed
  return {
    name,
    kind,
    agency: authority,
    authority,
    enabled,
    intervalSeconds,
    ...(zone === null ? {} : { zone }),
    ...(checkClock ? {} : { checkClock }),
    config,
  }
}

async function readText(file: string): Promise<string> {
  try {
    if ((await stat(file)).size > largestFile)
      throw new UsageFault(`${safe(file)} is larger than ${largestFile} bytes.`)
    return await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof UsageFault) throw error
    throw new UsageFault(`${safe(file)} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown fault'}).`)
  }
}
