import { finishDraft } from '../../normalise/finish.ts'
import { readLanguage } from '../../normalise/language.ts'
import { ItemDraft, compact } from '../../story/draft.ts'
import type { ParsedItem } from '../../story/draft.ts'
import type { Subject } from '../../story/item.ts'
import { withoutSecrets } from '../../normalise/rendition.ts'
import type { ParserInput } from '../parser.ts'
import { baseOf, lineOf, readMarkup } from '../syndication/markup.ts'
import { setTexts } from '../syndication/body.ts'
import { readCreators, readDublinCore, readTermTimes, term } from '../syndication/dublin-core.ts'
import type { Identity } from '../syndication/identity.ts'
import { readMediaRss, readMediaTerms } from '../syndication/media-rss.ts'
import { addMedia } from '../syndication/medium.ts'
import { readMembers } from '../syndication/members.ts'
import type { Members } from '../syndication/members.ts'
import { readAuthor, setAuthors } from '../syndication/people.ts'
import { readPlaces } from '../syndication/places.ts'
import { setTimes } from '../syndication/times.ts'
import type { XmlElement } from '../xml/element.ts'
import { attr, textOf } from '../xml/read.ts'
import type { Channel } from './channel.ts'
import { readEnclosures } from './enclosures.ts'
import { readLink } from './identity.ts'

/** Reads one item of a channel. */
export function readItem(item: XmlElement, identity: Identity, channel: Channel, input: ParserInput): ParsedItem {
  const members = readMembers(item)
  const base = baseOf(item, channel.base)
  const draft = new ItemDraft()
  draft.set('uri', identity.uri, identity.from === 'id' ? 'item/guid' : `item (${identity.from})`)
  if (identity.warning !== undefined) draft.warn('identity.not-unique', identity.warning)
  draft.set('headline', lineOf(members.one('core', 'title')) ?? term(members, 'title'), 'item/title')
  readPeopleAndSource(members, channel, draft)
  readDates(members, draft, input)
  const language = term(members, 'language') ?? textOf(members.one('core', 'language')) ?? attr(item, 'xml:lang')
  draft.set('language', readLanguage(language ?? channel.language), 'item/dc:language')
  const link = readLink(members, base)
  if (link !== undefined) draft.add('links', { rel: 'alternate', uri: withoutSecrets(link) }, 'item/link')
  readCategories(members, draft)
  readDublinCore(members, draft)
  draft.fill('copyrightNotice', channel.rights, 'channel/copyright')
  draft.fill('provider', channel.title, 'channel/title')
  readPlaces(members, draft)

  const content = members.one('content', 'encoded') ?? members.one('content', 'items') ?? members.one('atom', 'content')
  const summary = members.one('core', 'description') ?? members.one('dcterms', 'abstract') ?? members.one('dc', 'description') ?? members.one('itunes', 'summary') // prettier-ignore
  const inBody = setTexts(
    draft,
    {
      content: readMarkup(content ?? members.one('core', 'body'), base),
      summary: readMarkup(summary, base),
      from: ['item/content:encoded', 'item/description'],
    },
    link ?? base,
  )
  readMediaTerms(members, draft)
  addMedia(
    draft,
    [...readMediaRss(members, base), ...readEnclosures(members, base, draft), ...inBody],
    'item/media:content',
  )
  return finishDraft(draft, {
    ...(identity.authority !== undefined && { authority: identity.authority }),
    receivedAt: input.receivedAt,
    zone: input.zone,
  })
}

function readDates(members: Members, draft: ItemDraft, input: ParserInput): void {
  const terms = readTermTimes(members)
  const published = textOf(members.one('core', 'pubDate')) ?? term(members, 'date') ?? textOf(members.one('atom', 'published')) // prettier-ignore
  setTimes(
    draft,
    {
      ...terms,
      created: terms.created ?? published,
      modified: terms.modified ?? textOf(members.one('atom', 'updated')) ?? published,
    },
    'item/pubDate',
    { zone: input.zone, receivedAt: input.receivedAt },
  )
}

function readPeopleAndSource(members: Members, channel: Channel, draft: ItemDraft): void {
  const creators = readCreators(members)
  const authors = members.of('core', 'author').map((element) => readAuthor(lineOf(element)))
  const named = members.of('itunes', 'author').map((element) => readAuthor(lineOf(element)))
  const best = creators.length > 0 ? creators : authors.some((name) => name !== undefined) ? authors : named
  // iTunes' author is the broadcaster's name on every item of most channels
  setAuthors(draft, best.filter((name) => name !== channel.title), creators.length > 0 ? 'item/dc:creator' : 'item/author') // prettier-ignore
  const source = members.one('core', 'source')
  draft.set('source', lineOf(source), 'item/source')
  const url = attr(source, 'url')
  if (url !== undefined && /^https?:/i.test(url)) {
    draft.add('links', { rel: 'seeAlso', uri: withoutSecrets(url) }, 'item/source@url')
  }
}

/** A category with a domain is a subject of that vocabulary; all of them are categories. */
function readCategories(members: Members, draft: ItemDraft): void {
  for (const element of members.of('core', 'category')) {
    const name = lineOf(element)
    draft.add('categories', name, 'item/category')
    const scheme = attr(element, 'domain')
    if (name !== undefined && scheme !== undefined) draft.add('subjects', compact<Subject>({ name, scheme }), 'item/category') // prettier-ignore
  }
  for (const element of members.of('itunes', 'keywords')) {
    for (const keyword of (textOf(element) ?? '').split(',')) draft.add('keywords', keyword, 'item/itunes:keywords')
  }
}
