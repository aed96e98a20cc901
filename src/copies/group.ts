/** A story as far as grouping needs it. */
export interface GroupStory {
  readonly id: number
  /** Id as the outlet gives it, for an order that does not depend on arrival. */
  readonly identity: string
  readonly outlet: string
  /** The agency that publishes it itself, when it does. */
  readonly ownAgency: string | undefined
  /** Read from a page and not from a feed of stories. */
  readonly page: boolean
  /** Milliseconds; undefined when the story gives no time. */
  readonly made: number | undefined
  readonly words: number
}

/** A pair of stories with the same copy, with the part of the one that stands in the other. */
export interface CopyPair {
  readonly a: number
  readonly b: number
  readonly aInB: number
  readonly bInA: number
}

export interface GroupMember {
  readonly story: GroupStory
  /** 1 is the canonical member; a reader who can print only one takes the lowest that may be printed. */
  readonly place: number
  /** The member it was compared with: the canonical one, else its nearest. Undefined for the canonical member. */
  readonly comparedWith: number | undefined
}

export interface CopyGroup {
  /** The lowest number of a member: a function of the members alone. */
  readonly id: number
  readonly canonicalReason: string
  readonly members: readonly GroupMember[]
}

/**
 * Forms groups from pairs, nearest first; stories without a pair are in none. An agency tells its own stories apart by
 * their ids, so two of its records are in one group only when they were found the same themselves: no copy of the one
 * that resembles the other joins them, as copies of two fillings of a form may. The order of what comes in does not
 * matter.
 */
export function formGroups(stories: readonly GroupStory[], pairs: readonly CopyPair[]): CopyGroup[] {
  const byId = new Map(stories.map((story) => [story.id, story]))
  const clusters = new Map(stories.map((story) => [story.id, clusterOf(story)]))
  const joined: CopyPair[] = []
  for (const { pair, own } of nearestFirst(pairs, byId)) {
    const [one, other] = [clusters.get(pair.a)!, clusters.get(pair.b)!]
    if (one !== other && !own && areToldApart(one, other)) continue
    joined.push(pair)
    if (one === other) continue
    const [large, small] = one.ids.length >= other.ids.length ? [one, other] : [other, one]
    for (const id of small.ids) clusters.set(id, large)
    large.ids.push(...small.ids)
    for (const record of small.records) large.records.add(record)
  }
  const neighbours = neighboursOf(joined)
  return [...new Set(clusters.values())]
    .filter(({ ids }) => ids.length > 1)
    .map(({ ids }) =>
      orderGroup(
        ids.map((id) => byId.get(id)!),
        neighbours,
      ),
    )
    .sort((a, b) => a.id - b.id)
}

/** Stories joined so far, and the outlets whose own records are among them. */
interface Cluster {
  readonly ids: number[]
  readonly records: Set<string>
}

/** The outlet when the story is the own record of an agency; its pages come under several addresses. */
const recordOf = ({ ownAgency, page, outlet }: GroupStory): string | undefined =>
  ownAgency === undefined || page ? undefined : outlet

function clusterOf(story: GroupStory): Cluster {
  const record = recordOf(story)
  return { ids: [story.id], records: new Set(record === undefined ? [] : [record]) }
}

function areToldApart(one: Cluster, other: Cluster): boolean {
  for (const record of one.records) if (other.records.has(record)) return true
  return false
}

const measureOf = ({ aInB, bInA }: CopyPair): number => Math.max(aInB, bInA) + Math.min(aInB, bInA) / 10

interface RankedPair {
  readonly pair: CopyPair
  /** Both are records of one agency. */
  readonly own: boolean
  readonly measure: number
  readonly identity: string
}

/** Records of one agency first: what they are found to be is not for their copies to decide. */
function nearestFirst(pairs: readonly CopyPair[], stories: ReadonlyMap<number, GroupStory>): RankedPair[] {
  return pairs
    .flatMap((pair) => {
      const [a, b] = [stories.get(pair.a), stories.get(pair.b)]
      if (a === undefined || b === undefined) return []
      const record = recordOf(a)
      const identity = a.identity < b.identity ? `${a.identity} ${b.identity}` : `${b.identity} ${a.identity}`
      return [{ pair, own: record !== undefined && record === recordOf(b), measure: measureOf(pair), identity }]
    })
    .sort(
      (one, other) =>
        Number(other.own) - Number(one.own) ||
        other.measure - one.measure ||
        (one.identity < other.identity ? -1 : one.identity > other.identity ? 1 : 0),
    )
}

type Neighbours = ReadonlyMap<number, ReadonlyMap<number, number>>

function neighboursOf(pairs: readonly CopyPair[]): Neighbours {
  const found = new Map<number, Map<number, number>>()
  for (const pair of pairs) {
    const measure = measureOf(pair)
    found.set(pair.a, (found.get(pair.a) ?? new Map()).set(pair.b, measure))
    found.set(pair.b, (found.get(pair.b) ?? new Map()).set(pair.a, measure))
  }
  return found
}

function orderGroup(stories: readonly GroupStory[], neighbours: Neighbours): CopyGroup {
  const ordered = [...stories].sort(compareMembers)
  const canonical = ordered[0]!
  const identities = new Map(stories.map((story) => [story.id, story.identity]))
  return {
    id: Math.min(...stories.map((story) => story.id)),
    canonicalReason: reasonOf(canonical, ordered),
    members: ordered.map((story, at) => ({
      story,
      place: at + 1,
      comparedWith: at === 0 ? undefined : nearest(neighbours.get(story.id)!, canonical.id, identities),
    })),
  }
}

function nearest(
  measures: ReadonlyMap<number, number>,
  canonical: number,
  identities: ReadonlyMap<number, string>,
): number {
  if (measures.has(canonical)) return canonical
  const nameOf = (id: number) => identities.get(id) ?? ''
  return [...measures].sort(([a, x], [b, y]) => y - x || (nameOf(a) < nameOf(b) ? -1 : 1))[0]![0]
}

const rankOf = (story: GroupStory): number => (story.ownAgency === undefined ? 2 : story.page ? 1 : 0)

/** The agency's own record first, then its own page, then the earliest, then the fullest. */
function compareMembers(a: GroupStory, b: GroupStory): number {
  const made = (story: GroupStory) => story.made ?? Number.POSITIVE_INFINITY
  const difference = rankOf(a) - rankOf(b)
  if (difference !== 0) return difference
  if (made(a) !== made(b)) return made(a) < made(b) ? -1 : 1
  return b.words - a.words || (a.identity < b.identity ? -1 : 1)
}

function reasonOf(canonical: GroupStory, ordered: readonly GroupStory[]): string {
  if (canonical.ownAgency !== undefined) {
    return canonical.page ? `the own page of ${canonical.ownAgency}` : `the own record of ${canonical.ownAgency}`
  }
  const second = ordered[1]
  return canonical.made !== undefined && canonical.made === second?.made
    ? 'the fullest of the earliest'
    : 'the earliest'
}
