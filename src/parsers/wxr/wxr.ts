import { finishDraft } from '../../normalise/finish.ts'
import { readLanguage } from '../../normalise/language.ts'
import { ItemDraft } from '../../story/draft.ts'
import type { ParsedItem } from '../../story/draft.ts'
import type { ItemWarning } from '../../story/item.ts'
import { isGlobalUri } from '../../story/global-uri.ts'
import type { ParseOutcome, Parser, ParserInput, Probe } from '../parser.ts'
import { itemsOf } from '../rss/rss.ts'
import type { Identity } from '../syndication/identity.ts'
import { readEach } from '../syndication/outcome.ts'
import { readXml } from '../xml/tree.ts'
import { readAttachment, readAttachmentFile } from './attachment.ts'
import { readStory } from './post.ts'
import { setPostTimes, setPublishing } from './publishing.ts'
import { readSite } from './site.ts'
import type { Post, Site } from './site.ts'

const format = 'wxr'

/** What WordPress keeps among its posts that nobody reads: menus, styles, templates, revisions. */
const machinery =
  /^(?:nav_menu_item|revision|custom_css|customize_changeset|oembed_cache|user_request|wp_\w{1,40}|acf-\w{1,40}|wpcf7\w{0,40}|elementor_\w{1,40}|amp_\w{1,40})$/

/** WordPress eXtended RSS, what WordPress writes when a site is exported: posts, pages and the media library. */
export const wxr: Parser = {
  format,
  title: 'WordPress export (WXR)',

  detect({ xmlRoot, xmlNamespaces }: Probe): number {
    if (xmlRoot !== 'rss') return 0
    return xmlNamespaces.some((namespace) => /wordpress\.org\/export\/[\d.]{1,8}\/?$/.test(namespace)) ? 96 : 0
  },

  parse(input: ParserInput): ParseOutcome {
    const document = readXml(input)
    if (document.kind === 'refused') return { ...document, kind: 'refused', format }
    const site = readSite(document.root, itemsOf(document.root), input)
    const skipped = new Map<string, number>()
    const posts = site.posts.filter((post) => {
      const file = post.type === 'attachment' && readAttachmentFile(post) === undefined
      if (!file && !machinery.test(post.type)) return true
      const kind = file ? 'attachment that is no picture or clip' : post.type
      skipped.set(kind, (skipped.get(kind) ?? 0) + 1)
      return false
    })
    if (posts.length === 0)
      return { kind: 'refused', format, code: 'parse.no-items', detail: 'an export without posts' }
    const warnings: ItemWarning[] = [...skipped].map(([kind, count]) => ({
      code: 'wxr.left-out',
      detail: `${count} × ${kind.slice(0, 60)}`,
    }))
    const identities = posts.map(({ uri }) => identityOf(uri, site))
    return readEach(format, posts, identities, (post, identity) => readPost(post, identity, site, input), {
      charset: document.charset,
      warnings: [...document.warnings, ...warnings],
    })
  },
}

function identityOf(uri: string | undefined, site: Site): Identity | undefined {
  if (uri === undefined) return undefined
  const scoped = !isGlobalUri(uri) && site.authority !== undefined
  return { uri, from: 'id', ...(scoped && { authority: site.authority }) }
}

function readPost(post: Post, identity: Identity, site: Site, input: ParserInput): ParsedItem {
  const draft = new ItemDraft()
  draft.set('uri', identity.uri, 'item/guid')
  setPostTimes(draft, post, input)
  setPublishing(draft, post, site)
  draft.set('language', readLanguage(site.language), 'channel/language')
  draft.set('provider', site.title, 'channel/title')
  if (post.type === 'attachment') readAttachment(post, site, draft)
  else readStory(post, site, draft, input)
  return finishDraft(draft, { authority: identity.authority, zone: input.zone, receivedAt: input.receivedAt })
}
