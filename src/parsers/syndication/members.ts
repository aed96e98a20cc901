import type { XmlElement } from '../xml/element.ts'

/**
 * The vocabularies that meet in one feed. `title`, `description`, `link`, `category` and `keywords` mean different things
 * in each, so here, unlike in other formats, the local name alone does not decide.
 */
export type Vocabulary =
  | 'core' | 'atom' | 'content' | 'dc' | 'dcterms' | 'media' | 'georss' | 'geo' | 'itunes' | 'wp' | 'excerpt' | 'at' | 'other' // prettier-ignore

/** Fragments of namespace addresses, since feeds drop final slashes, write https and keep addresses of former homes. */
const byAddress: readonly (readonly [RegExp, Vocabulary])[] = [
  [/purl\.org\/rss\/1\.0\/modules\/content/, 'content'],
  [/purl\.org\/dc\/terms/, 'dcterms'],
  [/purl\.org\/(?:dc\/elements|rss\/1\.0\/modules\/dc)/, 'dc'],
  [/search\.yahoo\.com\/mrss|video\.search\.yahoo\.com|rssboard\.org\/media-rss|tools\.search\.yahoo\.com/, 'media'],
  [/georss\.org/, 'georss'],
  [/w3\.org\/2003\/01\/geo/, 'geo'],
  [/itunes\.(?:apple\.)?com|itunes\.com\/dtds/, 'itunes'],
  [/wordpress\.org\/export\/[\d.]{1,8}\/excerpt/, 'excerpt'],
  [/wordpress\.org\/export/, 'wp'],
  [/purl\.org\/atompub\/tombstones/, 'at'],
  [/w3\.org\/2005\/atom|purl\.org\/atom\/ns/, 'atom'],
  [/purl\.org\/(?:net\/)?rss|my\.netscape\.com|backend\.userland\.com|blogs\.law\.harvard\.edu|channel\.netscape\.com/, 'core'],
] // prettier-ignore

const byPrefix: ReadonlyMap<string, Vocabulary> = new Map([
  ['content', 'content'],
  ['dc', 'dc'],
  ['dcterms', 'dcterms'],
  ['dct', 'dcterms'],
  ['media', 'media'],
  ['georss', 'georss'],
  ['geo', 'geo'],
  ['itunes', 'itunes'],
  ['wp', 'wp'],
  ['excerpt', 'excerpt'],
  ['atom', 'atom'],
  ['a10', 'atom'],
  ['at', 'at'],
  ['rss', 'core'],
])

const known = new Map<string, Vocabulary | undefined>()

function vocabularyAt(namespace: string): Vocabulary | undefined {
  if (known.has(namespace)) return known.get(namespace)
  const address = namespace.slice(0, 200).toLowerCase()
  const found = byAddress.find(([pattern]) => pattern.test(address))?.[1]
  if (known.size < 500) known.set(namespace, found)
  return found
}

/**
 * The vocabulary of an element inside `parent`. The namespace decides when it is a known one, else the customary prefix;
 * an element without a prefix belongs to its parent's vocabulary unless it brings a namespace of its own.
 */
export function vocabularyOf(element: XmlElement, parent: XmlElement): Vocabulary {
  if (element.prefix === '' && element.namespace === parent.namespace) return 'core'
  if (element.prefix === parent.prefix && element.namespace === parent.namespace) return 'core'
  const found = element.namespace === undefined ? undefined : vocabularyAt(element.namespace)
  return found ?? byPrefix.get(element.prefix.toLowerCase()) ?? (element.prefix === '' ? 'core' : 'other')
}

/** The child elements of an item or entry by vocabulary and name: `of('media', 'content')`. */
export interface Members {
  of(vocabulary: Vocabulary, name: string): readonly XmlElement[]
  one(vocabulary: Vocabulary, name: string): XmlElement | undefined
}

const none: readonly XmlElement[] = []

/** Sorts the children of an element once; names are compared without case (`pubdate`, `pubDate`). */
export function readMembers(parent: XmlElement | undefined): Members {
  const sorted = new Map<string, XmlElement[]>()
  for (const node of parent?.children ?? []) {
    if (typeof node === 'string' || parent === undefined) continue
    const key = `${vocabularyOf(node, parent)}:${node.name.toLowerCase()}`
    const list = sorted.get(key)
    if (list === undefined) sorted.set(key, [node])
    else list.push(node)
  }
  const of = (vocabulary: Vocabulary, name: string): readonly XmlElement[] =>
    sorted.get(`${vocabulary}:${name.toLowerCase()}`) ?? none
  return { of, one: (vocabulary, name) => of(vocabulary, name)[0] }
}
