import sanitizeHtml from 'sanitize-html'
import type { StoryCaption, StoryRecord } from '../../store/read-story.ts'
import { describeRevisions } from '../story/revision-changes.ts'
import type { FieldChange, RevisionChanges } from '../story/revision-changes.ts'
import { outcomeWords, storyState } from '../story/story-state.ts'
import { contextOf } from '../story/word-diff.ts'
import { html, trusted } from './html.ts'
import type { Markup } from './html.ts'
import { copiesSection, copyWarning } from './copies-section.ts'
import { factList, timeTag } from './page.ts'
import { tags } from './story-row.ts'

const at = (time: Date): string => `${time.toISOString().slice(0, 19).replace('T', ' ')} UTC`

/** A story: what it says now, how it came to be so, its captions and where everything came from. */
export function storyPage(story: StoryRecord): Markup {
  const closed = story.status === 'canceled' || story.status === 'withheld'
  const current = story.revisions.find((revision) => revision.revision === story.currentRevision)
  const state = storyState(story, at)
  const body = current?.bodyHtml ?? undefined
  return html`<p class="meta">
      <span dir="auto">${[story.feed, story.slug, story.takeKey].filter(Boolean).join(' · ')}</span> ${tags(story)}
    </p>
    <h1 dir="auto">${story.headline ?? story.uri}</h1>
    ${closed ? html`<div class="notice" role="alert"><strong>Do not publish.</strong> This story was ${state}.</div>` : ''}
    ${closed ? '' : copyWarning(story.copies)}
    ${story.status === 'embargoed' ? html`<div class="notice waiting"><strong>Embargo.</strong> The story is ${state}.</div>` : ''}
    <div class="columns">
      <div>
        ${editorialNote(current?.item['editorialNote'])}
        ${body === undefined ? html`<p class="soft">No text.</p>` : closed ? folded(body) : html`<div class="body" dir="auto">${bodyMarkup(body)}</div>`}
        ${copiesSection(story.copies)}${captions(story.captions)}
      </div>
      <aside>${storyFacts(story, state)}${links(story)}${media(story)}</aside>
    </div>
    <h2>Revisions</h2>
    ${describeRevisions(story)
      .reverse()
      .map((entry) => revision(entry, story))}`
}

function folded(body: string): Markup {
  return html`<details>
    <summary>Show the text all the same</summary>
    <div class="body" dir="auto">${bodyMarkup(body)}</div>
  </details>`
}

/** Bodies were sanitised when they were read; they are sanitised again here, with less allowed, before a browser sees them. */
function bodyMarkup(body: string): Markup {
  return trusted(
    sanitizeHtml(body, {
      allowedTags: sanitizeHtml.defaults.allowedTags.concat(['del', 'ins']),
      allowedAttributes: { a: ['href', 'rel', 'target'], td: ['colspan', 'rowspan'], th: ['colspan', 'rowspan'] },
      allowedSchemes: ['http', 'https', 'mailto'],
      allowProtocolRelative: false,
      transformTags: { a: sanitizeHtml.simpleTransform('a', { rel: 'noopener noreferrer', target: '_blank' }) },
    }),
  )
}

function editorialNote(note: unknown): Markup | '' {
  return typeof note === 'string'
    ? html`<div class="notice waiting" dir="auto"><strong>Note to editors.</strong> ${note}</div>`
    : ''
}

function storyFacts(story: StoryRecord, state: string): Markup {
  return html`<h2>Story ${story.id}</h2>
    ${factList([
      ['State', state],
      ['Id', story.uri],
      ['Authority', story.authority],
      ['Byline', story.byline],
      ['Dateline', story.dateline],
      ['Kind', [story.type, story.editorialType].filter(Boolean).join(', ')],
      ['Language', story.language],
      ['Urgency', story.urgency === null ? null : String(story.urgency)],
      ['Version', story.version],
      ['Made', story.versionCreated === null ? null : timeTag(story.versionCreated)],
      ['First made', story.firstCreated === null ? null : timeTag(story.firstCreated)],
      ['First seen', timeTag(story.firstSeenAt)],
      ['Changed', timeTag(story.changedAt)],
      ['Expires', story.expires === null ? null : timeTag(story.expires)],
    ])}`
}

function links(story: StoryRecord): Markup | '' {
  if (story.links.length === 0) return ''
  return html`<h2>Links</h2>
    ${factList(
      story.links.map((link) => [
        link.rel,
        link.storyId === null ? link.uri : html`<a href="/stories/${link.storyId}">${link.headline ?? link.uri}</a>`,
      ]),
    )}`
}

function media(story: StoryRecord): Markup | '' {
  if (story.media.length === 0) return ''
  return html`<h2>Media</h2>
    ${factList(
      story.media.map((medium) => [
        medium.type,
        html`${medium.uri}<span class="meta">
            ${medium.renditions.map((rendition) => String(rendition['role'] ?? '')).join(', ')}${medium.isCurrent ? '' : ', earlier'}</span
          >`,
      ]),
    )}`
}

/** Who else printed a caption; null when nobody did. */
function acrossStories({ familyId, furniture, otherOutlets }: StoryCaption): string | null {
  if (furniture) return 'a text that the site repeats on its stories: no caption'
  if (familyId === null || otherOutlets === 0) return null
  return `caption ${familyId}, also printed by ${otherOutlets} other ${otherOutlets === 1 ? 'outlet' : 'outlets'}`
}

function captions(list: readonly StoryCaption[]): Markup | '' {
  if (list.length === 0) return ''
  return html`<h2>Captions (${list.length})</h2>
    ${list.map(
      (caption) =>
        html`<article class="caption">
          <p dir="auto">${caption.text}</p>
          ${factList([
            ['Credit', [caption.credit, ...caption.flags].filter(Boolean).join(', ')],
            ['By', [caption.photographer, caption.agency].filter(Boolean).join(', ')],
            ['Pictures', caption.mediaUris.join(', ')],
            ['Across stories', acrossStories(caption)],
            ['Now', caption.isCurrent ? null : 'no longer in the current revision'],
          ])}
          <details>
            <summary>Seen ${caption.mentions.length} ${caption.mentions.length === 1 ? 'time' : 'times'}</summary>
            ${factList(
              caption.mentions.map((mention) => [
                `#${mention.revision}.${mention.position}`,
                html`${mention.raw}
                  <span class="meta">${[mention.role, mention.attached].filter(Boolean).join(' · ')}</span>`,
              ]),
            )}
          </details>
        </article>`,
    )}`
}

function revision({ revision: entry, against, changes }: RevisionChanges, story: StoryRecord): Markup {
  const shown = entry.revision === story.currentRevision
  return html`<article class="revision" id="revision-${entry.revision}">
    <h3>
      #${entry.revision}${entry.version === null ? '' : html` <span>version ${entry.version}</span>`}
      <span class="tag ${entry.outcome}">${entry.outcome}</span
      >${shown ? html` <span class="tag well">shown</span>` : ''} ${timeTag(entry.recordedAt)}
    </h3>
    <p class="meta">${outcomeWords.get(entry.outcome) ?? ''}</p>
    ${changes.map(change)}
    ${against !== undefined && changes.length === 0 ? html`<p class="soft">No field differs from #${against}.</p>` : ''}
    <details>
      <summary>Where it came from</summary>
      ${factList([
        ['Asks for', [entry.status, entry.editorialType].filter(Boolean).join(', ')],
        ['Feed', entry.feed],
        ['Made', entry.versionCreated === null ? null : timeTag(entry.versionCreated)],
        ['Received', entry.receivedAt === null ? null : timeTag(entry.receivedAt)],
        ['Receipt', `${entry.receivedOn}/${entry.receiptId}`],
        ['Read as', entry.format],
        ['Offer', entry.offerKey],
        ['File', entry.fileName],
        ['Address', entry.url],
        [
          'Bytes',
          entry.digest === null ? null : `sha256 ${entry.digest}${entry.captureKept ? '' : ' (removed by retention)'}`,
        ],
        ['Fingerprint', entry.etag],
      ])}
    </details>
  </article>`
}

function change({ field, diff }: FieldChange): Markup {
  const pieces = contextOf(diff, 14).map(({ kind, text }) =>
    kind === 'added' ? html`<ins>${text}</ins>` : kind === 'removed' ? html`<del>${text}</del>` : html`${text}`,
  )
  return html`<p class="meta">${field}</p>
    <div class="diff" dir="auto">${pieces}</div>`
}
