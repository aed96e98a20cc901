import { compact } from '../../story/draft.ts'
import type { ItemDraft } from '../../story/draft.ts'
import type { Subject } from '../../story/item.ts'
import { withoutSecrets } from '../../normalise/rendition.ts'
import type { ParserInput } from '../parser.ts'
import { readLink } from '../rss/identity.ts'
import { figuresOfShortcodes } from '../syndication/body-pictures.ts'
import { setTexts } from '../syndication/body.ts'
import { readCreators } from '../syndication/dublin-core.ts'
import { lineOf, readMarkup } from '../syndication/markup.ts'
import type { Markup } from '../syndication/markup.ts'
import { addMedia } from '../syndication/medium.ts'
import { addParagraphs, lacksParagraphs } from '../syndication/paragraphs.ts'
import { setAuthors } from '../syndication/people.ts'
import { attr, textsOf } from '../xml/read.ts'
import { withoutShortcodes } from './shortcodes.ts'
import type { Post, Site } from './site.ts'

/** Reads a post or page into a draft that has its identity, times and status already. */
export function readStory(post: Post, site: Site, draft: ItemDraft, input: ParserInput): void {
  const { members } = post
  draft.set('headline', lineOf(members.one('core', 'title')), 'item/title')
  const link = readLink(members, site.base)
  if (link !== undefined) draft.add('links', { rel: 'alternate', uri: withoutSecrets(link) }, 'item/link')
  readTerms(post, draft)
  // co-authors are kept as terms of their own (plug-in Co-Authors Plus); otherwise the creator is a login
  const coAuthors = textsOf(members.of('core', 'category').filter((term) => attr(term, 'domain') === 'author'))
  const creators = readCreators(members).map((login) => site.authors.get(login) ?? login)
  setAuthors(draft, coAuthors.length > 0 ? coAuthors : creators, 'item/dc:creator')
  const inBody = setTexts(
    draft,
    {
      content: printed(readMarkup(members.one('content', 'encoded'), link)),
      summary: printed(readMarkup(members.one('excerpt', 'encoded') ?? members.one('core', 'description'), link)),
      from: ['item/content:encoded', 'item/excerpt:encoded'],
    },
    link ?? site.base ?? input.url,
  )
  addMedia(draft, inBody, 'item/content:encoded')
  const featured = site.byId.get(post.meta.get('_thumbnail_id') ?? '')
  if (featured?.uri !== undefined) draft.add('links', { rel: 'hasPicture', uri: featured.uri }, 'wp:postmeta')
}

/** The text as the site would print it: shortcodes done with, blank lines made paragraphs. */
function printed(markup: Markup | undefined): Markup | undefined {
  if (markup === undefined) return undefined
  if (markup.kind === 'text') return { kind: 'text', text: withoutShortcodes(markup.text) }
  const html = withoutShortcodes(figuresOfShortcodes(markup.html))
  return { kind: 'html', html: lacksParagraphs(html) ? addParagraphs(html) : html }
}

/** Categories, tags and terms of other taxonomies. */
export function readTerms(post: Post, draft: ItemDraft): void {
  for (const element of post.members.of('core', 'category')) {
    const name = lineOf(element)
    const scheme = attr(element, 'domain') ?? 'category'
    if (name === undefined || scheme === 'author' || scheme === 'post_format') continue
    if (scheme === 'post_tag') draft.add('keywords', name, 'item/category')
    else if (scheme === 'category') draft.add('categories', name, 'item/category')
    else draft.add('subjects', compact<Subject>({ code: attr(element, 'nicename'), name, scheme }), 'item/category')
  }
}
