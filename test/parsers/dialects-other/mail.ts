import { Buffer } from 'node:buffer'
import { crlf, encoded } from './document.ts'
import type { Dialect } from './document.ts'

const b64 = (text: string, charset: string): string =>
  (
    Buffer.from(encoded(text, charset))
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\r\n')

function mail(headers: readonly string[], body: string): Uint8Array {
  return encoded(crlf(`${headers.join('\n')}\nMIME-Version: 1.0\n`) + crlf(body), 'latin1')
}

/** E-mail as a transport of stories. */
export const mails: readonly Dialect[] = [
  {
    name: 'mail: alternative parts, quoted-printable soft breaks in a word, signature below',
    bytes: mail(
      [
        'Message-ID: <a1@desk.example.org>',
        'From: =?UTF-8?Q?Br=C3=ADd_O=27Malley?= <brid@desk.example.org>',
        'To: copy@example.org',
        'Date: Thu, 6 Jun 2024 10:00:00 +0100',
        'Subject: =?UTF-8?Q?Light?= =?UTF-8?Q?house_caf=C3=A9_opens?=',
        'Content-Type: multipart/alternative; boundary="b1"',
      ],
      `
--b1
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

GALWAY =E2=80=94 The light=
house caf=C3=A9 opened on Thursday.

Everyone had cake.

-- =20
Br=C3=ADd O'Malley
Tel 555 0100
--b1
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<div><p>GALWAY =E2=80=94 The lighthouse caf=C3=A9 opened on Thursday.</p><p>Everyone had cake.</p><div class=3D"gmail_signature">Br=C3=ADd O'Malley<br>Tel 555 0100</div></div>
--b1--
`,
    ),
    items: [
      {
        headline: 'Lighthouse café opens',
        versionCreated: '2024-06-06T09:00:00Z',
        body: 'GALWAY — The lighthouse café opened on Thursday. Everyone had cake.',
        notInBody: ['0100'],
      },
    ],
  },
  {
    name: 'mail: base64 windows-1251, the subject in koi8-r',
    bytes: mail(
      [
        'Message-ID: <a2@port.example.ru>',
        `From: =?windows-1251?B?${Buffer.from(encoded('Глеб Зимин', 'windows-1251')).toString('base64')}?= <gz@port.example.ru>`,
        'Date: Tue, 12 Mar 2019 14:30:00 +0300',
        `Subject: =?koi8-r?B?${Buffer.from(encoded('Ледокол вернулся', 'koi8-r')).toString('base64')}?=`,
        'Content-Type: text/plain; charset=windows-1251',
        'Content-Transfer-Encoding: base64',
      ],
      `\n${b64('МУРМАНСК, 12 марта. Ледокол «Заря» вернулся в порт.\r\n\r\nЭкипаж здоров.\r\n', 'windows-1251')}\n`,
    ),
    items: [
      {
        headline: 'Ледокол вернулся',
        versionCreated: '2019-03-12T11:30:00Z',
        body: 'МУРМАНСК, 12 марта. Ледокол «Заря» вернулся в порт. Экипаж здоров.',
      },
    ],
  },
  {
    name: 'mail: ISO-2022-JP in seven bits',
    bytes: encoded(
      crlf(`Message-ID: <a3@shinbun.example.jp>
From: desk@shinbun.example.jp
Date: Sun, 9 Dec 2018 21:37:00 +0900
Subject: =?ISO-2022-JP?B?GyRCOEUkJDY2GyhC?=
MIME-Version: 1.0
Content-Type: text/plain; charset=ISO-2022-JP
Content-Transfer-Encoding: 7bit

\x1b$B:k6L8)$NLZB$$N66$,:F3+$7$?!#\x1b(B
`),
      'latin1',
    ),
    items: [{ headline: '古い橋', versionCreated: '2018-12-09T12:37:00Z', body: '埼玉県の木造の橋が再開した。' }],
  },
  {
    name: 'mail: GB18030 in base64, urgent, with an embargo line in the text',
    bytes: mail(
      [
        'Message-ID: <a4@news.example.cn>',
        'From: desk@news.example.cn',
        'Date: Fri, 2 Feb 2024 10:00:00 +0800',
        'X-Priority: 1 (Highest)',
        'Importance: High',
        `Subject: =?gb18030?B?${Buffer.from(encoded('灯塔重新开放', 'gb18030')).toString('base64')}?=`,
        'Content-Type: text/plain; charset=gb18030',
        'Content-Transfer-Encoding: base64',
      ],
      `\n${b64('灯塔周五重新开放。\r\n\r\n入场免费。\r\n', 'gb18030')}\n`,
    ),
    items: [
      { headline: '灯塔重新开放', versionCreated: '2024-02-02T02:00:00Z', body: '灯塔周五重新开放。 入场免费。' },
    ],
  },
  {
    name: 'mail: a forwarded release, twice over, with an embargo line',
    bytes: mail(
      [
        'Message-ID: <a5@desk.example.org>',
        'From: Night Desk <night@desk.example.org>',
        'Date: Thu, 6 Jun 2024 23:00:00 +0000',
        'Subject: Fwd: FW: EMBARGOED: Harbour trust names new chair',
        'Content-Type: text/plain; charset=us-ascii',
      ],
      `
For your attention, please check.

---------- Forwarded message ---------
From: Press Office <press@harbour.example.org>
Date: Thu, 6 Jun 2024 at 09:00
Subject: EMBARGOED: Harbour trust names new chair
To: <night@desk.example.org>

EMBARGOED UNTIL 00:01 GMT 8 June 2024

The harbour trust has named Agnes Pell as its chair.

She starts in July.
`,
    ),
    items: [
      {
        headline: 'EMBARGOED: Harbour trust names new chair',
        status: 'embargoed',
        embargoedUntil: '2024-06-08T00:01:00Z',
        notInBody: ['For your attention', 'night@desk'],
      },
    ],
  },
  {
    name: 'mail: a form of keys and values',
    bytes: mail(
      [
        'Message-ID: <a6@forms.example.com>',
        'From: forms@example.com',
        'Date: Wed, 4 May 2016 21:11:46 -0700',
        'Subject: Formatted Editorial Story',
        'Content-Type: text/plain; charset=utf-8',
        'Content-Transfer-Encoding: 8bit',
      ],
      `
Slugline: LIGHTHOUSE NZ
Headline: Keepers go home
News Value: 2
Byline: Aroha Tamihana
Dateline: WELLINGTON
Priority: 3
Copyright: Example Agency
Body: The keepers of the last staffed lighthouse went home on Wednesday.

They had been there since 1975.
`,
    ),
    items: [
      {
        headline: 'Keepers go home',
        slug: 'LIGHTHOUSE NZ',
        bylines: [{ name: 'Aroha Tamihana' }],
        dateline: { text: 'WELLINGTON', city: 'Wellington' },
        body: 'The keepers of the last staffed lighthouse went home on Wednesday. They had been there since 1975.',
      },
    ],
  },
  {
    name: 'mail: a story attached as ninjs beside a cover note',
    bytes: mail(
      [
        'Message-ID: <a7@agency.example>',
        'From: feed@agency.example',
        'Date: Wed, 4 May 2022 12:00:00 +0000',
        'Subject: Story 5 of 9',
        'Content-Type: multipart/mixed; boundary=xx',
      ],
      `
--xx
Content-Type: text/plain

Please find the story attached.
--xx
Content-Type: application/json; name="story.json"
Content-Disposition: attachment; filename="story.json"
Content-Transfer-Encoding: base64

${b64(JSON.stringify({ uri: 'urn:x:5', type: 'text', version: '1', pubstatus: 'usable', versioncreated: '2022-05-04T11:00:00Z', language: 'vi', headline: 'Ngọn hải đăng mở cửa trở lại', body_html: '<p>Ngọn hải đăng mở cửa trở lại hôm thứ Tư.</p>' }), 'utf-8')}
--xx--
`,
    ),
    items: [
      {
        uri: 'urn:x:5',
        headline: 'Ngọn hải đăng mở cửa trở lại',
        language: 'vi',
        versionCreated: '2022-05-04T11:00:00Z',
        body: 'Ngọn hải đăng mở cửa trở lại hôm thứ Tư.',
      },
    ],
  },
  {
    name: 'mail: related parts, a picture by Content-ID, HTML only',
    bytes: mail(
      [
        'Message-ID: <a8@agency.example>',
        'From: Correspondent Ulla Ek <ulla@agency.example>',
        'Date: Wed, 4 May 2022 12:00:00 +0200',
        'Subject: URGENT: Fyren brinner',
        'Content-Language: sv',
        'Content-Type: multipart/related; boundary=rr',
      ],
      `
--rr
Content-Type: text/html; charset=iso-8859-1
Content-Transfer-Encoding: 8bit

<html><head><style>p{color:red}</style></head><body><p>VISBY. Fyren på Östergarn brinner.</p><img src="cid:p1@x"><p>Ingen är skadad.</p></body></html>
--rr
Content-Type: image/png; name=fyr.png
Content-ID: <p1@x>
Content-Transfer-Encoding: base64

iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==
--rr--
`,
    ),
    items: [
      {
        headline: 'URGENT: Fyren brinner',
        urgency: 3,
        language: 'sv',
        body: 'VISBY. Fyren på Östergarn brinner. Ingen är skadad.',
        notInBody: ['color'],
      },
    ],
  },
]
