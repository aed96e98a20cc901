import type { ParserInput } from '../parser.ts'
import { hostOf, resolveAddress } from '../syndication/address.ts'
import type { FeedOrigin } from '../syndication/identity.ts'
import { baseOf } from '../syndication/markup.ts'
import { readMembers } from '../syndication/members.ts'
import type { Members } from '../syndication/members.ts'
import type { XmlElement } from '../xml/element.ts'
import { attr, textOf } from '../xml/read.ts'
import { readText } from './text.ts'

/** What a feed says for all its entries. */
export interface Feed extends FeedOrigin {
  readonly members: Members
  readonly title: string | undefined
  readonly rights: string | undefined
  readonly language: string | undefined
  readonly base: string | undefined
}

/** Reads the feed element; for a single entry document, what stands for it. */
export function readFeed(root: XmlElement, input: ParserInput): Feed {
  const isFeed = root.name === 'feed'
  const members = readMembers(isFeed ? root : undefined)
  const base = isFeed ? baseOf(root, input.url) : input.url
  const links = members.of('core', 'link')
  const href = (rel: string): string | undefined =>
    attr(links.find((link) => (attr(link, 'rel') ?? 'alternate') === rel), 'href') // prettier-ignore
  const home = resolveAddress(href('alternate'), base)
  const self = resolveAddress(href('self'), base)
  return {
    members,
    home,
    base: base ?? self ?? home,
    authority: hostOf(home) ?? hostOf(self) ?? hostOf(textOf(members.one('core', 'id'))) ?? hostOf(input.url),
    title: readText(members.one('core', 'title')),
    rights: readText(members.one('core', 'rights')) ?? readText(members.one('core', 'copyright')),
    language: attr(root, 'xml:lang'),
  }
}
