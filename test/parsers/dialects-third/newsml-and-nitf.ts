import { encoded } from '../dialects-other/document.ts'
import type { Dialect } from '../dialects-other/document.ts'

const identified = (provider: string, day: string, id: string, revision: number, previous = revision - 1): string =>
  `<Identification><NewsIdentifier><ProviderId>${provider}</ProviderId><DateId>${day}</DateId><NewsItemId>${id}</NewsItemId><RevisionId PreviousRevision="${previous}" Update="N">${revision}</RevisionId><PublicIdentifier>urn:newsml:${provider}:${day}:${id}:${revision}</PublicIdentifier></NewsIdentifier></Identification>`

/** NewsML 1.2 with languages, sizes, scripts and instructions. */
export const newsmlOne: readonly Dialect[] = [
  {
    name: 'newsml 1: three languages in one item, one of them from right to left',
    bytes: encoded(`<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE NewsML SYSTEM "NewsML_1.2.dtd">
<NewsML Version="1.2"><NewsEnvelope><TransmissionId>771</TransmissionId><DateAndTime>20260915T101010Z</DateAndTime><NewsService FormalName="trilingual"/><Priority FormalName="4"/></NewsEnvelope>
<NewsItem>${identified('maghwire.example', '20260915', 'MW-3', 1)}<NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20260915T100000Z</FirstCreated><ThisRevisionCreated>20260915T100500Z</ThisRevisionCreated><Status FormalName="Usable"/><Urgency FormalName="4"/></NewsManagement>
<NewsComponent EquivalentsList="yes" Essential="no"><NewsComponent xml:lang="fr"><Role FormalName="Main"/><NewsLines><HeadLine>Le phare de Cap Ras rallumé</HeadLine><DateLine>CAP RAS</DateLine><ByLine>Yasmine Belkadi</ByLine></NewsLines><DescriptiveMetadata><Language FormalName="fr"/></DescriptiveMetadata><ContentItem><MediaType FormalName="Text"/><Format FormalName="XHTML"/><DataContent><p>Le phare de Cap Ras a été rallumé mardi.</p></DataContent></ContentItem></NewsComponent><NewsComponent xml:lang="ar"><Role FormalName="Main"/><NewsLines><HeadLine>إضاءة منارة رأس الكاب من جديد</HeadLine></NewsLines><DescriptiveMetadata><Language FormalName="ar"/></DescriptiveMetadata><ContentItem><MediaType FormalName="Text"/><DataContent><p>أضيئت منارة رأس الكاب يوم الثلاثاء.</p></DataContent></ContentItem></NewsComponent><NewsComponent xml:lang="es"><Role FormalName="Main"/><NewsLines><HeadLine>Vuelve a lucir el faro de Cabo Ras</HeadLine></NewsLines><DescriptiveMetadata><Language FormalName="es"/></DescriptiveMetadata><ContentItem><MediaType FormalName="Text"/><DataContent><p>El faro de Cabo Ras volvió a lucir el martes.</p></DataContent></ContentItem></NewsComponent></NewsComponent></NewsItem></NewsML>`),
    items: [
      {
        uri: 'urn:newsml:maghwire.example:20260915:MW-3',
        version: '1',
        headline: 'Le phare de Cap Ras rallumé',
        byline: 'Yasmine Belkadi',
        dateline: { text: 'CAP RAS', city: 'Cap Ras' },
        language: 'fr',
        urgency: 4,
        firstCreated: '2026-09-15T10:00:00Z',
        versionCreated: '2026-09-15T10:05:00Z',
        body: 'Le phare de Cap Ras a été rallumé mardi.',
      },
      { headline: 'إضاءة منارة رأس الكاب من جديد', language: 'ar', body: 'أضيئت منارة رأس الكاب يوم الثلاثاء.' },
      { headline: 'Vuelve a lucir el faro de Cabo Ras', language: 'es' },
    ],
  },
  {
    name: 'newsml 1: a video with a script and a shotlist in components of their own',
    bytes: encoded(`<?xml version="1.0" encoding="UTF-8"?>
<NewsML><NewsEnvelope><DateAndTime>20260915T180000+0200</DateAndTime></NewsEnvelope><NewsItem>${identified('filmhaus.example', '20260915', 'VID88', 2)}<NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20260915T170000+0200</FirstCreated><ThisRevisionCreated>20260915T175500+0200</ThisRevisionCreated><Status FormalName="Usable"/><Urgency FormalName="5"/></NewsManagement><NewsComponent xml:lang="de"><NewsLines><HeadLine>Kranichzug über dem Torfmoor</HeadLine><CreditLine>Filmhaus</CreditLine><RightsLine>Nicht für Werbung</RightsLine><SlugLine>KRANICHE</SlugLine></NewsLines><NewsComponent><Role FormalName="Video"/><ContentItem Href="kraniche.mp4"><MediaType FormalName="Video"/><MimeType FormalName="video/mp4"/><Characteristics><SizeInBytes>9000000</SizeInBytes><Property FormalName="TotalDuration" Value="65"/></Characteristics></ContentItem></NewsComponent><NewsComponent><Role FormalName="Script"/><ContentItem><MediaType FormalName="Text"/><DataContent><p>Tausende Kraniche ziehen nach Süden.</p></DataContent></ContentItem></NewsComponent><NewsComponent><Role FormalName="Shotlist"/><ContentItem><MediaType FormalName="Text"/><DataContent><p>Totale Moor, 4 Sekunden</p></DataContent></ContentItem></NewsComponent></NewsComponent></NewsItem></NewsML>`),
    items: [
      {
        type: 'video',
        uri: 'urn:newsml:filmhaus.example:20260915:VID88',
        version: '2',
        headline: 'Kranichzug über dem Torfmoor',
        slug: 'KRANICHE',
        creditLine: 'Filmhaus',
        usageTerms: ['Nicht für Werbung'],
        language: 'de',
        urgency: 5,
        versionCreated: '2026-09-15T15:55:00Z',
        hrefs: ['kraniche.mp4'],
      },
    ],
  },
  {
    name: 'newsml 1: a text with a picture in three sizes, its caption in NITF',
    bytes: encoded(
      `<?xml version="1.0" encoding="ISO-8859-15"?>
<NewsML Version="1.2"><NewsEnvelope><DateAndTime>20260915T090000+0200</DateAndTime></NewsEnvelope><NewsItem>${identified('borsablatt.example', '20260915', 'BB-5', 4, 3)}<NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20260915T080000+0200</FirstCreated><ThisRevisionCreated>20260915T085959+0200</ThisRevisionCreated><Status FormalName="usable"/><Urgency FormalName="3"/></NewsManagement><NewsComponent><Role FormalName="Main"/><NewsComponent xml:lang="de" Duid="text"><Role FormalName="Text"/><NewsLines><HeadLine>Käserei Stübli verlangt 3 € mehr</HeadLine><SubHeadLine>Würziger wird teurer</SubHeadLine><ByLine>Von Jürg Aeschlimann</ByLine><DateLine>Rütiwil, 15. September</DateLine><CopyrightLine>© Börsablatt 2026</CopyrightLine><KeywordLine>Käse</KeywordLine><KeywordLine>Preise</KeywordLine></NewsLines><DescriptiveMetadata><Language FormalName="de-CH"/><SubjectCode><SubjectDetail FormalName="04002008" Scheme="IptcSubjectCodes"/></SubjectCode><Location HowPresent="Origin"><Property FormalName="City" Value="Rütiwil"/><Property FormalName="Country" Value="CHE"/></Location></DescriptiveMetadata><ContentItem><MediaType FormalName="Text"/><Format FormalName="NITF"/><DataContent><nitf><body><body.content><p>Die Käserei Stübli hat die Preise um 3 € erhöht.</p><table><tr><td>Mild</td><td>18,40</td></tr><tr><td>Rezent</td><td>24,90</td></tr></table></body.content></body></nitf></DataContent></ContentItem></NewsComponent><NewsComponent Duid="bild" EquivalentsList="no"><Role FormalName="Supporting"/><NewsLines><ByLine>Ursina Caflisch</ByLine><CreditLine>Börsablatt/Caflisch</CreditLine></NewsLines><NewsComponent EquivalentsList="yes"><Role FormalName="Picture"/><ContentItem Href="kaese_gross.jpg"><MediaType FormalName="Photo"/><MimeType FormalName="image/jpeg"/><Characteristics><Property FormalName="Width" Value="3000"/><Property FormalName="Height" Value="2000"/></Characteristics></ContentItem><ContentItem Href="kaese_mittel.jpg"><MediaType FormalName="Photo"/></ContentItem><ContentItem Href="kaese_klein.jpg"><MediaType FormalName="Photo"/></ContentItem></NewsComponent><NewsComponent><Role FormalName="Caption"/><ContentItem><MediaType FormalName="Text"/><Format FormalName="NITF"/><DataContent><nitf><body><body.content><p>Käselaibe im Keller von Rütiwil.</p></body.content></body></nitf></DataContent></ContentItem></NewsComponent></NewsComponent></NewsComponent></NewsItem></NewsML>`,
      'iso-8859-15',
    ),
    items: [
      {
        type: 'text',
        version: '4',
        headline: 'Käserei Stübli verlangt 3 € mehr',
        byline: 'Von Jürg Aeschlimann',
        bylines: [{ name: 'Jürg Aeschlimann' }],
        dateline: { text: 'Rütiwil, 15. September', city: 'Rütiwil', date: '15. September' },
        copyrightNotice: '© Börsablatt 2026',
        keywords: ['Käse', 'Preise'],
        language: 'de-CH',
        urgency: 3,
        subjects: [{ code: '04002008' }],
        captions: [{ text: 'Käselaibe im Keller von Rütiwil.', photographer: 'Ursina Caflisch' }],
        hrefs: ['kaese_gross.jpg', 'kaese_mittel.jpg', 'kaese_klein.jpg'],
        body: 'Die Käserei Stübli hat die Preise um 3 € erhöht. Mild 18,40 Rezent 24,90',
      },
    ],
  },
  {
    name: 'newsml 1: embargoed until a stated change of status; withheld; canceled with an instruction',
    bytes: encoded(`<?xml version="1.0"?>
<NewsML><NewsEnvelope><DateAndTime>20260915T120000Z</DateAndTime></NewsEnvelope>
<NewsItem>${identified('e.example', '20260915', 'E1', 1)}<NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20260915T110000Z</FirstCreated><ThisRevisionCreated>20260915T110000Z</ThisRevisionCreated><Status FormalName="Embargoed"/><StatusWillChange><FutureStatus FormalName="Usable"/><DateAndTime>20260917T000100+0100</DateAndTime></StatusWillChange></NewsManagement><NewsComponent xml:lang="en"><NewsLines><HeadLine>Pier to close</HeadLine></NewsLines><ContentItem><DataContent><p>The pier will close.</p></DataContent></ContentItem></NewsComponent></NewsItem>
<NewsItem>${identified('e.example', '20260914', 'E0', 3)}<NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20260914T110000Z</FirstCreated><ThisRevisionCreated>20260915T115000Z</ThisRevisionCreated><Status FormalName="Withheld"/><Instruction FormalName="Hold"><RevisionStatus Revision="2"><Status FormalName="Withheld"/></RevisionStatus></Instruction></NewsManagement><NewsComponent xml:lang="en"><NewsLines><HeadLine>Pier owner named</HeadLine></NewsLines></NewsComponent></NewsItem>
<NewsItem>${identified('e.example', '20260913', 'E9', 5)}<NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20260913T110000Z</FirstCreated><ThisRevisionCreated>20260915T115500Z</ThisRevisionCreated><Status FormalName="CANCELED"/><AssociatedWith FormalName="SeeAlso" NewsItem="urn:newsml:e.example:20260915:E1:1"/></NewsManagement><NewsComponent xml:lang="en"><NewsLines><HeadLine>KILL Pier sold</HeadLine></NewsLines></NewsComponent></NewsItem></NewsML>`),
    items: [
      {
        uri: 'urn:newsml:e.example:20260915:E1',
        status: 'embargoed',
        embargoedUntil: '2026-09-16T23:01:00Z',
        body: 'The pier will close.',
      },
      { uri: 'urn:newsml:e.example:20260914:E0', version: '3', status: 'withheld', headline: 'Pier owner named' },
      { uri: 'urn:newsml:e.example:20260913:E9', version: '5', status: 'canceled' },
    ],
  },
  {
    name: 'newsml 1: Portuguese, keywords in one line with slashes, note to editors, location by properties',
    bytes: encoded(
      `<?xml version="1.0" encoding="ISO-8859-1"?>
<NewsML Version="1.1"><NewsEnvelope><DateAndTime>20260915T143000+0100</DateAndTime></NewsEnvelope><NewsItem>${identified('fio.example.pt', '20260915', '26789012', 1, 0)}<NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20260915T142900+0100</FirstCreated><ThisRevisionCreated>20260915T142900+0100</ThisRevisionCreated><Status FormalName="Usable"/><Urgency FormalName="4"/></NewsManagement><NewsComponent Essential="no" EquivalentsList="no" xml:lang="pt"><NewsLines><HeadLine>Pesca: Armadores de Vila Sardão pedem mais quota</HeadLine><DateLine>Vila Sardão, 15 set 2026 (Fio)</DateLine><CopyrightLine>Fio - Agência de Notícias</CopyrightLine><NewsLine><NewsLineType FormalName="EditorNote"/><NewsLineText>Nota: com foto e vídeo</NewsLineText></NewsLine></NewsLines><AdministrativeMetadata><Provider><Party FormalName="Fio"/></Provider><Creator><Party FormalName="Inês Quintão"/></Creator><Source><Party FormalName="Fio"/></Source></AdministrativeMetadata><DescriptiveMetadata><Language FormalName="pt"/><Genre FormalName="Notícia"/><SubjectCode><Subject FormalName="04000000"/><SubjectMatter FormalName="04001000"/></SubjectCode></DescriptiveMetadata><ContentItem><MediaType FormalName="Text"/><DataContent>Vila Sardão, 15 set 2026 (Fio) – Os armadores de Vila Sardão pediram hoje mais quota de sardinha.

“Há peixe”, afirmou à Fio Gonçalo Simões.

IQ // PVJ
Fio/Fim</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>`,
      'windows-1252',
    ),
    items: [
      {
        uri: 'urn:newsml:fio.example.pt:20260915:26789012',
        headline: 'Pesca: Armadores de Vila Sardão pedem mais quota',
        language: 'pt',
        urgency: 4,
        provider: 'Fio',
        source: 'Fio',
        genres: ['Notícia'],
        editorialNote: 'Nota: com foto e vídeo',
        dateline: { city: 'Vila Sardão', date: '15 set 2026' },
        copyrightNotice: 'Fio - Agência de Notícias',
        subjects: [{ code: '04000000' }, { code: '04001000' }],
        versionCreated: '2026-09-15T13:29:00Z',
        body: 'Vila Sardão, 15 set 2026 (Fio) – Os armadores de Vila Sardão pediram hoje mais quota de sardinha. “Há peixe”, afirmou à Fio Gonçalo Simões. IQ // PVJ Fio/Fim',
      },
    ],
  },
]

const nitf = (head: string, bodyHead: string, content: string, end = '', attributes = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<nitf ${attributes}><head>${head}</head><body><body.head>${bodyHead}</body.head><body.content>${content}</body.content>${end}</body></nitf>`

/** NITF with markets, standings, elections and kills. */
export const nitfs: readonly Dialect[] = [
  {
    name: 'nitf: a market report with fractions, money, sub-heads and a table with spans',
    bytes: encoded(
      nitf(
        '<title>Skerry markets close</title><tobject tobject.type="news"><tobject.property tobject.property.type="current"/><tobject.subject tobject.subject.refnum="04000000" tobject.subject.type="Economy, business and finance"/></tobject><docdata management-status="usable"><doc-id regsrc="SKW" id-string="skw.20260915.0077"/><urgency ed-urg="4"/><date.issue norm="20260915T163000+0100"/><du-key key="Markets-Close" version="3"/><key-list><keyword key="markets"/><keyword key="wool"/></key-list><doc.copyright year="2026" holder="Skerry Wire"/></docdata>',
        '<hedline><hl1>Wool lifts Skerry shares</hl1><hl2>Index gains 12 points</hl2></hedline><byline>By <person>Morag Tulloch</person><byttl>Markets Writer</byttl></byline><distributor>Skerry Wire</distributor><dateline><location>PORT SKERRY</location><story.date norm="20260915">Sept. 15</story.date></dateline><abstract><p>Shares rose for a third day.</p></abstract>',
        '<block><p>Shares rose <num><frac><frac-num>3</frac-num><frac-sep>/</frac-sep><frac-den>8</frac-den></frac></num> point, with wool at <money unit="GBP">4.20 pounds</money>.</p><hl2>Movers</hl2><table><tr><th colspan="2">Rises</th></tr><tr><td>Tulloch Mills</td><td>+3.1</td></tr></table><p>The index closed at H2O levels, joked Morag&#160;Tulloch.</p></block>',
        '<body.end><tagline>Edited by Col Baird</tagline></body.end>',
      ),
    ),
    items: [
      {
        uri: 'skw.20260915.0077',
        version: '3',
        status: 'usable',
        headline: 'Wool lifts Skerry shares',
        headlineExtended: 'Index gains 12 points',
        slug: 'Markets-Close',
        bylines: [{ name: 'Morag Tulloch', title: 'Markets Writer' }],
        dateline: { city: 'Port Skerry', date: 'Sept. 15' },
        abstract: 'Shares rose for a third day.',
        urgency: 4,
        keywords: ['markets', 'wool'],
        copyrightHolder: 'Skerry Wire',
        versionCreated: '2026-09-15T15:30:00Z',
        subjects: [{ code: '04000000', name: 'Economy, business and finance' }],
        body: 'Shares rose 3/8 point, with wool at 4.20 pounds. Movers Rises Tulloch Mills +3.1 The index closed at H2O levels, joked Morag Tulloch. Edited by Col Baird',
      },
    ],
  },
  {
    name: 'nitf: Greek with a byline in the genitive, embargoed by release date',
    bytes: encoded(
      nitf(
        '<docdata management-status="embargoed"><doc-id id-string="elwire-99"/><urgency ed-urg="5"/><date.issue norm="20260915T090000+0300"/><date.release norm="20260916T070000+0300"/><ed-msg info="ΕΜΠΑΡΓΚΟ έως Τετάρτη 07:00"/></docdata>',
        '<hedline><hl1>Ανοίγει ξανά ο φάρος της Νεροπέτρας</hl1></hedline><byline>Του Γιάννη Μαυρομιχάλη</byline><dateline><location>ΝΕΡΟΠΕΤΡΑ</location></dateline>',
        '<p>Ο φάρος της Νεροπέτρας ανοίγει για το κοινό την Τετάρτη.</p><p>Η είσοδος είναι ελεύθερη;</p>',
        '',
        'baselang="el"',
      ),
    ),
    items: [
      {
        uri: 'elwire-99',
        status: 'embargoed',
        embargoedUntil: '2026-09-16T04:00:00Z',
        headline: 'Ανοίγει ξανά ο φάρος της Νεροπέτρας',
        byline: 'Του Γιάννη Μαυρομιχάλη',
        language: 'el',
        urgency: 5,
        editorialNote: 'ΕΜΠΑΡΓΚΟ έως Τετάρτη 07:00',
        dateline: { text: 'ΝΕΡΟΠΕΤΡΑ' },
        body: 'Ο φάρος της Νεροπέτρας ανοίγει για το κοινό την Τετάρτη. Η είσοδος είναι ελεύθερη;',
      },
    ],
  },
  {
    name: 'nitf: Turkish capitals with dotted I in the dateline, election table',
    bytes: encoded(
      nitf(
        '<docdata><doc-id id-string="TRH-20260915-18"/><urgency ed-urg="2"/><date.issue norm="20260915T201500+0300"/></docdata>',
        '<hedline><hl1>İKİZDERE&#39;DE SANDIK SONUÇLARI</hl1></hedline><byline>ÇİĞDEM IŞIKLI</byline><dateline><location>İKİZDERE</location></dateline>',
        '<p>İKİZDERE (TRH) - Belediye seçiminde ilk sonuçlar geldi.</p><table><thead><tr><th>Aday</th><th>Oy</th></tr></thead><tbody><tr><td>Işıl Şığ</td><td>1.204</td></tr></tbody></table>',
        '',
        'baselang="tr-TR"',
      ),
    ),
    items: [
      {
        headline: "İKİZDERE'DE SANDIK SONUÇLARI",
        byline: 'ÇİĞDEM IŞIKLI',
        bylines: [{ name: 'Çiğdem Işıklı' }],
        dateline: { text: 'İKİZDERE', city: 'İkizdere' },
        language: 'tr-TR',
        urgency: 2,
        versionCreated: '2026-09-15T17:15:00Z',
        body: 'İKİZDERE (TRH) - Belediye seçiminde ilk sonuçlar geldi. Aday Oy Işıl Şığ 1.204',
      },
    ],
  },
  {
    name: 'nitf: Canadian French with series, notes, a quotation, a foot-note and a picture with producer',
    bytes: encoded(
      nitf(
        '<meta name="slug" content="Phare-Gaspésie"/><docdata><doc-id id-string="PF0021"/><urgency ed-urg="4"/><date.issue norm="20260915T111500-0400"/><date.expire norm="20261015T000000-0400"/><series series.name="Côtes" series.part="2" series.totalpart="4"/></docdata>',
        '<hedline><hl1>Un phare à vendre en Gaspésie</hl1></hedline><note><p>NDLR: deuxième de quatre textes</p></note><byline><person>Océane Thériault</person>, La Presse boréale</byline><dateline><location>CAP-AU-RENARD, Québec</location></dateline>',
        '<p lede="true">Le phare de Cap-au-Renard est à vendre.</p><bq><block><p>«On y entend les baleines.»</p></block><credit>Réjean Côté</credit></bq><media media-type="image"><media-reference source="phare.jpg" mime-type="image/jpeg" width="1200" height="800"/><media-caption><p>Le phare en août.</p></media-caption><media-producer>Mathis Lévesque, La Presse boréale</media-producer></media><p>Il date de 1871.<br/>Il a deux étages.</p><fn><p>Prix en dollars canadiens.</p></fn>',
        '',
        'baselang="fr-CA"',
      ),
    ),
    items: [
      {
        headline: 'Un phare à vendre en Gaspésie',
        slug: 'Phare-Gaspésie',
        language: 'fr-CA',
        urgency: 4,
        editorialNote: 'NDLR: deuxième de quatre textes',
        bylines: [{ name: 'Océane Thériault', organisation: 'La Presse boréale' }],
        dateline: { text: 'CAP-AU-RENARD, Québec', city: 'Cap-au-Renard' },
        expires: '2026-10-15T04:00:00Z',
        versionCreated: '2026-09-15T15:15:00Z',
        captions: [{ text: 'Le phare en août.', credit: 'Mathis Lévesque, La Presse boréale' }],
        hrefs: ['phare.jpg'],
        body: 'Le phare de Cap-au-Renard est à vendre. «On y entend les baleines.» Réjean Côté Il date de 1871. Il a deux étages. Prix en dollars canadiens.',
      },
    ],
  },
  {
    name: 'nitf: a kill that names another document, and says so in its note',
    bytes: encoded(
      nitf(
        '<docdata management-status="canceled" management-doc-idref="skw.20260915.0070" management-idref-status="canceled"><doc-id regsrc="SKW" id-string="skw.20260915.0071"/><date.issue norm="20260915T120000Z"/><ed-msg msg-type="kill" info="KILL skw.20260915.0070: identity wrong"/></docdata>',
        '<hedline><hl1>EDITORS: Kill Skerry-Arrest</hl1></hedline>',
        '<p>Kill the story Skerry-Arrest. The man was misidentified.</p>',
      ),
    ),
    items: [
      {
        uri: 'skw.20260915.0071',
        publishable: false,
        notPublishable: 'kill-notice',
        editorialType: 'kill',
        editorialNote: 'KILL skw.20260915.0070: identity wrong',
        links: [{ rel: 'cancels', uri: 'skw.20260915.0070' }],
        versionCreated: '2026-09-15T12:00:00Z',
      },
    ],
  },
  {
    name: 'nitf: standings in nitf-table and two stories told apart by blocks, with datelines in them',
    bytes: encoded(
      nitf(
        '<docdata><doc-id id-string="agate-3"/><date.issue norm="20260915T230000Z"/></docdata>',
        '<hedline><hl1>Northern Shinty League</hl1></hedline>',
        '<block><hl2>Standings</hl2><nitf-table><nitf-table-metadata column-count="3"><nitf-colgroup><nitf-col/><nitf-col/><nitf-col/></nitf-colgroup></nitf-table-metadata><table><tr><td>Kilmory</td><td>9</td><td>1</td></tr><tr><td>Newtonmuir</td><td>7</td><td>3</td></tr></table></nitf-table></block><block><dateline><location>KILMORY</location></dateline><p>Kilmory won again.</p><ol><li>Ten wins</li><li>No draws</li></ol></block>',
      ),
    ),
    items: [
      {
        headline: 'Northern Shinty League',
        body: 'Standings Kilmory 9 1 Newtonmuir 7 3 KILMORY Kilmory won again. Ten wins No draws',
      },
    ],
  },
]
