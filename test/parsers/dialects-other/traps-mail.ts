import { Buffer } from 'node:buffer'
import { crlf, encoded } from './document.ts'
import type { Dialect } from './document.ts'
import { iim, jpeg, xmp } from './picture-bytes.ts'

const base64 = (bytes: Uint8Array): string =>
  (
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\r\n')
const mail = (text: string, charset = 'utf-8'): Uint8Array => encoded(crlf(text), charset)

const picture = new Uint8Array(
  jpeg({
    iim: iim([
      [2, 105, 'Fyrtårnet'],
      [2, 120, 'Fyrtårnet på Lista lyser igjen, fredag 1. mars 2024. Foto: Sunniva Dale / NTB'],
    ]),
  }),
)

/** What trips readers of mail, pictures and archives. */
export const trapsMail: readonly Dialect[] = [
  {
    name: 'mail trap: a charset that lies, Outlook forwarding, a subject over two encoded words',
    bytes: mail(`Message-ID: <t1@example.gr>
From: desk@example.gr
Date: Fri, 1 Mar 2024 12:00:00 +0200
Subject: FW: =?utf-8?B?zqbOrM+Bzr/Pgg==?= =?utf-8?Q?_=CE=B1=CE=BD=CE=BF=CE=AF=CE=B3=CE=B5=CE=B9?=
MIME-Version: 1.0
Content-Type: text/plain; charset=us-ascii
Content-Transfer-Encoding: 8bit

-----Original Message-----
From: Τύπος <press@faros.example.gr>
Sent: Friday, March 1, 2024 11:00 AM
To: desk@example.gr
Subject: Φάρος ανοίγει

Ο φάρος ανοίγει ξανά την Παρασκευή.

Η είσοδος είναι ελεύθερη.
`),
    items: [
      {
        headline: 'Φάρος ανοίγει',
        body: 'Ο φάρος ανοίγει ξανά την Παρασκευή. Η είσοδος είναι ελεύθερη.',
        versionCreated: '2024-03-01T10:00:00Z',
      },
    ],
  },
  {
    name: 'mail trap: format=flowed, quoted wholly, a signature whose blank was lost',
    bytes: mail(`Message-ID: <t2@example.ie>
From: Stringer <s@example.ie>
Date: Fri, 1 Mar 2024 12:00:00 +0000
Subject: Bulletin: Bridge closed
Content-Type: text/plain; charset=utf-8; format=flowed

CORK - The old bridge over the river was closed on Friday after a 
lorry struck its parapet.

Engineers are to report on Monday.

--
Stringer Cork
s@example.ie +353 21 000 0000
`),
    items: [
      {
        headline: 'Bulletin: Bridge closed',
        urgency: 2,
        body: 'CORK - The old bridge over the river was closed on Friday after a lorry struck its parapet. Engineers are to report on Monday.',
        notInBody: ['353'],
      },
    ],
  },
  {
    name: 'mail trap: a message within a message, and a picture with its caption inside',
    bytes: mail(`Message-ID: <t3@example.no>
From: foto@example.no
Date: Fri, 1 Mar 2024 12:00:00 +0100
Subject: Bilder
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="=_b"

--=_b
Content-Type: message/rfc822

Message-ID: <t4@example.no>
From: Vidar Lie <vidar@example.no>
Date: Fri, 1 Mar 2024 11:00:00 +0100
Subject: =?iso-8859-1?Q?Fyrt=E5rnet_lyser?=
Content-Type: text/html; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

<p>Fyrt=E5rnet p=E5 Lista lyser igjen.</p><p>=ABEndelig!=BB sier f=
yrvokteren.</p>
--=_b
Content-Type: image/jpeg; name="=?utf-8?Q?fyrt=C3=A5rn.jpg?="
Content-Disposition: attachment; filename*=utf-8''fyrt%C3%A5rn.jpg
Content-Transfer-Encoding: base64

${base64(picture)}
--=_b--
`),
    items: [
      {
        headline: 'Bilder',
        captions: [
          {
            text: 'Fyrtårnet på Lista lyser igjen, fredag 1. mars 2024.',
            credit: 'Foto: Sunniva Dale / NTB',
            photographer: 'Sunniva Dale',
          },
        ],
      },
      {
        headline: 'Fyrtårnet lyser',
        body: 'Fyrtårnet på Lista lyser igjen. «Endelig!» sier fyrvokteren.',
        versionCreated: '2024-03-01T10:00:00Z',
      },
    ],
  },
  {
    name: 'mail trap: a Google form as JSON',
    bytes: mail(`Message-ID: <t5@forms.example>
From: forms@example.com
Date: Fri, 1 Mar 2024 12:00:00 +0000
Subject: {"Form":"Editorial"}
Content-Type: text/plain; charset="UTF-8"

{"Username":["tk"],"Slugline":["KETTLE NZ"],"Headline":["Kettle festival boils over"],"Byline":["Mere Parata"],"Dateline":["NAPIER, March 1"],"News Value":["2"],"Priority":["3 - Normal"],"Category":["International"],"Abstract":["A kettle festival."],"Body":["The kettle festival boiled over.\\n\\nNobody was burnt, \\"just steamed\\"."],"Embargo":["2024-03-02 06:00 NZDT"]}
`),
    items: [
      {
        headline: 'Kettle festival boils over',
        slug: 'KETTLE NZ',
        bylines: [{ name: 'Mere Parata' }],
        dateline: { city: 'Napier', date: 'March 1' },
        urgency: 2,
        abstract: 'A kettle festival.',
        categories: ['International'],
        embargoedUntil: '2024-03-01T17:00:00Z',
        status: 'embargoed',
        body: 'The kettle festival boiled over. Nobody was burnt, "just steamed".',
      },
    ],
  },
  {
    name: 'picture trap: persons, event and rights in XMP, structure as attributes and elements, no IIM',
    bytes: new Uint8Array(
      jpeg({
        xmp: xmp(
          '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">Ilse Brandt, links, in Kiel, Mittwoch, 5. Juni 2024.</rdf:li></rdf:Alt></dc:description><dc:creator><rdf:Seq><rdf:li>JÖRN PETERSEN</rdf:li></rdf:Seq></dc:creator><photoshop:AuthorsPosition>Freier Fotograf</photoshop:AuthorsPosition><photoshop:Credit>Küstenbild/Jörn Petersen</photoshop:Credit><Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>Ilse Brandt</rdf:li></rdf:Bag></Iptc4xmpExt:PersonInImage><Iptc4xmpExt:Event><rdf:Alt><rdf:li xml:lang="x-default">Kieler Woche</rdf:li></rdf:Alt></Iptc4xmpExt:Event><photoshop:DateCreated>2024-06-05T11:00:00</photoshop:DateCreated><photoshop:CaptionWriter>xx</photoshop:CaptionWriter><Iptc4xmpCore:CountryCode>DEU</Iptc4xmpCore:CountryCode><photoshop:City>Kiel</photoshop:City><photoshop:Category>SPO</photoshop:Category>',
        ),
      }),
    ),
    zone: 'Europe/Berlin',
    items: [
      {
        type: 'picture',
        captions: [{ text: 'Ilse Brandt, links, in Kiel, Mittwoch, 5. Juni 2024.', photographer: 'Jörn Petersen' }],
        bylines: [{ name: 'Jörn Petersen', title: 'Freier Fotograf' }],
        people: [{ name: 'Ilse Brandt' }],
        events: [{ name: 'Kieler Woche' }],
        creditLine: 'Küstenbild/Jörn Petersen',
        dateline: { city: 'Kiel' },
        categories: ['SPO'],
        firstCreated: '2024-06-05T09:00:00Z',
      },
    ],
  },
]
