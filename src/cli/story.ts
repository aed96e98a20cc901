import { writeNinjs } from '../export/ninjs/write.ts'
import { describeRevisions } from '../ops/story/revision-changes.ts'
import type { RevisionChanges } from '../ops/story/revision-changes.ts'
import { outcomeWords, storyState } from '../ops/story/story-state.ts'
import { contextOf } from '../ops/story/word-diff.ts'
import { findStoryIds, readStory } from '../store/read-story.ts'
import type { StoryCaption, StoryRecord, StoryRevision } from '../store/read-story.ts'
import { exit, UsageFault } from './exit.ts'
import { copySection, copyWarning } from './story-copies.ts'
import { safe, safeLines } from './print/paint.ts'
import type { Paint } from './print/paint.ts'
import { facts } from './print/table.ts'
import { count, moment } from './print/words.ts'
import { wrap } from './print/width.ts'
import { withRuntime } from './runtime.ts'
import { currentItem } from './story-item.ts'
import type { GlobalOptions } from './runtime.ts'
import { present } from './verb.ts'
import type { Terminal } from './verb.ts'

/** `writethru story ID`: what a story is now, how it came to be so, and from where; with --ninjs the first alone, as ninjs. */
export async function storyVerb(
  name: string,
  globals: GlobalOptions & { body?: boolean; ninjs?: boolean; passages?: boolean },
  terminal: Terminal,
): Promise<number> {
  return withRuntime(globals, {}, async ({ pool }) => {
    const ids = await findStoryIds(pool, name)
    if (ids.length === 0) throw new UsageFault(`There is no story ${safe(name)}.`)
    for (const id of ids) {
      const story = await readStory(pool, id)
      if (story === undefined) continue
      if (globals.ninjs === true) {
        const item = currentItem(story)
        if (item !== undefined) terminal.out(JSON.stringify(writeNinjs(item), null, 2))
        continue
      }
      const revisions = describeRevisions(story)
      present(
        terminal,
        globals.json,
        {
          ...story,
          state: storyState(story, (at) => at.toISOString()),
          changesByRevision: revisions.map(({ revision, against, changes }) => ({
            revision: revision.revision,
            against,
            changes,
          })),
        },
        () =>
          storyPage(story, revisions, terminal, { body: globals.body === true, passages: globals.passages === true }),
      )
    }
    return exit.done
  })
}

function storyPage(
  story: StoryRecord,
  revisions: readonly RevisionChanges[],
  terminal: Terminal,
  shown: { readonly body: boolean; readonly passages: boolean },
): string {
  const { paint } = terminal
  const current = story.revisions.find((revision) => revision.revision === story.currentRevision)
  const closed = story.status === 'canceled' || story.status === 'withheld'
  const body = shown.body && current?.bodyText ? wrapText(safeLines(current.bodyText), terminal.columns) : undefined
  return [
    paint('bold', safe(story.headline ?? '(no headline)')),
    facts(
      [
        ['copy', copyWarning(story, paint)],
        ['state', paint(closed ? 'red' : story.status === 'usable' ? 'green' : 'yellow', storyState(story, moment))],
        ['story', `${story.id}  ${safe(story.uri)}${story.authority === '' ? '' : `  (${safe(story.authority)})`}`],
        ['slug', safe([story.slug, story.takeKey].filter(Boolean).join('  '))],
        ['byline', safe(story.byline ?? '')],
        ['dateline', safe(story.dateline ?? '')],
        [
          'kind',
          [story.type, story.editorialType, story.language, urgencyWord(story.urgency)].filter(Boolean).join(', '),
        ],
        ['version', safe(story.version ?? '')],
        ['first seen', `${moment(story.firstSeenAt)} on ${story.feed}`],
        ['changed', moment(story.changedAt)],
        ['note', safe(String(current?.item['editorialNote'] ?? ''))],
      ],
      paint,
    ),
    ...(body === undefined ? [] : [body]),
    paint('bold', count(revisions.length, 'revision')),
    ...revisions.map((entry) => revisionLines(entry, story, terminal)),
    ...copySection(story.copies, terminal, shown.passages),
    ...captionSection(story.captions, terminal),
    ...linkSection(story, paint),
  ].join('\n\n')
}

const urgencyWord = (urgency: number | null): string | undefined =>
  urgency === null ? undefined : `urgency ${urgency}`

function revisionLines(
  { revision, against, changes }: RevisionChanges,
  story: StoryRecord,
  terminal: Terminal,
): string {
  const { paint } = terminal
  const mark = revision.revision === story.currentRevision ? paint('green', ' (shown)') : ''
  const version = revision.version === null ? '' : `, version ${safe(revision.version)}`
  const title = `${paint('bold', `#${revision.revision}${version}`)}  ${moment(revision.recordedAt)}  ${revision.outcome}: ${outcomeWords.get(revision.outcome) ?? ''}${mark}`
  const compared = changes.map(({ field, diff }) => [field, diffWords(contextOf(diff), paint)] as const)
  const nothing = against !== undefined && changes.length === 0 ? `    no field differs from #${against}` : undefined
  return [
    title,
    facts(originOf(revision), paint, '    '),
    ...(compared.length > 0 ? [paint('dim', `    against #${against}:`), facts(compared, paint, '      ')] : []),
    ...(nothing === undefined ? [] : [paint('dim', nothing)]),
  ].join('\n')
}

function originOf(revision: StoryRevision): [string, string | undefined][] {
  const made = revision.versionCreated
  const kept = revision.captureKept ? '' : '  (raw bytes removed by retention)'
  return [
    ['asks for', [revision.status, revision.editorialType].filter(Boolean).join(', ')],
    ['made', made === null ? undefined : moment(made)],
    ['from', `${revision.feed}, receipt ${revision.receivedOn}/${revision.receiptId}, read as ${revision.format}`],
    ['offer', safe(revision.offerKey ?? '')],
    ['url', safe(revision.url ?? '')],
    ['file', safe(revision.fileName ?? '')],
    ['bytes', revision.digest === null ? undefined : `sha256 ${revision.digest}${kept}`],
  ]
}

/** Removed and added words: by colour, or with the brackets of wdiff where there is none. */
export function diffWords(diff: readonly { kind: string; text: string }[], paint: Paint): string {
  const coloured = paint('red', 'x') !== 'x'
  return diff
    .map(({ kind, text }) => {
      const shown = safe(text)
      if (kind === 'same') return shown
      if (coloured) return kind === 'added' ? paint('green', shown) : paint(['red', 'strikethrough'], shown)
      return kind === 'added' ? `{+${shown}+}` : `[-${shown}-]`
    })
    .join('')
}

/** Which caption it is across stories, and who else printed it. */
function familyOf({ familyId, furniture, otherOutlets }: StoryCaption): string | undefined {
  if (familyId === null) return undefined
  if (furniture) return `${familyId}, a text of the site and no caption`
  return otherOutlets === 0 ? `${familyId}` : `${familyId}, also printed by ${count(otherOutlets, 'other outlet')}`
}

function captionSection(captions: readonly StoryCaption[], terminal: Terminal): string[] {
  if (captions.length === 0) return []
  const { paint, columns } = terminal
  return [
    paint('bold', count(captions.length, 'caption')),
    ...captions.map((caption) =>
      [
        wrap(safe(caption.text), columns - 2).join('\n  '),
        facts(
          [
            ['credit', safe([caption.credit, ...caption.flags].filter(Boolean).join(', '))],
            ['by', safe([caption.photographer, caption.agency].filter(Boolean).join(', '))],
            ['pictures', safe(caption.mediaUris.join(', '))],
            ['family', familyOf(caption)],
            ['now', caption.isCurrent ? undefined : 'no longer in the current revision'],
            [
              `seen ${count(caption.mentions.length, 'time')}`,
              caption.mentions
                .map((mention) => `#${mention.revision}.${mention.position} ${mention.attached}: ${safe(mention.raw)}`)
                .join('\n'),
            ],
          ],
          paint,
          '    ',
        ),
      ].join('\n'),
    ),
  ]
}

function linkSection(story: StoryRecord, paint: Paint): string[] {
  if (story.links.length === 0) return []
  const lines = story.links.map(({ rel, uri, storyId, headline }) => {
    const known = storyId === null ? '' : `  story ${storyId}: ${safe(headline ?? '')}`
    return `  ${rel}  ${safe(uri)}${known}`
  })
  return [[paint('bold', 'Links'), ...lines].join('\n')]
}

function wrapText(text: string, columns: number): string {
  return text
    .split('\n')
    .flatMap((line) => wrap(line, columns))
    .join('\n')
}
