import { foldSpace } from '../../normalise/text.ts'
import type { Byline } from '../../story/item.ts'
import { readBylines } from '../../normalise/byline.ts'
import { readMonth } from '../../normalise/months.ts'
import { readAgency } from '../page-text/agency-lines.ts'
import type { LinkedArticle } from './json-ld.ts'
import type { Page } from './tree.ts'
import { descendants, namesOf, textOf } from './walk.ts'

/** Who wrote the story, with the place it was read from. */
export interface Authors {
  readonly byline: string
  readonly bylines: readonly Byline[]
  readonly from: string
  readonly confidence: number
}

const metaNames = [
  'author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'article:author',
  'byl',
  'twitter:creator:name',
  'article:author_name',
]
const bylineNames =
  /(?:^|[\s_-])(?:byline|by-line|author|authors|article-author|story-author|post-author|entry-author|vcard|autor|auteur|autore)(?:$|[\s_-])|byline/iu
const elsewhere = /comment|related|teaser|card|bio|footer|promo|avatar|image|photo|social/iu

/** Authors by JSON-LD, meta elements, then the page's own byline element. */
export function readAuthors(
  page: Page,
  linked: LinkedArticle | undefined,
  site: string | undefined,
): Authors | undefined {
  const people =
    linked?.authors.filter((author) => !author.organisation || author.name !== site || linked.authors.length === 1) ??
    []
  if (people.length > 0) {
    const bylines = people.flatMap((author): readonly Byline[] => {
      if (author.organisation || readAgency(author.name)) return [{ name: author.name, organisation: author.name }]
      const read = readBylines(author.name)
      return read.length > 0 ? read : [{ name: author.name }]
    })
    return { byline: people.map((author) => author.name).join(', '), bylines, from: 'json-ld', confidence: 0.95 }
  }
  for (const name of metaNames) {
    const values = [...new Set((page.metas.get(name) ?? []).map(foldSpace))].filter(isName)
    if (values.length > 0) return named(values.slice(0, 8).join(', '), `meta ${name}`, 0.85)
  }
  for (const element of descendants(page.body)) {
    const marked = /(?:^|\s)author(?:\s|$)/iu.test(element.attributes.rel ?? element.attributes.itemprop ?? '')
    const names = namesOf(element)
    if (!marked && (names === '' || !bylineNames.test(names) || elsewhere.test(names))) continue
    const text = trimByline(textOf(element).slice(0, 300))
    if (isName(text) && text.length <= 120 && text.split(' ').length <= 14)
      return named(text, marked ? 'rel author' : 'byline element', marked ? 0.8 : 0.7)
  }
  return undefined
}

/** A byline element often holds the time, share links and a portrait's text as well: the names end where those begin. */
function trimByline(text: string): string {
  return text
    .replace(/^(?:posted|written|published|story|words) (?=by )/iu, '')
    .replace(
      /(?:\s[|•·]\s|\s?\d|\s(?:published|updated|posted|print this|comments?|share|follow|view|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)(?!\p{L})).*$/isu,
      '',
    )
    .replace(/,?\s(?:on\s)?(?:mon|tues|wednes|thurs|fri|satur|sun)day$|,?\s(?:on\s)?\p{L}{3,9}\.?$/iu, (tail) =>
      isCalendarWord(tail) ? '' : tail,
    )
    .replace(/,?\s(?:mon|tues|wednes|thurs|fri|satur|sun)day,?$/iu, '')
    .replace(/[\s,|•–—-]+$/u, '')
}

function isCalendarWord(tail: string): boolean {
  const word = tail.replace(/^[,\s]+(?:on\s)?|\.$/gu, '')
  return readMonth(word) !== undefined
}

function named(byline: string, from: string, confidence: number): Authors {
  return { byline, bylines: readBylines(byline), from, confidence }
}

function isName(value: string): boolean {
  return (
    value.length >= 2 &&
    value.length <= 200 &&
    !/^https?:|@|^\d|^(?:admin|administrator|staff|editor|user|null|undefined|none)$/iu.test(value) &&
    /\p{L}/u.test(value)
  )
}
