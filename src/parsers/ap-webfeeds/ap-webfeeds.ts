import type { ParsedItem } from '../../story/draft.ts'
import type { ParseOutcome, Parser, ParserInput, RefusedItem } from '../parser.ts'
import { children, descendants } from '../xml/read.ts'
import { readXml } from '../xml/tree.ts'
import { isHeaderEntry, readEntry } from './entry.ts'

const format = 'ap-webfeeds'

/**
 * AP WebFeeds, Atom flavour (retired, found in archives): Atom with `apcm:ContentMetadata`, `apnm:NewsManagement` and
 * NITF. Third-party generators bind the prefixes to wrong URIs, so local names decide. The NewsML-G2 flavour is read by
 * newsml-g2.
 */
export const apWebFeeds: Parser = {
  format,
  title: 'AP WebFeeds (Atom)',

  detect(probe) {
    if (probe.xmlRoot !== 'feed' && probe.xmlRoot !== 'entry') return 0
    return /<(?:[\w.-]{1,40}:)?(?:ContentMetadata|NewsManagement)[\s>]|ap\.org\/schemas\/03\/2005\/ap(?:cm|nm)/.test(
      probe.head,
    )
      ? 98
      : 0
  },

  parse(input: ParserInput): ParseOutcome {
    const document = readXml(input)
    if (document.kind === 'refused') return { kind: 'refused', format, code: document.code, detail: document.detail }
    const { root, warnings, charset } = document
    const inFeed = children(root, 'entry')
    const entries = root.name === 'entry' ? [root] : inFeed.length > 0 ? inFeed : descendants(root, 'entry')
    if (entries.length === 0)
      return { kind: 'refused', format, code: 'parse.no-items', detail: 'a feed without entries' }

    const items: ParsedItem[] = []
    const refused: RefusedItem[] = []
    for (const [index, entry] of entries.entries()) {
      if (isHeaderEntry(entry)) continue
      const parsed = readEntry(entry, root, input.receivedAt)
      if (parsed !== undefined) items.push(parsed)
      else refused.push({ index, code: 'parse.no-identity', detail: 'entry without ManagementId or id' })
    }
    if (items.length === 0) {
      const code = refused.length > 0 ? 'parse.no-identity' : 'parse.no-items'
      return { kind: 'refused', format, code, detail: `no entry of ${entries.length} could be read` }
    }
    return {
      kind: 'parsed',
      format,
      items,
      ...(charset === undefined ? {} : { charset }),
      ...(warnings.length > 0 ? { warnings } : {}),
      ...(refused.length > 0 ? { refused } : {}),
    }
  },
}
