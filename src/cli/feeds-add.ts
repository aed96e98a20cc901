import { basename, resolve } from 'node:path'
import { guessSource } from '../sources/guess/guess.ts'
import { closeSharedHttpClient } from '../sources/http/shared-client.ts'
import { sourceOf } from '../sources/registry.ts'
import type { Offer } from '../sources/source.ts'
import { listFeeds, readFeed, saveFeed } from '../store/feeds.ts'
import type { FeedDefinition } from '../store/feeds.ts'
import { WireError } from '../story/errors.ts'
import { exit, exitCodeOf, faultDocument, UsageFault } from './exit.ts'
import { placeOf } from './feed-place.ts'
import { hintFor } from './feeds-hints.ts'
import { firstItems, itemLines, offersLeft, pollOnce } from './feeds-look.ts'
import type { FirstItem } from './feeds-look.ts'
import { safe } from './print/paint.ts'
import { facts } from './print/table.ts'
import { withRuntime } from './runtime.ts'
import type { GlobalOptions } from './runtime.ts'
import { present } from './verb.ts'
import type { Terminal } from './verb.ts'

export interface FeedsAddOptions extends GlobalOptions {
  readonly name?: string
  readonly kind?: string
  /** KEY=VALUE of the source's own settings; values are JSON where they can be. */
  readonly set?: readonly string[]
  readonly authority?: string
  /** Seconds. */
  readonly every?: number
  readonly zone?: string
  readonly allowPrivate?: boolean
  readonly paused?: boolean
  /** False with --no-check-clock. */
  readonly checkClock?: boolean
  readonly dryRun?: boolean
}

/** `writethru feeds add URL|FOLDER`: finds out what it is, shows what it would take first, and adds it. */
export async function feedsAddVerb(target: string, options: FeedsAddOptions, terminal: Terminal): Promise<number> {
  return withRuntime(options, {}, async ({ pool, secret, log }) => {
    try {
      const described = await describeTarget(target, options, { secret, log })
      const { definition, items, untried } = described
      if (options.kind === undefined && items.length > 0 && items.every((item) => item.code !== undefined)) {
        const { code, detail } = items[0]!
        throw new WireError('source.bad-answer', `nothing of what it offers can be read: ${code}: ${detail}`)
      }
      const twin = (await listFeeds(pool)).find((feed) => placeOf(feed) === placeOf(definition))
      const notes =
        twin === undefined
          ? described.notes
          : [...described.notes, `The feed ${twin.name} follows the same address already.`]
      if (options.dryRun !== true) {
        if ((await readFeed(pool, definition.name)) !== undefined) {
          throw new UsageFault(`There is a feed ${definition.name} already; choose another name with --name.`)
        }
        await saveFeed(pool, definition)
      }
      const added = options.dryRun !== true
      present(terminal, options.json, { added, feed: definition, notes, items }, () =>
        [
          facts(
            [
              [added ? 'added' : 'would add', definition.name],
              ['kind', definition.kind],
              ['settings', safe(JSON.stringify(definition.config))],
              ['authority', definition.authority],
              ['every', `${definition.intervalSeconds ?? 60} s`],
              ...(definition.checkClock === false ? [['clock', 'its dates open no gap'] as const] : []),
              ['note', notes.map(safe).join('\n')],
            ],
            terminal.paint,
          ),
          untried ? 'It was not tried.' : itemLines(items, terminal, described.more),
          ...(added ? [partingWords(definition)] : []),
        ].join('\n\n'),
      )
      return exit.done
    } catch (error) {
      return refuse(error, 'Nothing was added. ', options, terminal)
    } finally {
      await closeSharedHttpClient()
    }
  })
}

/** Says what is wrong with what was typed, and what to do. Faults of the house are passed on. */
function refuse(error: unknown, outcome: string, options: FeedsAddOptions, terminal: Terminal): number {
  if (!(error instanceof WireError) || !/^(source\.|config\.invalid)/.test(error.code)) throw error
  const { code, detail } = error
  const hint = hintFor(error, options.allowPrivate === true)
  if (options.json === true) terminal.out(faultDocument({ code, detail, next: hint }))
  terminal.err(`writethru: ${code}: ${safe(detail)}\n${outcome}${hint}`)
  return exitCodeOf(error)
}

/** `writethru feeds test NAME|URL|FOLDER`: asks once and shows what would come; stores and moves nothing. */
export async function feedsTestVerb(target: string, options: FeedsAddOptions, terminal: Terminal): Promise<number> {
  return withRuntime(options, {}, async ({ pool, secret, log }) => {
    try {
      const feed = await readFeed(pool, target)
      const isPlace = /[/\\.:]/.test(target) || options.kind !== undefined
      if (feed === undefined && !isPlace) {
        throw new UsageFault(
          `There is no feed ${safe(target)}; \`writethru feeds list\` shows them. A folder is named with its path: ./${safe(target)}`,
        )
      }
      const found =
        feed === undefined
          ? await lookAtTarget(target, options, { secret, log })
          : await lookAtKnown(feed, { secret, log })
      present(terminal, options.json, { kind: found.kind, notes: found.notes, items: found.items }, () =>
        [...found.notes.map(safe), ...(found.untried ? [] : [itemLines(found.items, terminal, found.more)])].join('\n'),
      )
      return found.untried || found.items.some((item) => item.code !== undefined) ? exit.refused : exit.done
    } catch (error) {
      return refuse(error, '', options, terminal)
    } finally {
      await closeSharedHttpClient()
    }
  })
}

/** What happens next to a feed that was added. */
function partingWords({ kind, name, enabled }: FeedDefinition): string {
  if (enabled === false) return 'It is paused.'
  if (kind === 'push') return `\`writethru run\` takes what is sent to /in/${name}; docs/sources/push.md shows how.`
  return 'It is due now; `writethru run` polls it.'
}

interface Described extends Omit<Looked, 'kind'> {
  readonly definition: FeedDefinition
}

/** What a look at a feed showed. */
interface Looked {
  readonly kind: string
  /** Documents on offer besides those that were read. */
  readonly more: number
  readonly notes: readonly string[]
  readonly items: readonly FirstItem[]
  /** True when a secret is missing: nothing was asked. The notes say which. */
  readonly untried: boolean
}

type Tools = Parameters<typeof pollOnce>[1]

async function describeTarget(target: string, options: FeedsAddOptions, tools: Tools): Promise<Described> {
  const own = readSettings(options.set ?? [])
  const guess =
    options.kind === undefined
      ? await guessSource(target, { allowPrivate: options.allowPrivate === true })
      : { kind: options.kind, config: namedConfig(target, options.kind, options.allowPrivate === true), notes: [] }
  const config = { ...guess.config, ...own }
  const source = sourceOf(guess.kind)
  const host = source.hostOf(source.readConfig(config))
  const name = options.name ?? nameFor(target)
  if (!/^[a-z0-9][a-z0-9._-]{0,62}$/.test(name)) {
    throw new UsageFault(`${name} is no name for a feed: lower-case letters, digits, dots, dashes, underscores.`)
  }
  const definition: FeedDefinition = {
    name,
    kind: guess.kind,
    authority: options.authority ?? authorityFor(target === '-' ? name : target, guess.kind),
    config,
    enabled: options.paused !== true,
    ...(options.every === undefined ? {} : { intervalSeconds: options.every }),
    ...(options.zone === undefined ? {} : { zone: options.zone }),
    ...(options.checkClock === false ? { checkClock: false } : {}),
    ...(host === undefined ? {} : { host }),
  }
  const look: Awaited<ReturnType<typeof lookOnce>> =
    'firstItems' in guess ? { offers: guess.firstItems ?? [] } : await lookOnce(definition, tools)
  const notes = look.lacks === undefined ? guess.notes : [...guess.notes, look.lacks]
  return {
    definition,
    notes: [...notes, ...missingKeys(definition, tools)],
    items: firstItems(look.offers),
    more: offersLeft(look.offers),
    untried: look.lacks !== undefined,
  }
}

async function lookAtTarget(target: string, options: FeedsAddOptions, tools: Tools): Promise<Looked> {
  const { definition, ...looked } = await describeTarget(target, options, tools)
  return { ...looked, kind: definition.kind }
}

async function lookAtKnown(feed: Pick<FeedDefinition, 'name' | 'kind' | 'config'>, tools: Tools): Promise<Looked> {
  const offers = await lookAt(feed, tools)
  return { untried: false, kind: feed.kind, notes: [], items: firstItems(offers), more: offersLeft(offers) }
}

/** A feed that is pushed to is not polled, so nobody would miss its keys before the first sender is turned away. */
function missingKeys({ kind, config }: FeedDefinition, { secret }: Tools): string[] {
  const names = kind === 'push' && Array.isArray(config['secrets']) ? config['secrets'].map(String) : []
  return names
    .filter((name) => secret(name) === undefined)
    .map(
      (name) =>
        `${name} is not set here: the web server’s process needs it in its environment, or its file in ${name}_FILE.`,
    )
}

/** A folder is only looked at: its files must stand still for two polls before they are taken. */
async function lookAt(feed: Pick<FeedDefinition, 'name' | 'kind' | 'config'>, tools: Tools): Promise<readonly Offer[]> {
  const path = feed.config['path']
  if (feed.kind !== 'directory' || typeof path !== 'string') return pollOnce(feed, tools)
  return (await guessSource(path)).firstItems ?? []
}

/** A first look that fails for want of a key is no reason not to add the feed. */
async function lookOnce(
  definition: FeedDefinition,
  tools: Tools,
): Promise<{ readonly offers: readonly Offer[]; readonly lacks?: string }> {
  try {
    return { offers: await pollOnce(definition, tools) }
  } catch (error) {
    if (error instanceof WireError && error.code === 'config.secret-missing') {
      return { offers: [], lacks: `It could not be tried: ${error.detail}. Set it, then \`writethru feeds test\`.` }
    }
    throw error
  }
}

/** Settings of a source whose kind was named: what the guess would have put there. */
function namedConfig(target: string, kind: string, allowPrivate: boolean): Record<string, unknown> {
  return {
    ...(target === '-' ? {} : { [targetKey(kind)]: target }),
    ...(allowPrivate && kind !== 'directory' ? { allowPrivate } : {}),
  }
}

/** The setting in which a source expects what was named on the command line. */
function targetKey(kind: string): string {
  return (
    {
      'ap-media-api': 'baseUrl',
      'afp-core': 'baseUrl',
      pa: 'baseUrl',
      directory: 'path',
      ftp: 'host',
      sftp: 'host',
      imap: 'host',
      s3: 'bucket',
    }[kind] ?? 'url'
  )
}

function readSettings(pairs: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=')
      if (at < 1) throw new UsageFault(`--set wants KEY=VALUE, not ${pair}.`)
      const text = pair.slice(at + 1)
      try {
        return [pair.slice(0, at), JSON.parse(text)]
      } catch {
        return [pair.slice(0, at), text]
      }
    }),
  )
}

/** `news.example.org` of a URL, the last folder of a path. */
function nameFor(target: string): string {
  const host = hostIn(target)
  const text = host ?? basename(resolve(target))
  return (
    text
      .toLowerCase()
      .replace(/[^a-z0-9._-]{1,100}/g, '-')
      .replace(/^[._-]{1,100}/, '')
      .slice(0, 63) || 'feed'
  )
}

/** Sources of one agency: its ids are its own whatever the host is called. */
const agencies: ReadonlyMap<string, string> = new Map([
  ['ap-media-api', 'ap.org'],
  ['reuters-connect', 'reuters.com'],
  ['afp-core', 'afp.com'],
  ['dpa-wireq', 'dpa.com'],
  ['pa', 'pa.media'],
])

function authorityFor(target: string, kind: string): string {
  return agencies.get(kind) ?? hostIn(target)?.replace(/^www\./, '') ?? nameFor(target)
}

function hostIn(target: string): string | undefined {
  const text = /^(?:https?|ftp(?:s|es)?|sftp|imaps?|s3):\/\//i.test(target)
    ? target
    : /^[a-z0-9-]+(\.[a-z0-9-]+)+(\/|$)/i.test(target)
      ? `https://${target}`
      : ''
  return URL.canParse(text) ? new URL(text).hostname : undefined
}
