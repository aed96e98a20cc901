import type { ReutersConfig } from './config.ts'

/** A string as GraphQL writes it: the escapes are those of JSON. Literals, because the types of variables vary. */
const literal = (text: string): string => JSON.stringify(text)
const list = (values: readonly string[]): string => `[${values.map(literal).join(', ')}]`

/** "2031.03.04.09.30.00": how `dateRange` names a moment, in UTC. */
function dateOf(moment: string): string {
  return new Date(moment).toISOString().slice(0, 19).replaceAll(/[-T:]/g, '.')
}

/** Asks for one page of what was versioned from a moment on, oldest first, with what tells its revisions apart. */
export function listQuery(config: ReutersConfig, from: string, position: string | undefined): string {
  const filter = [
    `dateRange: ${literal(dateOf(from))}`,
    `mediaTypes: [${config.mediaTypes.join(', ')}]`,
    ...(config.channels === undefined ? [] : [`channel: ${list(config.channels)}`]),
  ]
  const given = [
    `filter: {${filter.join(', ')}}`,
    'option: {dateFilterField: VERSION_CREATED}',
    'sort: {direction: ASC, field: VERSION_CREATED}',
    `limit: ${config.pageSize}`,
    ...(config.query === undefined ? [] : [`query: ${literal(config.query)}`]),
    ...(position === undefined ? [] : [`cursor: ${literal(position)}`]),
  ]
  return (
    `query List { search(${given.join(', ')}) { totalHits pageInfo { endCursor hasNextPage } ` +
    'items { versionedGuid uri usn version versionCreated type pubStatus signal headLine } } }'
  )
}

/**
 * All that a story is made of, as Reuters documents the item. Renditions are named and never downloaded: a download is a
 * mutation of its own, and costs points.
 */
const fields: readonly string[] = [
  ...'versionedGuid uri usn version type profile headLine slug byLine intro fragment caption'.split(' '),
  ...'bodyXhtml bodyXhtmlRich located dateLine language urgency pubStatus signal productLabel keyword'.split(' '),
  ...'credit copyrightNotice usageTerms usageTermsRole position firstCreated versionCreated'.split(' '),
  ...'contentTimestamp subject renditions associations'.split(' '),
]

/** What is asked for inside fields that are objects. */
const inside: Readonly<Record<string, string>> = {
  subject: '{ code name rel }',
  renditions: '{ code type mimeType uri version points }',
  associations: '{ uri versionedGuid type headLine }',
}

/** Asks for several items at once, each under a name of its own: i0, i1 ... */
export function itemsQuery(config: ReutersConfig, guids: readonly string[]): string {
  const wanted = [...fields, ...config.itemFields]
    .filter((name) => !config.leaveOutFields.includes(name))
    .map((name) => (Object.hasOwn(inside, name) ? `${name} ${inside[name]}` : name))
    .join(' ')
  return `query Items { ${guids.map((guid, at) => `i${at}: item(id: ${literal(guid)}) { ${wanted} }`).join(' ')} }`
}

/** Asks which channels the account is subscribed to. */
export const subscriptionsQuery = 'query Channels { currentUser { subscriptions { alias name } } }'
