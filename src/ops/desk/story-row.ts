import type { StoryLine } from '../../store/read-stories.ts'
import { html } from './html.ts'
import type { Markup } from './html.ts'
import { timeTag } from './page.ts'

/** A story in the list of stories, with what is to stand below it. */
export function storyRow(story: StoryLine, below: Markup | '' = ''): Markup {
  const classes = [
    story.status === 'canceled' || story.status === 'withheld' ? 'closed' : '',
    story.publishable ? '' : 'barred',
    story.urgency !== null && story.urgency <= 3 ? 'urgent' : '',
  ]
  const meta = [
    story.feed,
    story.slug,
    story.takeKey,
    story.dateline,
    story.type === 'text' ? null : story.type,
    story.revisionCount > 1 ? `${story.revisionCount} revisions` : null,
    story.urgency === null ? null : `urgency ${story.urgency}`,
  ]
  return html`<li id="story-${story.id}" class="${classes.filter(Boolean).join(' ')}">
    ${timeTag(story.changedAt, { short: true })}
    <div>
      <a class="headline" dir="auto" href="/stories/${story.id}"
        >${shortened(story.headline ?? story.slug ?? story.uri)}</a
      >
      <div class="meta" dir="auto">${meta.filter(Boolean).join(' · ')}${carried(story)}</div>
      ${below}
    </div>
    <div>${tags(story)}</div>
  </li>`
}

/** A line of a list takes so many characters; what is longer is no headline, and must not push the others away. */
const longestLine = 240

const shortened = (text: string): string => (text.length > longestLine ? `${text.slice(0, longestLine)}…` : text)

/** How many others carry the text, with the way to them. */
function carried({ id, alsoCarried }: StoryLine): Markup | '' {
  return alsoCarried === 0 ? '' : html` · <a href="/stories/${id}#copies">also carried by ${alsoCarried}</a>`
}

const statusWords: Readonly<Record<string, string>> = {
  embargoed: 'embargoed',
  withheld: 'withheld',
  canceled: 'killed',
}

/** What an editor must see at a glance; a plain usable story wears no tag. */
export function tags(
  story: Pick<StoryLine, 'status' | 'publishable' | 'notPublishable' | 'editorialType' | 'copyClosed'>,
): Markup[] {
  const word = statusWords[story.status]
  return [
    ...(word === undefined ? [] : [html`<span class="tag ${story.status}">${word}</span> `]),
    ...(story.copyClosed !== null && word === undefined
      ? [
          html`<span class="tag canceled"
            >copy of a ${story.copyClosed === 'canceled' ? 'killed' : 'withheld'} story</span
          > `,
        ]
      : []),
    ...(story.publishable ? [] : [html`<span class="tag">${story.notPublishable ?? 'not for print'}</span> `]),
    ...(story.editorialType !== null && ['correction', 'clarification'].includes(story.editorialType)
      ? [html`<span class="tag embargoed">${story.editorialType}</span> `]
      : []),
  ]
}
