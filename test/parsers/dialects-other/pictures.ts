import { gzipSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { encoded, json } from './document.ts'
import type { Dialect } from './document.ts'
import { iim, jpeg, png, tiff, webp, xmp } from './picture-bytes.ts'

const alt = (name: string, text: string): string =>
  `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${text}</rdf:li></rdf:Alt></${name}>`

const longCaption =
  'Kalinka Dobrewa schaut im Hafen von Ruse, Bulgarien, am Dienstag, 4. Juni 2024, auf die Donau. Das Wasser steht so niedrig wie seit Jahrzehnten nicht. (Foto: Stojan Petrow/Donaubild)'

const story = {
  uri: 'urn:zip:1',
  type: 'text',
  version: '1',
  pubstatus: 'usable',
  versioncreated: '2024-06-04T10:00:00Z',
  language: 'bg',
  headline: 'Дунав спада',
  body_html: '<p>Нивото на Дунав спада край Русе.</p>',
}

/** Pictures with metadata inside, and bundles. */
export const pictures: readonly Dialect[] = [
  {
    name: 'jpeg: the caption of IIM is the cut beginning of that in XMP; the rest agrees',
    bytes: new Uint8Array(
      jpeg({
        iim: iim([
          [2, 5, 'Donau Niedrigwasser'],
          [2, 120, longCaption.slice(0, 100)],
          [2, 105, 'Niedrigwasser'],
          [2, 80, 'Stojan Petrow'],
          [2, 110, 'Donaubild'],
          [2, 115, 'Donaubild/Ruse'],
          [2, 116, '© 2024 Donaubild'],
          [2, 25, 'Donau'],
          [2, 25, 'Dürre'],
          [2, 15, 'WEA'],
          [2, 10, '5'],
          [2, 55, '20240604'],
          [2, 60, '093000+0300'],
          [2, 90, 'Ruse'],
          [2, 101, 'Bulgarien'],
          [2, 103, 'RSE104'],
          [2, 40, 'Frei nur zur redaktionellen Nutzung'],
        ]),
        xmp: xmp(
          `${alt('dc:title', 'Donau Niedrigwasser')}${alt('dc:description', longCaption)}<dc:creator><rdf:Seq><rdf:li>Stojan Petrow</rdf:li></rdf:Seq></dc:creator>${alt('dc:rights', '© 2024 Donaubild')}<dc:subject><rdf:Bag><rdf:li>Donau</rdf:li><rdf:li>Dürre</rdf:li></rdf:Bag></dc:subject><photoshop:Headline>Niedrigwasser</photoshop:Headline><photoshop:Credit>Donaubild</photoshop:Credit><photoshop:Source>Donaubild/Ruse</photoshop:Source><photoshop:City>Ruse</photoshop:City><photoshop:Country>Bulgarien</photoshop:Country><photoshop:Urgency>5</photoshop:Urgency><photoshop:DateCreated>2024-06-04T09:30:00+03:00</photoshop:DateCreated><photoshop:Instructions>Frei nur zur redaktionellen Nutzung</photoshop:Instructions>${alt('xmpRights:UsageTerms', 'Nur für Abonnenten')}`,
        ),
      }),
    ),
    items: [
      {
        type: 'picture',
        headline: 'Niedrigwasser',
        creditLine: 'Donaubild',
        source: 'Donaubild/Ruse',
        copyrightNotice: '© 2024 Donaubild',
        usageTerms: ['Nur für Abonnenten'],
        editorialNote: 'Frei nur zur redaktionellen Nutzung',
        keywords: ['Donau', 'Dürre'],
        urgency: 5,
        firstCreated: '2024-06-04T06:30:00Z',
        dateline: { city: 'Ruse' },
        bylines: [{ name: 'Stojan Petrow' }],
        captions: [
          {
            text: 'Kalinka Dobrewa schaut im Hafen von Ruse, Bulgarien, am Dienstag, 4. Juni 2024, auf die Donau. Das Wasser steht so niedrig wie seit Jahrzehnten nicht.',
            credit: 'Foto: Stojan Petrow/Donaubild',
            photographer: 'Stojan Petrow',
          },
        ],
      },
    ],
  },
  {
    name: 'jpeg: IIM alone, in windows-1252 without a declaration',
    bytes: new Uint8Array(
      jpeg({
        iim: iim(
          [
            [2, 5, 'Phare d\x92Eckmar'],
            [2, 120, 'Le phare, pr\xe8s de Brest, le 3 mars 2024. (Gwena\xebl Le Floc\x92h/AL)'],
            [2, 80, 'Gwena\xebl Le Floc\x92h'],
            [2, 110, 'AL'],
            [2, 55, '20240303'],
            [2, 92, 'Pointe'],
            [2, 90, 'Brest'],
            [2, 20, 'Mer'],
            [2, 15, 'A'],
          ],
          false,
        ),
      }),
    ),
    items: [
      {
        type: 'picture',
        creditLine: 'AL',
        categories: ['A', 'Mer'],
        dateline: { city: 'Brest' },
        bylines: [{ name: 'Gwenaël Le Floc’h' }],
        captions: [
          {
            text: 'Le phare, près de Brest, le 3 mars 2024.',
            credit: 'Gwenaël Le Floc’h/AL',
            photographer: 'Gwenaël Le Floc’h',
          },
        ],
      },
    ],
  },
  {
    name: 'png: XMP with properties as attributes',
    bytes: new Uint8Array(
      png(
        xmp(`${alt('dc:description', 'A map shows the lighthouses of Maine.')}`).replace(
          'rdf:about=""',
          'rdf:about="" photoshop:Headline="Lighthouse map" photoshop:Credit="Example Graphics" photoshop:City="Rockland"',
        ),
      ),
    ),
    items: [
      {
        headline: 'Lighthouse map',
        creditLine: 'Example Graphics',
        captions: [{ text: 'A map shows the lighthouses of Maine.' }],
      },
    ],
  },
  {
    name: 'webp: XMP with a caption in two languages',
    bytes: new Uint8Array(
      webp(
        xmp(
          '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">Farul s-a redeschis la Sulina. (Foto: Ilinca Barbu/Delta)</rdf:li><rdf:li xml:lang="en">The lighthouse reopened.</rdf:li></rdf:Alt></dc:description><photoshop:Headline>Farul Sulina</photoshop:Headline>',
        ),
      ),
    ),
    items: [
      {
        type: 'picture',
        headline: 'Farul Sulina',
        captions: [
          { text: 'Farul s-a redeschis la Sulina.', credit: 'Foto: Ilinca Barbu/Delta', photographer: 'Ilinca Barbu' },
        ],
      },
    ],
  },
  {
    name: 'tiff: IIM and XMP conflict, XMP is believed',
    bytes: new Uint8Array(
      tiff(
        iim([
          [2, 105, 'Old headline'],
          [2, 120, 'An old caption of the quay.'],
        ]),
        xmp(
          `${alt('dc:description', 'The quay in Sopot, Poland, on May 9, 2024. (Jacek Śliwa/Zatoka)')}<photoshop:Headline>Sopot quay</photoshop:Headline>`,
        ),
      ),
    ),
    items: [
      {
        type: 'picture',
        headline: 'Sopot quay',
        captions: [
          {
            text: 'The quay in Sopot, Poland, on May 9, 2024.',
            credit: 'Jacek Śliwa/Zatoka',
            photographer: 'Jacek Śliwa',
          },
        ],
      },
    ],
  },
  {
    name: 'zip: a story and its picture by name',
    bytes: zipSync({
      'dunav.json': json(story),
      'dunav_1.jpg': new Uint8Array(
        jpeg({
          iim: iim([
            [2, 105, 'Dunav'],
            [2, 120, 'Дунав край Русе. (Стоян Петров/Дунавбилд)'],
          ]),
        }),
      ),
      '__MACOSX/._dunav.json': encoded('x'),
    }),
    items: [
      { uri: 'urn:zip:1', headline: 'Дунав спада', language: 'bg', body: 'Нивото на Дунав спада край Русе.' },
      {
        type: 'picture',
        headline: 'Dunav',
        captions: [{ text: 'Дунав край Русе.', credit: 'Стоян Петров/Дунавбилд' }],
      },
    ],
  },
  {
    name: 'gzip: one story inside',
    bytes: new Uint8Array(gzipSync(json({ ...story, uri: 'urn:gz:1' }))),
    items: [{ uri: 'urn:gz:1', headline: 'Дунав спада' }],
  },
]
