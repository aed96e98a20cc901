import { encoded } from '../dialects-other/document.ts'
import type { Dialect } from '../dialects-other/document.ts'

const open = (attributes: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" standard="NewsML-G2" standardversion="2.28" ${attributes}>`

/** NewsML-G2 of agencies on four continents, in scripts from Amharic to Thai. */
export const g2Agencies: readonly Dialect[] = [
  {
    name: 'g2: Spanish, NITF with a table of results, byline and credit of initials',
    bytes:
      encoded(`${open('guid="urn:newsml:hilo.example.es:20260915T101500+0000:53014471" version="2" xml:lang="es-ES"')}
<catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_38.xml"/>
<rightsInfo><copyrightHolder literal="HILO"><name>Agencia HILO</name></copyrightHolder><copyrightNotice>(c) Agencia HILO, S.A.</copyrightNotice></rightsInfo>
<itemMeta><itemClass qcode="ninat:text"/><provider literal="HILO"><name>Agencia HILO</name></provider><versionCreated>2026-09-15T12:20:00+02:00</versionCreated><firstCreated>2026-09-15T12:15:00+02:00</firstCreated><pubStatus qcode="stat:usable"/><service qcode="svc:nacional"/><edNote>Actualiza con el escrutinio del 98 %</edNote></itemMeta>
<contentMeta><urgency>3</urgency><located type="cptype:city"><name>Valdehierro</name><broader type="cptype:country"><name>España</name></broader></located><creator literal="ioz"><name>Ignacia Ozaeta</name></creator><language tag="es"/><genre qcode="genre:Current"><name>Actual</name></genre><keyword>elecciones</keyword><keyword>municipales</keyword><subject type="cpnat:abstract" qcode="medtop:20000574"><name xml:lang="es">elecciones</name></subject><slugline separator="-">ELECCIONES-VALDEHIERRO</slugline><headline>El Partido del Molino gana en Valdehierro con el 41,2 %</headline><by>Por Ignacia Ozaeta</by><dateline>Valdehierro, 15 sep (HILO).-</dateline><creditline>ioz/pvl</creditline></contentMeta>
<contentSet><inlineXML contenttype="application/nitf+xml"><nitf><body><body.content><p>El Partido del Molino ha ganado las elecciones municipales de Valdehierro, según el escrutinio.</p><table><tr><th>Partido</th><th>Votos</th><th>%</th></tr><tr><td>Molino</td><td>12.404</td><td>41,2</td></tr><tr><td>Unión Ribereña</td><td>9.871</td><td>32,8</td></tr></table><p>La participación alcanzó el 71 %.</p></body.content></body></nitf></inlineXML></contentSet></newsItem>`),
    items: [
      {
        type: 'text',
        uri: 'urn:newsml:hilo.example.es:20260915T101500+0000:53014471',
        version: '2',
        status: 'usable',
        headline: 'El Partido del Molino gana en Valdehierro con el 41,2 %',
        slug: 'ELECCIONES-VALDEHIERRO',
        byline: 'Por Ignacia Ozaeta',
        bylines: [{ name: 'Ignacia Ozaeta' }],
        dateline: { city: 'Valdehierro', country: 'España' } as object,
        language: 'es',
        urgency: 3,
        firstCreated: '2026-09-15T10:15:00Z',
        versionCreated: '2026-09-15T10:20:00Z',
        editorialNote: 'Actualiza con el escrutinio del 98 %',
        copyrightHolder: 'Agencia HILO',
        copyrightNotice: '(c) Agencia HILO, S.A.',
        creditLine: 'ioz/pvl',
        provider: 'Agencia HILO',
        keywords: ['elecciones', 'municipales'],
        genres: ['Actual'],
        subjects: [{ code: '20000574', name: 'elecciones' }],
        body: 'El Partido del Molino ha ganado las elecciones municipales de Valdehierro, según el escrutinio. Partido Votos % Molino 12.404 41,2 Unión Ribereña 9.871 32,8 La participación alcanzó el 71 %.',
      },
    ],
  },
  {
    name: 'g2: Croatian, plain text with line breaks, dateline and initials in the text, an update',
    bytes: encoded(`${open('guid="urn:newsml:vijest.example.hr:20260915:H1188402" version="3" xml:lang="hr"')}
<itemMeta><itemClass qcode="ninat:text"/><provider literal="VIJEST"/><versionCreated>2026-09-15T09:41:12+02:00</versionCreated><firstCreated>2026-09-15T09:02:00+02:00</firstCreated><pubStatus qcode="stat:usable"/><edNote>(dopunjena vijest)</edNote><signal qcode="sig:update"/></itemMeta>
<contentMeta><urgency>4</urgency><language tag="hr"/><slugline>MORE-ŽIVOTINJE</slugline><headline>Medvjedica se vratila u uvalu kod Škriljeva</headline></contentMeta>
<contentSet><inlineData contenttype="text/plain">ŠKRILJEVO, 15. rujna 2026. (Vijest) - Sredozemna medvjedica viđena je u utorak u uvali kod Škriljeva.

Ribari su je snimili oko šest sati ujutro, priopćio je Đuro Čavlović iz Udruge za more.

(Vijest) jžm ydč
</inlineData></contentSet></newsItem>`),
    items: [
      {
        uri: 'urn:newsml:vijest.example.hr:20260915:H1188402',
        version: '3',
        headline: 'Medvjedica se vratila u uvalu kod Škriljeva',
        slug: 'MORE-ŽIVOTINJE',
        language: 'hr',
        urgency: 4,
        editorialType: 'update',
        editorialNote: '(dopunjena vijest)',
        dateline: { text: 'ŠKRILJEVO, 15. rujna 2026', city: 'Škriljevo', date: '15. rujna 2026' },
        firstCreated: '2026-09-15T07:02:00Z',
        versionCreated: '2026-09-15T07:41:12Z',
        body: 'ŠKRILJEVO, 15. rujna 2026. (Vijest) - Sredozemna medvjedica viđena je u utorak u uvali kod Škriljeva. Ribari su je snimili oko šest sati ujutro, priopćio je Đuro Čavlović iz Udruge za more. (Vijest) jžm ydč',
      },
    ],
  },
  {
    name: 'g2: Slovak, XHTML with sub-heads, an embargo with a time, a link to an earlier version',
    bytes: encoded(`${open('guid="tag:sprava.example.sk,2026:rv-700123" version="1" xml:lang="sk-SK" dir="ltr"')}
<rightsInfo><usageTerms>Len pre predplatiteľov</usageTerms></rightsInfo>
<itemMeta><itemClass qcode="ninat:text"/><provider uri="http://sprava.example.sk/"><name>Správa</name></provider><versionCreated>2026-09-15T08:00:00+02:00</versionCreated><embargoed>2026-09-16T06:00:00+02:00</embargoed><pubStatus qcode="stat:usable"/><link rel="irel:seeAlso" residref="tag:sprava.example.sk,2026:rv-700100"/></itemMeta>
<contentMeta><urgency>5</urgency><located literal="Košec"/><language tag="sk"/><headline role="hrole:main">Rozpočet Košeca počíta s novým mostom</headline><headline role="hrole:short">Košec: nový most</headline><by>Ľudmila Hrončová</by><description role="drol:summary">Mesto chce stavať od jari.</description></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>Rozpočet</title></head><body><p>Košec 15. septembra (Správa) - Mesto Košec chce na budúci rok postaviť most.</p><h2>Šesť miliónov</h2><p>Stavba má stáť <b>šesť miliónov</b> eur, uviedol primátor Ján Ďurčík.</p></body></html></inlineXML></contentSet></newsItem>`),
    receivedAt: '2026-09-15T06:00:10Z',
    items: [
      {
        uri: 'tag:sprava.example.sk,2026:rv-700123',
        status: 'embargoed',
        embargoedUntil: '2026-09-16T04:00:00Z',
        headline: 'Rozpočet Košeca počíta s novým mostom',
        byline: 'Ľudmila Hrončová',
        bylines: [{ name: 'Ľudmila Hrončová' }],
        abstract: 'Mesto chce stavať od jari.',
        language: 'sk',
        urgency: 5,
        provider: 'Správa',
        usageTerms: ['Len pre predplatiteľov'],
        dateline: { city: 'Košec' },
        links: [{ rel: 'seeAlso', uri: 'tag:sprava.example.sk,2026:rv-700100' }],
        body: 'Košec 15. septembra (Správa) - Mesto Košec chce na budúci rok postaviť most. Šesť miliónov Stavba má stáť šesť miliónov eur, uviedol primátor Ján Ďurčík.',
      },
    ],
  },
  {
    name: 'g2: Bulgarian with headline and subject names in two languages',
    bytes: encoded(`${open('guid="urn:newsml:vest.example.bg:20260915:BG-4471" version="1" xml:lang="bg"')}
<itemMeta><itemClass qcode="ninat:text"/><provider literal="ВЕСТ"/><versionCreated>2026-09-15T14:05:00+03:00</versionCreated><pubStatus qcode="stat:usable"/></itemMeta>
<contentMeta><urgency>6</urgency><language tag="bg"/><subject qcode="medtop:20000430"><name xml:lang="en">floods</name><name xml:lang="bg">наводнения</name></subject><headline xml:lang="en">Old bridge in Drenovo survives flood</headline><headline xml:lang="bg">Старият мост в Дреново оцеля при наводнението</headline><by xml:lang="bg">Йорданка Щърбева</by></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml" xml:lang="bg"><body><p>Дреново, 15 септември (Йорданка Щърбева, ВЕСТ)</p><p>Каменният мост над река Ведрица издържа на прииждането, съобщи кметът.</p><p>/ЙЩ/</p></body></html></inlineXML></contentSet></newsItem>`),
    items: [
      {
        headline: 'Старият мост в Дреново оцеля при наводнението',
        byline: 'Йорданка Щърбева',
        bylines: [{ name: 'Йорданка Щърбева' }],
        language: 'bg',
        urgency: 6,
        subjects: [{ code: '20000430', name: 'наводнения' }],
        versionCreated: '2026-09-15T11:05:00Z',
        dateline: { city: 'Дреново', date: '15 септември' },
        body: 'Дреново, 15 септември (Йорданка Щърбева, ВЕСТ) Каменният мост над река Ведрица издържа на прииждането, съобщи кметът. /ЙЩ/',
      },
    ],
  },
  {
    name: 'g2: Chinese in a news message, dateline and reporter in the first sentence, full-width blanks',
    bytes: encoded(`<?xml version="1.0" encoding="UTF-8"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2026-09-15T16:00:05+08:00</sent><sender>xin.example.cn</sender><transmitId>20260915-8812</transmitId><priority>4</priority></header><itemSet><newsItem guid="urn:newsml:xin.example.cn:20260915:CN000771" version="1" standard="NewsML-G2" standardversion="2.9" xml:lang="zh-Hans">
<itemMeta><itemClass qcode="ninat:text"/><provider literal="新讯社"/><versionCreated>2026-09-15T16:00:00+08:00</versionCreated><pubStatus qcode="stat:usable"/></itemMeta>
<contentMeta><urgency>4</urgency><creator><name>林晓舟</name></creator><language tag="zh-Hans"/><keyword>候鸟；湿地</keyword><headline>万只候鸟飞抵青芦湿地</headline></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>　　新讯社青芦9月15日电（记者林晓舟、赵一鸣）记者15日从青芦湿地管理局获悉，首批万只候鸟已经飞抵。</p><p>　　今年候鸟到达时间比去年早六天。（完）</p></body></html></inlineXML></contentSet></newsItem></itemSet></newsMessage>`),
    items: [
      {
        uri: 'urn:newsml:xin.example.cn:20260915:CN000771',
        headline: '万只候鸟飞抵青芦湿地',
        language: 'zh-Hans',
        urgency: 4,
        versionCreated: '2026-09-15T08:00:00Z',
        keywords: ['候鸟', '湿地'],
        dateline: { city: '青芦', date: '9月15日' },
        body: '新讯社青芦9月15日电（记者林晓舟、赵一鸣）记者15日从青芦湿地管理局获悉，首批万只候鸟已经飞抵。 今年候鸟到达时间比去年早六天。（完）',
      },
    ],
  },
  {
    name: 'g2: Arabic from right to left, urgent, Arabic digits, several paragraphs by br',
    bytes: encoded(`${open('guid="tag:naba.example,2026:ar-99120" version="1" xml:lang="ar" dir="rtl"')}
<itemMeta><itemClass qcode="ninat:text"/><provider literal="نبأ"><name>وكالة نبأ</name></provider><versionCreated>2026-09-15T13:30:00+02:00</versionCreated><pubStatus qcode="stat:usable"/></itemMeta>
<contentMeta><urgency>1</urgency><language tag="ar"/><keyword>ميناء</keyword><headline>عاجل: إعادة فتح ميناء الريحان بعد العاصفة</headline><dateline>الريحان في ١٥ سبتمبر /نبأ/</dateline><by>ليلى المنصوري</by></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml" dir="rtl"><body><div>أعلنت السلطات إعادة فتح ميناء الريحان بعد توقف دام ٣ أيام.<br/><br/>وقال مدير الميناء &#8220;عادت الحركة إلى طبيعتها&#8221;.</div></body></html></inlineXML></contentSet></newsItem>`),
    items: [
      {
        headline: 'عاجل: إعادة فتح ميناء الريحان بعد العاصفة',
        byline: 'ليلى المنصوري',
        bylines: [{ name: 'ليلى المنصوري' }],
        dateline: { text: 'الريحان في ١٥ سبتمبر /نبأ/', city: 'الريحان' },
        language: 'ar',
        urgency: 1,
        provider: 'وكالة نبأ',
        keywords: ['ميناء'],
        versionCreated: '2026-09-15T11:30:00Z',
        body: 'أعلنت السلطات إعادة فتح ميناء الريحان بعد توقف دام ٣ أيام. وقال مدير الميناء "عادت الحركة إلى طبيعتها".',
      },
    ],
  },
  {
    name: 'g2: English of the Gulf, HTML escaped in inlineData, signed with the agency at the end',
    bytes: encoded(`${open('guid="tag:gulfwire.example,2026:1395303333" version="4" xml:lang="en"')}
<itemMeta><itemClass qcode="ninat:text"/><provider literal="GW"/><versionCreated>2026-09-15T11:00:00+04:00</versionCreated><firstCreated>2026-09-15T10:00:00+04:00</firstCreated><pubStatus qcode="stat:usable"/></itemMeta>
<contentMeta><urgency>5</urgency><language tag="en"/><headline>Falcon hospital treats 10,000th bird &amp; opens wing</headline><subject type="cpnat:person" literal="p1"><name>Mariam Al Suwaid</name></subject><subject type="cpnat:organisation" qcode="org:77"><name>Al Reem Falcon Hospital</name></subject><subject type="cpnat:geoArea" qcode="geo:5"><name>Al Reem</name></subject></contentMeta>
<contentSet><inlineData contenttype="text/html">&lt;p&gt;AL REEM, 15th September, 2026 (GW) -- The Al Reem Falcon Hospital treated its 10,000th bird on Tuesday.&lt;/p&gt;&lt;p&gt;&amp;ldquo;A new wing opens next week,&amp;rdquo; said Mariam Al Suwaid.&lt;/p&gt;</inlineData></contentSet></newsItem>`),
    items: [
      {
        version: '4',
        headline: 'Falcon hospital treats 10,000th bird & opens wing',
        language: 'en',
        urgency: 5,
        people: [{ name: 'Mariam Al Suwaid' }],
        organisations: [{ name: 'Al Reem Falcon Hospital' }],
        places: [{ name: 'Al Reem' }],
        dateline: { text: 'AL REEM, 15th September, 2026', city: 'Al Reem', date: '15th September, 2026' },
        firstCreated: '2026-09-15T06:00:00Z',
        body: 'AL REEM, 15th September, 2026 (GW) -- The Al Reem Falcon Hospital treated its 10,000th bird on Tuesday. "A new wing opens next week," said Mariam Al Suwaid.',
      },
    ],
  },
  {
    name: 'g2: Malay, dateline with the agency after two dashes, a correction',
    bytes: encoded(`${open('guid="urn:newsml:berita.example.my:20260915:2466012" version="2" xml:lang="ms"')}
<itemMeta><itemClass qcode="ninat:text"/><provider literal="BERITA"/><versionCreated>2026-09-15T18:22:00+08:00</versionCreated><pubStatus qcode="stat:usable"/><edNote>Pembetulan: nama kampung di perenggan pertama</edNote><signal qcode="sig:correction"/></itemMeta>
<contentMeta><urgency>4</urgency><language tag="ms"/><slugline>PENYU</slugline><headline>Seratus penyu mendarat di Pantai Kerisi</headline></contentMeta>
<contentSet><inlineXML contenttype="application/nitf+xml"><nitf><body><body.head><hedline><hl1>Seratus penyu mendarat di Pantai Kerisi</hl1></hedline></body.head><body.content><p>KAMPUNG KERISI, 15 Sept (Berita) -- Seratus ekor penyu mendarat di pantai ini malam tadi.</p><p>"Ini rekod baharu," kata Norhayati Daud.</p><p>-- BERITA</p></body.content></body></nitf></inlineXML></contentSet></newsItem>`),
    items: [
      {
        version: '2',
        editorialType: 'correction',
        editorialNote: 'Pembetulan: nama kampung di perenggan pertama',
        headline: 'Seratus penyu mendarat di Pantai Kerisi',
        slug: 'PENYU',
        language: 'ms',
        dateline: { text: 'KAMPUNG KERISI, 15 Sept', city: 'Kampung Kerisi', date: '15 Sept' },
        versionCreated: '2026-09-15T10:22:00Z',
        body: 'KAMPUNG KERISI, 15 Sept (Berita) -- Seratus ekor penyu mendarat di pantai ini malam tadi. "Ini rekod baharu," kata Norhayati Daud. -- BERITA',
      },
    ],
  },
  {
    name: 'g2: Indonesian, byline with Oleh, editor as contributor, a picture beside the text',
    bytes: encoded(`${open('guid="tag:kabar.example.id,2026:4321987" version="1" xml:lang="id"')}
<rightsInfo><copyrightNotice>COPYRIGHT © KABAR 2026</copyrightNotice></rightsInfo>
<itemMeta><itemClass qcode="ninat:text"/><provider literal="KABAR"/><versionCreated>2026-09-15T15:10:00+07:00</versionCreated><pubStatus qcode="stat:usable"/></itemMeta>
<contentMeta><urgency>5</urgency><creator role="crol:reporter"><name>Sinta Wardani</name></creator><contributor role="ctrol:editor"><name>Bagus Prakoso</name></contributor><language tag="id"/><headline>Kapal phinisi tua berlayar lagi dari Tanjung Lembah</headline><by>Oleh Sinta Wardani</by></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>Tanjung Lembah (KABAR) - Kapal phinisi berusia 90 tahun berlayar lagi pada Selasa.</p><figure><img src="https://img.kabar.example.id/phinisi.jpg" alt="phinisi"/><figcaption>Kapal phinisi meninggalkan Tanjung Lembah, Selasa (15/9/2026). KABAR/Rahmat Hidayatullah</figcaption></figure><p>Kapal itu mengangkut rempah.</p></body></html></inlineXML></contentSet></newsItem>`),
    items: [
      {
        headline: 'Kapal phinisi tua berlayar lagi dari Tanjung Lembah',
        byline: 'Oleh Sinta Wardani',
        bylines: [{ name: 'Sinta Wardani' }],
        language: 'id',
        copyrightNotice: 'COPYRIGHT © KABAR 2026',
        dateline: { text: 'Tanjung Lembah', city: 'Tanjung Lembah' },
        captions: [
          {
            text: 'Kapal phinisi meninggalkan Tanjung Lembah, Selasa (15/9/2026).',
            credit: 'KABAR/Rahmat Hidayatullah',
            photographer: 'Rahmat Hidayatullah',
          },
        ],
        hrefs: ['https://img.kabar.example.id/phinisi.jpg'],
      },
    ],
  },
  {
    name: 'g2: English of India, NITF with dateline in it, initials of desks below',
    bytes: encoded(`${open('guid="urn:newsml:bharatwire.example.in:20260915:DEL41" version="1" xml:lang="en-IN"')}
<itemMeta><itemClass qcode="ninat:text"/><provider literal="BW"><name>Bharat Wire</name></provider><versionCreated>2026-09-15T19:31:00+05:30</versionCreated><pubStatus qcode="stat:usable"/><title>DEL41-RAIL-BRIDGE</title></itemMeta>
<contentMeta><urgency>4</urgency><language tag="en-IN"/><slugline>RAIL-BRIDGE</slugline><headline>100-yr-old rail bridge over Sarla to get Rs 40 crore facelift</headline></contentMeta>
<contentSet><inlineXML contenttype="application/nitf+xml"><nitf><body><body.head><hedline><hl1>100-yr-old rail bridge over Sarla to get Rs 40 crore facelift</hl1></hedline><dateline><location>Sarlapur</location><story.date norm="20260915T193100+0530">Sep 15</story.date></dateline></body.head><body.content><p>Sarlapur, Sep 15 (BW) The 100-year-old rail bridge over the Sarla will get a Rs 40 crore facelift, an official said on Tuesday.</p><p>Work will begin in November. BW KLM TRP TRP</p></body.content></body></nitf></inlineXML></contentSet></newsItem>`),
    items: [
      {
        headline: '100-yr-old rail bridge over Sarla to get Rs 40 crore facelift',
        slug: 'RAIL-BRIDGE',
        language: 'en-IN',
        provider: 'Bharat Wire',
        dateline: { city: 'Sarlapur', date: 'Sep 15' },
        versionCreated: '2026-09-15T14:01:00Z',
        body: 'Sarlapur, Sep 15 (BW) The 100-year-old rail bridge over the Sarla will get a Rs 40 crore facelift, an official said on Tuesday. Work will begin in November. BW KLM TRP TRP',
      },
    ],
  },
  {
    name: 'g2: Georgian, entities by number in the headline',
    bytes: encoded(`${open('guid="urn:newsml:ambebi.example.ge:20260915:7714" version="1" xml:lang="ka"')}
<itemMeta><itemClass qcode="ninat:text"/><provider literal="AMB"/><versionCreated>2026-09-15T12:00:00+04:00</versionCreated></itemMeta>
<contentMeta><urgency>5</urgency><language tag="ka"/><headline>&#4321;&#4304;&#4315;&#4312; ხიდი გაიხსნა მთიანეთში</headline><by>ნინო ბერაძე</by></contentMeta>
<contentSet><inlineData contenttype="text/plain">მთიანეთში სამი ახალი ხიდი გაიხსნა.

„მგზავრობა ერთი საათით შემცირდა“, – აცხადებს ნინო ბერაძე.</inlineData></contentSet></newsItem>`),
    items: [
      {
        headline: 'სამი ხიდი გაიხსნა მთიანეთში',
        bylines: [{ name: 'ნინო ბერაძე' }],
        language: 'ka',
        status: 'usable',
        versionCreated: '2026-09-15T08:00:00Z',
        body: 'მთიანეთში სამი ახალი ხიდი გაიხსნა. „მგზავრობა ერთი საათით შემცირდა“, – აცხადებს ნინო ბერაძე.',
      },
    ],
  },
  {
    name: 'g2: Armenian and Amharic in one message, their own punctuation',
    bytes: encoded(`<?xml version="1.0" encoding="UTF-8"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2026-09-15T12:00:00Z</sent></header><itemSet>
<newsItem guid="urn:newsml:lur.example.am:20260915:11" version="1" standard="NewsML-G2" standardversion="2.15" xml:lang="hy"><itemMeta><itemClass qcode="ninat:text"/><provider literal="ԼՈՒՐ"/><versionCreated>2026-09-15T15:00:00+04:00</versionCreated><pubStatus qcode="stat:usable"/></itemMeta><contentMeta><urgency>5</urgency><language tag="hy"/><headline>Լոռասարում գինու փառատոն է բացվել</headline><dateline>ԼՈՌԱՍԱՐ, 15 ՍԵՊՏԵՄԲԵՐԻ, ԼՈՒՐ</dateline><by>Անահիտ Մելիքյան</by></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>Լոռասարում այսօր բացվել է գինու փառատոնը։</p><p>«Սպասո՞ւմ եք հյուրերի», - հարցրել է քաղաքապետը։</p></body></html></inlineXML></contentSet></newsItem>
<newsItem guid="urn:newsml:zena.example.et:20260915:12" version="2" standard="NewsML-G2" standardversion="2.15" xml:lang="am"><itemMeta><itemClass qcode="ninat:text"/><provider literal="ዜና"/><versionCreated>2026-09-15T14:00:00+03:00</versionCreated><pubStatus qcode="stat:usable"/></itemMeta><contentMeta><urgency>4</urgency><language tag="am"/><headline>አዲስ ድልድይ በገበታ ተከፈተ</headline></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>ገበታ፣ መስከረም 5/2019 (ዜና) አዲሱ፡ድልድይ፡ዛሬ፡ተከፈተ።</p><p>ከንቲባዋ ደስታቸውን ገልጸዋል።</p></body></html></inlineXML></contentSet></newsItem>
</itemSet></newsMessage>`),
    items: [
      {
        uri: 'urn:newsml:lur.example.am:20260915:11',
        headline: 'Լոռասարում գինու փառատոն է բացվել',
        language: 'hy',
        dateline: { text: 'ԼՈՌԱՍԱՐ, 15 ՍԵՊՏԵՄԲԵՐԻ, ԼՈՒՐ', city: 'Լոռասար' },
        bylines: [{ name: 'Անահիտ Մելիքյան' }],
        body: 'Լոռասարում այսօր բացվել է գինու փառատոնը։ «Սպասո՞ւմ եք հյուրերի», - հարցրել է քաղաքապետը։',
      },
      {
        uri: 'urn:newsml:zena.example.et:20260915:12',
        version: '2',
        headline: 'አዲስ ድልድይ በገበታ ተከፈተ',
        language: 'am',
        urgency: 4,
        versionCreated: '2026-09-15T11:00:00Z',
        body: 'ገበታ፣ መስከረም 5/2019 (ዜና) አዲሱ፡ድልድይ፡ዛሬ፡ተከፈተ። ከንቲባዋ ደስታቸውን ገልጸዋል።',
      },
    ],
  },
  {
    name: 'g2: Thai without blanks, word breaks by WBR and zero-width blank',
    bytes: encoded(`${open('guid="urn:newsml:khao.example.th:20260915:55" version="1" xml:lang="th"')}
<itemMeta><itemClass qcode="ninat:text"/><provider literal="ข่าว"/><versionCreated>2026-09-15T10:00:00+07:00</versionCreated><pubStatus qcode="stat:usable"/></itemMeta>
<contentMeta><urgency>5</urgency><language tag="th"/><headline>เปิดประภาคารเก่าแก่ที่เกาะแก้ว</headline><by>โดย สมหญิง ใจดี</by></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>เกาะแก้ว 15 ก.ย. – ประภาคารอายุร้อยปีเปิดให้เข้าชมอีกครั้งในวันอังคาร</p><p>ผู้เข้าชมกว่า 300 คนต่อแถวตั้งแต่เช้า</p></body></html></inlineXML></contentSet></newsItem>`),
    items: [
      {
        headline: 'เปิดประภาคารเก่าแก่ที่เกาะแก้ว',
        byline: 'โดย สมหญิง ใจดี',
        bylines: [{ name: 'สมหญิง ใจดี' }],
        language: 'th',
        versionCreated: '2026-09-15T03:00:00Z',
        body: 'เกาะแก้ว 15 ก.ย. – ประภาคารอายุร้อยปีเปิดให้เข้าชมอีกครั้งในวันอังคาร ผู้เข้าชมกว่า 300 คนต่อแถวตั้งแต่เช้า',
      },
    ],
  },
  {
    name: 'g2: Korean with town and agency in brackets before the reporter, e-mail below',
    bytes: encoded(`${open('guid="AKR20260915000100" version="1" xml:lang="ko-KR"')}
<itemMeta><itemClass qcode="ninat:text"/><provider literal="소식"><name>소식통신</name></provider><versionCreated>2026-09-15T09:00:00+09:00</versionCreated><pubStatus qcode="stat:usable"/></itemMeta>
<contentMeta><urgency>3</urgency><language tag="ko"/><keyword>등대</keyword><headline>백년 등대 다시 불 밝힌다</headline><headline role="hrole:sub">어민들 "반갑다"</headline></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>(바람포=소식통신) 한가람 기자 = 바람포 등대가 15일 다시 불을 밝혔다.</p><p>등대는 지난해 태풍으로 꺼졌었다.</p><p>garam@sosik.example.kr</p></body></html></inlineXML></contentSet></newsItem>`),
    items: [
      {
        uri: 'AKR20260915000100',
        headline: '백년 등대 다시 불 밝힌다',
        headlineExtended: '어민들 "반갑다"',
        language: 'ko',
        urgency: 3,
        provider: '소식통신',
        dateline: { city: '바람포' },
        bylines: [{ name: '한가람' }],
        versionCreated: '2026-09-15T00:00:00Z',
      },
    ],
  },
]
