import { foldSpace } from '../../normalise/text.ts'
import { lineKey } from '../page-text/lines.ts'
import { canonicalUrl } from '../page-text/identity.ts'
import type { LinkedArticle, LinkedField } from './json-ld.ts'
import type { Page, PageElement } from './tree.ts'
import { descendants, namesOf, textOf } from './walk.ts'

/** A value with the place it was read from and how sure it is, 0 to 1. */
export interface Sourced {
  readonly value: string
  readonly from: string
  readonly confidence: number
}

export type MetaField = 'headline' | 'abstract' | 'published' | 'modified' | 'site' | 'language' | 'section'

/** Where each field is looked for, best first: JSON-LD fields, then meta names. */
const sources: Readonly<Record<MetaField, { readonly linked?: LinkedField; readonly metas: readonly string[] }>> = {
  headline: {
    linked: 'headline',
    metas: ['og:title', 'twitter:title', 'parsely-title', 'sailthru.title', 'dc.title', 'dcterms.title', 'headline'],
  },
  abstract: {
    linked: 'description',
    metas: ['og:description', 'description', 'twitter:description', 'sailthru.description', 'dc.description'],
  },
  published: {
    linked: 'published',
    metas: [
      'article:published_time',
      'og:article:published_time',
      'article:published',
      'datepublished',
      'parsely-pub-date',
      'sailthru.date',
      'cxenseparse:recs:publishtime',
      'dc.date.issued',
      'dcterms.created',
      'dc.date',
      'dcterms.date',
      'pubdate',
      'publish-date',
      'publishdate',
      'publication_date',
      'publicationdate',
      'date',
      'dc.date.created',
      'originalpublicationdate',
      'created',
      'ptime',
      'shareaholic:article_published_time',
      'article_date_original',
      'displaydate',
    ],
  },
  modified: {
    linked: 'modified',
    metas: [
      'article:modified_time',
      'og:updated_time',
      'og:article:modified_time',
      'datemodified',
      'dcterms.modified',
      'dc.date.modified',
      'lastmod',
      'last-modified',
      'revised',
      'utime',
      'article:modified',
    ],
  },
  site: {
    linked: 'publisher',
    metas: ['og:site_name', 'application-name', 'dc.publisher', 'publisher', 'twitter:app:name:iphone'],
  },
  language: { linked: 'language', metas: ['og:locale', 'content-language', 'language', 'dc.language', 'inlanguage'] },
  section: { metas: ['article:section', 'parsely-section', 'section', 'cxenseparse:section', 'article.section'] },
}

/** First value of a field that is there, with its source. */
export function readMeta(field: MetaField, page: Page, linked: LinkedArticle | undefined): Sourced | undefined {
  const { linked: key, metas } = sources[field]
  const fromLinked = key === undefined ? undefined : linked?.fields.get(key)
  if (fromLinked !== undefined && fromLinked !== '' && !isUnset(fromLinked))
    return { value: fromLinked, from: 'json-ld', confidence: 0.95 }
  for (const name of metas) {
    const value = foldSpace(page.metas.get(name)?.[0] ?? '')
    if (value !== '' && !isUnset(value)) return { value, from: `meta ${name}`, confidence: 0.85 }
  }
  return undefined
}

/** Year one and the epoch are what systems write for a date that was never set. */
function isUnset(value: string): boolean {
  return /^(?:000[01]-|1970-01-01T00:00:00)/u.test(value)
}

/**
 * The headline: JSON-LD's, else the page's heading when the title agrees with it, else og:title without the site's name.
 * JSON-LD headlines are cut at 110 characters by many systems; the heading that begins with one is the whole.
 */
export function readPageHeadline(
  page: Page,
  linked: LinkedArticle | undefined,
  site: string | undefined,
): Sourced | undefined {
  const meta = readMeta('headline', page, linked)
  const headings = headingsOf(page.body)
  const title = trimSite(page.title, site)
  const named = meta && { ...meta, value: trimSite(meta.value, site) }
  if (named?.from === 'json-ld') {
    const cut = lineKey(named.value.replace(/(?:…|\.\.\.)$/u, ''))
    const whole = headings.find(
      (heading) => heading.length > named.value.length && cut.length > 20 && lineKey(heading).startsWith(cut),
    )
    return whole === undefined ? named : { value: whole, from: 'h1', confidence: 0.95 }
  }
  const known = [named?.value, title].filter((text) => text !== undefined && text !== '').map((text) => lineKey(text!))
  const agreed = headings.find((heading) =>
    known.some((key) => key !== '' && (lineKey(heading).includes(key) || key.includes(lineKey(heading)))),
  )
  if (agreed !== undefined) return { value: agreed, from: 'h1', confidence: 0.9 }
  if (named) return named
  if (headings.length === 1) return { value: headings[0]!, from: 'h1', confidence: 0.7 }
  return title === '' ? undefined : { value: title, from: 'title', confidence: 0.5 }
}

function headingsOf(body: PageElement): string[] {
  const found: string[] = []
  for (const element of descendants(body)) {
    if (element.name !== 'h1' && element.attributes.itemprop !== 'headline') continue
    const text = textOf(element)
    if (text.length >= 8 && text.length <= 300 && !found.includes(text)) found.push(text)
    if (found.length >= 8) break
  }
  return found
}

/** "Headline | Site", "Headline - Site": without the site's name when it is known, or after a bar. */
export function trimSite(title: string, site: string | undefined): string {
  const folded = foldSpace(title)
  const mark = /\s(?:\||–|—|-|·|•|»|::)\s(?=(?:(?!\s(?:\||–|—|-|·|•|»|::)\s).){1,60}$)/u.exec(folded)
  if (!mark || mark.index < 10) return folded
  const tail = lineKey(folded.slice(mark.index + mark[0].length))
  const siteKey = lineKey(site ?? '')
  const known = siteKey !== '' && (tail === siteKey || tail.includes(siteKey) || siteKey.includes(tail))
  return known || (mark[0].includes('|') && tail.split(' ').length <= 5) ? folded.slice(0, mark.index).trim() : folded
}

/** The story's address: canonical link, og:url, JSON-LD; a front page given as canonical is a site's mistake. */
export function readPageUrl(
  page: Page,
  linked: LinkedArticle | undefined,
  url: string | undefined,
): Sourced | undefined {
  const base = url ?? page.base
  const candidates: readonly (readonly [string | undefined, string])[] = [
    [page.canonical, 'link canonical'],
    [page.metas.get('og:url')?.[0], 'meta og:url'],
    [linked?.fields.get('url'), 'json-ld'],
    [url, 'address'],
  ]
  for (const [raw, from] of candidates) {
    const found =
      raw === undefined || (from === 'json-ld' && !/^https?:/iu.test(raw)) ? undefined : canonicalUrl(raw, base)
    if (found === undefined) continue
    const { pathname, search } = new URL(found)
    if ((pathname === '/' || pathname === '') && search === '' && from !== 'address') continue
    return { value: found, from, confidence: from === 'address' ? 0.7 : 0.95 }
  }
  return undefined
}

/** A date in the page's own markup: time elements and elements called a date, for sites without metadata. */
export function readPrintedTimes(body: PageElement): string[] {
  const found: string[] = []
  for (const element of descendants(body)) {
    if (element.name === 'time' || /date(?:published|modified|created)/iu.test(element.attributes.itemprop ?? '')) {
      const value = element.attributes.datetime ?? element.attributes.content ?? textOf(element)
      if (value !== '' && value.length < 120) found.push(value)
    } else if (
      /(?:^|[\s_-])(?:date|pubdate|timestamp|published|publish-date|posted-on|dateline|byline|author)(?:$|[\s_-])/u.test(
        namesOf(element),
      )
    ) {
      // a byline may hold the time as well; without a digit it does not
      const text = textOf(element)
      if (/\d/u.test(text) && text.length < 160) found.push(text)
    }
    if (found.length >= 6) break
  }
  return found
}
