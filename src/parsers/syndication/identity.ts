import { digestUri } from '../../normalise/identity.ts'
import { foldSpace } from '../../normalise/text.ts'
import { isGlobalUri } from '../../story/global-uri.ts'
import { canonicalAddress, isFrontPage } from './address.ts'

/** What an item of a feed offers to be known by. */
export interface IdentityParts {
  /** guid, atom:id, rdf:about, the id of a JSON Feed; exactly as written, apart from white space. */
  readonly id: string | undefined
  /** Absolute. */
  readonly link: string | undefined
  readonly title: string | undefined
  /** As written. */
  readonly date: string | undefined
  /** The text, for items that have nothing else. */
  readonly text: string | undefined
}

export interface Identity {
  readonly uri: string
  readonly authority?: string
  readonly from: 'id' | 'link' | 'digest'
  /** Set when an id was there and could not be used. */
  readonly warning?: string
}

/** Where all items of one feed come from. */
export interface FeedOrigin {
  /** Link of the channel, absolute. */
  readonly home: string | undefined
  /** Host of the channel's link, else of the feed's own address. */
  readonly authority: string | undefined
}

/**
 * Gives every item of one feed page its identity: its id; else its canonical link; else a digest of title and date
 * (RSS 2.0 makes all three optional). Never its position.
 *
 * An id that several items of a page share, though they lead to different stories under different titles, is none
 * (generators that write the address of the site, or "0", into each guid): those items go by their links. The same id
 * with the same link or title is the same story, sent twice, and so is a tag: or urn:, which nobody writes by accident.
 */
export function identify(items: readonly IdentityParts[], origin: FeedOrigin): (Identity | undefined)[] {
  const sharedIds = sharedBy(
    items,
    ({ id }) => (id === undefined || /^(?:urn|tag):/i.test(id) ? undefined : id),
    (one, other) => differ(one.title, other.title) && differ(one.link, other.link, true),
  )
  const sharedLinks = sharedBy(items, ({ id, link }) => (id === undefined || sharedIds.has(id) ? link : undefined), (one, other) => differ(one.title ?? one.text, other.title ?? other.text)) // prettier-ignore
  return items.map((item) => identifyOne(item, origin, sharedIds, sharedLinks))
}

function identifyOne(
  { id, link, title, date, text }: IdentityParts,
  origin: FeedOrigin,
  sharedIds: ReadonlySet<string>,
  sharedLinks: ReadonlySet<string>,
): Identity | undefined {
  if (id !== undefined && !sharedIds.has(id) && !isHome(id, origin)) {
    const scoped = !isGlobalUri(id) && origin.authority !== undefined
    return { uri: id, from: 'id', ...(scoped && { authority: origin.authority }) }
  }
  const warning = id === undefined ? {} : { warning: `the id ${id.slice(0, 60)} is shared by several items` }
  if (link !== undefined && !sharedLinks.has(link) && !isHome(link, origin)) {
    return { uri: canonicalAddress(link), from: 'link', ...warning }
  }
  const words = [foldSpace(title ?? text ?? ''), foldSpace(date ?? '')]
  if (words[0] === '' && (words[1] === '' || link === undefined)) return undefined
  return { uri: digestUri('feed', origin.authority ?? '', link ?? '', ...words), from: 'digest', ...warning }
}

function isHome(address: string, { home }: FeedOrigin): boolean {
  if (!/^https?:/i.test(address)) return false
  return isFrontPage(address) || (home !== undefined && canonicalAddress(address) === canonicalAddress(home))
}

function differ(one: string | undefined, other: string | undefined, absentDiffers = false): boolean {
  if (one === undefined || other === undefined) return absentDiffers
  return foldSpace(one) !== foldSpace(other)
}

/** Enough to find two that differ; a page has a few hundred items. */
const maxCompared = 100

/** Keys under which two items of the page stand that are different stories, wherever in the page they stand. */
function sharedBy(
  items: readonly IdentityParts[],
  keyOf: (item: IdentityParts) => string | undefined,
  areDifferent: (one: IdentityParts, other: IdentityParts) => boolean,
): Set<string> {
  const seen = new Map<string, IdentityParts[]>()
  const shared = new Set<string>()
  for (const item of items) {
    const key = keyOf(item)
    if (key === undefined || shared.has(key)) continue
    const known = seen.get(key)
    if (known === undefined) seen.set(key, [item])
    else if (known.some((other) => areDifferent(other, item))) shared.add(key)
    else if (known.length < maxCompared) known.push(item)
  }
  return shared
}
