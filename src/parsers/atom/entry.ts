import { finishDraft } from '../../normalise/finish.ts'
import { readLanguage } from '../../normalise/language.ts'
import { ItemDraft, compact } from '../../story/draft.ts'
import type { ParsedItem } from '../../story/draft.ts'
import type { Subject } from '../../story/item.ts'
import type { ParserInput } from '../parser.ts'
import { resolveAddress } from '../syndication/address.ts'
import { setTexts } from '../syndication/body.ts'
import { readCreators, readDublinCore, readTermTimes } from '../syndication/dublin-core.ts'
import type { Identity, IdentityParts } from '../syndication/identity.ts'
import { baseOf, flatten, lineOf } from '../syndication/markup.ts'
import { readMediaRss, readMediaTerms } from '../syndication/media-rss.ts'
import { addMedia } from '../syndication/medium.ts'
import { readMembers } from '../syndication/members.ts'
import type { Members } from '../syndication/members.ts'
import { readAuthor, setAuthors } from '../syndication/people.ts'
import { readPlaces } from '../syndication/places.ts'
import { setTimes } from '../syndication/times.ts'
import type { XmlElement } from '../xml/element.ts'
import { attr, child, textOf } from '../xml/read.ts'
import type { Feed } from './feed.ts'
import { readAddress, readLinks, readOutside } from './links.ts'
import { readConstruct, readText } from './text.ts'

/** What an entry offers to be known by. The id is an IRI compared as a string (RFC 4287 4.2.6.1): taken as written. */
export function entryIdentity(entry: XmlElement, feed: Feed): IdentityParts {
  if (entry.name === 'deleted-entry') {
    return { id: attr(entry, 'ref'), link: undefined, title: undefined, date: undefined, text: undefined }
  }
  const members = readMembers(entry)
  const text = readConstruct(members.one('core', 'content') ?? members.one('core', 'summary'), undefined)
  return {
    id: textOf(members.one('core', 'id')),
    link: readAddress(members, baseOf(entry, feed.base)),
    title: readText(members.one('core', 'title')),
    date: textOf(members.one('core', 'published')) ?? textOf(members.one('core', 'issued')),
    text: text === undefined ? undefined : flatten(text),
  }
}

/** Reads one entry. */
export function readEntry(entry: XmlElement, identity: Identity, feed: Feed, input: ParserInput): ParsedItem {
  const members = readMembers(entry)
  const base = baseOf(entry, feed.base)
  const draft = new ItemDraft()
  draft.set('uri', identity.uri, identity.from === 'id' ? 'entry/id' : `entry (${identity.from})`)
  if (identity.warning !== undefined) draft.warn('identity.not-unique', identity.warning)
  draft.set('headline', readText(members.one('core', 'title')), 'entry/title')
  readPeopleAndSource(members, feed, draft)
  readDates(members, draft, input)
  const content = members.one('core', 'content')
  const language = attr(entry, 'xml:lang') ?? attr(content, 'xml:lang') ?? textOf(members.one('dc', 'language'))
  draft.set('language', readLanguage(language ?? feed.language), 'entry@xml:lang')
  readCategories(members, draft)
  const source = child(members.one('core', 'source'), 'rights')
  draft.set('copyrightNotice', readText(members.one('core', 'rights')) ?? readText(source), 'entry/rights')
  readDublinCore(members, draft)
  draft.fill('copyrightNotice', feed.rights, 'feed/rights')
  draft.fill('provider', feed.title, 'feed/title')
  readPlaces(members, draft)
  // an entry that its editor has not released (AtomPub, RFC 5023 13.1.1)
  if (/^\s*yes\s*$/i.test(textOf(child(child(entry, 'control'), 'draft')) ?? ''))
    draft.set('status', 'withheld', 'entry/control/draft').set('notPublishable', 'notebook', 'entry/control/draft')

  const links = readLinks(members, base, draft)
  const src = resolveAddress(attr(content, 'src'), baseOf(content, base))
  const elsewhere = src === undefined ? undefined : readOutside(src, attr(content, 'type'))
  if (src !== undefined) draft.add('links', { rel: 'alternate', uri: src }, 'entry/content@src')
  const inBody = setTexts(
    draft,
    {
      content: readConstruct(content, base),
      summary: readConstruct(members.one('core', 'summary'), base),
      from: ['entry/content', 'entry/summary'],
    },
    baseOf(content, base) ?? readAddress(members, base),
  )
  readMediaTerms(members, draft)
  const media = [...readMediaRss(members, base), ...links, ...(elsewhere === undefined ? [] : [elsewhere]), ...inBody]
  addMedia(draft, media, 'entry/media')
  return finishDraft(draft, { authority: identity.authority, receivedAt: input.receivedAt, zone: input.zone })
}

function readDates(members: Members, draft: ItemDraft, input: ParserInput): void {
  const terms = readTermTimes(members)
  const text = (name: string): string | undefined => textOf(members.one('core', name))
  // `issued`, `modified` and `created` are Atom 0.3
  const created = text('published') ?? text('issued') ?? text('created') ?? terms.created
  const modified = text('updated') ?? text('modified') ?? terms.modified ?? created
  const options = { zone: input.zone, receivedAt: input.receivedAt }
  setTimes(draft, { ...terms, created: created ?? modified, modified }, 'entry/updated', options)
}

/** An entry's authors, else those of the feed it was taken from, else the feed's own (RFC 4287 4.1.2). */
function readPeopleAndSource(members: Members, feed: Feed, draft: ItemDraft): void {
  const source = members.one('core', 'source')
  const ofSource = readMembers(source)
  const levels: [Members, string][] = [
    [members, 'entry/author'],
    [ofSource, 'entry/source/author'],
    [feed.members, 'feed/author'],
  ]
  for (const [level, from] of levels) {
    const names = level
      .of('core', 'author')
      .map((author) => readAuthor(textOf(child(author, 'name')) ?? lineOf(author)))
    // a feed's author is often the house itself, which is no byline
    const people = names.filter((name) => name !== undefined && (level === members || name !== feed.title))
    setAuthors(draft, people, from)
  }
  setAuthors(draft, readCreators(members), 'entry/dc:creator')
  draft.set('source', readText(child(source, 'title')), 'entry/source/title')
}

function readCategories(members: Members, draft: ItemDraft): void {
  for (const category of members.of('core', 'category')) {
    const code = attr(category, 'term')
    const name = attr(category, 'label')
    draft.add('categories', name ?? code ?? textOf(category), 'entry/category')
    const scheme = attr(category, 'scheme')
    if (scheme !== undefined || name !== undefined) draft.add('subjects', compact<Subject>({ code, name, scheme }), 'entry/category') // prettier-ignore
  }
}
