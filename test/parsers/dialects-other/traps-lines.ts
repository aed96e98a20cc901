import { crlf, encoded } from './document.ts'
import type { Dialect } from './document.ts'

/** What trips readers of line formats. */
export const trapsLines: readonly Dialect[] = [
  {
    name: 'anpa trap: line feeds only, no first line, a slug with a comma in its words, windows-1252 quotes',
    bytes: encoded(
      `r i \x13\x11 BC-EU-France-PetsandWine,2ndLd     02-28     \n\x02^BC-EU--France-Pets, Wine and Song, 2nd Ld,220<\n^Paris caf\xe9 opens for pets, wine and song<\n^Eds: ADDS quotes. With AP Photos.<\n^By ÉLISE D'AMBROSIO and JOHN McRAE=\n^Associated Press Writers=\n\t   PARIS (AP) _ A caf\xe9 for pets opened. \x93Woof,\x94 said no one.\n\n\t   It serves wine.\n\x03AP-WF-02-28-07 2359GMT<\n`,
      'latin1',
    ),
    items: [
      {
        slug: 'EU--France-Pets, Wine and Song',
        takeKey: '2nd Ld',
        headline: 'Paris café opens for pets, wine and song',
        editorialNote: 'Eds: ADDS quotes. With AP Photos.',
        bylines: [{ name: "Élise D'Ambrosio" }, { name: 'John McRae' }],
        dateline: { text: 'PARIS', city: 'Paris' },
        versionCreated: '2007-02-28T23:59:00Z',
        categories: ['i'],
        body: 'PARIS (AP) — A café for pets opened. “Woof,” said no one. It serves wine.',
      },
    ],
  },
  {
    name: '7901 trap: HOLD and KILL of dpa, a zone of summer, fill bytes at the end',
    bytes: encoded(
      crlf(`\x01eca0200 2 i 40  dpa 0200

Ferry/
\x02KILL KILL KILL
Please kill eca0199 "Ferry sinks off Rostock" =

Rostock (dpa) - Please kill our item eca0199 "Ferry sinks off Rostock". The ferry did not sink.

\x03242200 CEST Jun 24
\x7f\x7f\x04`),
      'latin1',
    ),
    items: [
      {
        editorialType: 'kill',
        publishable: false,
        urgency: 2,
        categories: ['i'],
        versionCreated: '2024-06-24T20:00:00Z',
        dateline: { text: 'Rostock' },
      },
    ],
  },
  {
    name: 'zczc trap: telex of a small agency, letters and figures, Spanish, several with their own closing',
    bytes: encoded(
      crlf(`ZCZC PLA0123
U NAC
Apicultores de Ñuble piden ayuda

CHILLÁN, 12 mar (PLA) - Los apicultores de Ñuble pidieron
ayuda este lunes.

La sequía mató la mitad de las colmenas.
NNNN

ZCZC PLA0124
R DEP
Remeros ganan en Valdivia

VALDIVIA, 12 mar (PLA) - Los remeros locales ganaron
la regata.
NNNN
`),
      'latin1',
    ),
    receivedAt: '2024-03-12T20:00:00Z',
    items: [
      {
        headline: 'Apicultores de Ñuble piden ayuda',
        dateline: { city: 'Chillán', date: '12 mar' },
        body: 'CHILLÁN, 12 mar (PLA) - Los apicultores de Ñuble pidieron ayuda este lunes. La sequía mató la mitad de las colmenas.',
      },
      { headline: 'Remeros ganan en Valdivia', dateline: { city: 'Valdivia' } },
    ],
  },
  {
    name: 'zczc trap: AAP sport with a lead number, a dollar in the first words and a table',
    bytes: encoded(
      crlf(`ZCZC AAP
$F
:Dairy Prices
=2 Lead
^Milk auction ends higher
*X
&A
+04000000
SYDNEY, June 3 AAP - Prices at the milk auction rose to
$3,210 a tonne.

Product        US$/t    Change
Whole powder   3,210    +2.1
Butter         5,870    -0.4

$50 million changed hands.

AAP jd/ab
NNNN`),
    ),
    receivedAt: '2019-06-03T05:00:00Z',
    items: [
      {
        slug: 'Dairy Prices',
        takeKey: '2 Lead',
        headline: 'Milk auction ends higher',
        categories: ['F'],
        subjects: [{ code: '04000000' }],
        source: 'AAP',
        dateline: { city: 'Sydney', date: 'June 3' },
        body: 'SYDNEY, June 3 AAP - Prices at the milk auction rose to $3,210 a tonne. Product US$/t Change Whole powder 3,210 +2.1 Butter 5,870 -0.4 $50 million changed hands.',
      },
    ],
  },
  {
    name: 'asianet trap: a Chinese-English release with kicker, bullets, and links to photos',
    bytes: encoded(
      crlf(`SOURCE: Ming Lantern Group
MEDIA RELEASE PR71111

Ming Lantern Group Lights
Ten Thousand Lanterns

XI'AN, China, Feb. 5, 2019 /Xinhua-AsiaNet/ --

Ming Lantern Group (明灯集团) lit ten thousand lanterns on the old city wall on Tuesday.

-- The lanterns burn for 15 nights.
-- Entry is free.

Image Attachments Links:
http://asianetnews.example/view-attachment?attach-id=330001

SOURCE: Ming Lantern Group
`),
    ),
    items: [
      {
        headline: 'Ming Lantern Group Lights Ten Thousand Lanterns',
        takeKey: 'Ming Lantern Group',
        source: 'AsiaNet',
        dateline: { city: "Xi'an", date: 'Feb. 5, 2019' },
        versionCreated: '2019-02-05T00:00:00Z',
        body: "XI'AN, China, Feb. 5, 2019 /Xinhua-AsiaNet/ -- Ming Lantern Group (明灯集团) lit ten thousand lanterns on the old city wall on Tuesday. -- The lanterns burn for 15 nights. -- Entry is free. Image Attachments Links: http://asianetnews.example/view-attachment?attach-id=330001 SOURCE: Ming Lantern Group",
      },
    ],
  },
]
