import { isElement } from './tree.ts'
import type { PageElement } from './tree.ts'
import { descendants, detach, namesOf, textOf } from './walk.ts'

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

/** Microdata that repeats the page's metadata; some sites print it as text that a style sheet hides. */
const furnitureProperties =
  /^(?:author|creator|publisher|dateModified|datePublished|dateCreated|keywords|mainEntityOfPage|image|logo|headline|thumbnailUrl|caption|copyrightHolder|copyrightYear|aggregateRating|comment|interactionStatistic|associatedMedia|video)$/u

const hiddenStyle = /(?:^|;)\s?(?:display\s?:\s?none|visibility\s?:\s?hidden)/iu

/** A paragraph counts as prose from this length. */
const proseLength = 60
/** An element with a larger share of the page's prose is never pruned. */
const guardedShare = 0.3

/** Removes furniture from a page in place; an element that holds much of the page's prose is spared.
 * Gives the element in which the story stands. */
export function prunePage(body: PageElement): PageElement {
  const prose = new Map<PageElement, number>()
  const total = weigh(body, prose)
  sweep(body, prose, total * guardedShare)
  return narrow(body, prose)
}

/** An article is the story when it holds this much of the prose and no other comes near it. */
const leadingShare = 0.35
const otherShare = 0.35
/** One that holds the page's only h1 needs less, when what stands outside it stands in other articles. */
const headedShare = 0.2
const elsewhereShare = 0.7
/** Prose of an article's own, in characters, from which on the articles inside it are other stories or comments. */
const ownProse = 150

/** The one article element that holds the story, without articles inside it (HTML 4.3.2: comments, related), or the body. */
function narrow(body: PageElement, prose: ReadonlyMap<PageElement, number>): PageElement {
  const articles = [...descendants(body)].filter((element) => element.name === 'article')
  if (articles.length === 0) return body
  const own = new Map(articles.map((article) => [article, prose.get(article) ?? 0]))
  for (const article of articles) {
    const outer = nearestArticle(article)
    if (outer) own.set(outer, own.get(outer)! - (prose.get(article) ?? 0))
  }
  for (const article of articles) {
    const outer = nearestArticle(article)
    if (outer && own.get(outer)! >= ownProse) detach(article)
  }
  const total = Math.max(1, prose.get(body) ?? 0)
  const [first, second] = [...own].filter(([article]) => article.parent !== undefined).sort((a, b) => b[1] - a[1])
  if (!first) return body
  const inArticles = [...own.values()].reduce((sum, length) => sum + length, 0)
  if (first[1] / total >= leadingShare && (second?.[1] ?? 0) < first[1] * otherShare) return first[0]
  const headed = [...own.keys()].filter((article) => article.parent !== undefined && holdsHeading(article))
  const [only] = headed
  if (headed.length !== 1 || !only || own.get(only)! / total < headedShare) return body
  return (inArticles - own.get(only)!) / Math.max(1, total - own.get(only)!) >= elsewhereShare ? only : body
}

function holdsHeading(article: PageElement): boolean {
  for (const element of descendants(article)) if (element.name === 'h1') return true
  return false
}

function nearestArticle(element: PageElement): PageElement | undefined {
  for (let up = element.parent; up; up = up.parent) if (up.name === 'article') return up
  return undefined
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
  if (attributes.itemprop !== undefined && furnitureProperties.test(attributes.itemprop)) return true
  const names = namesOf(element)
  return names !== '' && furnitureNames.test(names)
}
