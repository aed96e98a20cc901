import type { ItemDraft } from '../../story/draft.ts'
import { attr, child, children, isElement } from '../xml/read.ts'
import type { XmlElement } from '../xml/read.ts'
import { payloadText, placePayload, repeats } from '../newsml/merge.ts'
import type { ReadingOptions } from '../newsml/options.ts'
import { readPayload } from '../newsml/payload.ts'
import type { Payload } from '../newsml/text-payload.ts'

interface Candidate {
  readonly payload: Payload
  readonly path: string
  /** 1 when it says that it is in another language than the item: a translation that came along. */
  readonly translated: number
  readonly rank: number
}

/** NITF says most about a story, then markup, then plain text, then XML of other trades. */
const rank: Readonly<Record<Payload['kind'], number>> = { nitf: 0, html: 1, foreign: 2, binary: 3, empty: 4 }

/**
 * Reads inline content. Siblings are alternative renditions of one content (specification, contentSet): the best one
 * becomes the body. An alternative with words of its own (another language, a part in disguise) is kept in `notes`, for
 * no word may be lost. Returns whether a body was found.
 */
export function readContentSet(item: XmlElement, options: ReadingOptions, draft: ItemDraft): boolean {
  const contentSet = child(item, 'contentSet')
  const candidates: Candidate[] = []
  for (const element of children(contentSet)) {
    if (element.name !== 'inlineXML' && element.name !== 'inlineData') continue
    const path = `contentSet/${element.name}`
    const payload = readPayload(element, {
      contentType: attr(element, 'contenttype'),
      encoding: attr(element, 'encoding'),
      headline: draft.get('headline'),
      path,
      ...options,
    })
    // of two forms with the same words, markup says more than lines
    candidates.push({
      payload,
      path,
      translated: speaksAnother(element, draft.get('language')) ? 1 : 0,
      rank: rank[payload.kind] + (element.name === 'inlineData' ? 0.5 : 0),
    })
  }
  for (const text of looseText(contentSet)) draft.add('notes', text, 'contentSet')
  // equal ranks keep the document's order
  candidates.sort((one, other) => one.translated - other.translated || one.rank - other.rank)
  let body: Payload | undefined
  for (const { payload, path } of candidates) {
    if (body === undefined) {
      if (placePayload(draft, payload, path)) body = payload
      continue
    }
    const text = payloadText(payload)
    if (text !== '' && !repeats(text, payloadText(body))) draft.add('notes', text, path)
    if (payload.kind === 'binary') placePayload(draft, payload, path)
  }
  return body !== undefined
}

function speaksAnother(element: XmlElement, language: string | undefined): boolean {
  const own = attr(element, 'xml:lang') ?? attr(children(element)[0], 'xml:lang')
  if (own === undefined || language === undefined) return false
  return mainLanguage(own) !== mainLanguage(language)
}

/** Norwegian goes by three codes, two of which name its written forms. */
function mainLanguage(tag: string): string {
  const main = tag.toLowerCase().split('-')[0] ?? ''
  return main === 'nb' || main === 'nn' ? 'no' : main
}

/** Text straight inside contentSet is against the schema, and words all the same. */
function looseText(contentSet: XmlElement | undefined): string[] {
  return (contentSet?.children ?? [])
    .filter((node) => !isElement(node))
    .map((node) => String(node).trim())
    .filter((text) => /\p{L}/u.test(text))
}
