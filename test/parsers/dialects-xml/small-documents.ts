import { parseDocument } from '../../../src/parsers/registry.ts'
import type { Item } from '../../../src/story/item.ts'

/** The smallest documents of each XML format, around the part that a test is about. */

export function items(xml: string): readonly Item[] {
  const outcome = parseDocument({ bytes: new TextEncoder().encode(xml) })
  if (outcome.kind !== 'parsed') throw new Error(JSON.stringify(outcome))
  return outcome.items.map((parsed) => parsed.item)
}

export function only(xml: string): Item {
  const found = items(xml)
  if (found[0] === undefined || found.length > 1) throw new Error(`${found.length} items`)
  return found[0]
}

export const nitf = (parts: {
  docdata?: string
  head?: string
  bodyHead?: string
  content?: string
  end?: string
}): Item =>
  only(
    `<nitf baselang="en"><head>${parts.head ?? ''}<docdata>${parts.docdata ?? '<doc-id id-string="T-1" regsrc="wire.example"/>'}</docdata></head>` +
      `<body><body.head>${parts.bodyHead ?? '<hedline><hl1>Ferry returns</hl1></hedline>'}</body.head>` +
      `<body.content>${parts.content ?? '<p>The ferry is back.</p>'}</body.content>${parts.end ?? ''}</body></nitf>`,
  )

export const g2 = (parts: {
  attributes?: string
  meta?: string
  content?: string
  set?: string
  rest?: string
}): Item =>
  only(
    `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:wire.example:20311104:1" xml:lang="en" ${parts.attributes ?? ''}>` +
      `<itemMeta><itemClass qcode="ninat:text"/><provider literal="Wire"/><versionCreated>2031-11-04T10:00:00Z</versionCreated>${parts.meta ?? ''}</itemMeta>` +
      `<contentMeta>${parts.content ?? '<headline>Ferry returns</headline>'}</contentMeta>${parts.rest ?? ''}` +
      `<contentSet>${parts.set ?? ''}</contentSet></newsItem>`,
  )

export const html = (inside: string, attributes = ''): string =>
  `<inlineXML ${attributes}><html xmlns="http://www.w3.org/1999/xhtml"><body>${inside}</body></html></inlineXML>`

export const newsml = (parts: {
  management?: string
  identifier?: string
  component?: string
  top?: string
}): readonly Item[] =>
  items(
    `<NewsML>${parts.top ?? ''}<NewsEnvelope><DateAndTime>20311104T100000Z</DateAndTime></NewsEnvelope><NewsItem><Identification><NewsIdentifier><ProviderId>wire.example</ProviderId><DateId>20311104</DateId>` +
      `${parts.identifier ?? '<NewsItemId>W1</NewsItemId><RevisionId PreviousRevision="0" Update="N">1</RevisionId><PublicIdentifier>urn:newsml:wire.example:20311104:W1:1</PublicIdentifier>'}</NewsIdentifier></Identification>` +
      `<NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20311104T095900Z</FirstCreated><ThisRevisionCreated>20311104T100000Z</ThisRevisionCreated>${parts.management ?? '<Status FormalName="Usable"/>'}</NewsManagement>` +
      `<NewsComponent>${parts.component ?? ''}</NewsComponent></NewsItem></NewsML>`,
  )

export const text = (words: string): string =>
  `<ContentItem><MediaType FormalName="Text"/><DataContent>${words}</DataContent></ContentItem>`
