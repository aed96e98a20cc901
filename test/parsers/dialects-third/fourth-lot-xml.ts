import { encoded } from '../dialects-other/document.ts'
import type { Dialect } from '../dialects-other/document.ts'

const g2 = (attributes: string, itemMeta: string, contentMeta: string, content: string): Uint8Array =>
  encoded(
    `<?xml version="1.0" encoding="UTF-8"?>\n<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" standard="NewsML-G2" standardversion="2.31" conformance="power" ${attributes}><itemMeta>${itemMeta}</itemMeta><contentMeta>${contentMeta}</contentMeta><contentSet>${content}</contentSet></newsItem>`,
  )
const html = (body: string): string =>
  `<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>${body}</body></html></inlineXML>`
const meta = (time: string, more = ''): string =>
  `<itemClass qcode="ninat:text"/><provider literal="X"/><versionCreated>${time}</versionCreated><pubStatus qcode="stat:usable"/>${more}`
/** The XML of a fourth lot, written when the third was mended: no parser saw it before its expectations were committed. */
export const fourthLotXml: readonly Dialect[] = [
  {
    name: 'g2 4: English of China, dateline with the agency in brackets, enditem',
    bytes: g2(
      'guid="XxjpbeE007001_20260915_CBMFN0A001" version="1" xml:lang="en"',
      meta('2026-09-15T16:40:11+08:00'),
      '<urgency>4</urgency><language tag="en"/><headline>Crane numbers hit record at Qinglu wetland</headline><by>Lin Xiaozhou</by>',
      html(
        '<p>QINGLU, Sept. 15 (Xinxun) -- A record 12,000 cranes have arrived at the Qinglu wetland, authorities said Tuesday.</p><p>The birds came six days early. Enditem</p>',
      ),
    ),
    items: [
      {
        uri: 'XxjpbeE007001_20260915_CBMFN0A001',
        headline: 'Crane numbers hit record at Qinglu wetland',
        bylines: [{ name: 'Lin Xiaozhou' }],
        dateline: { text: 'QINGLU, Sept. 15', city: 'Qinglu', date: 'Sept. 15' },
        versionCreated: '2026-09-15T08:40:11Z',
        body: 'QINGLU, Sept. 15 (Xinxun) -- A record 12,000 cranes have arrived at the Qinglu wetland, authorities said Tuesday. The birds came six days early. Enditem',
      },
    ],
  },
  {
    name: 'g2 4: Hindi, dateline with the agency in brackets and no dash',
    bytes: g2(
      'guid="urn:newsml:samachar.example.in:20260915:HI-7" version="1" xml:lang="hi"',
      meta('2026-09-15T18:00:00+05:30'),
      '<urgency>4</urgency><language tag="hi"/><headline>सरला नदी का पुल फिर खुला</headline>',
      html('<p>सरलापुर, 15 सितंबर (भाषा) सरला नदी का सौ साल पुराना पुल मंगलवार को फिर खुल गया।</p><p>भाषा कखग</p>'),
    ),
    items: [
      {
        headline: 'सरला नदी का पुल फिर खुला',
        language: 'hi',
        dateline: { city: 'सरलापुर', date: '15 सितंबर' },
        versionCreated: '2026-09-15T12:30:00Z',
        body: 'सरलापुर, 15 सितंबर (भाषा) सरला नदी का सौ साल पुराना पुल मंगलवार को फिर खुल गया। भाषा कखग',
      },
    ],
  },
  {
    name: 'g2 4: Romanian with commas below, agency between slashes, signed by initials',
    bytes: g2(
      'guid="urn:newsml:presa.example.ro:20260915:881" version="2" xml:lang="ro"',
      meta('2026-09-15T13:00:00+03:00', '<edNote>Actualizare: adaugă declarația primarului</edNote>'),
      '<urgency>5</urgency><language tag="ro"/><slugline>PODUL ȘUȘIȚA</slugline><headline>Podul de la Țărmureni se redeschide</headline><creator><name>Ștefan Țepeș</name></creator>',
      html(
        '<p>Țărmureni, 15 sept /Presa/ - Podul peste Șușița se redeschide miercuri, a anunțat primarul.</p><p>PRESA/(AS - autor: Ștefan Țepeș, editor: Mihaela Dună)</p>',
      ),
    ),
    items: [
      {
        version: '2',
        headline: 'Podul de la Țărmureni se redeschide',
        slug: 'PODUL ȘUȘIȚA',
        editorialNote: 'Actualizare: adaugă declarația primarului',
        bylines: [{ name: 'Ștefan Țepeș' }],
        dateline: { city: 'Țărmureni', date: '15 sept' },
        body: 'Țărmureni, 15 sept /Presa/ - Podul peste Șușița se redeschide miercuri, a anunțat primarul. PRESA/(AS - autor: Ștefan Țepeș, editor: Mihaela Dună)',
      },
    ],
  },
  {
    name: 'g2 4: Lithuanian, month before the day with its letter',
    bytes: g2(
      'guid="tag:zinios.example.lt,2026:5511" version="1" xml:lang="lt"',
      meta('2026-09-15T09:00:00+03:00'),
      '<urgency>5</urgency><language tag="lt"/><headline>Šilavoto švyturys vėl šviečia</headline><by>Žydrūnė Ąžuolaitė</by>',
      html('<p>Šilavotas, rugsėjo 15 d. (ŽIN). Švyturys po remonto vėl šviečia.</p>'),
    ),
    items: [
      {
        headline: 'Šilavoto švyturys vėl šviečia',
        bylines: [{ name: 'Žydrūnė Ąžuolaitė' }],
        dateline: { city: 'Šilavotas' },
        language: 'lt',
        body: 'Šilavotas, rugsėjo 15 d. (ŽIN). Švyturys po remonto vėl šviečia.',
      },
    ],
  },
  {
    name: 'g2 4: Catalan text with a picture in a figure of a rendition list, previous version linked',
    bytes: g2(
      'guid="tag:agcat.example,2026:nota-12" version="3" xml:lang="ca"',
      meta(
        '2026-09-15T12:12:00+02:00',
        '<link rel="irel:previousVersion" residref="tag:agcat.example,2026:nota-12" version="2"/>',
      ),
      '<urgency>4</urgency><located><name>Vallfosca</name></located><language tag="ca"/><genre qcode="g:1"><name>Crònica</name></genre><headline>La fàbrica de Vallfosca reobre</headline><description role="drol:summary">Seixanta feines noves</description><by>Mercè Puigdomènech / Oriol Sala</by>',
      html(
        '<p>Vallfosca (ACAT).-La fàbrica tèxtil reobre <i>dilluns</i>.</p><ul><li>Seixanta feines</li><li>Dos torns</li></ul>',
      ) +
        '<remoteContent rendition="rnd:web" href="https://i.agcat.example/12.jpg" contenttype="image/jpeg" width="900" height="600"/>',
    ),
    items: [
      {
        version: '3',
        headline: 'La fàbrica de Vallfosca reobre',
        abstract: 'Seixanta feines noves',
        genres: ['Crònica'],
        bylines: [{ name: 'Mercè Puigdomènech' }, { name: 'Oriol Sala' }],
        dateline: { city: 'Vallfosca' },
        hrefs: ['https://i.agcat.example/12.jpg'],
        body: 'Vallfosca (ACAT).-La fàbrica tèxtil reobre dilluns. Seixanta feines Dos torns',
      },
    ],
  },
  {
    name: 'newsml 1 4: a release in English with a PDF, contacts and an embargo stated in the text alone',
    bytes: encoded(`<?xml version="1.0" encoding="UTF-8"?>
<NewsML Version="1.2"><NewsEnvelope><DateAndTime>20260915T060000Z</DateAndTime><NewsProduct FormalName="PR"/></NewsEnvelope><NewsItem><Identification><NewsIdentifier><ProviderId>prnordic.example</ProviderId><DateId>20260915</DateId><NewsItemId>rel-71</NewsItemId><RevisionId PreviousRevision="0" Update="N">1</RevisionId><PublicIdentifier>urn:newsml:prnordic.example:20260915:rel-71:1N</PublicIdentifier></NewsIdentifier><NameLabel>Q3-RESULT</NameLabel></Identification><NewsManagement><NewsItemType FormalName="PressRelease"/><FirstCreated>20260915T060000Z</FirstCreated><ThisRevisionCreated>20260915T060001Z</ThisRevisionCreated><Status FormalName="Usable"/></NewsManagement><NewsComponent xml:lang="en"><NewsLines><HeadLine>Fjordmoss raises outlook</HeadLine><CopyrightLine>Copyright Fjordmoss ASA</CopyrightLine></NewsLines><AdministrativeMetadata><Source><Party FormalName="Fjordmoss ASA"/></Source></AdministrativeMetadata><DescriptiveMetadata><Language FormalName="en-GB"/><TopicOccurrence><Topic FormalName="NO0001112223" Scheme="ISIN"/></TopicOccurrence></DescriptiveMetadata><NewsComponent><Role FormalName="Main"/><ContentItem><MediaType FormalName="Text"/><MimeType FormalName="text/html"/><DataContent><![CDATA[<html><body><p>TUNNVIK, Norway, Sept. 15, 2026 /PRNordic/ -- Fjordmoss ASA raises its outlook.</p><table><tr><th>NOK m</th><th>Q3</th></tr><tr><td>Sales</td><td>812</td></tr></table></body></html>]]></DataContent></ContentItem></NewsComponent><NewsComponent><Role FormalName="Attachment"/><ContentItem Href="https://prnordic.example/rel-71.pdf"><MediaType FormalName="Other"/><MimeType FormalName="application/pdf"/></ContentItem></NewsComponent></NewsComponent></NewsItem></NewsML>`),
    items: [
      {
        type: 'text',
        uri: 'urn:newsml:prnordic.example:20260915:rel-71',
        headline: 'Fjordmoss raises outlook',
        slug: 'Q3-RESULT',
        source: 'Fjordmoss ASA',
        language: 'en-GB',
        copyrightNotice: 'Copyright Fjordmoss ASA',
        dateline: { city: 'Tunnvik', country: 'Norway', date: 'Sept. 15, 2026' } as object,
        links: [{ uri: 'https://prnordic.example/rel-71.pdf' }],
        body: 'TUNNVIK, Norway, Sept. 15, 2026 /PRNordic/ -- Fjordmoss ASA raises its outlook. NOK m Q3 Sales 812',
      },
    ],
  },
  {
    name: 'nitf 4: Danish, names in markup, several headlines, a video, a box',
    bytes: encoded(
      `<?xml version="1.0" encoding="ISO-8859-1"?>
<nitf version="-//IPTC//DTD NITF 3.2//EN" baselang="da"><head><docdata management-status="usable"><doc-id id-string="dk.20260915.31"/><urgency ed-urg="3"/><date.issue norm="20260915T070000+0200"/><ed-msg info="Tilføjer citat"/><key-list><keyword key="færge"/></key-list></docdata></head><body><body.head><hedline><hl1>Færgen til Ærøen sejler igen</hl1></hedline><byline><person><name.given>Søren</name.given> <name.family>Ågesen</name.family></person></byline><dateline><location><city>Æbelsund</city>, <country>Danmark</country></location></dateline></body.head><body.content><p>Færgen sejler igen, siger <person>Bodil Kjær</person> fra <org>Ærøfærgen</org>.</p><block class="fakta"><hl2>Fakta</h2></block></body.content></body></nitf>`.replace(
        '</h2>',
        '</hl2><p>Turen tager 40 minutter.</p>',
      ),
      'iso-8859-1',
    ),
    items: [
      {
        uri: 'dk.20260915.31',
        headline: 'Færgen til Ærøen sejler igen',
        bylines: [{ name: 'Søren Ågesen' }],
        dateline: { city: 'Æbelsund', country: 'Danmark' } as object,
        editorialNote: 'Tilføjer citat',
        language: 'da',
        urgency: 3,
        keywords: ['færge'],
        versionCreated: '2026-09-15T05:00:00Z',
        body: 'Færgen sejler igen, siger Bodil Kjær fra Ærøfærgen. Fakta Turen tager 40 minutter.',
      },
    ],
  },
  {
    name: 'nitf 4: Spanish with paragraphs outside blocks, a list of results, correction element',
    bytes: encoded(`<?xml version="1.0" encoding="UTF-8"?>
<nitf><head><title>Regatas</title><docdata><correction info="Corrige el tiempo del segundo" id-string="rio-7" regsrc="RIO"/><doc-id regsrc="RIO" id-string="rio-8"/><date.issue norm="2026-09-15T20:00:00-03:00"/><urgency ed-urg="5"/></docdata></head><body><body.head><hedline><hl1>Regatas: Los Juncos gana en Río Pardo</hl1></hedline><byline>Por <person>Belén Iturralde</person><byttl>Enviada especial</byttl></byline><distributor>Agencia Río</distributor><dateline><location>RÍO PARDO, Argentina</location></dateline></body.head><body.content>Texto suelto sin párrafo.<p>Los Juncos ganó por dos botes.</p><ol><li>Los Juncos 6:01</li><li>La Ribera 6:07</li></ol></body.content></body></nitf>`),
    items: [
      {
        uri: 'rio-8',
        headline: 'Regatas: Los Juncos gana en Río Pardo',
        editorialType: 'correction',
        bylines: [{ name: 'Belén Iturralde', title: 'Enviada especial' }],
        dateline: { city: 'Río Pardo', country: 'Argentina' } as object,
        links: [{ rel: 'replaces', uri: 'rio-7' }],
        provider: 'Agencia Río',
        versionCreated: '2026-09-15T23:00:00Z',
        body: 'Texto suelto sin párrafo. Los Juncos ganó por dos botes. Los Juncos 6:01 La Ribera 6:07',
      },
    ],
  },
]
