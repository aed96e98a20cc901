import { decodeText } from '../../normalise/charset.ts'
import { finishDraft } from '../../normalise/finish.ts'
import { readLanguage } from '../../normalise/language.ts'
import { ItemDraft } from '../../story/draft.ts'
import type { ParsedItem } from '../../story/draft.ts'
import { transportCharset } from '../detect.ts'
import { isObject, parseJson, readList, readString, readStrings, readValue } from '../json/read.ts'
import type { JsonObject } from '../json/read.ts'
import { withoutSecrets } from '../../normalise/rendition.ts'
import type { ParseOutcome, Parser, ParserInput, Probe } from '../parser.ts'
import { hostOf, resolveAddress } from '../syndication/address.ts'
import { setTexts } from '../syndication/body.ts'
import { identify } from '../syndication/identity.ts'
import type { FeedOrigin, Identity, IdentityParts } from '../syndication/identity.ts'
import { flatten, readMarkupText } from '../syndication/markup.ts'
import { addMedia } from '../syndication/medium.ts'
import { readEach } from '../syndication/outcome.ts'
import { setAuthors } from '../syndication/people.ts'
import { setTimes } from '../syndication/times.ts'
import { readAuthors } from './authors.ts'
import { readAttachments } from './attachments.ts'

const format = 'json-feed'

interface Feed extends FeedOrigin {
  readonly value: unknown
  readonly base: string | undefined
}

/** JSON Feed 1.0 and 1.1, https://www.jsonfeed.org/version/1.1/ */
export const jsonFeed: Parser = {
  format,
  title: 'JSON Feed',

  detect({ looksLikeJson, head }: Probe): number {
    if (!looksLikeJson) return 0
    return /"version"\s{0,20}:\s{0,20}"https?:\\?\/\\?\/(?:www\.)?jsonfeed\.org\\?\/version/i.test(head) ? 97 : 0
  },

  parse(input: ParserInput): ParseOutcome {
    const { text, charset, warnings } = decodeText(input.bytes, { transport: transportCharset(input) })
    const json = parseJson(text)
    if (json.kind === 'refused') return { ...json, format }
    const items = readList(json.value, 'items').filter(isObject)
    if (items.length === 0) return { kind: 'refused', format, code: 'parse.no-items', detail: 'a feed without items' }
    const home = resolveAddress(readString(json.value, 'home_page_url'), input.url)
    const self = resolveAddress(readString(json.value, 'feed_url'), input.url)
    const feed: Feed = {
      value: json.value,
      home,
      base: home ?? self ?? input.url,
      authority: hostOf(home) ?? hostOf(self) ?? hostOf(input.url),
    }
    const identities = identify(items.map((item) => identityParts(item, feed)), feed) // prettier-ignore
    return readEach(format, items, identities, (item, identity) => readItem(item, identity, feed, input), {
      charset,
      warnings: [...warnings, ...json.warnings],
    })
  },
}

/** Ids are strings; numbers, which 1.0 publishers write, count as their digits (1.1, "Items"). */
function identityParts(item: JsonObject, feed: Feed): IdentityParts {
  const text = readMarkupText(readString(item, 'content_html') ?? readString(item, 'content_text') ?? '')
  return {
    id: readString(item, 'id'),
    link: addressOf(item, feed),
    title: line(readString(item, 'title')),
    date: readString(item, 'date_published'),
    text: text === undefined ? undefined : flatten(text),
  }
}

function addressOf(item: JsonObject, feed: Feed): string | undefined {
  return resolveAddress(readString(item, 'url'), feed.base)
}

function line(raw: string | undefined): string | undefined {
  const markup = raw === undefined ? undefined : readMarkupText(raw)
  return markup === undefined ? undefined : flatten(markup)
}

function readItem(item: JsonObject, identity: Identity, feed: Feed, input: ParserInput): ParsedItem {
  const options = { zone: input.zone, receivedAt: input.receivedAt }
  const draft = new ItemDraft()
  draft.set('uri', identity.uri, identity.from === 'id' ? 'id' : `item (${identity.from})`)
  if (identity.warning !== undefined) draft.warn('identity.not-unique', identity.warning)
  draft.set('headline', line(readString(item, 'title')), 'title')
  const published = readString(item, 'date_published')
  setTimes(draft, { created: published, modified: readString(item, 'date_modified') ?? published }, 'date_published', options) // prettier-ignore
  const language = readString(item, 'language') ?? readString(feed.value, 'language')
  draft.set('language', readLanguage(language), 'language')
  const own = readAuthors(item)
  setAuthors(draft, own.length > 0 ? own : readAuthors(feed.value), own.length > 0 ? 'authors' : 'feed/authors')
  for (const tag of readStrings(item, 'tags')) draft.add('keywords', tag, 'tags')
  draft.set('provider', line(readString(feed.value, 'title')), 'feed/title')
  const link = addressOf(item, feed)
  if (link !== undefined) draft.add('links', { rel: 'alternate', uri: withoutSecrets(link) }, 'url')
  const external = resolveAddress(readString(item, 'external_url'), feed.base)
  if (external !== undefined) draft.add('links', { rel: 'seeAlso', uri: withoutSecrets(external) }, 'external_url')

  const html = readMarkupText(readString(item, 'content_html') ?? '')
  const plain = readValue(item, 'content_text')
  const text = typeof plain === 'string' && plain.trim() !== '' ? ({ kind: 'text', text: plain } as const) : undefined
  const inBody = setTexts(
    draft,
    {
      content: html ?? text,
      summary: readMarkupText(readString(item, 'summary') ?? ''),
      from: [html === undefined ? 'content_text' : 'content_html', 'summary'],
    },
    link ?? feed.base,
  )
  addMedia(draft, [...readAttachments(item, feed.base), ...inBody], 'attachments')
  return finishDraft(draft, { authority: identity.authority, ...options })
}
