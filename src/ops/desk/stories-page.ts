import type { StoryFilter, StoryLine } from '../../store/read-stories.ts'
import { html } from './html.ts'
import type { Markup } from './html.ts'
import { storyRow } from './story-row.ts'

export const pageLength = 60

export interface StoriesView {
  readonly stories: readonly StoryLine[]
  readonly feeds: readonly string[]
  readonly filter: StoryFilter
  /** Number of the last change the list knows; live rows follow it. */
  readonly seq: number
  /** True on the first page only: older pages stand still. */
  readonly live: boolean
}

const statuses = { usable: 'usable', embargoed: 'embargoed', withheld: 'withheld', canceled: 'killed' }
const types = ['text', 'picture', 'graphic', 'video', 'audio', 'composite']

/** The live list of stories with its filter. */
export function storiesPage(view: StoriesView): Markup {
  const { stories, filter } = view
  const last = stories.at(-1)
  return html`<form class="filter" method="get" action="/" role="search">
      <input
        type="search"
        name="text"
        value="${filter.text ?? ''}"
        placeholder="Headline, slug, dateline or id"
        aria-label="Text"
        maxlength="200"
      />
      ${choice(
        'feed',
        'All feeds',
        view.feeds.map((name) => [name, name]),
        filter.feed,
      )}
      ${choice('status', 'Any status', Object.entries(statuses), filter.status)}
      ${choice(
        'type',
        'All types',
        types.map((name) => [name, name]),
        filter.type,
      )}
      ${choice('copies', 'Each text once', [['all', 'Every copy']], filter.onePerText === true ? undefined : 'all')}
      <button>Show</button>
      <a href="/search${filter.text === undefined ? '' : `?${queryOf({ q: filter.text })}`}">Search all text</a>
    </form>
    <ol
      class="stories"
      ${view.live ? html` data-live="/live?${queryOf({ ...queryNames(filter), after: String(view.seq) })}"` : ''}
    >
      ${stories.map((story) => storyRow(story))}
    </ol>
    ${stories.length === 0 ? html`<p class="empty">No story here yet.</p>` : ''}
    ${last !== undefined && stories.length >= pageLength ? html`<p><a href="/?${queryOf({ ...queryNames(filter), before: last.cursor })}">Older stories</a></p>` : ''}`
}

function choice(
  name: string,
  all: string,
  options: readonly (readonly [string, string])[],
  chosen: string | undefined,
): Markup {
  return html`<select name="${name}" aria-label="${name}">
    <option value="">${all}</option>
    ${options.map(
      ([value, words]) => html`<option value="${value}" ${value === chosen ? html` selected` : ''}>${words}</option>`,
    )}
  </select>`
}

/** A filter as the address writes it. */
function queryNames({ onePerText, ...filter }: StoryFilter): Readonly<Record<string, string | undefined>> {
  return { ...filter, copies: onePerText === true ? 'one' : 'all' }
}

function queryOf(values: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) if (value !== undefined) query.set(name, value)
  return query.toString()
}
