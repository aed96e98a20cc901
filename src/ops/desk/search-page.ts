import { excerptPieces } from '../../store/search/find.ts'
import type { FoundStory } from '../../store/search/find.ts'
import { html } from './html.ts'
import type { Markup } from './html.ts'
import { storyRow } from './story-row.ts'

export interface SearchView {
  /** Undefined before anything was asked. */
  readonly question: string | undefined
  readonly best: boolean
  readonly found: readonly FoundStory[]
  /** More fit than are shown. */
  readonly more: boolean
  /** Stories and changes that are not searched yet. */
  readonly behind: number
}

/** Full-text search over every story, whatever its state; the rows say it. */
export function searchPage({ question, best, found, more, behind }: SearchView): Markup {
  return html`<form class="filter" method="get" action="/search" role="search">
      <input
        type="search"
        name="q"
        value="${question ?? ''}"
        placeholder="Words in any language, “a phrase”, or, -without"
        aria-label="Words"
        maxlength="200"
        ${question === undefined ? html` autofocus` : ''}
      />
      <select name="order" aria-label="order">
        <option value="">Newest first</option>
        <option value="best" ${best ? html` selected` : ''}>Best first</option>
      </select>
      <button>Search</button>
    </form>
    ${behind > 0 ? html`<p class="soft">${behind === 1 ? 'One story is' : `${behind} stories are`} not searched yet.</p>` : ''}
    <ol class="stories">
      ${found.map((story) => storyRow(story, excerptOf(story)))}
    </ol>
    ${question !== undefined && found.length === 0 ? html`<p class="empty">No story holds these words.</p>` : ''}
    ${more ? html`<p class="soft">There are more; another word narrows them down.</p>` : ''}`
}

function excerptOf({ excerpt }: FoundStory): Markup | '' {
  if (excerpt === '') return ''
  return html`<p class="excerpt" dir="auto">
    ${excerptPieces(excerpt).map((piece, at) => (at % 2 === 1 ? html`<mark>${piece}</mark>` : piece))}
  </p>`
}
