import type { ParseOutcome, Parser, ParserInput, Probe } from '../parser.ts'
import { identify } from '../syndication/identity.ts'
import { readEach } from '../syndication/outcome.ts'
import type { XmlElement } from '../xml/element.ts'
import { children, descendants } from '../xml/read.ts'
import { readXml } from '../xml/tree.ts'
import { readChannel } from './channel.ts'
import { identityParts } from './identity.ts'
import { readItem } from './item.ts'

const format = 'rss'

/**
 * RSS 0.9x, 1.0 (RDF) and 2.0 with the modules newspapers use: content, Dublin Core, Media RSS, GeoRSS, iTunes, Atom.
 * https://www.rssboard.org/rss-specification, https://web.resource.org/rss/1.0/spec
 */
export const rss: Parser = {
  format,
  title: 'RSS 0.9x, 1.0 and 2.0',

  detect(probe: Probe): number {
    if (probe.xmlRoot?.toLowerCase() === 'rss') return 90
    if (probe.xmlRoot === 'RDF') {
      return /<(?:\w{1,20}:)?channel[\s>]/.test(probe.head) && /<(?:\w{1,20}:)?item[\s>]/.test(probe.head) ? 90 : 0
    }
    if (probe.xmlRoot === 'channel') return /<item[\s>]/.test(probe.head) ? 60 : 0
    // a warning of the server's script before the document
    if (probe.xmlRoot !== undefined || probe.looksLikeJson) return 0
    const start = probe.head.slice(0, 8_000)
    return start.includes('<rss') && /<rss[\s>][^]{0,2000}?<channel[\s>]/.test(start) ? 55 : 0
  },

  parse(input: ParserInput): ParseOutcome {
    const document = readXml(input)
    if (document.kind === 'refused') return { ...document, kind: 'refused', format }
    const channel = readChannel(document.root, input)
    const items = itemsOf(document.root)
    if (items.length === 0)
      return { kind: 'refused', format, code: 'parse.no-items', detail: 'a channel without items' }
    const parts = items.map((item) => identityParts(item, channel))
    return readEach(format, items, identify(parts, channel), (item, identity) => readItem(item, identity, channel, input), document) // prettier-ignore
  },
}

/** Items stand inside the channel, in RSS 1.0 beside it, and in what a broken generator writes, anywhere. */
export function itemsOf(root: XmlElement): XmlElement[] {
  const inChannels = children(root, 'channel').flatMap((channel) => children(channel, 'item'))
  const beside = children(root, 'item')
  const found = [...inChannels, ...beside]
  return found.length > 0 ? found : descendants(root, 'item')
}
