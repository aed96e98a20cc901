import { encoded } from './document.ts'
import type { Dialect } from './document.ts'

const SYN = '\x16\x16\x01'

/** ANPA 1312 as AP and Kyodo send it. */
export const anpa: readonly Dialect[] = [
  {
    name: 'anpa: a writethru of AP with notes, byline, dateline and tail',
    bytes: encoded(
      `${SYN}W2870\x1fnational\r\nr f \x13\x11 BC-US--Harbor-Ferry,1stLd-Writethru     12-05 0590\r\n\x02^BC-US--Harbor Ferry, 1st Ld-Writethru,127<\r\n^Ferry drifts for hours off Maine<\r\n^AP Photo XRE109, VLM126<\r\n^Eds: UPDATES: With quotes.<\r\n^By MARGRETHE O'DELL=\r\n^AP Business Writer=\r\n\t   ROCKLAND, Maine (AP) _ A ferry drifted for six hours. \`\`We waited,'' said Ann Lee.\r\n\t   It cost 7{ million dollars.\r\n\t   ___\r\n\t   Associated Press writer Hal Ito in Augusta contributed to this report.\r\n\x03AP-WF-12-05-24 1102GMT<\r\n\r\n\x0c\r\n\x04`,
      'latin1',
    ),
    items: [
      {
        type: 'text',
        urgency: 4,
        slug: 'US--Harbor Ferry',
        takeKey: '1st Ld-Writethru',
        headline: 'Ferry drifts for hours off Maine',
        byline: "By MARGRETHE O'DELL",
        bylines: [{ name: "Margrethe O'Dell", title: 'AP Business Writer' }],
        editorialNote: 'Eds: UPDATES: With quotes.',
        editorialType: 'writethru',
        categories: ['f'],
        versionCreated: '2024-12-05T11:02:00Z',
        dateline: { text: 'ROCKLAND, Maine', city: 'Rockland' },
        body: 'ROCKLAND, Maine (AP) - A ferry drifted for six hours. "We waited," said Ann Lee. It cost 7½ million dollars. ___ Associated Press writer Hal Ito in Augusta contributed to this report.',
      },
    ],
  },
  {
    name: 'anpa: an alert without headline and a table, in one stream',
    bytes: encoded(
      `${SYN}a0001\x1f-----\r\nf i \x13\x11 BC-APNewsAlert    03-03 0020\r\n\x02^BC-APNewsAlert<\r\n\t   LIMA, Peru (AP) _ Peru's Congress elects a new speaker.\r\n\x03AP-WF-03-03-20 0101GMT<\r\n\x04${SYN}s0093\x1fsports\r\nr s \x14\x12 BC-SOC--Highland-Standings    03-03 0120\r\n\x02^BC-SOC--Highland Standings,60<\r\n^Highland League Standings<\r\n^By The Associated Press=\r\n\x08;W;L;Pts<\r\n\x08Brora;10;2;32<\r\n\x08Keith;9;3;29<\r\n\x03AP-WF-03-03-20 0202GMT<\r\n\x04`,
      'latin1',
    ),
    items: [
      {
        urgency: 1,
        slug: 'APNewsAlert',
        editorialType: 'alert',
        versionCreated: '2020-03-03T01:01:00Z',
        dateline: { text: 'LIMA, Peru', city: 'Lima' },
        body: "LIMA, Peru (AP) - Peru's Congress elects a new speaker.",
      },
      {
        slug: 'SOC--Highland Standings',
        headline: 'Highland League Standings',
        byline: 'By The Associated Press',
        categories: ['s'],
        body: 'W L Pts Brora 10 2 32 Keith 9 3 29',
      },
    ],
  },
  {
    name: 'anpa: Kyodo, day before month, plus at the end of the headline',
    bytes: encoded(
      `${SYN}K0042\x1fkws\r\nr i \x13\x11 BC-Saitama-bridge    09-12 0100\r\n\x02^BC-Saitama-bridge<\r\n^Old bridge reopens in Saitama+<\r\n     SAITAMA, Japan, Dec. 9 Kyodo - A wooden bridge reopened Sunday.\r\n     Some 300 people crossed it.\r\n\x03KWS-21:37-09-12-18\r\n\x04`,
      'latin1',
    ),
    items: [
      {
        slug: 'Saitama-bridge',
        headline: 'Old bridge reopens in Saitama',
        urgency: 4,
        categories: ['i'],
        dateline: { city: 'Saitama', date: 'Dec. 9' },
        versionCreated: '2018-12-09T12:37:00Z',
        body: 'SAITAMA, Japan, Dec. 9 Kyodo - A wooden bridge reopened Sunday. Some 300 people crossed it.',
      },
    ],
  },
  {
    name: 'anpa: a prose kill and a correction',
    bytes: encoded(
      `${SYN}V9993\x1f-----\r\nb v \x13\x11 BC-Granary-Fire,KILL    10-10 0050\r\n\x02^BC-Granary Fire, KILL<\r\n^Eds: Members are asked to kill BC-Granary Fire, V9991.<\r\n\t   GDANSK, Poland (AP) _ Please kill the story Granary Fire, V9991. The account was wrong. A kill is mandatory. Make certain the story is not used.\r\n\t   The AP\r\n\x03AP-WF-10-10-19 1200GMT<\r\n\x04${SYN}V9994\x1f-----\r\nu i \x13\x11 BC-Granary-Count,Correction    10-10 0050\r\n\x02^BC-Granary Count, Correction<\r\n^Eds: CORRECTS: spelling of town<\r\n^Correction: Granary Count story<\r\n\t   GDANSK, Poland (AP) _ In a story Oct. 9 about granaries, The Associated Press reported erroneously that there were four. There were five.\r\n\x03AP-WF-10-10-19 1210GMT<\r\n\x04`,
      'latin1',
    ),
    items: [
      { editorialType: 'kill', publishable: false, notPublishable: 'kill-notice', slug: 'Granary Fire', urgency: 2 },
      {
        editorialType: 'correction',
        slug: 'Granary Count',
        headline: 'Correction: Granary Count story',
        urgency: 3,
        editorialNote: 'Eds: CORRECTS: spelling of town',
        dateline: { text: 'GDANSK, Poland', city: 'Gdansk' },
      },
    ],
  },
]
