import { Buffer } from 'node:buffer'
import { crlf, encoded, json } from '../dialects-other/document.ts'
import type { Dialect } from '../dialects-other/document.ts'
import { iim, jpeg } from '../dialects-other/picture-bytes.ts'

const g2 = (attributes: string, itemMeta: string, contentMeta: string, content: string): Uint8Array =>
  encoded(
    `<?xml version="1.0" encoding="UTF-8"?>\n<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" standard="NewsML-G2" standardversion="2.31" conformance="power" ${attributes}><itemMeta>${itemMeta}</itemMeta><contentMeta>${contentMeta}</contentMeta><contentSet>${content}</contentSet></newsItem>`,
  )
const html = (body: string): string =>
  `<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>${body}</body></html></inlineXML>`
const meta = (time: string, more = ''): string =>
  `<itemClass qcode="ninat:text"/><provider literal="X"/><versionCreated>${time}</versionCreated><pubStatus qcode="stat:usable"/>${more}`
const word = (text: string, charset = 'utf-8'): string =>
  `=?${charset}?B?${Buffer.from(encoded(text, charset)).toString('base64')}?=`
const b64 = (text: string, charset: string): string =>
  (
    Buffer.from(encoded(text, charset))
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\r\n')

/** A fourth lot, written when the third was mended: no parser saw it before its expectations were committed. */
export const fourthLot: readonly Dialect[] = [
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
  {
    name: 'anpa 4: Spanish service of AP with Por and accents, sub of a paragraph in a second message',
    bytes: encoded(
      `\x16\x16\x01s0501\x1flatam\r\nu i \x13\x11 BC-AMN-GEN--PER-Puente    09-15 0210\r\n\x02^BC-AMN-GEN--PER-Puente, 1st Ld-Writethru,210<\r\n^Reabren puente colonial en Perú<\r\n^Por INÉS QUISPE=\r\n^Associated Press=\r\n\t   VALLEHONDO, Perú (AP) _ El puente reabrió el martes.\r\n\x03AP-WF-09-15-26 1600GMT<\r\n\x04\x16\x16\x01a0777\x1f-----\r\nr i \x13\x11 BC-PER-Bridge,Sub    09-15 0060\r\n\x02^BC-PER-Bridge, Sub<\r\n^Eds: SUBS 2nd graf to fix year.<\r\n\t   It was built in 1742.\r\n\x03AP-WF-09-15-26 1610GMT<\r\n\x04`,
      'windows-1252',
    ),
    items: [
      {
        urgency: 3,
        takeKey: '1st Ld-Writethru',
        headline: 'Reabren puente colonial en Perú',
        byline: 'Por INÉS QUISPE',
        bylines: [{ name: 'Inés Quispe' }],
        dateline: { text: 'VALLEHONDO, Perú', city: 'Vallehondo' },
        body: 'VALLEHONDO, Perú (AP) - El puente reabrió el martes.',
      },
      {
        takeKey: 'Sub',
        editorialType: 'sub',
        editorialNote: 'Eds: SUBS 2nd graf to fix year.',
        body: 'It was built in 1742.',
      },
    ],
  },
  {
    name: '7901 4: French flash without a text, then a German church item under an embargo',
    bytes: encoded(
      `\x01frs0007 1 i 012  atx 0007\r\nPont/Effondrement/\r\n\x02URGENT\r\nLe pont de Valmoret s'est effondré =\r\n\x03151130 GMT sep 26\r\n\x04\x01bkx021 4 pl 120  KNX 0021\r\nKirche/Glocken/\r\n\x02Neue Glocken für Sankt Quirin =\r\n\r\nSperrfrist: 16.09.2026, 10.00 Uhr\r\n\r\n   Quirinsheim (KNX) Die Pfarrei bekommt neue Glocken.\r\n   Sie wiegen drei Tonnen.\r\n\x03150900 MESZ Sep 26\r\n\x04`,
      'latin1',
    ),
    items: [
      {
        urgency: 1,
        headline: "Le pont de Valmoret s'est effondré",
        takeKey: 'URGENT',
        keywords: ['Pont', 'Effondrement'],
        versionCreated: '2026-09-15T11:30:00Z',
      },
      {
        headline: 'Neue Glocken für Sankt Quirin',
        status: 'embargoed',
        embargoedUntil: '2026-09-16T08:00:00Z',
        versionCreated: '2026-09-15T07:00:00Z',
      },
    ],
  },
  {
    name: 'zczc 4: Italian regional desk, title wrapped over two lines, sign-off in brackets',
    zone: 'Europe/Rome',
    bytes: encoded(
      crlf(`ZCZC
NVX0812 4 POL 0 RTN NVX MAR NAZ

MARCHE, ROCCAGRANDE: CONSIGLIO APPROVA IL PIANO
DEL PORTO =

   (Nvx) - Roccagrande, 15 set - Il consiglio ha approvato il piano.
Previsti tre moli.

   (lpv)

15-SET-26 19:05

NNNN
ZCZC
NVX0813 5 SPR 0 RTN NVX NAZ

CANOTTAGGIO: RISULTATI =

1. Roccagrande 6:01
2. Borgolana 6:04

15-SET-26 19:20

NNNN`),
    ),
    items: [
      {
        headline: 'MARCHE, ROCCAGRANDE: CONSIGLIO APPROVA IL PIANO DEL PORTO',
        urgency: 4,
        categories: ['POL'],
        dateline: { city: 'Roccagrande', date: '15 set' },
        versionCreated: '2026-09-15T17:05:00Z',
      },
      {
        headline: 'CANOTTAGGIO: RISULTATI',
        categories: ['SPR'],
        versionCreated: '2026-09-15T17:20:00Z',
        body: '1. Roccagrande 6:01 2. Borgolana 6:04',
      },
    ],
  },
  {
    name: 'rss 4: Greek site, ISO date with blank, creator with Του, several pictures with captions',
    bytes: encoded(
      `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Νέα</title><link>https://nea.example.gr</link><language>el</language><item><title>Άνοιξε ο φάρος &amp; το μουσείο</title><link>https://nea.example.gr/a/1</link><guid>https://nea.example.gr/a/1</guid><pubDate>2026-09-15 10:00:00 +0300</pubDate><dc:creator>Του Γιάννη Μαυρίδη</dc:creator><description>Σύντομη περιγραφή.</description><media:content url="https://nea.example.gr/1.jpg" type="image/jpeg"><media:title>Ο φάρος το πρωί της Τρίτης</media:title><media:credit>EUROKINISSI-X</media:credit></media:content><media:content url="https://nea.example.gr/2.jpg" type="image/jpeg"><media:description>Το μουσείο στο λιμάνι</media:description></media:content></item></channel></rss>`,
    ),
    items: [
      {
        headline: 'Άνοιξε ο φάρος & το μουσείο',
        byline: 'Του Γιάννη Μαυρίδη',
        language: 'el',
        firstCreated: '2026-09-15T07:00:00Z',
        abstract: 'Σύντομη περιγραφή.',
        captions: [{ text: 'Ο φάρος το πρωί της Τρίτης' }, { text: 'Το μουσείο στο λιμάνι' }],
        hrefs: ['https://nea.example.gr/1.jpg', 'https://nea.example.gr/2.jpg'],
      },
    ],
  },
  {
    name: 'rss 4: Japanese weather office in RDF with Dublin Core, Shift_JIS',
    bytes: encoded(
      `<?xml version="1.0" encoding="Shift_JIS"?><rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" xml:lang="ja"><channel rdf:about="https://kisho.example.jp/rss"><title>気象情報</title><link>https://kisho.example.jp</link></channel><item rdf:about="https://kisho.example.jp/w/1"><title>風待岬に強風注意報</title><link>https://kisho.example.jp/w/1</link><description>風待岬では15日夜から風が強まる見込みです。</description><dc:date>2026-09-15T17:00:00+09:00</dc:date><dc:creator>気象台</dc:creator><dc:subject>注意報</dc:subject></item></rdf:RDF>`,
      'shift_jis',
    ),
    items: [
      {
        uri: 'https://kisho.example.jp/w/1',
        headline: '風待岬に強風注意報',
        language: 'ja',
        byline: '気象台',
        firstCreated: '2026-09-15T08:00:00Z',
      },
    ],
  },
  {
    name: 'atom 4: a press office, html summary, two enclosures and a licence, author with an e-mail',
    bytes: encoded(
      `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://presse.example.de/" xml:lang="de"><id>https://presse.example.de/</id><title>Presse</title><updated>2026-09-15T10:00:00+02:00</updated><rights>© Amt</rights><entry><id>urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a</id><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Brücke <b>gesperrt</b></div></title><updated>2026-09-15T09:59:00+02:00</updated><author><name>Presseamt Kahlenstein</name><email>presse@example.de</email></author><link href="m/77"/><link rel="enclosure" type="application/pdf" href="m/77.pdf"/><link rel="enclosure" type="image/png" href="m/77.png"/><summary type="html">&lt;p&gt;Die Brücke ist bis Freitag gesperrt.&lt;/p&gt;</summary><category term="Verkehr"/></entry></feed>`,
    ),
    items: [
      {
        uri: 'urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a',
        headline: 'Brücke gesperrt',
        byline: 'Presseamt Kahlenstein',
        copyrightNotice: '© Amt',
        categories: ['Verkehr'],
        abstract: 'Die Brücke ist bis Freitag gesperrt.',
        versionCreated: '2026-09-15T07:59:00Z',
        hrefs: ['https://presse.example.de/m/77.png'],
        links: [
          { rel: 'alternate', uri: 'https://presse.example.de/m/77' },
          { uri: 'https://presse.example.de/m/77.pdf' },
        ],
      },
    ],
  },
  {
    name: 'ninjs 4: a video item with renditions, a script and a place list, Swiss Italian',
    bytes: json({
      uri: 'urn:newsml:ticino.example:20260915:v1',
      type: 'video',
      version: 2,
      pubstatus: 'usable',
      versioncreated: '2026-09-15T18:00:00+02:00',
      urgency: '4',
      language: 'it-CH',
      headline: 'Alpe Corviola, la discesa delle mucche',
      slugline: 'ALPE',
      byline: 'Fabrizio Bottinelli',
      description_text: 'Le mucche scendono dall’Alpe Corviola.',
      body_text: 'Musica. Le mucche entrano in paese.',
      place: [{ name: 'Alpe Corviola' }, { name: 'Ticino' }],
      usageterms: 'Solo editoriale',
      expires: '2026-12-31T23:59:59+01:00',
      subject: [{ name: 'agricoltura', code: 'medtop:20000211' }],
      renditions: { mp4: { href: 'https://v.example.ch/1.mp4', mimetype: 'video/mp4', width: 1280, height: 720 } },
    }),
    items: [
      {
        type: 'video',
        version: '2',
        urgency: 4,
        language: 'it-CH',
        headline: 'Alpe Corviola, la discesa delle mucche',
        slug: 'ALPE',
        bylines: [{ name: 'Fabrizio Bottinelli' }],
        usageTerms: ['Solo editoriale'],
        expires: '2026-12-31T22:59:59Z',
        places: [{ name: 'Alpe Corviola' }, { name: 'Ticino' }],
        hrefs: ['https://v.example.ch/1.mp4'],
        body: 'Musica. Le mucche entrano in paese.',
      },
    ],
  },
  {
    name: 'ninjs 4: a live story of entries in HTML with headings and times, signals, Welsh',
    bytes: json({
      uri: 'https://newyddion.example.cymru/1',
      type: 'text',
      profile: 'live',
      version: '12',
      pubstatus: 'usable',
      versioncreated: '2026-09-15T12:00:00Z',
      firstcreated: '2026-09-15T06:00:00Z',
      language: 'cy',
      headline: 'Yn fyw: storm dros Ynys y Morlo',
      bylines: [{ by: 'Gan Gwenllian Prydderch', title: 'Gohebydd' }],
      located: 'YNYS Y MORLO',
      ednote: 'Yn disodli fersiwn 11',
      body_html: '<h3>12.00</h3><p>Mae’r fferi wedi ei chanslo.</p><h3>11.30</h3><p>Gwyntoedd o 70mya.</p>',
    }),
    items: [
      {
        version: '12',
        language: 'cy',
        headline: 'Yn fyw: storm dros Ynys y Morlo',
        bylines: [{ name: 'Gwenllian Prydderch' }],
        dateline: { text: 'YNYS Y MORLO', city: 'Ynys y Morlo' },
        editorialNote: 'Yn disodli fersiwn 11',
        firstCreated: '2026-09-15T06:00:00Z',
        body: '12.00 Mae’r fferi wedi ei chanslo. 11.30 Gwyntoedd o 70mya.',
      },
    ],
  },
  {
    name: 'ap 4: withheld picture, hold for release text, alert with a headline in capitals',
    bytes: json({
      data: {
        items: [
          {
            item: {
              altids: { itemid: 'dddd1111dddd1111dddd1111dddd1111', etag: 'd_1' },
              version: 1,
              type: 'picture',
              pubstatus: 'withheld',
              signals: ['newscontent'],
              language: 'en',
              versioncreated: '2026-09-15T10:00:00Z',
              headline: 'Skerry Pier',
              description_caption:
                'FILE - Waves hit the pier in North Skerry, Maine, on Jan. 3, 2020. (AP Photo/Tess van der Berg, File)',
              photographer: { name: 'Tess van der Berg' },
            },
          },
          {
            item: {
              altids: { itemid: 'eeee1111eeee1111eeee1111eeee1111', etag: 'e_1' },
              version: 0,
              type: 'text',
              pubstatus: 'usable',
              signals: ['newscontent'],
              language: 'en',
              versioncreated: '2026-09-15T10:00:00Z',
              headline: 'AP News Alert',
              slugline: 'BC-APNewsAlert',
              editorialtypes: ['Alert'],
              profile: 'NewsAlert',
              urgency: 1,
              description_summary: 'PORT SKERRY, Maine (AP) — Ferry sinks off Port Skerry; all aboard rescued.',
            },
          },
        ],
      },
    }),
    items: [
      {
        type: 'picture',
        status: 'withheld',
        captions: [
          {
            text: 'Waves hit the pier in North Skerry, Maine, on Jan. 3, 2020.',
            credit: 'AP Photo/Tess van der Berg, File',
            photographer: 'Tess van der Berg',
          },
        ],
      },
      { editorialType: 'alert', urgency: 1, headline: 'AP News Alert', slug: 'APNewsAlert', publishable: true },
    ],
  },
  {
    name: 'mail 4: Korean in euc-kr, a release with a bracketed heading and a contact block',
    bytes: encoded(
      crlf(`Message-ID: <k1@sicheong.example.kr>
From: ${word('홍보실', 'euc-kr')} <pr@sicheong.example.kr>
Date: Tue, 15 Sep 2026 10:00:00 +0900
Subject: ${word('[보도자료] 바람포 등대 점등식', 'euc-kr')}
MIME-Version: 1.0
Content-Type: text/plain; charset=euc-kr
Content-Transfer-Encoding: base64

${b64('바람포 등대 점등식이 20일 열린다.\r\n\r\n누구나 참가할 수 있다.\r\n', 'euc-kr')}
`),
      'latin1',
    ),
    items: [
      {
        headline: '[보도자료] 바람포 등대 점등식',
        versionCreated: '2026-09-15T01:00:00Z',
        body: '바람포 등대 점등식이 20일 열린다. 누구나 참가할 수 있다.',
      },
    ],
  },
  {
    name: 'mail 4: Spanish press note with embargo hasta, html of Outlook with a table, signature by a rule',
    bytes: encoded(
      crlf(`Message-ID: <e1@ayto.example.es>
From: Gabinete <prensa@ayto.example.es>
Date: Tue, 15 Sep 2026 09:00:00 +0200
Subject: ${word('Nota de prensa: la piscina reabre')}
MIME-Version: 1.0
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: base64

${b64('<html><body><p>EMBARGADO hasta el 17 de septiembre de 2026 a las 10:00</p><p>La piscina de Valdehierro reabre el jueves.</p><table><tr><td>Adultos</td><td>3 €</td></tr></table><p>Gracias</p></body></html>', 'utf-8')}
`),
      'latin1',
    ),
    items: [
      {
        headline: 'Nota de prensa: la piscina reabre',
        status: 'embargoed',
        embargoedUntil: '2026-09-17T08:00:00Z',
      },
    ],
  },
  {
    name: 'jpeg 4: IIM in UTF-8 without saying so, Cyrillic, caption writer, sublocation, category',
    bytes: new Uint8Array(
      jpeg({
        iim: iim([
          [2, 5, 'Маяк'],
          [2, 105, 'Маяк снова светит'],
          [2, 120, 'Маяк на мысе Тихом, Поморье, 15 сентября 2026 года. Фото: Глеб Зимин/Вести'],
          [2, 80, 'Глеб Зимин'],
          [2, 85, 'Фотокорреспондент'],
          [2, 110, 'Вести'],
          [2, 122, 'АК'],
          [2, 92, 'мыс Тихий'],
          [2, 90, 'Поморск'],
          [2, 101, 'Россия'],
          [2, 55, '20260915'],
          [2, 60, '180000+0300'],
          [2, 25, 'маяк'],
          [2, 15, 'SOC'],
        ]),
      }),
    ),
    items: [
      {
        type: 'picture',
        headline: 'Маяк снова светит',
        creditLine: 'Вести',
        keywords: ['маяк'],
        categories: ['SOC'],
        dateline: { city: 'Поморск' },
        firstCreated: '2026-09-15T15:00:00Z',
        captions: [
          {
            text: 'Маяк на мысе Тихом, Поморье, 15 сентября 2026 года.',
            credit: 'Фото: Глеб Зимин/Вести',
            photographer: 'Глеб Зимин',
          },
        ],
      },
    ],
  },
]
