import { resolveAddress } from '../syndication/address.ts'
import { term } from '../syndication/dublin-core.ts'
import type { IdentityParts } from '../syndication/identity.ts'
import { lineOf } from '../syndication/markup.ts'
import { readMembers } from '../syndication/members.ts'
import type { Members } from '../syndication/members.ts'
import type { XmlElement } from '../xml/element.ts'
import { attr, textOf } from '../xml/read.ts'
import type { Channel } from './channel.ts'

/**
 * Identity of an item: guid; in RSS 1.0 `rdf:about`; `dc:identifier`. The guid is taken as written, permalink or not: its
 * default `isPermaLink="true"` is left standing on numbers as often as on addresses.
 */
export function identityParts(item: XmlElement, channel: Channel): IdentityParts {
  const members = readMembers(item)
  return {
    id:
      textOf(members.one('core', 'guid')) ??
      attr(item, 'about') ??
      textOf(members.one('atom', 'id')) ??
      term(members, 'identifier'),
    link: readLink(members, channel.base),
    title: lineOf(members.one('core', 'title')) ?? term(members, 'title'),
    date: textOf(members.one('core', 'pubDate')) ?? term(members, 'date'),
    text: lineOf(members.one('core', 'description')) ?? lineOf(members.one('content', 'encoded')),
  }
}

/** Address of the story: link; a permalink guid; Atom's link with `rel="alternate"` or none. */
export function readLink(members: Members, base: string | undefined): string | undefined {
  const link = members.one('core', 'link')
  const plain = resolveAddress(textOf(link) ?? attr(link, 'href'), base)
  if (plain !== undefined) return plain
  const guid = members.one('core', 'guid')
  const written = textOf(guid)
  if (written !== undefined && /^https?:/i.test(written) && attr(guid, 'isPermaLink')?.toLowerCase() !== 'false') {
    return resolveAddress(written, base)
  }
  const other = members.of('atom', 'link').find((element) => (attr(element, 'rel') ?? 'alternate') === 'alternate')
  return resolveAddress(attr(other, 'href'), base)
}
