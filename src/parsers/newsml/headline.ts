import { foldSpace } from '../../normalise/text.ts'
import type { ItemDraft } from '../../story/draft.ts'

/** A first paragraph longer than this is cut at a word before it may stand for a headline. */
const longest = 250

/** "*** THIS IS AN AUTOMATED TRANSLATION ***": said above a text, and not what it says. */
const starred = /^\*{2,10}[^*]{1,300}\*{2,10}$/

/**
 * Alerts and flashes come without a headline (AFP, Reuters): their text is one. Else the caption of a picture, the
 * abstract, the slug. Nothing is invented: the words are the agency's.
 */
export function fillHeadline(draft: ItemDraft): void {
  if (draft.has('headline')) return
  const paragraphs = (draft.get('bodyText') ?? '').split(/\n\s*\n/).filter((text) => /\p{L}/u.test(text))
  const paragraph = paragraphs.find((text) => !starred.test(text.trim())) ?? paragraphs[0]
  const source = draft.get('captions')?.[0]?.text ?? paragraph ?? draft.get('abstract') ?? draft.get('slug')
  if (source === undefined) return
  draft.set('headline', shorten(foldSpace(source)), 'bodyText')
}

function shorten(text: string): string {
  if (text.length <= longest) return text
  const end = text.lastIndexOf(' ', longest)
  return `${text.slice(0, end > 0 ? end : longest)} …`
}
