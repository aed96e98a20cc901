import type { ItemDraft } from '../story/draft.ts'
import { renderHtml, renderParagraphs, stripTags } from './html.ts'
import { tidyText } from './text.ts'
import { countWords } from './words.ts'

/**
 * Sets bodyHtml, bodyText and wordCount from HTML as it came. When cleaning would lose a visible word, the words are kept
 * as plain paragraphs instead, with the warning `body.cleaning-skipped`.
 */
export function setBody(draft: ItemDraft, html: string, from: string): void {
  const tidy = tidyText(html)
  const rendered = renderHtml(tidy)
  if (rendered.whole) return setRenderedBody(draft, rendered, from)
  draft.warn('body.cleaning-skipped', 'words would have been lost; the body was kept as plain paragraphs')
  setRenderedBody(draft, renderParagraphs(stripTags(tidy)), from)
}

/** Sets the body from plain text: blank lines part paragraphs, single newlines stay line breaks. */
export function setTextBody(draft: ItemDraft, text: string, from: string): void {
  setRenderedBody(draft, renderParagraphs(tidyText(text)), from)
}

/** Sets the body from what a BodyWriter wrote; the words of the text are counted where the writer has not. */
export function setRenderedBody(
  draft: ItemDraft,
  body: { html: string; text: string; words?: number },
  from: string,
): void {
  draft.set('bodyHtml', body.html, from)
  draft.set('bodyText', body.text, from)
  const words = body.words ?? countWords(body.text)
  if (words > 0) draft.set('wordCount', words, from)
}
