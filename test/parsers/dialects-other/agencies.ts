import { encoded, json } from './document.ts'
import type { Dialect } from './document.ts'

/** Ritzau, Reuters Connect, AFP core: one house each. */
export const agencies: readonly Dialect[] = [
  {
    name: 'ritzau: a flash without headline, town, and a corrected story that replaces it',
    bytes: encoded(`<?xml version="1.0" encoding="utf-8"?>
<ArrayOfRBNews xmlns:i="http://www.w3.org/2001/XMLSchema-instance">
<RBNews><NewsID>1111aaaa-2222-3333-4444-555566667777</NewsID><PublishDate>2021-07-01T12:30:00.123</PublishDate><strapline>NU/FYR</strapline><headline i:nil="true"/><subtitle i:nil="true"/><town>Skagen</town><origin>/ritzau/</origin><section>Indland</section><version>1</version><Replaces i:nil="true"/><format>Flash</format><content>&lt;p&gt;Fyret p&#xE5; Grenen er slukket.&lt;/p&gt;</content><priority>2</priority><TilRedaktionen i:nil="true"/><Status>New news</Status></RBNews>
<RBNews><NewsID>8888aaaa-2222-3333-4444-555566667777</NewsID><PublishDate>2021-12-01T12:30:00</PublishDate><strapline>FYR</strapline><headline>Fyret er t&#xE6;ndt igen</headline><subtitle>Vagten sov.&lt;br /&gt;</subtitle><town>Skagen</town><origin>/ritzau/</origin><byLine>Signe &#xC5;gaard sia@ritzau.example +45 00 00 00 00</byLine><section>Indland</section><version>2</version><Replaces>1111aaaa-2222-3333-4444-555566667777</Replaces><format>Tekst</format><content>&lt;p&gt;Fyret p&#xE5; Grenen er t&#xE6;ndt igen.&lt;/p&gt;&lt;p&gt;- Jeg sov, siger vagten.&lt;/p&gt;</content><TilRedaktionen>&lt;p&gt;RETTELSE: Navn rettet.&lt;/p&gt;</TilRedaktionen><Status>Korrektion</Status></RBNews>
</ArrayOfRBNews>`),
    items: [
      {
        uri: '1111aaaa-2222-3333-4444-555566667777',
        version: '1',
        byline: '/ritzau/',
        slug: 'NU/FYR',
        editorialType: 'alert',
        dateline: { text: 'Skagen', city: 'Skagen' },
        versionCreated: '2021-07-01T10:30:00.123Z',
        body: 'Fyret på Grenen er slukket.',
        language: 'da',
      },
      {
        uri: '8888aaaa-2222-3333-4444-555566667777',
        version: '2',
        headline: 'Fyret er tændt igen',
        abstract: 'Vagten sov.',
        bylines: [{ name: 'Signe Ågaard' }],
        editorialType: 'correction',
        editorialNote: 'RETTELSE: Navn rettet.',
        versionCreated: '2021-12-01T11:30:00Z',
        links: [{ rel: 'replaces', uri: '1111aaaa-2222-3333-4444-555566667777' }],
        body: 'Fyret på Grenen er tændt igen. - Jeg sov, siger vagten.',
        notInBody: ['+45'],
      },
    ],
  },
  {
    name: 'reuters connect: an update, a deletion and a picture',
    bytes: json({
      data: {
        search: {
          totalHits: 3,
          pageInfo: { endCursor: 'x', hasNextPage: false },
          items: [
            {
              type: 'TEXT',
              uri: 'http://id.reuters.example/1',
              versionedGuid: 'tag:reuters.com,2024:newsml_L1N3AB0CD:7',
              usn: 'L1N3AB0CD',
              version: '7',
              headLine: 'UPDATE 2-Lighthouse keepers strike in Oporto',
              slug: 'PORTUGAL-LIGHTHOUSE/ (UPDATE 2)',
              byLine: 'By Anselmo Duarte',
              located: 'OPORTO',
              language: 'en',
              urgency: 3,
              pubStatus: 'stat:usable',
              versionCreated: '2024-08-08T08:08:08Z',
              firstCreated: '2024-08-08T08:08:08Z',
              copyrightNotice: '(c) Copyright Example 2024',
              intro: 'Keepers want shorter nights',
              usageTerms: '',
              subject: [{ code: 'N2:PT', name: 'Portugal' }],
              bodyXhtml:
                '<p>By Anselmo Duarte</p><p>OPORTO, Aug 8 (Reuters) - Lighthouse keepers went on strike on Thursday.</p><p>They want shorter nights.</p><p>(Reporting by Anselmo Duarte)</p>',
            },
            {
              type: 'TEXT',
              versionedGuid: 'tag:reuters.com,2024:newsml_L1N3AB0CE:8',
              version: '8',
              headLine: 'Lamp oil prices fall',
              pubStatus: 'stat:canceled',
              signal: ['edStat:D'],
              versionCreated: '2024-08-08T09:00:00Z',
            },
            {
              type: 'PICTURE',
              versionedGuid: 'tag:reuters.com,2024:newsml_RC2AAA:1',
              version: '1',
              headLine: 'Lighthouse keepers strike in Oporto',
              caption: 'A keeper holds a sign in Oporto, Portugal, August 8, 2024. REUTERS/Ondina Reis',
              pubStatus: 'usable',
              versionCreated: '2024-08-08T10:00:00Z',
              credit: 'REUTERS',
              renditions: [
                {
                  code: 'rend:viewImage',
                  mimeType: 'image/jpeg',
                  uri: 'https://r.example/v.jpg?token=1',
                  width: 800,
                  height: 533,
                },
              ],
            },
          ],
        },
      },
    }),
    items: [
      {
        uri: 'tag:reuters.com,2024:newsml_L1N3AB0CD',
        version: '7',
        headline: 'UPDATE 2-Lighthouse keepers strike in Oporto',
        slug: 'PORTUGAL-LIGHTHOUSE/',
        editorialType: 'update',
        byline: 'By Anselmo Duarte',
        bylines: [{ name: 'Anselmo Duarte' }],
        urgency: 3,
        language: 'en',
        versionCreated: '2024-08-08T08:08:08Z',
        copyrightNotice: '(c) Copyright Example 2024',
        abstract: 'Keepers want shorter nights',
        subjects: [{ code: 'N2:PT', name: 'Portugal', scheme: 'N2' }],
        dateline: { city: 'Oporto' },
        body: 'By Anselmo Duarte OPORTO, Aug 8 (Reuters) - Lighthouse keepers went on strike on Thursday. They want shorter nights. (Reporting by Anselmo Duarte)',
      },
      {
        uri: 'tag:reuters.com,2024:newsml_L1N3AB0CE',
        version: '8',
        status: 'canceled',
        editorialType: 'kill',
        headline: 'Lamp oil prices fall',
      },
      {
        type: 'picture',
        uri: 'tag:reuters.com,2024:newsml_RC2AAA',
        headline: 'Lighthouse keepers strike in Oporto',
        creditLine: 'REUTERS',
        captions: [
          {
            text: 'A keeper holds a sign in Oporto, Portugal, August 8, 2024.',
            credit: 'REUTERS/Ondina Reis',
            photographer: 'Ondina Reis',
          },
        ],
        hrefs: ['https://r.example/v.jpg'],
      },
    ],
  },
  {
    name: 'afp core: a Spanish story with paragraphs as a list and two pictures',
    bytes: json({
      response: {
        numFound: 1,
        docs: [
          {
            uno: 'newsml.afp.com.20240303T101010Z.doc-34xy12',
            guid: 'http://doc.afp.example/34XY12',
            title: 'Faro de Chiloé vuelve a encenderse',
            headline: 'Faro de Chiloé vuelve a encenderse',
            news: ['El faro de Chiloé volvió a encenderse el domingo.', '"Es una fiesta", dijo Nahuel Quintriqueo.'],
            lang: 'es',
            product: 'news',
            class: 'text',
            status: 'Usable',
            urgency: 4,
            revision: 3,
            creator: 'Amparo Ñancupil',
            slug: ['Chile', 'faro'],
            city: 'Ancud',
            country: 'CHL',
            countryname: 'Chile',
            created: '2024-03-03T10:10:10Z',
            published: '2024-03-03T11:11:11Z',
            iptc: ['04000000'],
            provider: 'AFP',
            copyright: 'AFP',
            bagItem: [
              {
                uno: 'newsml.afp.com.20240303T101010Z.doc-34xy13',
                class: 'picture',
                caption: 'El faro de Chiloé, el 3 de marzo de 2024',
                creator: 'Rayén Huenchu',
                provider: 'AFP',
                medias: [
                  {
                    role: 'Preview',
                    type: 'Photo',
                    href: 'https://img.afp.example/13-prev.jpg',
                    width: 500,
                    height: 333,
                  },
                ],
              },
            ],
          },
        ],
      },
    }),
    items: [
      {
        uri: 'newsml.afp.com.20240303T101010Z.doc-34xy12',
        version: '3',
        status: 'usable',
        headline: 'Faro de Chiloé vuelve a encenderse',
        language: 'es',
        urgency: 4,
        bylines: [{ name: 'Amparo Ñancupil' }],
        dateline: { city: 'Ancud' },
        versionCreated: '2024-03-03T11:11:11Z',
        firstCreated: '2024-03-03T10:10:10Z',
        captions: [{ text: 'El faro de Chiloé, el 3 de marzo de 2024', photographer: 'Rayén Huenchu' }],
        hrefs: ['https://img.afp.example/13-prev.jpg'],
        body: 'El faro de Chiloé volvió a encenderse el domingo. "Es una fiesta", dijo Nahuel Quintriqueo.',
      },
    ],
  },
]
