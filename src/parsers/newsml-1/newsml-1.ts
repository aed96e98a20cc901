import type { ParsedItem } from '../../story/draft.ts'
import type { DocumentTransmission, ParseOutcome, Parser, ParserInput, RefusedItem } from '../parser.ts'
import { at, attr, child, children, descendants, textOf } from '../xml/read.ts'
import type { XmlElement } from '../xml/read.ts'
import { readEnvelope } from '../newsml/transmission.ts'
import { readXml } from '../xml/tree.ts'
import { readNewsItem } from './news-item.ts'
import { TopicNames } from './subjects.ts'

const format = 'newsml-1'

/**
 * NewsML 1.0, 1.1 and 1.2, with or without the namespace of the schema variant, with or without a DOCTYPE (never
 * fetched). Specification: IPTC NewsML 1.2 functional specification.
 */
export const newsml1: Parser = {
  format,
  title: 'NewsML 1.0 to 1.2',

  detect(probe) {
    if (probe.xmlRoot === 'NewsML') return 100
    return probe.xmlRoot === 'NewsItem' && probe.head.includes('NewsIdentifier') ? 90 : 0
  },

  parse(input: ParserInput): ParseOutcome {
    const document = readXml(input)
    if (document.kind === 'refused') return { kind: 'refused', format, code: document.code, detail: document.detail }
    const { root, warnings, charset } = document
    const elements = root.name === 'NewsItem' ? [root, ...descendants(root, 'NewsItem')] : descendants(root, 'NewsItem')
    if (elements.length === 0)
      return { kind: 'refused', format, code: 'parse.no-items', detail: 'NewsML without a NewsItem' }

    const items: ParsedItem[] = []
    const refused: RefusedItem[] = []
    const context = { root, topics: new TopicNames(root), zone: input.zone, receivedAt: input.receivedAt }
    for (const [index, element] of elements.entries()) {
      const outcome = readNewsItem(element, context)
      if (outcome.kind === 'read') items.push(...outcome.parsed)
      else {
        const { code, detail, uri } = outcome
        refused.push({ index, code, detail, ...(uri === undefined ? {} : { uri }) })
      }
    }
    const first = refused[0]
    if (items.length === 0 && first !== undefined)
      return { kind: 'refused', format, code: first.code, detail: first.detail }
    const transmission = readTransmission(root, input.zone)
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

/** What is sent again, by its Repeat attribute, has the number of the first time. */
function readTransmission(root: XmlElement, zone: string | undefined): DocumentTransmission | undefined {
  const envelope = child(root, 'NewsEnvelope')
  const services = children(envelope, 'NewsService')
  return readEnvelope({
    id: textOf(child(envelope, 'TransmissionId')),
    sender: attr(at(envelope, 'SentFrom/Party'), 'FormalName'),
    service: services.length === 1 ? attr(services[0], 'FormalName') : undefined,
    sentAt: textOf(child(envelope, 'DateAndTime')),
    zone,
  })
}
