import type { StoryFilter, StoryLine } from '../../store/read-stories.ts'
import type { Status } from '../../story/item.ts'

/** A query string as fastify reads it: a name given twice is a list. */
export type Query = Readonly<Record<string, unknown>>

const statuses: readonly string[] = ['usable', 'embargoed', 'withheld', 'canceled']
const types: readonly string[] = ['text', 'picture', 'graphic', 'video', 'audio', 'composite']
const longestText = 200

export function readText(query: Query, name: string): string | undefined {
  const value = query[name]
  if (typeof value !== 'string' || value.trim() === '') return undefined
  // U+0000 is no text to PostgreSQL.
  return value.replaceAll('\0', '').trim().slice(0, longestText)
}

export function readNumber(query: Query, name: string): number | undefined {
  const text = readText(query, name)
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined
}

/** The filter of a list of stories; what is no filter is passed over. */
export function readFilter(query: Query): StoryFilter {
  const feed = readText(query, 'feed')
  const status = readText(query, 'status')
  const type = readText(query, 'type')
  const text = readText(query, 'text')
  const copies = readText(query, 'copies')
  return {
    ...(feed === undefined ? {} : { feed }),
    ...(status !== undefined && statuses.includes(status) ? { status: status as Status } : {}),
    ...(type !== undefined && types.includes(type) ? { type } : {}),
    ...(text === undefined ? {} : { text }),
    ...(copies === 'one' ? { onePerText: true } : {}),
  }
}

/** Whether a story that has just changed belongs into a filtered list; the same rule as that of the list itself. */
export function matches(filter: StoryFilter, story: StoryLine): boolean {
  if (filter.feed !== undefined && story.feed !== filter.feed) return false
  if (filter.status !== undefined && story.status !== filter.status) return false
  if (filter.type !== undefined && story.type !== filter.type) return false
  if (filter.onePerText === true && (story.copyPlace ?? 1) > 1) return false
  if (filter.text === undefined) return true
  const wanted = filter.text.toLowerCase()
  return [story.headline, story.slug, story.dateline, story.uri].some((text) => text?.toLowerCase().includes(wanted))
}
