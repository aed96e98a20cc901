import type { ItemDraft } from '../../story/draft.ts'
import type { Item } from '../../story/item.ts'
import { setRenderedBody } from '../../normalise/body.ts'
import { placeFigures } from './figures.ts'
import type { Payload } from './text-payload.ts'

/** Single values an inner document may give when the outer one is silent. Identity and status are the outer one's. */
const single = [
  'headline',
  'headlineExtended',
  'slug',
  'byline',
  'bylines',
  'dateline',
  'abstract',
  'language',
  'editorialNote',
  'copyrightNotice',
  'copyrightHolder',
  'creditLine',
  'source',
  'provider',
  'urgency',
  'firstCreated',
  'versionCreated',
  'embargoedUntil',
  'expires',
  'editorialType',
] as const satisfies readonly (keyof Item)[]

const lists = [
  'usageTerms',
  'keywords',
  'subjects',
  'categories',
  'places',
  'people',
  'organisations',
  'events',
  'genres',
  'captions',
  'media',
  'links',
  'notes',
] as const satisfies readonly (keyof Item)[]

/**
 * Takes a document carried inside another (NITF in NewsML) into the outer item: the outer metadata wins, because it is
 * what the agency manages; lists are joined; the body is the inner one's.
 */
export function mergeInner(draft: ItemDraft, inner: Item, path: string): void {
  for (const field of single) draft.fill(field, inner[field], `${path}/nitf`)
  for (const field of lists) {
    for (const member of inner[field] ?? []) draft.add(field, member as never, `${path}/nitf`)
  }
  if (inner.bodyHtml !== undefined) {
    setRenderedBody(draft, { html: inner.bodyHtml, text: inner.bodyText ?? '' }, `${path}/nitf`)
  }
  for (const warning of inner.warnings ?? []) draft.warn(warning.code, warning.detail)
}

/** Puts what a wrapper held into the item. Returns false when it held no body. */
export function placePayload(draft: ItemDraft, payload: Payload, path: string): boolean {
  switch (payload.kind) {
    case 'nitf':
      mergeInner(draft, payload.item, path)
      return payload.item.bodyHtml !== undefined
    case 'html':
      for (const note of payload.notes) draft.add('notes', note, path)
      placeFigures(payload.figures ?? [], draft, `${path}/figure`)
      if (payload.text.trim() === '') return false
      setRenderedBody(draft, payload, path)
      draft.fill('headline', payload.title, `${path}/html/head/title`)
      return true
    case 'foreign':
      draft.warn('newsml.foreign-content', `${path} holds ${payload.name}, of which only paragraphs were read`)
      draft.fill('headline', payload.title, path)
      if (payload.text.trim() === '') return false
      setRenderedBody(draft, payload, path)
      return true
    case 'binary':
      draft.warn('newsml.binary-content', `${path} holds ${payload.bytes} bytes that are no text`)
      return false
    case 'empty':
      return false
  }
}

/** Text of a payload, to compare alternatives by their words. */
export function payloadText(payload: Payload): string {
  if (payload.kind === 'nitf') return payload.item.bodyText ?? ''
  return payload.kind === 'html' || payload.kind === 'foreign' ? payload.text : ''
}

/** The words of what has been read so far, to tell a mere repetition from a text of its own. */
export class WordSet {
  readonly #words = new Set<string>()

  add(text: string): this {
    for (const word of wordsOf(text)) this.#words.add(word)
    return this
  }

  /** True when nearly all words of the text are known: it adds nothing for a reader. */
  holds(text: string): boolean {
    const wanted = wordsOf(text)
    const missing = wanted.filter((word) => !this.#words.has(word)).length
    return missing * 50 <= wanted.length
  }
}

/** True when nearly all words of `text` stand in `other` as well. */
export function repeats(text: string, other: string): boolean {
  return new WordSet().add(other).holds(text)
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}
