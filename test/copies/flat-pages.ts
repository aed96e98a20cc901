// An invented agency story, as the agency sends it and as a paper's page looks when it is saved as text.

/** What the agency wrote, without the dateline. */
export const sentences: readonly string[] = [
  'The only ferry line to Granger Island will cancel every third sailing from Monday because it has run out of captains, the company said on Saturday.',
  'Twelve of its thirty masters have left since January, "and not one of them was replaced," said Wenna Aldcott, who runs the line.',
  'The cuts will fall on the early and late boats, which carry mostly nurses, pupils and bakers to the mainland and home again.',
  'About 2,300 people live on the island, and a third of them cross the sound to work, according to the county.',
  'A union for the crews said the company had been warned two years ago that its oldest masters were about to retire.',
  '"They were told in writing, with a list of birthdays," said Piers Hollowell, a spokesman for the union.',
  'The line answered that the nearest school for masters closed in 2024 and that candidates now have to travel 400 miles for an examination.',
  'County commissioners plan to meet on Thursday to decide whether a water taxi can be paid from the road fund.',
  'Fares will not change until the end of the summer, Aldcott said.',
  'The last time so many boats were missing was in the winter of 1998, when ice tore the rudder off the largest of them.',
]

interface RecordParts {
  readonly body?: readonly string[]
  readonly kill?: boolean
}

/** The record: NITF as the agency's interface gives it. */
export function record({ body = sentences, kill = false }: RecordParts = {}): string {
  const text = kill
    ? ['Kill the story slugged Ferry Captains. It is wrong in substance.']
    : [`ELMSPORT, Maine (AP) — ${body[0]}`, ...body.slice(1)]
  return `<?xml version="1.0" encoding="utf-8"?>
<nitf><head><docdata${kill ? ' management-status="canceled"' : ''}><doc-id regsrc="AP" id-string="f00dcafe00000000000000000000beef"/>
<date.issue norm="2026${kill ? '0315T090000' : '0314T210500'}Z"/>${kill ? '<del-list/><ed-msg info="KILL"/>' : ''}<doc.copyright holder="AP" year="2026"/></docdata></head>
<body><body.head><hedline><hl1>Island ferry line to cancel sailings as captains leave</hl1></hedline>
<byline>By ODA FENWRIGHT<byttl>Associated Press</byttl></byline><distributor>The Associated Press</distributor>
<dateline><location>ELMSPORT, Maine</location></dateline></body.head>
<body.content>${text.map((sentence) => `<p>${sentence}</p>`).join('')}
<p>___</p><p>Follow AP's coverage of islands at https://islands.example.org.</p></body.content></body></nitf>`
}

/** The same on a text wire: ANPA 1312, paragraphs wrapped and indented, quotes as the wire sets them. */
export function textWireRecord(): string {
  const lines = [`ELMSPORT, Maine (AP) _ ${sentences[0]}`, ...sentences.slice(1)].map((sentence) => {
    const quoted = sentence.replaceAll(/"([^"]*)"/g, "``$1''")
    return `\t   ${quoted.replaceAll(/(.{40,60}) /g, '$1\r\n')}\r\n`
  })
  return [
    '\x16\x16\x01W4711_state_\r\nr i\x13\x11BC-ME--Ferry Captains   03-14 0232\r\n',
    '\x02BC-ME--Ferry Captains,232<\r\n^Island ferry line to cancel sailings as captains leave <\r\n',
    '^By ODA FENWRIGHT=\r\n^Associated Press Writer=\r\n',
    ...lines,
    '\x03\r\n\t   AP-WF-03-14-26 2105GMT<\r\n\r\n\x0c\r\n\x04',
  ].join('')
}

interface PageParts {
  readonly headline?: string
  readonly agency?: readonly string[]
  readonly stamps?: readonly string[]
  readonly dateline?: readonly string[]
  readonly opening?: string
  readonly body?: readonly string[]
}

/** A paper's page of the story, flattened: navigation, a picture's caption printed twice, calls to subscribe, teasers. */
export function flatPage(parts: PageParts = {}): string {
  const {
    headline = 'Island ferry line to cancel sailings as captains leave',
    agency = ['By ODA FENWRIGHT', 'Associated Press'],
    stamps = ['March 14, 2026 06:20 PM', 'UPDATED 12 MINUTES AGO'],
    dateline = ['ELMSPORT, Maine'],
    opening = '',
    body = sentences,
  } = parts
  const caption = 'A ferry of the Granger Line leaves Elmsport, Maine, for Granger Island on Saturday, March 14, 2026.'
  return [
    'Skip to content',
    'Menu',
    'Search',
    caption,
    `${caption} Corwin Dale AP Photo`,
    'State News',
    headline,
    ...agency,
    ...stamps,
    ...dateline,
    `${opening}${body[0]}`,
    ...body.slice(1, 4),
    'Never miss a local story.',
    'Sign up today for unlimited digital access to our website, apps, the digital newspaper and more.',
    'SUBSCRIBE NOW',
    ...body.slice(4),
    'Comments',
    'Videos',
    'More Videos',
    'Heron stops traffic on the harbour bridge 1:12',
    'View More Video',
  ].join('\n\n')
}
