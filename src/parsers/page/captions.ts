import { splitCredit } from '../../normalise/credits/credit.ts'
import { compact } from '../../story/draft.ts'
import type { Caption, CaptionRole } from '../../story/item.ts'
import { foldLabel, readFurniture } from '../page-text/furniture.ts'
import { countLineWords } from '../page-text/lines.ts'
import type { LinkedImage } from './json-ld.ts'
import { imageSource, pictureUri } from './picture.ts'
import { isElement } from './tree.ts'
import type { PageElement } from './tree.ts'
import { descendants, namesOf, textOf } from './walk.ts'

const captionNames =
  /(?:^|[\s_-])(?:caption|captions|cutline|captiontext|wp-caption-text|photo-desc(?:ription)?|image-desc(?:ription)?|slide-desc(?:ription)?|carousel-desc(?:ription)?|legend|bildunterschrift|bildtext|legende|didascalia|pie-de-foto|piefoto|fotobijschrift|bildtexte)(?:$|[\s_-])|caption(?:text|body|content|__text|-text)|(?:photo|image|media|figure|gallery|slide)caption/iu
const creditNames =
  /(?:^|[\s_-])(?:credit|credits|photographer|photo-credit|image-credit|source|copyright|photobyline|attribution|rights|fotograf|quelle|bildquelle|agency|provider)(?:$|[\s_-])|(?:photo|image|media|caption)[_-]{0,2}(?:credit|byline|source|copyright)/iu
const galleryNames =
  /(?:^|[\s_-])(?:gallery|slideshow|carousel|slider|slide|swiper|photo-?essay)(?:$|[\s_-])|gallery|slideshow|carousel/iu
/** Lists of other stories: the pictures in them are not this story's. */
const elsewhere =
  /(?:^|[\s_-])(?:related|recirc|recommend(?:ed|ations)?|trending|teasers?|promos?|most-?(?:read|popular)|sidebar|footer|navigation|nav|menu|outbrain|taboola|newsletter|more-?(?:stories|from|on)|latest|author|avatar|bio|logo|ad|ads|sponsored|card|river|feed)(?:$|[\s_-])/iu

const mentionLimit = 400
/** Elements looked at round a caption for its picture and credit. */
const scanLimit = 400
const captionLength = 2500
const fewestWords = 3
/** An alternative text shorter than this names the picture, it does not caption it. */
const fewestAltWords = 6

/** The captions of a page, every printing a mention of its own. Must run before anything is pruned. */
export function readPageCaptions(body: PageElement, base: string | undefined): Caption[] {
  const captions: Caption[] = []
  const taken = new Set<PageElement>()
  // holders and pictures looked at, captions or not: each looks round itself, and a page may hold any number
  let looked = 0
  visit(body, { gallery: false, story: false, elsewhere: false })
  return captions

  function visit(element: PageElement, place: Place): void {
    for (const child of element.children) {
      if (!isElement(child)) continue
      const inner = placeOf(child, place)
      if (inner.elsewhere) continue
      if (looked >= mentionLimit) return
      const holder = child.name === 'figcaption' || (child.name !== 'figure' && captionNames.test(namesOf(child)))
      if (holder && isInnermost(child)) {
        const image = pictureNear(child)
        addMention(child, image, inner)
        continue
      }
      if (child.name === 'img') addAlternatives(child, inner)
      visit(child, inner)
    }
  }

  function addMention(holder: PageElement, image: PageElement | undefined, place: Place): void {
    if (taken.has(holder)) return
    taken.add(holder)
    looked++
    const figure = figureOf(holder)
    const credit = creditElement(holder) ?? (figure && creditElement(figure))
    const raw = textOf(holder)
    const creditText = credit === undefined ? undefined : textOf(credit)
    const inside = credit !== undefined && creditText !== undefined && raw.includes(creditText)
    const text = inside ? textWithout(holder, credit) : raw
    const role: CaptionRole = place.gallery
      ? 'gallery'
      : captions.every((known) => known.role === 'alt')
        ? 'main'
        : 'body'
    push(text, raw, creditText, role, image === undefined ? undefined : pictureUri(imageSource(image), base))
  }

  function addAlternatives(image: PageElement, place: Place): void {
    if (!place.story && !place.gallery) return
    looked++
    const uri = pictureUri(imageSource(image), base)
    const caption = image.attributes['data-caption']
    if (caption !== undefined)
      push(
        caption.replace(/<[a-z/][^<>]{0,300}>/giu, ' '),
        undefined,
        undefined,
        place.gallery ? 'gallery' : 'body',
        uri,
      )
    for (const name of ['alt', 'title']) {
      const text = image.attributes[name]
      if (text !== undefined && countLineWords(text) >= fewestAltWords) push(text, undefined, undefined, 'alt', uri)
    }
  }

  function push(
    rawText: string,
    raw: string | undefined,
    credit: string | undefined,
    role: CaptionRole,
    mediaUri: string | undefined,
  ): void {
    const caption = makeCaption(rawText, raw, credit, role, mediaUri)
    if (caption) captions.push(caption)
  }
}

/** Captions that a page's metadata holds: JSON-LD images, og:image:alt. */
export function readMetaCaptions(
  images: readonly LinkedImage[],
  alternatives: readonly (string | undefined)[],
  headline: string | undefined,
  base: string | undefined,
): Caption[] {
  const captions: Caption[] = []
  for (const image of images) {
    if (image.caption === undefined || image.caption === headline) continue
    const caption = makeCaption(image.caption, undefined, image.credit, 'metadata', pictureUri(image.url, base))
    if (caption) captions.push(caption)
  }
  for (const text of alternatives) {
    // og:image:alt is filled with the headline by many systems: a headline is no caption
    if (text === undefined || text === headline || countLineWords(text) < fewestAltWords) continue
    const caption = makeCaption(text, undefined, undefined, 'metadata', undefined)
    if (caption) captions.push(caption)
  }
  return captions
}

function makeCaption(
  rawText: string,
  raw: string | undefined,
  creditText: string | undefined,
  role: CaptionRole,
  mediaUri: string | undefined,
): Caption | undefined {
  const printed = stripInterface(rawText.slice(0, captionLength))
  const split = splitCredit(printed)
  const own = creditText === undefined ? undefined : splitCredit(stripInterface(creditText.slice(0, 400)))
  const text = split.text === '' ? printed : split.text
  if (split.text === '' || countLineWords(text) < fewestWords || readFurniture(text) !== undefined) return undefined
  const source = raw === undefined ? rawText.replace(/\s+/gu, ' ').trim() : raw
  return compact<Caption>({
    text,
    credit: own ? (own.credit ?? own.text) || split.credit : split.credit,
    photographer: own?.photographer ?? split.photographer,
    agency: own?.agency ?? split.agency,
    flags: [...new Set([...split.flags, ...(own?.flags ?? [])])],
    role,
    mediaUri,
    raw: source === text ? undefined : source,
  })
}

// labels that screen readers and galleries put before and behind a caption
const before =
  /^(?:image copyright .{0,60}? )?(?:image caption|caption|hide caption|toggle caption|bildunterschrift|photo caption)\s?:?\s|^(?:image\s)?[[(]?\d{1,3}\s?(?:of|\/|von|sur|de|di)\s?\d{1,3}[\])]?\s?(?=\p{Lu})/iu
const behind = /\s(?:hide caption|toggle caption|\.{3} ?more|read more|less|enlarge this image)$/iu

function stripInterface(text: string): string {
  let stripped = text.replace(/\s+/gu, ' ').trim()
  for (let round = 0; round < 4; round++) {
    const next = stripped.replace(before, '').replace(behind, '').trim()
    if (next === stripped) break
    stripped = next
  }
  return foldLabel(stripped) === '' ? '' : stripped
}

interface Place {
  readonly gallery: boolean
  /** Inside an article, main or figure element. */
  readonly story: boolean
  readonly elsewhere: boolean
}

function placeOf(element: PageElement, outer: Place): Place {
  const { name } = element
  if (name === 'nav' || name === 'footer') return { ...outer, elsewhere: true }
  const names = namesOf(element)
  const story =
    outer.story ||
    name === 'article' ||
    name === 'main' ||
    name === 'figure' ||
    element.attributes.itemprop === 'articleBody'
  if (names === '') return story === outer.story ? outer : { ...outer, story }
  const gallery = outer.gallery || galleryNames.test(names)
  // "article-card" lists teasers, "related" others; but a page may call its own body "feed"
  const away =
    !gallery &&
    name !== 'body' &&
    name !== 'main' &&
    elsewhere.test(names) &&
    !/article-?body|story-?body|entry-?content/u.test(names)
  return { gallery, story, elsewhere: away }
}

function isInnermost(holder: PageElement): boolean {
  for (const inner of descendants(holder)) {
    if (inner.name === 'img' || inner.name === 'figcaption' || inner.name === 'figure') return false
    if (captionNames.test(namesOf(inner)) && !creditNames.test(namesOf(inner))) return false
  }
  return true
}

function figureOf(element: PageElement): PageElement | undefined {
  let up = element.parent
  for (let steps = 0; up && steps < 5; steps++, up = up.parent) if (up.name === 'figure') return up
  return undefined
}

/** The picture a caption belongs to: in its figure, else the nearest one in an element a few steps up. */
function pictureNear(holder: PageElement): PageElement | undefined {
  let up = holder.parent
  for (
    let steps = 0;
    up && steps < 4 && up.name !== 'body' && up.name !== 'article' && up.name !== 'main';
    steps++, up = up.parent
  ) {
    const images: PageElement[] = []
    let seen = 0
    for (const inner of descendants(up)) {
      if (++seen > scanLimit || (inner.name === 'img' && images.push(inner) > 3)) break
    }
    if (images.length > 0) return images.length <= 2 ? images[0] : undefined
  }
  return undefined
}

function creditElement(root: PageElement): PageElement | undefined {
  let seen = 0
  for (const inner of descendants(root)) {
    if (++seen > scanLimit) return undefined
    const names = namesOf(inner)
    if (names === '' || !creditNames.test(names) || captionNames.test(names)) continue
    const { length } = textOf(inner)
    if (length > 0 && length < 240) return inner
  }
  return undefined
}

function textWithout(holder: PageElement, left: PageElement): string {
  const strip = (element: PageElement): PageElement => ({
    ...element,
    children: element.children.flatMap((child) => (child === left ? [' '] : [isElement(child) ? strip(child) : child])),
  })
  return textOf(strip(holder))
}
