import { readBylines } from '../../normalise/byline.ts'
import { findDateline } from '../../normalise/dateline.ts'
import type { ItemDraft } from '../../story/draft.ts'

/** Paragraphs looked at from the top: notes, bullet points and the byline come before the dateline. */
const reach = 10

const deskNote =
  /^\((?:adds|clarifies|changes|corrects|drops|fixes|refiles|recasts|removes|repeats|restores|rewrites|updates|writes through|in .{3,60}(?:story|report|headline|paragraph).{0,10} corrects)\b.{0,400}\)$/i

/**
 * Reuters and its customers open a text with a note in brackets, bullet points and "By Jane Doe"; the dateline follows
 * further down. Metadata has none of them. The note is copied for the desk and stays in the text.
 */
export function readOpening(draft: ItemDraft): void {
  const text = draft.get('bodyText')
  if (text === undefined) return
  // the head of a long body is enough
  const paragraphs = text.slice(0, 8000).split(/\n{2,}/, reach)
  for (const [position, paragraph] of paragraphs.entries()) {
    if (position === 0 && deskNote.test(paragraph)) draft.fill('editorialNote', paragraph.slice(1, -1), 'bodyText')
    if (!draft.has('byline') && isByline(paragraph)) {
      draft.set('byline', paragraph, 'bodyText').set('bylines', readBylines(paragraph), 'bodyText')
    }
    if (draft.has('dateline')) continue
    const found = findDateline(paragraph)
    if (found === undefined) continue
    draft.set('dateline', found.dateline, 'bodyText')
    if (found.byline !== undefined && !draft.has('byline')) {
      draft.set('byline', found.byline, 'bodyText').set('bylines', readBylines(found.byline), 'bodyText')
    }
  }
}

/** "By Jane Doe and John Roe", alone in its paragraph. */
function isByline(paragraph: string): boolean {
  return paragraph.length < 120 && /^By \p{Lu}[\p{L}\p{M}'’.\- ,]{2,110}$/u.test(paragraph) && !paragraph.endsWith('.')
}
