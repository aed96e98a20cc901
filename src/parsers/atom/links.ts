import type { ItemDraft } from '../../story/draft.ts'
import { readCount, withoutSecrets } from '../../normalise/rendition.ts'
import { resolveAddress } from '../syndication/address.ts'
import { rendition, typeOfMedium } from '../syndication/medium.ts'
import type { Medium } from '../syndication/medium.ts'
import type { Members } from '../syndication/members.ts'
import { attr } from '../xml/read.ts'

/** Link relations (RFC 4287 4.2.7.2, RFC 5829) in the words of the canonical item. */
const relations: ReadonlyMap<string, string> = new Map([
  ['alternate', 'alternate'],
  ['related', 'seeAlso'],
  ['via', 'seeAlso'],
  ['predecessor-version', 'earlierVersion'],
  ['successor-version', 'replacedBy'],
])

/** Address of the story: the first link that is an alternate, HTML before other forms. */
export function readAddress(members: Members, base: string | undefined): string | undefined {
  const alternates = members.of('core', 'link').filter((link) => (attr(link, 'rel') ?? 'alternate') === 'alternate')
  const html = alternates.find((link) => /html/.test(attr(link, 'type') ?? 'text/html'))
  return resolveAddress(attr(html ?? alternates[0], 'href'), base)
}

/** Adds the links of an entry and gives its enclosures. */
export function readLinks(members: Members, base: string | undefined, draft: ItemDraft): Medium[] {
  const media: Medium[] = []
  for (const link of members.of('core', 'link')) {
    const href = resolveAddress(attr(link, 'href'), base)
    if (href === undefined) continue
    // a registered relation may be written as its IRI
    const rel = (attr(link, 'rel') ?? 'alternate').toLowerCase().replace(/^https?:\/\/www\.iana\.org\/assignments\/(?:link-)?relations?\//, '') // prettier-ignore
    const known = relations.get(rel)
    if (known !== undefined) draft.add('links', { rel: known, uri: withoutSecrets(href) }, 'entry/link')
    if (rel !== 'enclosure') continue
    const mimeType = attr(link, 'type')
    const type = typeOfMedium({ mimeType, href })
    if (type === undefined) draft.add('links', { rel: 'alternate', uri: withoutSecrets(href) }, 'entry/link')
    else media.push({ type, renditions: [rendition({ role: 'main', href, mimeType, bytes: readCount(attr(link, 'length')) })], role: 'media' }) // prettier-ignore
  }
  return media
}

/** A picture or clip that is the content of an entry and stands elsewhere (RFC 4287 4.1.3.2); undefined for pages. */
export function readOutside(src: string, mimeType: string | undefined): Medium | undefined {
  const type = typeOfMedium({ mimeType, href: src })
  if (type === undefined) return undefined
  return { type, renditions: [rendition({ role: 'main', href: src, mimeType })], role: 'media' }
}
