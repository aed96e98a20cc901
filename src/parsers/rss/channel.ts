import type { ParserInput } from '../parser.ts'
import { hostOf, resolveAddress } from '../syndication/address.ts'
import type { FeedOrigin } from '../syndication/identity.ts'
import { lineOf } from '../syndication/markup.ts'
import { readMembers } from '../syndication/members.ts'
import type { Members } from '../syndication/members.ts'
import { term } from '../syndication/dublin-core.ts'
import type { XmlElement } from '../xml/element.ts'
import { attr, child, textOf } from '../xml/read.ts'

/** What a channel says for all its items. */
export interface Channel extends FeedOrigin {
  readonly title: string | undefined
  readonly language: string | undefined
  readonly rights: string | undefined
  /** For references in items. */
  readonly base: string | undefined
  readonly members: Members
}

export function readChannel(root: XmlElement, input: ParserInput): Channel {
  const element = root.name === 'channel' ? root : (child(root, 'channel') ?? root)
  const members = readMembers(element)
  const link = textOf(members.one('core', 'link')) ?? attr(element, 'about')
  const self = members.of('atom', 'link').find((candidate) => attr(candidate, 'rel') === 'self')
  const home = resolveAddress(link, input.url)
  const base =
    resolveAddress(attr(element, 'xml:base') ?? attr(root, 'xml:base'), home ?? input.url) ?? home ?? input.url
  return {
    members,
    home,
    base,
    authority: hostOf(home) ?? hostOf(attr(self, 'href')) ?? hostOf(input.url),
    title: lineOf(members.one('core', 'title')) ?? term(members, 'title'),
    language: textOf(members.one('core', 'language')) ?? term(members, 'language') ?? attr(root, 'xml:lang'),
    rights: lineOf(members.one('core', 'copyright')) ?? term(members, 'rights'),
  }
}
