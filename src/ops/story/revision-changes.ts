import { comparePlaces } from '../../story/chain.ts'
import type { StoryRecord, StoryRevision } from '../../store/read-story.ts'
import { diffText } from './word-diff.ts'
import type { DiffPiece } from './word-diff.ts'

export interface FieldChange {
  /** Name as in the canonical item: headline, bodyText ... */
  readonly field: string
  readonly diff: readonly DiffPiece[]
}

/** A revision and what it changed. */
export interface RevisionChanges {
  readonly revision: StoryRevision
  /** The revision before it in the agency's order, whenever that arrived; undefined for the first. */
  readonly against: number | undefined
  readonly changes: readonly FieldChange[]
}

const comparedFields: readonly (readonly [string, (revision: StoryRevision) => unknown])[] = [
  ['status', (revision) => revision.status],
  ['publishable', (revision) => (revision.publishable ? 'yes' : `no${brackets(revision.item['notPublishable'])}`)],
  ['editorialType', (revision) => revision.editorialType],
  ['headline', (revision) => revision.headline],
  ['headlineExtended', (revision) => revision.item['headlineExtended']],
  ['slug', (revision) => revision.item['slug']],
  ['takeKey', (revision) => revision.item['takeKey']],
  ['byline', (revision) => revision.item['byline']],
  ['dateline', (revision) => (revision.item['dateline'] as { text?: unknown } | undefined)?.text],
  ['urgency', (revision) => revision.item['urgency']],
  ['embargoedUntil', (revision) => revision.item['embargoedUntil']],
  ['expires', (revision) => revision.item['expires']],
  ['editorialNote', (revision) => revision.item['editorialNote']],
  ['abstract', (revision) => revision.item['abstract']],
  ['usageTerms', (revision) => joined(revision.item['usageTerms'])],
  ['keywords', (revision) => joined(revision.item['keywords'])],
  ['captions', (revision) => captionsOf(revision.item['captions'])],
  ['bodyText', (revision) => revision.bodyText],
]

/**
 * Every revision in order of arrival, each with what it changed against the one before it in the agency's order. So a
 * version that comes late is compared with the version it followed, and not with the newer one that overtook it.
 */
export function describeRevisions(story: Pick<StoryRecord, 'revisions'>): RevisionChanges[] {
  const inOrder = [...story.revisions].sort((a, b) => comparePlaces(placeOf(a), placeOf(b)))
  return story.revisions.map((revision) => {
    const before = inOrder[inOrder.indexOf(revision) - 1]
    return {
      revision,
      against: before?.revision,
      changes: before === undefined ? [] : compareRevisions(before, revision),
    }
  })
}

function compareRevisions(before: StoryRevision, after: StoryRevision): FieldChange[] {
  return comparedFields.flatMap(([field, read]) => {
    const old = textOf(read(before))
    const now = textOf(read(after))
    return old === now ? [] : [{ field, diff: diffText(old, now) }]
  })
}

const placeOf = ({ revision, version, versionCreated }: StoryRevision) => ({
  revision,
  version: version ?? undefined,
  versionCreated: versionCreated?.getTime(),
})

function textOf(value: unknown): string {
  return value === null || value === undefined ? '' : String(value)
}

function joined(value: unknown): string {
  return Array.isArray(value) ? value.map(String).join('; ') : ''
}

function brackets(value: unknown): string {
  return value === undefined ? '' : ` (${String(value)})`
}

function captionsOf(value: unknown): string {
  if (!Array.isArray(value)) return ''
  return value
    .map(({ text, credit }: { text?: unknown; credit?: unknown }) => `${textOf(text)}${brackets(credit)}`)
    .join('\n')
}
