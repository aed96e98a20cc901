import { LineCounter, parseDocument } from 'yaml'
import { feedDefinition } from '../config/feed-definition.ts'
import { sourceOf } from '../sources/registry.ts'
import type { FeedDefinition } from '../store/feeds.ts'
import { WireError } from '../story/errors.ts'
import { readOpml } from './opml.ts'

/** A feed of a list that came as a file, or what is wrong with it. */
export type ListedFeed =
  { readonly line: number; readonly feed: FeedDefinition } | { readonly line: number; readonly fault: string }

const mostFeeds = 20_000
/** Lines, items and names of a YAML file together; to read one takes up to a kilobyte of memory. */
const mostParts = 400_000
const namePattern = /^[a-z0-9][a-z0-9._-]{0,62}$/

/** Reads a list of feeds: OPML when it is XML, else YAML in the form of the feeds file. Lines count from 1. */
export function readFeedList(text: string): ListedFeed[] {
  const clean = text.replace(/^\ufeff/, '')
  return clean.trimStart().startsWith('<') ? readSubscriptions(clean) : readYaml(clean)
}

function readSubscriptions(text: string): ListedFeed[] {
  const { entries, faults } = readOpml(text)
  const names = new Set<string>()
  const feeds = entries.map(({ line, title, url }): ListedFeed => {
    const checked = checkSettings(line, 'http-feed', { url })
    if ('fault' in checked) return checked
    const { hostname, host } = new URL(url)
    const name = freeName(nameOf(title) ?? nameOf(hostname) ?? 'feed', names)
    names.add(name)
    return { line, feed: { name, kind: 'http-feed', authority: hostname.replace(/^www\./, ''), config: { url }, host } }
  })
  return [...feeds, ...faults.map(({ line, detail }) => ({ line, fault: detail }))].sort((a, b) => a.line - b.line)
}

function readYaml(text: string): ListedFeed[] {
  if (hasMoreParts(text)) return [{ line: 1, fault: `more than ${mostParts} lines, items and names` }]
  const lines = new LineCounter()
  const document = parseDocument(text, { uniqueKeys: true, lineCounter: lines })
  const wrong = document.errors.map((error) => ({
    line: lines.linePos(error.pos[0]).line,
    fault: error.message.split('\n', 1)[0] ?? 'no YAML',
  }))
  if (wrong.length > 0) return wrong
  let value: unknown
  try {
    value = document.toJS({ maxAliasCount: 100 })
  } catch (error) {
    return [{ line: 1, fault: (error as Error).message }]
  }
  const list = Array.isArray(value) ? value : (value as { feeds?: unknown } | null)?.feeds
  if (!Array.isArray(list)) return [{ line: 1, fault: 'there is no list of feeds (`feeds:`) in it' }]
  if (list.length > mostFeeds) return [{ line: 1, fault: `more than ${mostFeeds} feeds` }]
  const path = Array.isArray(value) ? [] : ['feeds']
  return list.map((entry: unknown, at): ListedFeed => {
    const node = document.getIn([...path, at], true) as { range?: readonly number[] } | undefined
    const line = lines.linePos(node?.range?.[0] ?? 0).line
    const outcome = feedDefinition.safeParse(entry)
    if (!outcome.success) {
      const faults = outcome.error.issues.map(({ path: keys, message }) => `${keys.map(String).join('.')}: ${message}`)
      return { line, fault: faults.join('; ') }
    }
    const { name, kind, authority, config, zone, intervalSeconds, enabled, checkClock } = outcome.data
    const checked = checkSettings(line, kind, config)
    if ('fault' in checked) return { line, fault: `${name}: ${checked.fault}` }
    const host = checked.host === undefined ? {} : { host: checked.host }
    return { line, feed: { name, kind, authority, config, zone, intervalSeconds, enabled, checkClock, ...host } }
  })
}

function hasMoreParts(text: string): boolean {
  let parts = 0
  for (let at = 0; at < text.length; at++) if ('\n,:?{['.includes(text[at]!)) parts++
  return parts > mostParts
}

/** Lets the source look at its settings: keys in a URL, unknown settings and the like are its business. */
function checkSettings(
  line: number,
  kind: string,
  config: Readonly<Record<string, unknown>>,
): { readonly host: string | undefined } | { readonly line: number; readonly fault: string } {
  try {
    const source = sourceOf(kind)
    return { host: source.hostOf(source.readConfig(config)) }
  } catch (error) {
    if (!(error instanceof WireError)) throw error
    return { line, fault: error.detail }
  }
}

/** A title as a name: "The Daily Éxample!" becomes the-daily-example. */
function nameOf(title: string | undefined): string | undefined {
  const name = (title ?? '')
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9._-]{1,200}/g, '-')
    .replace(/^[._-]{1,200}/, '')
    .slice(0, 55)
    .replace(/[._-]{1,60}$/, '')
  return namePattern.test(name) ? name : undefined
}

/** The name, or the first of name-2, name-3 ... that nobody has. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name
  let number = 2
  while (taken.has(`${name}-${number}`)) number++
  return `${name}-${number}`
}
