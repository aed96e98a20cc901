/** A story as far as grouping needs it. */
export interface GroupStory {
  readonly id: number
  /** Id as the outlet gives it, for an order that does not depend on arrival. */
  readonly identity: string
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

/** Forms groups from pairs; stories without a pair are in none. The order of what comes in does not matter. */
export function formGroups(stories: readonly GroupStory[], pairs: readonly CopyPair[]): CopyGroup[] {
  const byId = new Map(stories.map((story) => [story.id, story]))
  const parents = new Map<number, number>()
  const rootOf = (id: number): number => {
    let root = id
    while (parents.get(root) !== undefined) root = parents.get(root)!
    for (let at = id; at !== root;) {
      const next = parents.get(at)!
      parents.set(at, root)
      at = next
    }
    return root
  }
  const joined = new Set<number>()
  for (const { a, b } of pairs) {
    if (!byId.has(a) || !byId.has(b)) continue
    joined.add(a).add(b)
    const [low, high] = [rootOf(a), rootOf(b)].sort((x, y) => x - y) as [number, number]
    if (low !== high) parents.set(high, low)
  }
  const groups = new Map<number, GroupStory[]>()
  for (const id of joined) groups.set(rootOf(id), [...(groups.get(rootOf(id)) ?? []), byId.get(id)!])
  const neighbours = neighboursOf(pairs)
  return [...groups.values()].map((members) => orderGroup(members, neighbours)).sort((a, b) => a.id - b.id)
}

type Neighbours = ReadonlyMap<number, ReadonlyMap<number, number>>

function neighboursOf(pairs: readonly CopyPair[]): Neighbours {
  const found = new Map<number, Map<number, number>>()
  for (const { a, b, aInB, bInA } of pairs) {
    const measure = Math.max(aInB, bInA) + Math.min(aInB, bInA) / 10
    found.set(a, (found.get(a) ?? new Map()).set(b, measure))
    found.set(b, (found.get(b) ?? new Map()).set(a, measure))
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
