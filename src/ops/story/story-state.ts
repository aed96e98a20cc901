import type { StoryRecord } from '../../store/read-story.ts'

/** The state of a story in one sentence; `at` puts a time into words. */
export function storyState(story: StoryRecord, at: (time: Date) => string): string {
  const closing = story.revisions.find((revision) => revision.revision === story.closingRevision)
  const by = closing === undefined ? '' : ` at ${at(closing.recordedAt)} by ${nameOf(closing)}`
  if (story.status === 'canceled') return `killed${by}: must not be published`
  if (story.status === 'withheld') return `withheld${by}: must not be published for now`
  const barred = story.publishable ? '' : `, not for publication: ${story.notPublishable ?? 'no story'}`
  const reopened =
    closing === undefined ? '' : `, reopened after ${closing.status === 'withheld' ? 'a withhold' : 'a kill'}${by}`
  if (story.status === 'embargoed') {
    const until = story.embargoedUntil === null ? 'without an end' : `until ${at(story.embargoedUntil)}`
    return `embargoed ${until}${barred}${reopened}`
  }
  return `usable${barred}${reopened}`
}

function nameOf(revision: { version: string | null; revision: number }): string {
  return revision.version === null ? `revision ${revision.revision}` : `version ${revision.version}`
}

/** What a revision did when it came, in words. */
export const outcomeWords: ReadonlyMap<string, string> = new Map([
  ['new', 'began the story'],
  ['revised', 'became the current state'],
  ['stale', 'kept as history: a newer or closing revision was here already'],
  ['killed', 'closed the story'],
])
