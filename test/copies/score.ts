import type { MadeStory } from './made.ts'

export interface Score {
  readonly precision: number
  readonly recall: number
  /** Pairs that were joined and should not have been, and the other way round. */
  readonly wrong: readonly string[]
  readonly missed: readonly string[]
}

/** Precision and recall over pairs of stories in one group; what `counts` says no to is neither right nor wrong. */
export function scoreGroups<Story extends MadeStory>(
  stories: readonly Story[],
  groups: readonly (readonly string[])[],
  counts: (one: Story, other: Story) => boolean = () => true,
): Score {
  const groupOf = new Map(groups.flatMap((uris, at) => uris.map((uri) => [uri, at] as const)))
  let right = 0
  const wrong: string[] = []
  const missed: string[] = []
  stories.forEach((one, at) => {
    for (const other of stories.slice(at + 1)) {
      if (!counts(one, other)) continue
      const wanted = one.label === other.label
      const group = groupOf.get(one.uri)
      const found = group !== undefined && group === groupOf.get(other.uri)
      const words = `${one.kind} ${one.uri} / ${other.kind} ${other.uri} (${one.label}, ${other.label})`
      if (wanted && found) right++
      else if (wanted) missed.push(words)
      else if (found) wrong.push(words)
    }
  })
  return { precision: right / (right + wrong.length), recall: right / (right + missed.length), wrong, missed }
}
