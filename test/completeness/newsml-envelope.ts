/** An envelope as an invented agency fills it. */
export interface EnvelopeParts {
  readonly id: string
  readonly sentAt: Date
  readonly sender?: string
  readonly service?: string
  /** Tells its story from the others. */
  readonly story?: number
}

const basic = (at: Date) => at.toISOString().replace(/[-:]|\.\d+/g, '')

/** NewsML 1.2 with one story; `extra` stands in the envelope. */
export function newsml1(parts: EnvelopeParts, extra = ''): Buffer {
  const { id, sentAt, sender = 'QUAYWIRE', service = 'HARBOUR', story = 1 } = parts
  return Buffer.from(`<?xml version="1.0" encoding="utf-8"?>
<NewsML Version="1.2"><NewsEnvelope><TransmissionId>${id}</TransmissionId><SentFrom><Party FormalName="${sender}"/></SentFrom>
<DateAndTime>${basic(sentAt)}</DateAndTime><NewsService FormalName="${service}"/>${extra}<Priority FormalName="4"/></NewsEnvelope>
<NewsItem><Identification><NewsIdentifier><ProviderId>quaywire.example</ProviderId><DateId>${basic(sentAt).slice(0, 8)}</DateId>
<NewsItemId>pier-${story}</NewsItemId><RevisionId PreviousRevision="0" Update="N">1</RevisionId>
<PublicIdentifier>urn:newsml:quaywire.example:${basic(sentAt).slice(0, 8)}:pier-${story}:1</PublicIdentifier></NewsIdentifier></Identification>
<NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20260101T000000Z</FirstCreated>
<ThisRevisionCreated>20260101T000000Z</ThisRevisionCreated><Status FormalName="Usable"/></NewsManagement>
<NewsComponent><NewsLines><HeadLine>Pier ${story} stays closed</HeadLine></NewsLines><ContentItem><Format FormalName="text"/>
<DataContent><p>Divers found ${story} cracks in the piles of pier ${story}.</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>`)
}

/** A NewsML-G2 message with one story. */
export function newsmlG2({ id, sentAt, sender = 'quaywire.example', story = 1 }: EnvelopeParts): Buffer {
  return Buffer.from(`<?xml version="1.0" encoding="utf-8"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>${sentAt.toISOString()}</sent><sender>${sender}</sender>
<transmitId>
${id}
</transmitId></header><itemSet><newsItem guid="urn:newsml:quaywire.example:pier-${story}" version="1" standard="NewsML-G2" standardversion="2.30">
<itemMeta><itemClass qcode="ninat:text"/><versionCreated>2026-01-01T00:00:00Z</versionCreated></itemMeta>
<contentMeta><headline>Pier ${story} stays closed</headline></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>
<p>Divers found ${story} cracks in the piles of pier ${story}.</p></body></html></inlineXML></contentSet></newsItem></itemSet></newsMessage>`)
}
