import { encoded, json } from './document.ts'
import type { Dialect } from './document.ts'

const ap = {
  pubstatus: 'usable',
  language: 'en',
  versioncreated: '2021-10-10T10:10:10Z',
  firstcreated: '2021-10-10T09:00:00Z',
}
const apId = (digit: string): { altids: { itemid: string; etag: string } } => ({
  altids: { itemid: digit.repeat(32), etag: `${digit.repeat(32)}_0a1aza0c0` },
})

/** What trips readers of JSON feeds. */
export const trapsJson: readonly Dialect[] = [
  {
    name: 'ap trap: four pictures with credits of four kinds and a FILE caption',
    bytes: json({
      data: {
        items: [
          'FILE - In this Nov. 5, 2019 file photo, Odile Marchetti speaks in Lyon, France. (AP Photo/Rufus Keane, File)',
          'This image released by Lamp Pictures shows Wanda Ostrom in a scene from "Kiln." (Lamp Pictures via AP)',
          'Tove Ek arrives at a premiere in Oslo on Monday, Oct. 4, 2021. (Photo by Ines Faro/Invision/AP)',
          'In this photo provided by the town of Elk Bend, water covers a road on Friday, Oct. 8, 2021. (Courtesy of Hank Rill/Town of Elk Bend via AP)',
        ].map((description_caption, at) => ({
          item: {
            ...ap,
            ...apId(String(at + 1)),
            signals: ['newscontent'],
            version: 0,
            type: 'picture',
            headline: 'T',
            description_caption,
          },
        })),
      },
    }),
    items: [
      { captions: [{ credit: 'AP Photo/Rufus Keane, File', photographer: 'Rufus Keane' }] },
      {
        captions: [
          {
            text: 'This image released by Lamp Pictures shows Wanda Ostrom in a scene from "Kiln."',
            credit: 'Lamp Pictures via AP',
          },
        ],
      },
      {
        captions: [
          {
            text: 'Tove Ek arrives at a premiere in Oslo on Monday, Oct. 4, 2021.',
            credit: 'Photo by Ines Faro/Invision/AP',
            photographer: 'Ines Faro',
          },
        ],
      },
      { captions: [{ credit: 'Courtesy of Hank Rill/Town of Elk Bend via AP' }] },
    ],
  },
  {
    name: 'ap trap: people twice, a sidebar, a translation, The Latest, a test, an agate slug as headline',
    bytes: json({
      data: {
        items: [
          {
            item: {
              ...ap,
              ...apId('5'),
              signals: ['newscontent', 'Derived', 'DerivedLatest'],
              version: '11',
              type: 'text',
              profile: 'Running',
              editorialrole: 'FastStory',
              title: 'US--Flood-The Latest',
              headline: 'The Latest: Elk Bend opens shelters',
              slugline: ['AP-US--Flood-The Latest', '11th Ld-Writethru'],
              editorialtypes: ['Lead'],
              person: [
                { name: 'Hank Rill', rels: ['personfeatured'], creator: 'Editorial' },
                { name: 'Hank Rill', code: 'abc', rels: ['direct'], creator: 'Machine' },
              ],
              organisation: [
                {
                  name: 'Elk Bend Corp.',
                  code: 'o1',
                  symbols: [{ instrument: 'NYSE:ELK', ticker: 'ELK', exchange: 'NYSE' }],
                },
              ],
              place: [{ name: 'Elk Bend', code: 'p1', locationtype: { name: 'City' } }],
              event: [{ code: '6'.repeat(32), name: 'US--Flood' }],
              refersto: [{ code: '7'.repeat(32) }],
              derivedfrom: [{ code: '8'.repeat(32) }],
              bylines: [{ by: 'By The Associated Press' }],
              fixture: { code: 'f', name: 'Right Now' },
            },
          },
          {
            item: {
              ...ap,
              ...apId('9'),
              signals: ['newscontent', 'Test'],
              version: 0,
              type: 'text',
              headline: 'TEST',
              slugline: 'BC-TEST',
            },
          },
          {
            item: {
              ...ap,
              ...apId('a'),
              signals: ['newscontent'],
              version: 0,
              type: 'text',
              textformat: 'at',
              headline: 'BC-BBN--Top Ten',
              slugline: 'BC-BBN--Top Ten,0123',
              keywords: ['BC-BBN--Top Ten', 'BBN', ' Top Ten'],
            },
          },
        ],
      },
    }),
    items: [
      {
        version: '11',
        editorialType: 'writethru',
        headline: 'The Latest: Elk Bend opens shelters',
        slug: 'US--Flood-The Latest',
        takeKey: '11th Ld-Writethru',
        byline: 'By The Associated Press',
        people: [{ name: 'Hank Rill', code: 'abc' }],
        organisations: [{ name: 'Elk Bend Corp.' }],
        places: [{ name: 'Elk Bend', code: 'p1' }],
        publishable: true,
        links: [{ uri: '7'.repeat(32) }, { rel: 'translationOf', uri: '8'.repeat(32) }],
      },
      { publishable: false, notPublishable: 'test' },
      { headline: 'BC-BBN--Top Ten', slug: 'BBN--Top Ten', keywords: ['BC-BBN--Top Ten', 'BBN', 'Top Ten'] },
    ],
  },
  {
    name: 'ninjs trap: BBC-like story, three bylines, HTML entities, a list, a table and a quotation',
    bytes: json({
      guid: 'urn:bbc:example:9911',
      type: 'text',
      version: 12,
      versioncreated: '2023-03-03T03:03:03.000+00:00',
      firstcreated: '2023-03-03T01:00:00Z',
      pubstatus: 'usable',
      urgency: '2',
      language: 'en-GB',
      headline: 'Ferry &amp; bridge: what we know so far',
      headline_seo: 'Ferry bridge',
      slugline: 'FERRY Bridge (UPDATE)',
      byline: 'Nia Prosser, Tomos Beynon and Gwen Rhydderch',
      ednote: 'UPDATES throughout. LEGAL: cleared',
      copyrightholder: 'Example',
      keywords: 'ferry+bridge+Menai Strait',
      description_html: '<p>All the <strong>facts</strong>.</p>',
      body_html:
        '<p>Here is what&nbsp;we know:</p><ul><li>The ferry is safe</li><li>The bridge is not</li></ul><table><tr><td>Cars</td><td>12</td></tr></table><blockquote><p>&ldquo;It swayed,&rdquo; said Alun.</p></blockquote><p>More follows.<script>track()</script></p>',
      place: [{ name: 'Menai Bridge', code: 'gn:2642740' }],
    }),
    items: [
      {
        uri: 'urn:bbc:example:9911',
        version: '12',
        urgency: 2,
        language: 'en-GB',
        headline: 'Ferry & bridge: what we know so far',
        bylines: [{ name: 'Nia Prosser' }, { name: 'Tomos Beynon' }, { name: 'Gwen Rhydderch' }],
        editorialNote: 'UPDATES throughout. LEGAL: cleared',
        keywords: ['ferry', 'bridge', 'Menai Strait'],
        abstract: 'All the facts.',
        copyrightHolder: 'Example',
        versionCreated: '2023-03-03T03:03:03Z',
        body: 'Here is what we know: The ferry is safe The bridge is not Cars 12 “It swayed,” said Alun. More follows.',
        notInBody: ['track'],
      },
    ],
  },
  {
    name: 'ninjs trap: TT notices: INFO, commissioned, embargo as an empty text, earlier revisions',
    bytes: json([
      {
        uri: 'http://tt.example.se/t/1',
        type: 'text',
        version: '1',
        profile: 'INFO',
        pubstatus: 'usable',
        versioncreated: '2024-01-01T10:00:00Z',
        headline: 'Till redaktionerna',
        body_text: 'Bilder kommer klockan tolv.',
        language: 'sv',
      },
      {
        uri: 'http://tt.example.se/t/2',
        type: 'text',
        version: '1',
        pubstatus: 'commissioned',
        versioncreated: '2024-01-01T10:00:00Z',
        headline: 'Väntas: dom i hamnmålet',
        language: 'sv',
      },
      {
        uri: 'http://tt.example.se/t/3',
        type: 'text',
        version: '4',
        pubstatus: 'usable',
        embargoed: '',
        versioncreated: '2024-01-01T10:00:00Z',
        headline: 'Dom i hamnmålet',
        body_html: '<p>Hamnen friades.</p>',
        language: 'sv',
        revisions: [{ uri: 'http://tt.example.se/t/2', versioncreated: '2023-12-31T10:00:00Z' }],
      },
    ]),
    items: [
      { publishable: false, notPublishable: 'advisory', headline: 'Till redaktionerna' },
      { publishable: false, notPublishable: 'planning' },
      {
        status: 'usable',
        links: [{ rel: 'earlierVersion', uri: 'http://tt.example.se/t/2' }],
        body: 'Hamnen friades.',
      },
    ],
  },
  {
    name: 'ninjs trap: a Ukrainian video of 3.0 and an audio with rights as a list',
    bytes: json({
      items: [
        {
          standard: { name: 'ninjs', version: '3.0' },
          uri: 'urn:ua:v1',
          type: 'video',
          version: '2',
          pubStatus: 'withheld',
          versionCreated: '2024-05-05T05:05:05+03:00',
          language: 'uk',
          by: 'Оксана Гнатюк',
          located: 'Одеса',
          headlines: [{ value: 'Маяк знову світить' }],
          descriptions: [{ role: 'summary', value: 'Маяк в Одесі знову світить.' }],
          renditions: [
            {
              name: 'web',
              href: 'https://v.example.ua/1.mp4?token=abc&q=1',
              contentType: 'video/mp4',
              width: 1920,
              height: 1080,
            },
          ],
          people: [{ name: 'Тарас Кошовий', rel: 'seen' }],
          usageTerms: 'Лише для клієнтів\n\nБез архівування',
        },
      ],
    }),
    items: [
      {
        type: 'video',
        uri: 'urn:ua:v1',
        status: 'withheld',
        language: 'uk',
        headline: 'Маяк знову світить',
        byline: 'Оксана Гнатюк',
        dateline: { text: 'Одеса' },
        people: [{ name: 'Тарас Кошовий' }],
        hrefs: ['https://v.example.ua/1.mp4?q=1'],
        usageTerms: ['Лише для клієнтів', 'Без архівування'],
        versionCreated: '2024-05-05T02:05:05Z',
      },
    ],
  },
  {
    name: 'ritzau trap: JSON with numbers that lost their zero, two reporters, an embargo, a contact',
    bytes: encoded(
      JSON.stringify({
        newsID: 'abcd-1',
        publishDate: '2024-03-31T03:30:00',
        headline: 'Broen &aring;bner',
        subtitle: null,
        strapline: 'BRO/FYN',
        town: 'Odense',
        origin: '/ritzau/',
        byLine: 'Mads Holm og Ida Krogh',
        byLineEmail: 'mho@ritzau.example',
        version: 3,
        format: 'Tekst',
        section: 'Indland',
        priority: 3,
        IPTCList: [4000000, 11000000],
        content: '<p>Broen \u00e5bner s\u00f8ndag.</p><p>/ritzau/</p>',
        nyVersion: true,
        SubjectKeyword: ['Bro', 'Fyn'],
        embargo: '2024-03-31T12:00:00',
      }),
    ),
    items: [
      {
        uri: 'abcd-1',
        version: '3',
        headline: 'Broen åbner',
        slug: 'BRO/FYN',
        dateline: { text: 'Odense', city: 'Odense' },
        byline: '/ritzau/',
        bylines: [{ name: 'Mads Holm' }, { name: 'Ida Krogh' }],
        urgency: 3,
        subjects: [{ code: '04000000' }, { code: '11000000' }],
        keywords: ['Bro', 'Fyn'],
        editorialType: 'writethru',
        embargoedUntil: '2024-03-31T10:00:00Z',
        status: 'embargoed',
        categories: ['Indland'],
        versionCreated: '2024-03-31T01:30:00Z',
      },
    ],
  },
  {
    name: 'afp trap: a picture of the core API with its caption as news, and a flash in French',
    bytes: json({
      response: {
        docs: [
          {
            uno: 'afp.com-20240404-PH-1',
            class: 'picture',
            lang: 'fr',
            status: 'Usable',
            title: 'FRANCE-PHARE',
            headline: 'FRANCE-PHARE',
            caption: ['Le phare de Roche-Noire, près de Brest, le 4 avril 2024'],
            creator: 'MAËL KERVELLA',
            provider: 'AFP',
            city: 'BREST',
            countryname: 'France',
            created: '2024-04-04T08:00:00Z',
            published: '2024-04-04T09:00:00Z',
            copyright: 'AFP or licensors',
            bagItem: [
              {
                uno: 'afp.com-20240404-PH-1',
                medias: [
                  { role: 'HighDef', type: 'Photo', href: 'https://afp.example/hd.jpg', width: 4000, height: 3000 },
                ],
              },
            ],
          },
          {
            uno: 'newsml.afp.com.20240404.doc-1',
            class: 'text',
            lang: 'fr',
            urgency: 1,
            status: 'Usable',
            title: 'Le phare de Roche-Noire est éteint (préfecture)',
            news: ['Le phare de Roche-Noire est éteint (préfecture)'],
            published: '2024-04-04T09:00:00Z',
            genre: 'Flash',
          },
        ],
      },
    }),
    items: [
      {
        type: 'picture',
        uri: 'afp.com-20240404-PH-1',
        language: 'fr',
        bylines: [{ name: 'Maël Kervella' }],
        dateline: { city: 'Brest' },
        captions: [{ text: 'Le phare de Roche-Noire, près de Brest, le 4 avril 2024', photographer: 'Maël Kervella' }],
        hrefs: ['https://afp.example/hd.jpg'],
        firstCreated: '2024-04-04T08:00:00Z',
      },
      { urgency: 1, headline: 'Le phare de Roche-Noire est éteint (préfecture)', language: 'fr' },
    ],
  },
]
