import { crlf, encoded } from './document.ts'
import type { Dialect } from './document.ts'

/** Line formats of Australia and New Zealand: ZCZC, press releases, results, News Bites. */
export const zczc: readonly Dialect[] = [
  {
    name: 'zczc: an AAP story with field marks',
    bytes: encoded(
      crlf(`ZCZC AAP
%A
#Court: Lanternfish_BC3
$Man jailed over theft of lantern fish
:(PERTH)
&AAPIS\\Doer
*02000000
@WA
A man who stole 300 lantern fish has been jailed.

   Desmond Urquhart, 44, pleaded guilty in Perth.

   He will be eligible for parole in May.

AAP RTV
NNNN`),
    ),
    items: [
      {
        slug: 'Court: Lanternfish_BC3',
        takeKey: '(PERTH)',
        headline: 'Man jailed over theft of lantern fish',
        subjects: [{ code: '02000000' }],
        body: 'A man who stole 300 lantern fish has been jailed. Desmond Urquhart, 44, pleaded guilty in Perth. He will be eligible for parole in May.',
        notInBody: ['RTV'],
      },
    ],
  },
  {
    name: 'zczc: two sports bulletins of Pagemasters, dateline with a day',
    bytes: encoded(
      `   ZCZC AAP\r$S\r:Row Kings\r=Heats\r^ROW: Kings Cup heats\r*X\r&T\r+15043000\rSYDNEY, March 23 AAP - Results from the Kings Cup:\r\n\t\r\n\tHeat 1\r\n\t1. Western Australia              6:01.22\r\n\t2. Tasmania                       6:03.10\r\n\t\r\n\t   AAP\r\nNNNN\r\n   ZCZC AAP\r$S\r:Row Queens\r=Heats\r^ROW: Queens Cup heats\r*X\r&T\r+15043000\rSYDNEY, March 23 AAP - Results from the Queens Cup:\r\n\t\r\n\tHeat 1\r\n\t1. Victoria              6:41.22\r\n\t   AAP\r\nNNNN\r\n`,
    ),
    receivedAt: '2018-03-24T00:00:00Z',
    items: [
      {
        slug: 'Row Kings',
        takeKey: 'Heats',
        headline: 'ROW: Kings Cup heats',
        categories: ['S'],
        subjects: [{ code: '15043000' }],
        dateline: { city: 'Sydney', date: 'March 23' },
        body: 'SYDNEY, March 23 AAP - Results from the Kings Cup: Heat 1 1. Western Australia 6:01.22 2. Tasmania 6:03.10',
      },
      { slug: 'Row Queens', headline: 'ROW: Queens Cup heats', dateline: { city: 'Sydney', date: 'March 23' } },
    ],
  },
  {
    name: 'zczc: racing prices with a routing line and a slug of two parts',
    bytes: encoded(
      crlf(`ZCZC FMG000
YY TDR
:POTTED :Oakvale MARKET DAY
    ADELAIDE, Oct 12 AAP - Latest betting for tomorrow's
Oakvale gallops.-

Race one Oakvale - Tin Kettle Hcp
  3.00 Paper Moon
  4.80 Gumnut
 11.00 Wattle, Spinifex
    AAP BETTING


NNNN
`),
    ),
    items: [
      {
        slug: 'Oakvale MARKET DAY',
        headline: 'Oakvale MARKET DAY',
        dateline: { text: 'ADELAIDE, Oct 12', city: 'Adelaide', date: 'Oct 12' },
        body: "ADELAIDE, Oct 12 AAP - Latest betting for tomorrow's Oakvale gallops.- Race one Oakvale - Tin Kettle Hcp 3.00 Paper Moon 4.80 Gumnut 11.00 Wattle, Spinifex",
      },
    ],
  },
  {
    name: 'zczc: a form guide without marks, title with its day',
    bytes: encoded(
      crlf(`ZCZC FMG000
HH TDCom
Kettleby Comment Saturday races 1-2
   Race One - Lamp Oil Mdn 1400m
\t   APPLE TART (G Tobin) 5m By Cinnamon - Clove (16:0-0-0): Overraced early. Each-way hope.
\t   BRASS BAND (C Moe) 4g By Tuba - Lyre (5:0-0-0): Slowly away.
   Ends Kettleby Comment Saturday races 1-2
   AAP COMMENT
NNNN`),
    ),
    items: [
      {
        slug: 'Kettleby Comment',
        takeKey: 'Saturday races 1-2',
        body: 'Race One - Lamp Oil Mdn 1400m APPLE TART (G Tobin) 5m By Cinnamon - Clove (16:0-0-0): Overraced early. Each-way hope. BRASS BAND (C Moe) 4g By Tuba - Lyre (5:0-0-0): Slowly away. Ends Kettleby Comment Saturday races 1-2',
      },
    ],
  },
  {
    name: 'asianet: a release with issuer, number and foreign letters',
    bytes: encoded(
      crlf(`Source: Koala Kiln Cooperative
MEDIA RELEASE PR70012
Koala Kiln Cooperative Fires World's Largest Teapot

MELBOURNE, Feb. 3, 2017 /PRNewswire-AsiaNet/ --

    The Koala Kiln Cooperative today fired the world's largest
teapot, holding 900 litres.
    "It pours well," said chair Zoë Nguyễn.

Contact:
Zoë Nguyễn
press@example.com.au

SOURCE: Koala Kiln Cooperative
`),
    ),
    items: [
      {
        headline: "Koala Kiln Cooperative Fires World's Largest Teapot",
        takeKey: 'Koala Kiln Cooperative',
        source: 'AsiaNet',
        dateline: { text: 'MELBOURNE, Feb. 3, 2017', city: 'Melbourne', date: 'Feb. 3, 2017' },
        body: 'MELBOURNE, Feb. 3, 2017 /PRNewswire-AsiaNet/ -- The Koala Kiln Cooperative today fired the world\'s largest teapot, holding 900 litres. "It pours well," said chair Zoë Nguyễn. Contact: Zoë Nguyễn press@example.com.au SOURCE: Koala Kiln Cooperative',
      },
    ],
  },
  {
    name: 'pda: greyhound results by race',
    bytes: encoded(
      crlf(`Kettleby, Wednesday 28 Apr 2016
PL|DOG|BOX|RUG|S/P|HP|MGIN|MGIN
Race 1|BRASS TAP CUP|06:58PM
Grade 7|311M
1|TEA TOWEL|2|2|$2.80F||1.50|
2|OVEN MITT|1|1|$3.10||1.50|1.50
S|LOST SOCK||8||||
TIME: 18.04 (2)
`),
    ),
    items: [
      {
        headline: 'Kettleby, Wednesday 28 Apr 2016',
        body: 'PL DOG BOX RUG S/P HP MGIN MGIN Race 1 BRASS TAP CUP 06:58PM Grade 7 311M 1 TEA TOWEL 2 2 $2.80F 1.50 2 OVEN MITT 1 1 $3.10 1.50 1.50 S LOST SOCK 8 TIME: 18.04 (2)',
      },
    ],
  },
  {
    name: 'news bites: company news with curly quotes in windows-1252',
    bytes: encoded(
      crlf(`zczc
AN#26945333
KN#News Bites
PD#07 June 2016 14:05:00
CO#TPT.AX
SO#ASX
SF#*
BY#Morwenna Pike
KY#ACNB Comnews TPT.AX
TI#Teapot Holdings opens second kiln
AB#Teapot’s second kiln is open.
TX#
Teapot’s second kiln opened on Tuesday – the first was built in 1911.
It employs 40.
nnnn
`),
      'windows-1252',
    ),
    items: [
      {
        uri: '26945333',
        headline: 'Teapot Holdings opens second kiln',
        abstract: 'Teapot’s second kiln is open.',
        byline: 'Morwenna Pike',
        bylines: [{ name: 'Morwenna Pike' }],
        source: 'News Bites',
        versionCreated: '2016-06-07T04:05:00Z',
        body: 'Teapot’s second kiln opened on Tuesday – the first was built in 1911. It employs 40.',
        notInBody: ['nnnn'],
      },
    ],
  },
]
