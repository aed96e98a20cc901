import { setBody, setTextBody } from '../../normalise/body.ts'
import { decodeEntities } from '../../normalise/entities.ts'
import { htmlToText } from '../../normalise/html.ts'
import { foldSpace } from '../../normalise/text.ts'
import type { ItemDraft } from '../../story/draft.ts'
import type { ItemType } from '../../story/item.ts'
import type { JsonObject } from '../json/read.ts'
import { readBodyPictures } from '../syndication/body-pictures.ts'
import { readMarkupText } from '../syndication/markup.ts'
import type { Medium } from '../syndication/medium.ts'
import { isHtml, readText, readVariants } from './fields.ts'
import type { Variant } from './fields.ts'

/**
 * Headlines, body and descriptions. Of several forms of one text the one with the most structure is taken. Gives the pictures
 * that stood in the body.
 */
export function readTexts(item: JsonObject, draft: ItemDraft): Medium[] {
  readHeadlines(item, draft)
  const media = readBody(item, draft)
  readAbstract(item, draft)
  return media
}

function readHeadlines(item: JsonObject, draft: ItemDraft): void {
  const headlines = readVariants(item, 'headline', 'headlines')
  const main = headlines.find(({ role }) => role === '' || role === 'main') ?? headlines[0]
  draft.set('headline', plain(main) ?? foldOptional(readText(item, 'title', 'name')), 'headline')
  const extended = headlines.find(
    (variant) => variant !== main && /extended|sub|alternative|secondary/.test(variant.role),
  )
  draft.set('headlineExtended', plain(extended), 'headline_extended')
}

const bodyOrder = ['html', 'body_html', 'xhtml', 'html5', 'richhtml5', 'main', '', 'text']

function readBody(item: JsonObject, draft: ItemDraft): Medium[] {
  const bodies = readVariants(item, 'body', 'bodies')
  const rank = (variant: Variant): number => {
    const known = bodyOrder.indexOf(variant.role)
    return (isHtml(variant) ? 0 : 100) + (known < 0 ? 50 : known)
  }
  const best = bodies.toSorted((a, b) => rank(a) - rank(b))[0]
  if (best === undefined) return []
  const from = best.role === '' ? 'body' : `body_${best.role}`
  let media: Medium[] = []
  if (isHtml(best)) {
    // middleware escapes a body that was HTML already; tags decide
    const markup = /<[a-z!/]/i.test(best.value) ? undefined : readMarkupText(best.value)
    const pictures = readBodyPictures(markup?.kind === 'html' ? markup.html : best.value, undefined)
    setBody(draft, pictures.html, from)
    media = pictures.media
  } else setTextBody(draft, decodeIfEscaped(best.value), from)
  // an HTML form that holds nothing but its own furniture
  const other = bodies.find((variant) => variant !== best && !isHtml(variant))
  if (!draft.has('bodyText') && other !== undefined) setTextBody(draft, other.value, `body_${other.role}`)
  return media
}

/**
 * A description of a text is its abstract; that of a picture is its caption and read with the media. What a clip calls its
 * abstract is one, and so is that of a picture which has a caption beside it.
 */
function readAbstract(item: JsonObject, draft: ItemDraft): void {
  const type = draft.get('type')
  const description =
    type === 'text' || type === 'composite'
      ? bestDescription(item, abstractOrder)
      : descriptionsOf(item).find((variant) => variant.role === 'abstract' && variant !== captionVariant(item, type))
  draft.set('abstract', description === undefined ? undefined : plain(description), 'description_text')
}

// captions first, then plain text, then the rest; credit lines and writers are no descriptions
const descriptionOrder = ['caption', 'text', '', 'summary', 'abstract', 'usage', 'html', 'xhtml', 'caption_xhtml']
const noDescription = /credit|writer|editornote|usage|slug|keyword/

// of a story that has both, the caption belongs to its picture
const abstractOrder = ['abstract', 'summary', ...descriptionOrder]

/** The line under which a picture or story is credited: a field in 1.x, a description with a role in 2.x and 3.x. */
export function readCreditLine(item: JsonObject): string | undefined {
  const text =
    readText(item, 'creditline', 'creditLine', 'description_creditline') ??
    readVariants(item, 'description', 'descriptions').find(({ role }) => role === 'creditline')?.value
  return foldOptional(text)
}

/** The description that is the caption of a picture, clip or graphic. */
export function captionVariant(item: JsonObject, type?: ItemType): Variant | undefined {
  const best = bestDescription(item, descriptionOrder)
  return best?.role === 'abstract' && (type === 'video' || type === 'audio') ? undefined : best
}

function descriptionsOf(item: JsonObject): Variant[] {
  return readVariants(item, 'description', 'descriptions').filter(({ role }) => !noDescription.test(role))
}

function bestDescription(item: JsonObject, order: readonly string[]): Variant | undefined {
  const found = descriptionsOf(item)
  const rank = ({ role }: Variant): number => {
    const known = order.indexOf(role)
    return known < 0 ? 50 : known
  }
  return found.toSorted((a, b) => rank(a) - rank(b))[0]
}

/** The words of a text in whatever form, on one line. */
export function plain(variant: Variant | undefined): string | undefined {
  if (variant === undefined) return undefined
  return foldOptional(
    isHtml(variant) || /<\/?[a-z]+[^<>]{0,200}>/i.test(variant.value)
      ? htmlToText(variant.value)
      : decodeIfEscaped(variant.value),
  )
}

function foldOptional(text: string | undefined): string | undefined {
  return text === undefined ? undefined : foldSpace(text)
}

// plain text must not have references; where it has, the middleware escaped it once too often
function decodeIfEscaped(text: string): string {
  return /&(?:#\d{2,6}|#x[0-9a-f]{2,6}|amp|quot|nbsp|lt|gt|apos|[a-z]{2,8});/i.test(text) ? decodeEntities(text) : text
}
