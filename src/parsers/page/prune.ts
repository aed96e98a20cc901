import { isElement } from './tree.ts'
import type { PageElement } from './tree.ts'
import { namesOf, textOf } from './walk.ts'

/** Elements that are never part of the running text, whatever they are called. */
const furnitureElements = new Set(
  'figure figcaption aside nav footer form button input textarea label fieldset dialog video menu progress img picture source'.split(
    ' ',
  ),
)

/**
 * Words in class and id that name furniture. Whole words only (parted by anything but letters, or by a change of case),
 * so that "sharedHosting" or "adventure" say nothing.
 */
const furnitureNames =
  /(?:^|[\s_-])(?:caption|captions|cutline|credit|credits|newsletter|newsletters|related|relatedcontent|promo|promos|promotion|share|sharing|shares|social|comment|comments|disqus|subscribe|subscription|byline|bylines|trending|gallery|galleries|slideshow|carousel|recirc|recirculation|recommend|recommended|recommendations|outbrain|taboola|zergnet|ad|ads|advert|advertisement|advertising|sponsor|sponsored|sponsors|breadcrumb|breadcrumbs|sidebar|popup|modal|cookie|cookies|consent|paywall|toolbar|pagination|pager|tags|taglist|taxonomy|dateline-time|timestamp|author-bio|authorbio|author-box|authorbox|about-author|bio|disclaimer|copyright|login|signin|signup|skip|most-read|mostread|most-popular|read-more|readmore|morelinks|more-on|more-stories|widget|sr-only|screen-reader-text|visually-hidden|visuallyhidden|noprint|print-only|navbar|navigation|menu|masthead|footer|teaser|teasers|infobox|factbox-link|rating|poll|quiz|video-player|media-caption|wp-caption|wp-caption-text|photo-caption|image-caption|jp-relatedposts|sharedaddy|addtoany|addthis|hidden|metadata|postmeta|post-meta|entry-meta|article-meta|byline-wrapper|article-footer|entry-footer|tag-list|topics)(?=$|[\s_-])/iu

const hiddenStyle = /(?:^|;)\s?(?:display\s?:\s?none|visibility\s?:\s?hidden)/iu

/** A paragraph counts as prose from this length. */
const proseLength = 60
/** An element with a larger share of the page's prose is never pruned. */
const guardedShare = 0.3

/** Removes furniture from a page in place; an element that holds much of the page's prose is spared. */
export function prunePage(body: PageElement): void {
  const prose = new Map<PageElement, number>()
  const total = weigh(body, prose)
  sweep(body, prose, total * guardedShare)
}

/** Characters of prose in paragraphs below each element. */
function weigh(element: PageElement, prose: Map<PageElement, number>): number {
  let sum = 0
  if (element.name === 'p') {
    const { length } = textOf(element)
    sum = length >= proseLength ? length : 0
  } else {
    let own = 0
    for (const child of element.children) {
      if (isElement(child)) sum += weigh(child, prose)
      else own += child.length > proseLength ? child.trim().length : 0
    }
    // text that stands in a div, between line breaks, is prose as well
    if (own >= proseLength) sum += own
  }
  if (sum > 0) prose.set(element, sum)
  return sum
}

function sweep(element: PageElement, prose: ReadonlyMap<PageElement, number>, guard: number): void {
  const kept = element.children.filter((child) => {
    if (!isElement(child)) return true
    if (isFurniture(child) && (prose.get(child) ?? 0) <= guard) {
      child.parent = undefined
      return false
    }
    sweep(child, prose, guard)
    return true
  })
  if (kept.length !== element.children.length) element.children.splice(0, element.children.length, ...kept)
}

function isFurniture(element: PageElement): boolean {
  const { name, attributes } = element
  if (furnitureElements.has(name)) return true
  if (attributes.hidden !== undefined || attributes['aria-hidden'] === 'true') return true
  if (attributes.style !== undefined && hiddenStyle.test(attributes.style)) return true
  if (
    attributes.role !== undefined &&
    /^(?:navigation|complementary|banner|contentinfo|dialog|search|menu|menubar|form|toolbar)$/u.test(attributes.role)
  )
    return true
  const names = namesOf(element)
  return names !== '' && furnitureNames.test(names)
}
