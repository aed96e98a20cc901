import { readTime } from '../../normalise/time.ts'
import type { ItemDraft } from '../../story/draft.ts'
import type { ParserInput } from '../parser.ts'
import { setTimes } from '../syndication/times.ts'
import { textOf } from '../xml/read.ts'
import type { Post, Site } from './site.ts'

/**
 * Status of a post (WordPress "Post Status"): `future` waits for its date, `trash` takes back; drafts, pending, private
 * and password-protected posts are kept and never shown. An attachment inherits from the post it hangs on.
 */
export function setPublishing(draft: ItemDraft, post: Post, site: Site): void {
  const parent = post.status === 'inherit' && post.parent !== undefined ? site.byId.get(post.parent) : undefined
  const status = post.status === 'inherit' ? (parent?.status ?? 'publish') : post.status
  const secret = textOf(post.members.one('wp', 'post_password')) !== undefined
  if (status === 'trash') draft.set('status', 'canceled', 'wp:status').set('editorialType', 'kill', 'wp:status')
  else if (secret || (status !== 'publish' && status !== 'future' && status !== 'inherit')) {
    draft.set('status', 'withheld', 'wp:status').set('notPublishable', 'notebook', 'wp:status')
    draft.add('notes', secret ? 'protected by a password' : `WordPress status: ${status.slice(0, 40)}`, 'wp:status')
  } else if (status === 'future') {
    const at = post.status === 'future' ? gmt(post, 'post_date_gmt') : parent && gmt(parent, 'post_date_gmt')
    draft.set('embargoedUntil', readTime(at)?.iso ?? 'indefinite', 'wp:post_date_gmt')
  }
}

/** Times: those in GMT are exact; drafts have zeros there, and then the local ones are read in the site's zone. */
export function setPostTimes(draft: ItemDraft, post: Post, input: ParserInput): void {
  const published =
    gmt(post, 'post_date_gmt') ?? local(post, 'post_date') ?? textOf(post.members.one('core', 'pubDate'))
  const modified = gmt(post, 'post_modified_gmt') ?? local(post, 'post_modified')
  const options = { zone: input.zone, receivedAt: input.receivedAt }
  // a scheduled post is dated ahead of its export: its revision is when it was last touched
  const scheduled = post.status === 'future' && modified === undefined
  setTimes(draft, { created: published, modified: modified ?? (scheduled ? undefined : published) }, 'wp:post_date_gmt', options) // prettier-ignore
}

function local(post: Post, name: string): string | undefined {
  const raw = textOf(post.members.one('wp', name))
  return raw === undefined || raw.startsWith('0000') ? undefined : raw
}

function gmt(post: Post, name: string): string | undefined {
  const raw = local(post, name)
  return raw === undefined ? undefined : `${raw.replace(' ', 'T')}Z`
}
