import type { ParsedItem } from '../../story/draft.ts'
import type { ParseOutcome, Parser, ParserInput, RefusedItem } from '../parser.ts'
import { attr, child, children, descendants, textOf } from '../xml/read.ts'
import type { XmlElement } from '../xml/read.ts'
import { readEnvelope } from '../newsml/transmission.ts'
import { readXml } from '../xml/tree.ts'
import { itemNames, readItem } from './news-item.ts'
import type { MessageContext } from './news-item.ts'

const format = 'newsml-g2'

/** Parts of an item that turn up as documents of their own in specifications and logs; they hold no identity. */
const fragments: ReadonlySet<string> = new Set([
  'contentSet',
  'contentMeta',
  'itemMeta',
  'groupSet',
  'partMeta',
  'rightsInfo',
])

/**
 * NewsML-G2 up to 2.35: a newsMessage with any number and mix of items, or one item alone, in any prefix or namespace.
 * Specification: https://iptc.org/std/NewsML-G2/guidelines/
 */
export const newsmlG2: Parser = {
  format,
  title: 'NewsML-G2',

  detect(probe) {
    const root = probe.xmlRoot ?? ''
    const named = root === 'newsMessage' || itemNames.has(root)
    if (!named && !fragments.has(root)) return 0
    const spaced = probe.head.includes('iptc.org/std/nar/')
    if (named) return spaced ? 100 : 80
    return spaced ? 60 : 30
  },

  parse(input: ParserInput): ParseOutcome {
    const document = readXml(input)
    if (document.kind === 'refused') return { kind: 'refused', format, code: document.code, detail: document.detail }
    const { root, warnings, charset } = document
    if (fragments.has(root.name)) {
      return { kind: 'refused', format, code: 'parse.unsupported', detail: `${root.name} alone is a part of an item` }
    }
    const elements = findItems(root)
    if (elements.length === 0) {
      return { kind: 'refused', format, code: 'parse.no-items', detail: `${root.name} holds no item` }
    }

    const items: ParsedItem[] = []
    const refused: RefusedItem[] = []
    const message: MessageContext = {
      header: child(root, 'header'),
      zone: input.zone,
      receivedAt: input.receivedAt,
    }
    for (const [index, element] of elements.entries()) {
      const outcome = readItem(element, message)
      if (outcome.kind === 'read') items.push(outcome.parsed)
      else refused.push({ index, code: 'parse.no-identity', detail: outcome.detail, ...uriOf(element) })
    }
    if (items.length === 0) {
      return { kind: 'refused', format, code: 'parse.no-identity', detail: refused[0]?.detail ?? 'no item has a guid' }
    }
    const transmission = readEnvelope({
      id: textOf(child(message.header, 'transmitId')),
      sender: textOf(child(message.header, 'sender')),
      sentAt: textOf(child(message.header, 'sent')),
      zone: input.zone,
    })
    return {
      kind: 'parsed',
      format,
      items,
      ...(transmission === undefined ? {} : { transmission }),
      ...(charset === undefined ? {} : { charset }),
      ...(warnings.length > 0 ? { warnings } : {}),
      ...(refused.length > 0 ? { refused } : {}),
    }
  },
}

/** Items of a message in document order; a document may also be one item, or wrap them in an element we do not know. */
function findItems(root: XmlElement): XmlElement[] {
  if (itemNames.has(root.name)) return [root]
  const inSet = children(root, 'itemSet').flatMap((set) =>
    children(set).filter((element) => itemNames.has(element.name)),
  )
  if (inSet.length > 0) return inSet
  return [...itemNames].flatMap((name) => descendants(root, name))
}

function uriOf(element: XmlElement): { uri?: string } {
  const uri = attr(element, 'guid')
  return uri === undefined ? {} : { uri }
}
