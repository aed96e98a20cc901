import { foldSpace } from '../../normalise/text.ts'
import { decodeEntities } from '../../normalise/entities.ts'
import { asString, isObject, parseJson, readList, readString, readValue } from '../json/read.ts'
import type { JsonObject } from '../json/read.ts'

/** A picture an article names. */
export interface LinkedImage {
  readonly url?: string
  readonly caption?: string
  readonly credit?: string
  readonly width?: number
  readonly height?: number
}

/** Someone an article names as its author. */
export interface LinkedAuthor {
  readonly name: string
  readonly organisation: boolean
}

/** What schema.org markup says of the story; every field as written, entities decoded. */
export interface LinkedArticle {
  readonly type: string
  readonly fields: ReadonlyMap<LinkedField, string>
  readonly authors: readonly LinkedAuthor[]
  readonly keywords: readonly string[]
  readonly sections: readonly string[]
  readonly images: readonly LinkedImage[]
}

const fields = {
  headline: ['headline', 'name'],
  alternative: ['alternativeHeadline', 'alternateName'],
  description: ['description', 'abstract'],
  published: ['datePublished', 'dateCreated', 'uploadDate'],
  modified: ['dateModified', 'dateUpdated'],
  publisher: ['publisher.name', 'sourceOrganization.name', 'provider.name', 'publisher'],
  language: ['inLanguage', 'inLanguage.name'],
  url: ['mainEntityOfPage.@id', 'mainEntityOfPage', 'url', '@id'],
  copyrightHolder: ['copyrightHolder.name', 'copyrightHolder'],
  copyrightNotice: ['copyrightNotice'],
  dateline: ['dateline'],
  body: ['articleBody'],
} as const

export type LinkedField = keyof typeof fields

// NewsArticle, ReportageNewsArticle, LiveBlogPosting, BlogPosting, and the types papers invent
const article = /(?:Article|BlogPosting|Report|Recipe|Review|LiveBlogPosting|AnalysisNews|NewsItem)$/u
const nodeLimit = 5_000

/** The story among the JSON-LD blocks of a page: `@graph`, arrays, wrapping HTML comments and broken JSON included. */
export function readLinkedArticle(blocks: readonly string[]): {
  readonly article?: LinkedArticle
  readonly broken: number
} {
  let broken = 0
  let best: { readonly node: JsonObject; readonly rank: number } | undefined
  const byId = new Map<string, JsonObject>()
  for (const block of blocks.slice(0, 40)) {
    const outcome = parseJson(unwrap(block))
    if (outcome.kind === 'refused') {
      broken++
      continue
    }
    for (const node of nodesOf(outcome.value)) {
      const id = readString(node, '@id')
      if (id !== undefined && Object.keys(node).length > 1 && !byId.has(id)) byId.set(id, node)
      const rank = rankOf(node)
      if (rank > (best?.rank ?? 0)) best = { node, rank }
    }
  }
  return best ? { article: readArticleNode(best.node, byId), broken } : { broken }
}

const wrapHead = /^\s{0,200}(?:\/\/\s?)?(?:<!--|\/\*)?\s{0,200}(?:<!\[CDATA\[)?(?:\*\/)?/u

/** Without the comment or CDATA section that some systems put around JSON. Only the last characters are looked at. */
function unwrap(block: string): string {
  const text = block.replace(wrapHead, '').trimEnd()
  // a closing bracket of the JSON itself ends a list; what is cut behind it is never one
  const tail = text.slice(-40)
  const cut = /(?:\]\]>|-->|\*\/|;)[\s;*/>\-\]]{0,30}$/u.exec(tail)
  return cut ? text.slice(0, text.length - tail.length + cut.index).replace(/\/\/?\s*$/u, '') : text
}

function* nodesOf(value: unknown): Generator<JsonObject> {
  const open: unknown[] = [value]
  for (let seen = 0; open.length > 0 && seen < nodeLimit; seen++) {
    const next = open.shift()
    if (Array.isArray(next)) open.unshift(...next.slice(0, 500))
    else if (isObject(next)) {
      yield next
      for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement', 'hasPart']) {
        const inner = readValue(next, key)
        if (typeof inner === 'object' && inner !== null) open.push(inner)
      }
    }
  }
}

function typeOf(node: JsonObject): string {
  return (
    readList(node, '@type')
      .map(asString)
      .find((type) => type !== undefined && article.test(type)) ??
    asString(readValue(node, '@type')) ??
    ''
  )
}

/** An article beats a web page, one with a headline and dates beats a stub in a list. */
function rankOf(node: JsonObject): number {
  const type = typeOf(node)
  if (!article.test(type)) return 0
  let rank = 1
  for (const key of ['headline', 'datePublished', 'author', 'articleBody', 'image'])
    if (Object.hasOwn(node, key)) rank++
  return rank
}

function readArticleNode(node: JsonObject, byId: ReadonlyMap<string, JsonObject>): LinkedArticle {
  const found = new Map<LinkedField, string>()
  for (const [field, paths] of Object.entries(fields) as [LinkedField, readonly string[]][]) {
    for (const path of paths) {
      const raw = readString(node, path)
      if (raw === undefined) continue
      found.set(field, field === 'body' ? raw : clean(raw))
      break
    }
  }
  const publisher = resolve(readValue(node, 'publisher'), byId)
  const publisherName = isObject(publisher) ? readString(publisher, 'name') : undefined
  if (publisherName !== undefined) found.set('publisher', clean(publisherName))
  return {
    type: typeOf(node),
    fields: found,
    authors: [...readList(node, 'author'), ...readList(node, 'creator')]
      .flatMap((each) => readAuthor(resolve(each, byId)))
      .filter(isFirst),
    keywords: readWords(node, 'keywords'),
    sections: readWords(node, 'articleSection'),
    images: readList(node, 'image').flatMap((each) => readImage(resolve(each, byId))),
  }
}

function isFirst(author: LinkedAuthor, at: number, all: readonly LinkedAuthor[]): boolean {
  return all.findIndex((other) => other.name.toLowerCase() === author.name.toLowerCase()) === at
}

/** A node given by `@id` alone stands elsewhere in the graph (Yoast and others). */
function resolve(value: unknown, byId: ReadonlyMap<string, JsonObject>): unknown {
  if (!isObject(value) || readString(value, 'name') !== undefined || readString(value, 'url') !== undefined)
    return value
  return byId.get(readString(value, '@id') ?? '') ?? value
}

function readAuthor(value: unknown): LinkedAuthor[] {
  const raw =
    typeof value === 'string'
      ? value
      : isObject(value)
        ? readList(value, 'name').map(asString).find(Boolean)
        : undefined
  if (raw === undefined) return []
  const organisation = isObject(value) && /Organization|Corporation/u.test(typeOf(value))
  const name = clean(raw)
  return name === '' || name.length > 120 || /^https?:/u.test(name) ? [] : [{ name, organisation }]
}

function readWords(node: JsonObject, path: string): string[] {
  const words = readList(node, path).flatMap((each) => {
    const text = isObject(each) ? readString(each, 'name') : asString(each)
    return text === undefined ? [] : clean(text).split(/\s?[,;]\s/u)
  })
  return [...new Set(words.map((word) => word.trim()).filter((word) => word !== '' && word.length <= 100))].slice(0, 60)
}

function readImage(value: unknown): LinkedImage[] {
  if (typeof value === 'string') return [{ url: value }]
  if (!isObject(value)) return []
  const number = (path: string): number | undefined => {
    const parsed = Number.parseInt(readString(value, path) ?? '', 10)
    return parsed > 0 ? parsed : undefined
  }
  const [url, caption, credit] = [
    readString(value, 'url') ?? readString(value, 'contentUrl'),
    readString(value, 'caption') ?? readString(value, 'description'),
    readString(value, 'creditText') ?? readString(value, 'creator.name') ?? readString(value, 'author.name'),
  ]
  const [width, height] = [number('width'), number('height')]
  return [
    {
      ...(url === undefined ? {} : { url }),
      ...(caption === undefined ? {} : { caption: clean(caption) }),
      ...(credit === undefined ? {} : { credit: clean(credit) }),
      ...(width === undefined ? {} : { width }),
      ...(height === undefined ? {} : { height }),
    },
  ]
}

function clean(text: string): string {
  const plain = text.includes('<') ? text.replace(/<[a-z/][^<>]{0,300}>/giu, ' ') : text
  return foldSpace(plain.includes('&') ? decodeEntities(plain) : plain)
}
