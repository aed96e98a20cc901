import type { StoryCopies, StoryCopy } from '../../store/copies/read.ts'
import { html } from './html.ts'
import type { Markup } from './html.ts'
import { factList, timeTag } from './page.ts'

const percent = (part: number | null): string => (part === null ? '' : `${Math.round(part * 100)} %`)

/** Says that the agency has closed the story of which this is a copy. */
export function copyWarning({ closed, canonicalStory }: StoryCopies): Markup | '' {
  if (closed === null) return ''
  const word = closed === 'canceled' ? 'killed' : 'withheld'
  return html`<div class="notice" role="alert">
    <strong>The agency has ${word} this text.</strong> This story is a copy of
    <a href="/stories/${canonicalStory ?? ''}">story ${canonicalStory ?? ''}</a>; do not print it unseen.
  </div>`
}

/** Which outlets carry the text, how much of it, and why that is thought so. */
export function copiesSection(copies: StoryCopies): Markup | '' {
  if (copies.others.length === 0) return ''
  const members = copies.others.filter((other) => other.place !== null)
  const near = copies.others.filter((other) => other.place === null)
  return html`<section id="copies">
    ${members.length === 0 ? '' : html`<h2>Also carried by ${members.length} ${members.length === 1 ? 'outlet' : 'outlets'}</h2>`}
    ${copies.place === 1 ? html`<p class="meta">This story stands for them: ${copies.canonicalReason ?? ''}.</p>` : ''}
    ${members.map((copy) => one(copy, copies))} ${near.length === 0 ? '' : html`<h2>Shares text with</h2>`}
    ${near.map((copy) => one(copy, copies))}
  </section>`
}

function one(copy: StoryCopy, { canonicalStory, canonicalReason }: StoryCopies): Markup {
  const closed = copy.status === 'canceled' ? 'killed' : copy.status === 'withheld' ? 'withheld' : undefined
  return html`<article class="copy">
    <h3>
      ${copy.outlet}
      <span class="tag">${copy.relation ?? 'same group'}</span
      >${closed === undefined ? '' : html` <span class="tag canceled">${closed}</span>`} ${timeTag(copy.changedAt)}
    </h3>
    <p dir="auto"><a href="/stories/${copy.storyId}">${copy.headline ?? copy.uri}</a></p>
    ${factList([
      ['Stands for all', copy.storyId === canonicalStory ? canonicalReason : null],
      ['Of this text there', percent(copy.ownPart)],
      ['Of that text here', percent(copy.otherPart)],
      ['Because', copy.reasons.join('; ')],
    ])}
    ${passages(copy)}
  </article>`
}

function passages({ passages: shared }: StoryCopy): Markup | '' {
  if (shared.length === 0) return ''
  return html`<details>
    <summary>${shared.length} shared ${shared.length === 1 ? 'passage' : 'passages'}</summary>
    ${shared.map((passage) => html`<p class="diff" dir="auto">${passage.text}</p>`)}
  </details>`
}
