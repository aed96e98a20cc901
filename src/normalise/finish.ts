import type { ItemDraft, ParsedItem } from '../story/draft.ts'
import type { NotPublishable } from '../story/item.ts'
import { readBylines } from './byline.ts'
import { findDateline } from './dateline.ts'
import { htmlToText, textToHtml } from './html.ts'
import type { NoticeTarget } from './notice-targets.ts'
import { readNotice } from './notices.ts'
import { splitEditorialNotes } from './notes.ts'
import { dropParagraphs, missing, paragraphsOf } from './paragraphs.ts'
import { readSlug } from './slug.ts'
import { settleStatus } from './status.ts'
import { splitTail } from './tail.ts'
import { foldSpace } from './text.ts'
import { countWords } from './words.ts'

export interface FinishOptions {
  /** Who gives out the uri when it is not globally unique: "ap.org". */
  readonly authority?: string | undefined
  readonly zone?: string | undefined
  readonly receivedAt?: string | undefined
  /**
   * For formats whose notices name a story by slug and transmission number: the uri that story has here, which the notice
   * then cancels.
   */
  readonly uriOf?: ((target: NoticeTarget) => string | undefined) | undefined
  /** Why the item is not for readers unless its own words say something else, and where that was read. */
  readonly otherwise?: { readonly reason: NotPublishable; readonly from: string } | undefined
}

/**
 * The last pass over every item, the same for all formats: what metadata left open is read from the text, what is not for
 * readers leaves the body, and status, publishable and editorial type are brought into agreement. What a parser has set
 * is never overruled, only completed.
 */
export function finishDraft(draft: ItemDraft, options: FinishOptions = {}): ParsedItem {
  completeBody(draft)
  splitSlug(draft)
  splitKeywords(draft)
  splitBody(draft)
  readHead(draft)
  readProse(draft, options)
  if (options.otherwise !== undefined) draft.fill('notPublishable', options.otherwise.reason, options.otherwise.from)
  settleStatus(draft)
  readPeople(draft)
  return draft.finish(options.authority)
}

function completeBody(draft: ItemDraft): void {
  const html = draft.get('bodyHtml')
  const text = draft.get('bodyText')
  if (html !== undefined && text === undefined) draft.set('bodyText', htmlToText(html), 'bodyHtml')
  if (html === undefined && text !== undefined) draft.set('bodyHtml', textToHtml(text.split(/\n{2,}/)), 'bodyText')
}

/** Several keywords in one: parted by semicolons, or by the commas of East Asia, which no keyword holds. */
function splitKeywords(draft: ItemDraft): void {
  const keywords = draft.get('keywords')
  if (keywords === undefined || !keywords.some((keyword) => separators.test(keyword))) return
  const apart = keywords.flatMap((keyword) => keyword.split(separators).map((part) => part.trim()))
  draft.rewrite('keywords', [...new Set(apart.filter(Boolean))])
}

const separators = /[;；、，]/u

function splitSlug(draft: ItemDraft): void {
  const raw = draft.get('slug')
  if (raw === undefined) return
  const { slug, takeKey, editorialType, notPublishable } = readSlug(raw)
  draft.rewrite('slug', slug)
  draft.fill('takeKey', takeKey, 'slug')
  draft.fill('editorialType', editorialType, 'slug')
  if (notPublishable !== undefined) draft.fill('notPublishable', notPublishable, 'slug')
}

/** Editor's notes, promotion and the copyright sentence leave the body. */
function splitBody(draft: ItemDraft): void {
  const text = draft.get('bodyText')
  if (text === undefined) return
  const all = paragraphsOf(text)
  const head = splitEditorialNotes(all)
  const tail = splitTail(head.body)
  if (tail.body.length === all.length) return
  if (head.note !== undefined) {
    const known = draft.get('editorialNote')
    if (known === undefined) draft.set('editorialNote', head.note, 'bodyText')
    else if (!foldSpace(known).includes(head.note)) draft.add('notes', head.note, 'bodyText')
  }
  for (const note of tail.notes) draft.add('notes', note, 'bodyText')
  if (tail.copyrightNotice !== undefined) {
    if (draft.has('copyrightNotice')) draft.add('notes', tail.copyrightNotice, 'bodyText')
    else draft.set('copyrightNotice', tail.copyrightNotice, 'bodyText')
  }
  rewriteBody(draft, all, tail.body)
}

/** Leaves out paragraphs of the body, in text and HTML alike. Tables and lists are no `p` and stay in both. */
function rewriteBody(draft: ItemDraft, all: readonly string[], kept: readonly string[]): void {
  const html = dropParagraphs(draft.get('bodyHtml') ?? '', missing(all, kept))
  const text = kept.join('\n\n')
  draft.rewrite('bodyHtml', html).rewrite('bodyText', text)
  if (text === '') draft.remove('bodyText').remove('bodyHtml').remove('wordCount')
  else draft.set('wordCount', countWords(text), 'bodyText')
}

// how many paragraphs may stand before the dateline: a byline, its title, a kicker
const headParagraphs = 4
/** In characters. */
const longestHead = 4_000
// other languages begin sentences with the same word: every word behind it must be of a name
const foreignByline =
  /^(?:Von|Par|Por|Di|Av|Af|Door|Od)(?: (?:de|del|della|di|da|dos|von|van|der|den|la|le|y|e|und|et|och|og|en|\p{Lu}[\p{L}\p{M}.'’-]{1,30},?)){2,8}$/u
const bylineParagraph = /^By:? \p{Lu}[\p{L}\p{M}.,'’ -]{2,80}$/u

/** Dateline and byline from the text when the metadata has none. The dateline stays in the text, the byline leaves it. */
function readHead(draft: ItemDraft): void {
  if (draft.get('type') !== undefined && draft.get('type') !== 'text') return
  const text = draft.get('bodyText')
  if (text === undefined || (draft.has('dateline') && draft.has('byline'))) return
  const all = openingOf(text)
  if (!draft.has('dateline')) {
    for (const paragraph of all.slice(0, headParagraphs)) {
      const found = findDateline(paragraph)
      if (found === undefined) continue
      draft.set('dateline', found.dateline, 'bodyText')
      draft.fill('byline', found.byline, 'bodyText')
      break
    }
  }
  if (draft.has('byline')) return
  const at = all
    .slice(0, 2)
    .findIndex(
      (paragraph) =>
        (bylineParagraph.test(paragraph) || foreignByline.test(paragraph)) && paragraph.split(' ').length <= 10,
    )
  const byline = all[at]
  if (byline === undefined || all.length < 3) return
  draft.set('byline', byline, 'bodyText')
  const whole = paragraphsOf(text)
  rewriteBody(
    draft,
    whole,
    whole.filter((_, position) => position !== at),
  )
}

/** The paragraphs a dateline or byline may stand in, and one more. */
function openingOf(text: string): string[] {
  let end = 0
  for (let found = 0; found <= headParagraphs && end >= 0 && end < longestHead; found++)
    end = text.indexOf('\n\n', end + 2)
  return paragraphsOf(text.slice(0, end < 0 ? longestHead : Math.min(end, longestHead)))
}

function readProse(draft: ItemDraft, { uriOf }: FinishOptions): void {
  const notice = readNotice({
    headline: draft.get('headline'),
    text: draft.get('type') === undefined || draft.get('type') === 'text' ? draft.get('bodyText') : undefined,
    editorialNote: draft.get('editorialNote'),
    slug: draft.get('slug'),
  })
  if (notice === undefined) return
  const known = draft.get('editorialType')
  // a lead that corrects is a correction; what the agency marked with a stronger word stays
  if (known === undefined || (weak.has(known) && notice.editorialType !== undefined)) {
    draft.set('editorialType', notice.editorialType, 'prose')
  }
  if (notice.status !== undefined && !draft.has('notPublishable')) {
    if (draft.get('status') !== 'canceled') draft.set('status', notice.status, 'prose')
    draft.set('notPublishable', notice.notPublishable, 'prose')
    for (const target of notice.targets ?? []) {
      draft.add('notes', `names: ${[target.slug, target.transref].filter(Boolean).join(', ')}`, 'prose')
      const uri = uriOf?.(target)
      if (uri !== undefined && uri !== draft.get('uri')) draft.add('links', { rel: 'cancels', uri }, 'prose')
    }
  } else draft.fill('notPublishable', notice.notPublishable, 'prose')
}

const weak = new Set(['new', 'lead', 'writethru', 'update', 'sub', 'add', 'take'])

function readPeople(draft: ItemDraft): void {
  const byline = draft.get('byline')
  if (byline === undefined || draft.has('bylines')) return
  const people = readBylines(byline)
  if (people.length > 0) draft.set('bylines', people, 'byline')
}
