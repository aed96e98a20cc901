import type { ParseOutcome, Parser, ParserInput, Probe } from '../parser.ts'
import { identify } from '../syndication/identity.ts'
import { readEach } from '../syndication/outcome.ts'
import { children, descendants } from '../xml/read.ts'
import { readXml } from '../xml/tree.ts'
import { readDeletedEntry } from './deleted-entry.ts'
import { entryIdentity, readEntry } from './entry.ts'
import { readFeed } from './feed.ts'

const format = 'atom'

/**
 * Atom 1.0 (RFC 4287) with tombstones (RFC 6721) and the modules of RSS, and its draft 0.3. The flavour of AP WebFeeds has
 * a parser of its own.
 */
export const atom: Parser = {
  format,
  title: 'Atom',

  detect({ xmlRoot, xmlNamespaces, head }: Probe): number {
    const named = xmlNamespaces.some((namespace) => /w3\.org\/2005\/atom|purl\.org\/atom/i.test(namespace))
    if (xmlRoot === 'feed') return named ? 90 : /<(?:\w{1,20}:)?entry[\s>]/.test(head) ? 60 : 0
    if (xmlRoot === 'entry') return named ? 90 : 0
    return xmlRoot === 'deleted-entry' ? 90 : 0
  },

  parse(input: ParserInput): ParseOutcome {
    const document = readXml(input)
    if (document.kind === 'refused') return { ...document, kind: 'refused', format }
    const { root } = document
    const feed = readFeed(root, input)
    const single = root.name === 'entry' || root.name === 'deleted-entry'
    const inFeed = children(root).filter(({ name }) => name === 'entry' || name === 'deleted-entry')
    const entries = single ? [root] : inFeed.length > 0 ? inFeed : descendants(root, 'entry')
    if (entries.length === 0)
      return { kind: 'refused', format, code: 'parse.no-items', detail: 'a feed without entries' }
    const identities = identify(entries.map((entry) => entryIdentity(entry, feed)), feed) // prettier-ignore
    return readEach(
      format,
      entries,
      identities,
      (entry, identity) =>
        entry.name === 'deleted-entry'
          ? readDeletedEntry(entry, identity, input)
          : readEntry(entry, identity, feed, input),
      document,
    )
  },
}
