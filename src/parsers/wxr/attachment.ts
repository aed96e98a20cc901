import type { ItemDraft } from '../../story/draft.ts'
import { resolveAddress } from '../syndication/address.ts'
import { lineOf } from '../syndication/markup.ts'
import { readCaption, rendition, typeOfMedium } from '../syndication/medium.ts'
import { textOf } from '../xml/read.ts'
import { readTerms } from './post.ts'
import type { Post, Site } from './site.ts'

/** Address and type of an attachment; undefined for documents and archives. */
export function readAttachmentFile(post: Post) {
  const href = resolveAddress(
    textOf(post.members.one('wp', 'attachment_url')) ?? textOf(post.members.one('core', 'guid')),
  )
  const type = href === undefined ? undefined : typeOfMedium({ href })
  return href === undefined || type === undefined ? undefined : { href, type }
}

/**
 * Reads a picture or clip of the media library: its excerpt is the caption, its content the description, its title a
 * name. Credits are kept by plug-ins, each under a key of its own that has "credit" in it.
 */
export function readAttachment(post: Post, site: Site, draft: ItemDraft): void {
  const file = readAttachmentFile(post)
  if (file === undefined || post.uri === undefined) return
  draft.set('type', file.type, 'wp:attachment_url')
  draft.set('headline', lineOf(post.members.one('core', 'title')), 'item/title')
  const renditions = [rendition({ role: 'main', href: file.href })]
  draft.add('media', { uri: post.uri, type: file.type, renditions }, 'wp:attachment_url')
  const credit = [...post.meta].find(([key]) => /credit/i.test(key) && !/url|link|options/i.test(key))?.[1]
  const excerpt = lineOf(post.members.one('excerpt', 'encoded'))
  const content = lineOf(post.members.one('content', 'encoded'))
  const main = excerpt ?? content
  if (main !== undefined)
    draft.add('captions', readCaption(main, credit, { role: 'main', mediaUri: post.uri }), 'excerpt')
  if (excerpt !== undefined && content !== excerpt) draft.set('abstract', content, 'item/content:encoded')
  const alt = post.meta.get('_wp_attachment_image_alt')
  if (alt !== undefined && alt !== main) draft.add('captions', readCaption(alt, undefined, { role: 'alt', mediaUri: post.uri }), 'wp:postmeta') // prettier-ignore
  draft.set('creditLine', credit, 'wp:postmeta')
  readTerms(post, draft)
  for (const story of site.posts) {
    const shows = story.meta.get('_thumbnail_id') === post.id && post.id !== undefined
    if (
      story.uri !== undefined &&
      story !== post &&
      (shows || (post.parent !== undefined && story.id === post.parent))
    ) {
      draft.add('links', { rel: 'pictureOf', uri: story.uri }, shows ? 'wp:postmeta' : 'wp:post_parent')
    }
  }
}
