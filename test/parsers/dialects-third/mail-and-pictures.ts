import { Buffer } from 'node:buffer'
import { crlf, encoded } from '../dialects-other/document.ts'
import type { Dialect } from '../dialects-other/document.ts'
import { iim, jpeg, webp, xmp } from '../dialects-other/picture-bytes.ts'

const b64 = (text: string, charset: string): string =>
  (
    Buffer.from(encoded(text, charset))
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\r\n')

const word = (text: string, charset = 'utf-8'): string =>
  `=?${charset}?B?${Buffer.from(encoded(text, charset)).toString('base64')}?=`

const mail = (headers: string, body: string): Uint8Array =>
  encoded(crlf(`${headers}\nMIME-Version: 1.0\n`) + crlf(body), 'latin1')

/** Press releases by mail in languages and dresses not seen before. */
export const mails: readonly Dialect[] = [
  {
    name: 'mail: a Polish press release in latin-2 with contact and a ban on earlier use',
    bytes: mail(
      `Message-ID: <p1@muzeum.example.pl>
From: ${word('Muzeum Bursztynu', 'iso-8859-2')} <prasa@muzeum.example.pl>
Date: Tue, 15 Sep 2026 08:00:00 +0200
Subject: ${word('Źródło bursztynu odnalezione w Łężynie', 'iso-8859-2')}
Content-Type: text/plain; charset=iso-8859-2
Content-Transfer-Encoding: base64`,
      `\n${b64('EMBARGO do 16 września 2026, godz. 12:00\r\n\r\nŁĘŻYN – Archeolodzy odnaleźli źródło bursztynu.\r\n\r\n„To przełom” – mówi Żaneta Gąsior.\r\n\r\n-- \r\nŻaneta Gąsior\r\ntel. 600 000 000\r\n', 'iso-8859-2')}\n`,
    ),
    items: [
      {
        headline: 'Źródło bursztynu odnalezione w Łężynie',
        status: 'embargoed',
        embargoedUntil: '2026-09-16T10:00:00Z',
        versionCreated: '2026-09-15T06:00:00Z',
        notInBody: ['600 000 000'],
      },
    ],
  },
  {
    name: 'mail: Turkish HTML of Gmail with a quoted earlier mail below',
    bytes: mail(
      `Message-ID: <CAF1x@mail.example.com>
From: ${word('Çağrı Öz')} <cagri@belediye.example.tr>
Date: Tue, 15 Sep 2026 14:02:11 +0300
Subject: ${word('Işıklı Köprü yarın açılıyor')}
Content-Type: multipart/alternative; boundary="000000"`,
      `
--000000
Content-Type: text/plain; charset="UTF-8"
Content-Transfer-Encoding: base64

${b64("IŞIKLI - Köprü yarın açılıyor.\r\n\r\nTören saat 10.00'da.\r\n\r\n15 Eyl 2026 Sal 13:00 tarihinde Ada Muir <ada@desk.example.org> şunu yazdı:\r\n\r\n> Ne zaman?\r\n", 'utf-8')}
--000000
Content-Type: text/html; charset="UTF-8"
Content-Transfer-Encoding: base64

${b64('<div dir="ltr"><div>IŞIKLI - Köprü yarın açılıyor.</div><div><br></div><div>Tören saat 10.00&#39;da.</div></div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">15 Eyl 2026 Sal 13:00 tarihinde Ada Muir &lt;<a href="mailto:ada@desk.example.org">ada@desk.example.org</a>&gt; şunu yazdı:<br></div><blockquote class="gmail_quote">Ne zaman?</blockquote></div>', 'utf-8')}
--000000--
`,
    ),
    items: [
      {
        headline: 'Işıklı Köprü yarın açılıyor',
        versionCreated: '2026-09-15T11:02:11Z',
        body: "IŞIKLI - Köprü yarın açılıyor. Tören saat 10.00'da.",
        notInBody: ['Ne zaman', 'ada@desk'],
      },
    ],
  },
  {
    name: 'mail: Arabic in windows-1256, HTML only from Outlook with conditional comments',
    bytes: mail(
      `Message-ID: <o1@wizara.example>
From: ${word('المكتب الإعلامي', 'windows-1256')} <press@wizara.example>
Date: Tue, 15 Sep 2026 10:00:00 +0200
Subject: ${word('افتتاح جسر الوادي', 'windows-1256')}
X-Mailer: Microsoft Outlook 16.0
Content-Type: text/html; charset=windows-1256
Content-Transfer-Encoding: base64`,
      `\n${b64('<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset="windows-1256"><style>p.MsoNormal{margin:0}</style><!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]--></head><body lang="AR-SA" dir="rtl"><div class="WordSection1"><p class="MsoNormal"><span lang="AR-SA">افتتح الوزير جسر الوادي اليوم.<o:p></o:p></span></p><p class="MsoNormal"><o:p>&nbsp;</o:p></p><p class="MsoNormal">يبلغ طول الجسر 300 متر.<o:p></o:p></p></div></body></html>', 'windows-1256')}\n`,
    ),
    items: [
      {
        headline: 'افتتاح جسر الوادي',
        versionCreated: '2026-09-15T08:00:00Z',
        body: 'افتتح الوزير جسر الوادي اليوم. يبلغ طول الجسر 300 متر.',
        notInBody: ['MsoNormal', 'OfficeDocument'],
      },
    ],
  },
  {
    name: 'mail: Japanese in Shift_JIS with a calendar part and a subject over three words',
    bytes: mail(
      `Message-ID: <j1@shiyakusho.example.jp>
From: ${word('広報課', 'shift_jis')} <koho@shiyakusho.example.jp>
Date: Tue, 15 Sep 2026 09:00:00 +0900
Subject: ${word('【報道発表】', 'utf-8')}
 ${word('風待岬灯台の', 'utf-8')}
 ${word('点灯式について', 'utf-8')}
Content-Type: multipart/mixed; boundary="jj"`,
      `
--jj
Content-Type: text/plain; charset=shift_jis
Content-Transfer-Encoding: base64

${b64('風待岬灯台の点灯式を行います。\r\n\r\n参加は自由です。\r\n', 'shift_jis')}
--jj
Content-Type: text/calendar; charset=utf-8; method=REQUEST

BEGIN:VCALENDAR
BEGIN:VEVENT
DTSTART:20260920T090000Z
SUMMARY:Lighting
END:VEVENT
END:VCALENDAR
--jj--
`,
    ),
    items: [
      {
        headline: '【報道発表】風待岬灯台の点灯式について',
        versionCreated: '2026-09-15T00:00:00Z',
        body: '風待岬灯台の点灯式を行います。 参加は自由です。',
        notInBody: ['VEVENT'],
      },
    ],
  },
  {
    name: 'mail: Chinese called gb2312 with characters of GBK, a winmail.dat that says nothing',
    bytes: mail(
      `Message-ID: <c1@bgt.example.cn>
From: ${word('新闻办', 'gbk')} <news@bgt.example.cn>
Date: Tue, 15 Sep 2026 20:00:00 +0800
Subject: =?gb2312?B?${Buffer.from(encoded('喆声大桥通车', 'gbk')).toString('base64')}?=
Content-Type: multipart/mixed; boundary="cc"`,
      `
--cc
Content-Type: text/plain; charset=gb2312
Content-Transfer-Encoding: base64

${b64('喆声大桥15日通车。\r\n\r\n全长3公里。\r\n', 'gbk')}
--cc
Content-Type: application/ms-tnef; name="winmail.dat"
Content-Transfer-Encoding: base64
Content-Disposition: attachment; filename="winmail.dat"

eJ8+IgAAAAA=
--cc--
`,
    ),
    items: [
      {
        headline: '喆声大桥通车',
        versionCreated: '2026-09-15T12:00:00Z',
        body: '喆声大桥15日通车。 全长3公里。',
      },
    ],
  },
]

const alt = (name: string, texts: Record<string, string>): string =>
  `<${name}><rdf:Alt>${Object.entries(texts)
    .map(([language, text]) => `<rdf:li xml:lang="${language}">${text}</rdf:li>`)
    .join('')}</rdf:Alt></${name}>`

/** Pictures whose metadata disagree, or come in several languages and charsets. */
export const pictures: readonly Dialect[] = [
  {
    name: 'jpeg: IIM in Mac Roman without a declaration, date and time apart',
    bytes: new Uint8Array(
      jpeg({
        iim: iim(
          [
            [2, 5, 'For\x90t'],
            [2, 120, 'Un ch\x90ne au For\x90t-Vieux, le 15 septembre 2026. (Photo Lo\x95c Qu\x8em\x8ener/AO)'],
            [2, 80, 'Lo\x95c Qu\x8em\x8ener'],
            [2, 110, 'AO'],
            [2, 55, '20260915'],
            [2, 60, '101500+0200'],
            [2, 90, 'For\x90t-Vieux'],
          ],
          false,
        ),
      }),
    ),
    items: [
      {
        type: 'picture',
        firstCreated: '2026-09-15T08:15:00Z',
        creditLine: 'AO',
        bylines: [{ name: 'Loïc Quéméner' }],
        dateline: { city: 'Forêt-Vieux' },
      },
    ],
  },
  {
    name: 'jpeg: XMP in four languages, IIM with another date, instructions and people',
    bytes: new Uint8Array(
      jpeg({
        iim: iim([
          [2, 120, 'A stork nests in Talvsund.'],
          [2, 55, '20250101'],
          [2, 105, 'Old headline'],
        ]),
        xmp: xmp(
          `${alt('dc:description', { 'x-default': 'En stork bygger bo i Talvsund den 15 september 2026.', sv: 'En stork bygger bo i Talvsund den 15 september 2026.', fi: 'Haikara pesii.', en: 'A stork nests in Talvsund, September 15, 2026.' })}<photoshop:Headline>Storken är tillbaka</photoshop:Headline><photoshop:DateCreated>2026-09-15T07:05:00+02:00</photoshop:DateCreated><photoshop:Credit>Bildhavet</photoshop:Credit><photoshop:City>Talvsund</photoshop:City><photoshop:Country>Sverige</photoshop:Country><photoshop:Instructions>Ej för reklam</photoshop:Instructions><dc:creator><rdf:Seq><rdf:li>Örjan Blå</rdf:li><rdf:li>Ylva Frost</rdf:li></rdf:Seq></dc:creator><Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>Alva Lind</rdf:li></rdf:Bag></Iptc4xmpExt:PersonInImage>${alt('Iptc4xmpCore:AltTextAccessibility', { 'x-default': 'En stork' })}`,
        ),
      }),
    ),
    items: [
      {
        type: 'picture',
        headline: 'Storken är tillbaka',
        firstCreated: '2026-09-15T05:05:00Z',
        creditLine: 'Bildhavet',
        editorialNote: 'Ej för reklam',
        bylines: [{ name: 'Örjan Blå' }, { name: 'Ylva Frost' }],
        people: [{ name: 'Alva Lind' }],
        dateline: { city: 'Talvsund' },
        captions: [{ text: 'En stork bygger bo i Talvsund den 15 september 2026.' }],
      },
    ],
  },
  {
    name: 'webp: XMP in Japanese with a caption and its credit, urgency and category',
    bytes: new Uint8Array(
      webp(
        xmp(
          `${alt('dc:description', { 'x-default': '点灯した風待岬灯台＝１５日午後６時（山路あかり撮影）' })}<photoshop:Urgency>3</photoshop:Urgency><photoshop:Category>SOC</photoshop:Category><photoshop:Credit>時報通信</photoshop:Credit><photoshop:TransmissionReference>JH0915</photoshop:TransmissionReference>`,
        ),
      ),
    ),
    items: [
      {
        type: 'picture',
        urgency: 3,
        categories: ['SOC'],
        creditLine: '時報通信',
      },
    ],
  },
]
