import { crlf, encoded } from '../dialects-other/document.ts'
import type { Dialect } from '../dialects-other/document.ts'

const SYN = '\x16\x16\x01'

/** Text wires: ANPA in takes, with accents, of Canada; IPTC 7901 of Italy, Austria, Sweden; Italian telex heads. */
export const lineWires: readonly Dialect[] = [
  {
    name: 'anpa: Canadian French with accents in eight bits, a writethru',
    bytes: encoded(
      `${SYN}P0412\x1fpresse\r\nr a \x13\x11 BC-Phare-Vendu-1erLd    09-15 0310\r\n\x02^BC-Phare-Vendu, 2nd Ld-Writethru<\r\n^Le phare de Cap-au-Renard vendu aux enchères<\r\n^Eds: MISE À JOUR: ajoute le prix<\r\n^Par OCÉANE THÉRIAULT=\r\n\t   CAP-AU-RENARD, Québec _ Le phare a été vendu mardi à une Montréalaise.\r\n\t   Son âge: 155 ans.\r\n\x03CP-15-09-26 1815GMT<\r\n\x04`,
      'windows-1252',
    ),
    receivedAt: '2026-09-15T18:16:00Z',
    items: [
      {
        slug: 'Phare-Vendu',
        takeKey: '2nd Ld-Writethru',
        editorialType: 'writethru',
        headline: 'Le phare de Cap-au-Renard vendu aux enchères',
        editorialNote: 'Eds: MISE À JOUR: ajoute le prix',
        byline: 'Par OCÉANE THÉRIAULT',
        bylines: [{ name: 'Océane Thériault' }],
        dateline: { text: 'CAP-AU-RENARD, Québec', city: 'Cap-au-Renard' },
        urgency: 4,
        categories: ['a'],
        body: 'CAP-AU-RENARD, Québec - Le phare a été vendu mardi à une Montréalaise. Son âge: 155 ans.',
      },
    ],
  },
  {
    name: 'anpa: a long story in two takes, then an add',
    bytes: encoded(
      `${SYN}A0101\x1f-----\r\nr n \x13\x11 AM-KelpCarts,1stTake    09-15 0800\r\n\x02^AM-Kelp Carts, 1st Take,800<\r\n^Horses still haul kelp on the Skerry shore<\r\n^By ADA MUIR=\r\n^Associated Press Writer=\r\n\t   NORTH SKERRY, Maine (AP) _ The horses come before dawn.\r\n\t   MORE\r\n\x03AP-WF-09-15-26 1000GMT<\r\n\x04${SYN}A0102\x1f-----\r\nr n \x13\x11 AM-KelpCarts,2ndTake    09-15 0400\r\n\x02^AM-Kelp Carts, 2nd Take,400<\r\n^NORTH SKERRY: before dawn.<\r\n\t   They have done so since 1811, the harvesters say.\r\n\x03AP-WF-09-15-26 1001GMT<\r\n\x04${SYN}A0103\x1f-----\r\nr n \x13\x11 AM-KelpCarts,1stAdd    09-15 0100\r\n\x02^AM-Kelp Carts, 1st Add,100<\r\n\t   The next harvest is in May.\r\n\x03AP-WF-09-15-26 1010GMT<\r\n\x04`,
      'latin1',
    ),
    items: [
      {
        slug: 'Kelp Carts',
        takeKey: '1st Take',
        editorialType: 'take',
        headline: 'Horses still haul kelp on the Skerry shore',
        bylines: [{ name: 'Ada Muir', title: 'Associated Press Writer' }],
        dateline: { text: 'NORTH SKERRY, Maine', city: 'North Skerry' },
        versionCreated: '2026-09-15T10:00:00Z',
      },
      { slug: 'Kelp Carts', takeKey: '2nd Take', editorialType: 'take' },
      {
        slug: 'Kelp Carts',
        takeKey: '1st Add',
        editorialType: 'add',
        body: 'The next harvest is in May.',
        versionCreated: '2026-09-15T10:10:00Z',
      },
    ],
  },
  {
    name: 'anpa: an advance for a date, and stock tables with semicolons',
    bytes: encoded(
      `${SYN}F0007\x1f-----\r\ns l \x13\x11 BC-FEA--CiderPress,ADV20    09-15 0500\r\n\x02^BC-FEA--Cider Press, ADV20,500<\r\n^$adv20<\r\n^FOR RELEASE SUNDAY, SEPT. 20, 2026, AND THEREAFTER<\r\n^Cider presses hum in the hills<\r\n^By TAM O'NEIL=\r\n\t   BRIDGETON, Vt. (AP) _ The presses hum.\r\n\x03AP-WF-09-15-26 0900GMT<\r\n\x04${SYN}F0008\x1f-----\r\nr f \x14\x12 BC-Wool-Prices    09-15 0050\r\n\x02^BC-Wool-Prices,50<\r\n^Wool prices at Port Skerry<\r\n\t   ;Open;Close\r\n\t   Fine;4.10;4.20\r\n\t   Coarse;2.00;1.90\r\n\x03AP-WF-09-15-26 1700GMT<\r\n\x04`,
      'latin1',
    ),
    items: [
      {
        slug: 'FEA--Cider Press',
        takeKey: 'ADV20',
        headline: 'Cider presses hum in the hills',
        status: 'embargoed',
        bylines: [{ name: "Tam O'Neil" }],
        dateline: { text: 'BRIDGETON, Vt.', city: 'Bridgeton' },
        body: 'BRIDGETON, Vt. (AP) - The presses hum.',
      },
      {
        slug: 'Wool-Prices',
        headline: 'Wool prices at Port Skerry',
        categories: ['f'],
        versionCreated: '2026-09-15T17:00:00Z',
        body: 'Open Close Fine 4.10 4.20 Coarse 2.00 1.90',
      },
    ],
  },
  {
    name: 'anpa: withhold, then elimination, by prose',
    bytes: encoded(
      `${SYN}V0300\x1f-----\r\nb v \x13\x11 BC-MillOwner,WITHHOLD    09-15 0040\r\n\x02^BC-Mill Owner, WITHHOLD<\r\n^Eds: WITHHOLD BC-Mill Owner, V0290, while facts are checked.<\r\n\t   PORT SKERRY, Maine (AP) _ Please withhold the story Mill Owner, V0290.\r\n\t   The AP\r\n\x03AP-WF-09-15-26 1210GMT<\r\n\x04${SYN}V0301\x1f-----\r\nb v \x13\x11 BC-PierSale,ELIMINATION    09-15 0040\r\n\x02^BC-Pier Sale, ELIMINATION<\r\n\t   PORT SKERRY, Maine (AP) _ Please eliminate BC-Pier Sale, V0288.\r\n\x03AP-WF-09-15-26 1215GMT<\r\n\x04`,
      'latin1',
    ),
    items: [
      {
        slug: 'Mill Owner',
        editorialType: 'withhold',
        publishable: false,
        notPublishable: 'withhold-notice',
        urgency: 2,
      },
      { slug: 'Pier Sale', editorialType: 'elimination', publishable: false },
    ],
  },
  {
    name: '7901: Swedish letters in the Swedish seven-bit code',
    bytes: encoded(
      `\x01ttb041 4 in 090  ttb 0041\r\nTåg/Östersund/\r\n\x02Tåget till Östersund går igen =\r\n   Östersund (TTB) - Tåget från Ånge går igen efter två dagar.\r\n   - Spåret är lagat, säger Åke Sjöö.\r\n\x03151130 GMT Sep 26\r\n\x04`
        .replace(/Å/g, ']')
        .replace(/Ö/g, '\\')
        .replace(/å/g, '}')
        .replace(/ä/g, '{')
        .replace(/ö/g, '|'),
      'latin1',
    ),
    items: [
      {
        urgency: 4,
        headline: 'Tåget till Östersund går igen',
        keywords: ['Tåg', 'Östersund'],
        dateline: { text: 'Östersund', city: 'Östersund' },
        versionCreated: '2026-09-15T11:30:00Z',
        body: 'Östersund (TTB) - Tåget från Ånge går igen efter två dagar. - Spåret är lagat, säger Åke Sjöö.',
      },
    ],
  },
  {
    name: '7901: Austrian market table with summer time, a correction before the headline',
    bytes: encoded(
      crlf(`\x01apx0207 5 wi 140  apx 0207

Börse/Wolle/Tabelle/
\x02KORREKTUR
Wollpreise in Hinterried =
(Berichtigt Zeile 2)
   Hinterried (APX) - Die Schlusskurse vom Dienstag:

Sorte        Schluss   Vortag
Merino         4,20     4,10
Cheviot        1,90     2,00

(Schluss) kä/ßl
\x03151720 MESZ Sep 26
\x04`),
      'windows-1252',
    ),
    items: [
      {
        urgency: 5,
        categories: ['wi'],
        keywords: ['Börse', 'Wolle', 'Tabelle'],
        headline: 'Wollpreise in Hinterried',
        takeKey: 'KORREKTUR',
        editorialType: 'correction',
        dateline: { text: 'Hinterried', city: 'Hinterried' },
        versionCreated: '2026-09-15T15:20:00Z',
      },
    ],
  },
  {
    name: '7901: English sports results of dpa, two leads, wrapped lines joined',
    bytes: encoded(
      crlf(`\x01eca0311 4 s 88  dpa 0311

Shinty/League/Results/
\x021ST LEAD
Kilmory stay top after late goal against
Newtonmuir
By Ailsa Finch, dpa =

Kilmory (dpa) - Kilmory stayed top of the Northern League on
Tuesday with a late goal.

Coach Rory Baird said: "We never stopped
running."

Notebook
## Editor's contacts
- Ailsa Finch, +44 30 000000
\x03
dpa af rb
152130 GMT Sep 26
\x04`),
      'latin1',
    ),
    items: [
      {
        headline: 'Kilmory stay top after late goal against Newtonmuir',
        takeKey: '1ST LEAD',
        editorialType: 'lead',
        categories: ['s'],
        bylines: [{ name: 'Ailsa Finch', organisation: 'dpa' }],
        dateline: { text: 'Kilmory' },
        versionCreated: '2026-09-15T21:30:00Z',
        body: 'Kilmory (dpa) - Kilmory stayed top of the Northern League on Tuesday with a late goal. Coach Rory Baird said: "We never stopped running."',
        notInBody: ['000000'],
      },
    ],
  },
  {
    name: 'zczc: an Italian agency with number, category, equals sign behind the headline and its own sign-off',
    bytes: encoded(
      crlf(`ZCZC
AGX0123 3 CRO 0 R01 /

Faro: riaperto a Capo Lucerna dopo tre anni =
(AGX) - Capo Lucerna, 15 set. - E' stato riaperto oggi il faro
di Capo Lucerna, chiuso da tre anni. Ad accendere la lampada la
guardiana, Loredana Piovan. (AGX)
Rm1/Lpv
151234 SET 26

NNNN`),
    ),
    zone: 'Europe/Rome',
    items: [
      {
        headline: 'Faro: riaperto a Capo Lucerna dopo tre anni',
        urgency: 3,
        categories: ['CRO'],
        dateline: { city: 'Capo Lucerna', date: '15 set.' },
        versionCreated: '2026-09-15T10:34:00Z',
        notInBody: ['NNNN', '151234'],
      },
    ],
  },
  {
    name: 'zczc: an Italian agency with a title in capitals, ISSN and stamp before NNNN',
    bytes: encoded(
      crlf(`ZCZC
ADX0456 7 ECO 0 ADX ECO NAZ

LANA: TULLINI (COLDI), 'PREZZI IN CRESCITA' =

      Borgolana, 15 set. (Adx) - Crescono i prezzi della lana. "E' una
buona annata", dice Ermete Tullini.

      (Bia/Adx)

ISSN 0000 - 0000
15-SET-26 12:40

NNNN`),
    ),
    zone: 'Europe/Rome',
    items: [
      {
        headline: "LANA: TULLINI (COLDI), 'PREZZI IN CRESCITA'",
        urgency: 7,
        categories: ['ECO'],
        dateline: { city: 'Borgolana', date: '15 set.' },
        versionCreated: '2026-09-15T10:40:00Z',
        notInBody: ['NNNN', '12:40'],
      },
    ],
  },
]
