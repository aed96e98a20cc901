import { Buffer } from 'node:buffer'
import { crlf, encoded, json } from '../dialects-other/document.ts'
import type { Dialect } from '../dialects-other/document.ts'
import { iim, jpeg } from '../dialects-other/picture-bytes.ts'
import { fourthLotXml } from './fourth-lot-xml.ts'

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
  ...fourthLotXml,
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
        dateline: { text: 'YNYS Y MORLO' },
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
            text: 'FILE - Waves hit the pier in North Skerry, Maine, on Jan. 3, 2020.',
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
