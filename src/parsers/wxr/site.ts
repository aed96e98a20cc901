import { derivedUri } from '../../normalise/identity.ts'
import { readChannel } from '../rss/channel.ts'
import type { Channel } from '../rss/channel.ts'
import type { ParserInput } from '../parser.ts'
import { hostOf, isFrontPage } from '../syndication/address.ts'
import { readMembers } from '../syndication/members.ts'
import type { Members } from '../syndication/members.ts'
import type { XmlElement } from '../xml/element.ts'
import { child, textOf } from '../xml/read.ts'

/** One post of an export, with what the others need to know of it. */
export interface Post {
  readonly element: XmlElement
  readonly members: Members
  readonly id: string | undefined
  readonly parent: string | undefined
  readonly type: string
  readonly status: string
  readonly uri: string | undefined
  readonly meta: ReadonlyMap<string, string>
}

/** An export: its channel, its people and its posts. */
export interface Site extends Channel {
  /** Display names by login. */
  readonly authors: ReadonlyMap<string, string>
  readonly posts: readonly Post[]
  readonly byId: ReadonlyMap<string, Post>
}

export function readSite(root: XmlElement, items: readonly XmlElement[], input: ParserInput): Site {
  const channel = readChannel(root, input)
  const site = hostOf(textOf(channel.members.one('wp', 'base_blog_url'))) ?? channel.authority ?? 'unknown'
  const posts = items.map((element) => readPost(element, site))
  const byId = new Map<string, Post>()
  for (const post of posts) if (post.id !== undefined) byId.set(post.id, post)
  const authors = new Map<string, string>()
  for (const author of channel.members.of('wp', 'author')) {
    const login = textOf(child(author, 'author_login'))
    const full = [textOf(child(author, 'author_first_name')), textOf(child(author, 'author_last_name'))]
    const name = textOf(child(author, 'author_display_name')) ?? full.filter((part) => part !== undefined).join(' ')
    if (login !== undefined && name !== '') authors.set(login, name)
  }
  return { ...channel, authors, posts, byId }
}

function readPost(element: XmlElement, site: string): Post {
  const members = readMembers(element)
  const meta = new Map<string, string>()
  for (const entry of members.of('wp', 'postmeta')) {
    const key = textOf(child(entry, 'meta_key'))
    const value = textOf(child(entry, 'meta_value'))
    if (key !== undefined && value !== undefined) meta.set(key, value)
  }
  const id = textOf(members.one('wp', 'post_id'))
  const guid = textOf(members.one('core', 'guid'))
  // the guid is what the site's own feed sends; where it was emptied the number of the post remains
  const uri =
    guid !== undefined && !isFrontPage(guid) ? guid : id === undefined ? undefined : derivedUri('wxr', site, id)
  const parent = textOf(members.one('wp', 'post_parent'))
  return {
    element,
    members,
    id,
    parent: parent === '0' ? undefined : parent,
    type: textOf(members.one('wp', 'post_type')) ?? 'post',
    status: textOf(members.one('wp', 'status')) ?? 'publish',
    uri,
    meta,
  }
}
