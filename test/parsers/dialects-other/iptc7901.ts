import { crlf, encoded } from './document.ts'
import type { Dialect } from './document.ts'

/** IPTC 7901 lines of German-language agencies. */
export const iptc7901: readonly Dialect[] = [
  {
    name: '7901: dpa without SOH, two lines of head, byline and notebook',
    bytes: encoded(
      crlf(`eca00075 3 i 510    dpa 1003

Ferries/Weather/
\x022ND LEAD
Ferries stay in port as storm hits the Baltic
By Hjalmar Brodersen, dpa  =

Rostock (dpa) - Ferries stayed in port on Tuesday.

The storm is to last until Wednesday, the weather
service said.

The following information is not for publication

## Notebook
Editor: Hjalmar Brodersen, +49 30 000000, <editor@example.com>
\x03
dpa hb yy n1 brd
242200 Jun 17
\x04`),
      'latin1',
    ),
    items: [
      {
        urgency: 3,
        categories: ['i'],
        headline: 'Ferries stay in port as storm hits the Baltic',
        takeKey: '2ND LEAD',
        keywords: ['Ferries', 'Weather'],
        bylines: [{ name: 'Hjalmar Brodersen', organisation: 'dpa' }],
        dateline: { text: 'Rostock', city: 'Rostock' },
        body: 'Rostock (dpa) - Ferries stayed in port on Tuesday. The storm is to last until Wednesday, the weather service said.',
        notInBody: ['000000', 'editor@example.com'],
      },
    ],
  },
  {
    name: '7901: two messages, the first in the German national variant of ISO 646',
    bytes: encoded(
      `\x01apa012 4 pl 060  apa 0123\r\nWien/Parlament/\r\n\x02Parlament ber{t }ber Stra~enbahn =\r\n   Wien (APA) - Der Ausschu~ tritt am Mittwoch zusammen.\r\n   Die Opposition k}ndigte [nderungen an.\r\n\x03241015 GMT Okt 03\r\n\x04\x01apa013 5 ws 020  apa 0124\r\nBank/\r\n\x02Bank senkt Zinsen =\r\n   Wien (APA) - Die Bank senkt die Zinsen.\r\n\x03241016 GMT Okt 03\r\n\x04`,
      'latin1',
    ),
    items: [
      {
        urgency: 4,
        headline: 'Parlament berät über Straßenbahn',
        keywords: ['Wien', 'Parlament'],
        dateline: { text: 'Wien', city: 'Wien' },
        versionCreated: '2003-10-24T10:15:00Z',
        body: 'Wien (APA) - Der Ausschuß tritt am Mittwoch zusammen. Die Opposition kündigte Änderungen an.',
      },
      { urgency: 5, headline: 'Bank senkt Zinsen', versionCreated: '2003-10-24T10:16:00Z' },
    ],
  },
  {
    name: '7901: ATS with fill bytes before the head, in French',
    bytes: encoded(
      `\x7f\x7f\r\n\x01sf025 3 ec 121   etf 967\r\nHorlogerie/Emploi/\r\n\x02Une manufacture du Jura engage cinquante horlogers =\r\n   Delémont (ats) La manufacture Roche-Noire engage. Elle cherche\r\ncinquante horlogers d'ici à l'été.\r\n   (SDA-ATS\\ml/sa)\r\n\x03051430 fév 18\r\n\x04`,
      'latin1',
    ),
    items: [
      {
        urgency: 3,
        categories: ['ec'],
        headline: 'Une manufacture du Jura engage cinquante horlogers',
        keywords: ['Horlogerie', 'Emploi'],
        dateline: { text: 'Delémont', city: 'Delémont' },
      },
    ],
  },
]
