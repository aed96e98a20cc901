import { json } from './document.ts'
import type { Dialect } from './document.ts'

const base = { pubstatus: 'usable', signals: ['newscontent'], provider: 'AP', language: 'en' }

/** AP Media API: pictures, graphics, video, audio and packages. */
export const apMedia: readonly Dialect[] = [
  {
    name: 'ap: a picture with its credit in the caption and a rendition without an address',
    bytes: json({
      meta: {},
      item: {
        ...base,
        altids: {
          itemid: '0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f',
          etag: '0f0f_1a2aza3c0',
          friendlykey: '20157600112233',
          referenceid: '20157600112233',
          transref: 'XRE109',
        },
        version: 1,
        type: 'picture',
        versioncreated: '2020-06-05T19:44:00Z',
        firstcreated: '2020-06-05T09:30:00Z',
        title: 'Spain Bulls',
        headline: 'Spain Bulls ',
        keywords: ['APTOPIX'],
        photographer: { name: 'Itziar Goñi', code: 'stf', title: 'STAFF' },
        captionwriter: { name: 'IG', code: 'IG' },
        datelinelocation: { city: 'PAMPLONA', countrycode: 'ESP', countryname: 'SPAIN' },
        description_caption:
          'Santos Ibarra, left, waves a scarf as he waits for the bulls in Pamplona, northern Spain, Friday, June 5, 2020. The run was cut short.  (AP Photo/Itziar Goñi)',
        description_creditline: 'ASSOCIATED PRESS',
        copyrightnotice: 'Copyright 2020 The Associated Press. All rights reserved.',
        usageterms: ['This content is intended for editorial use only.', 'No Use in Japan'],
        ednote: 'JAPAN OUT, CREDIT MANDATORY',
        infosource: [{ name: 'AP', type: 'AP' }],
        renditions: {
          main: {
            title: 'Full Resolution (JPG)',
            rel: 'Main',
            format: 'JPEG Baseline',
            type: 'picture',
            mimetype: 'image/jpeg',
            width: 4928,
            height: 3280,
            sizeinbytes: 2345678,
            pricetag: 'Unavailable:MeterExpired_Shutdown',
          },
          preview: {
            rel: 'Preview',
            mimetype: 'image/jpeg',
            width: 512,
            height: 341,
            href: 'https://mapi.example.org/0f0f/preview.jpg?wm=api&tag=app_id=1,user_id=2',
          },
        },
      },
    }),
    items: [
      {
        type: 'picture',
        uri: '0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f',
        version: '1',
        status: 'usable',
        publishable: true,
        headline: 'Spain Bulls',
        language: 'en',
        firstCreated: '2020-06-05T09:30:00Z',
        versionCreated: '2020-06-05T19:44:00Z',
        creditLine: 'ASSOCIATED PRESS',
        copyrightNotice: 'Copyright 2020 The Associated Press. All rights reserved.',
        usageTerms: ['This content is intended for editorial use only.', 'No Use in Japan'],
        editorialNote: 'JAPAN OUT, CREDIT MANDATORY',
        keywords: ['APTOPIX'],
        dateline: { city: 'Pamplona' },
        bylines: [{ name: 'Itziar Goñi' }],
        captions: [
          {
            text: 'Santos Ibarra, left, waves a scarf as he waits for the bulls in Pamplona, northern Spain, Friday, June 5, 2020. The run was cut short.',
            credit: 'AP Photo/Itziar Goñi',
            photographer: 'Itziar Goñi',
          },
        ],
        source: 'AP',
      },
    ],
  },
  {
    name: 'ap: a picture banner announcing a kill, and a picture withheld',
    bytes: json({
      data: {
        items: [
          {
            item: {
              ...base,
              altids: { itemid: 'bb00bb00bb00bb00bb00bb00bb00bb00', etag: 'bb_0a1aza0c0' },
              version: 0,
              type: 'picture',
              editorialtypes: ['Kill'],
              versioncreated: '2021-01-02T03:04:05Z',
              firstcreated: '2021-01-02T03:04:05Z',
              headline: 'PHOTO KILL',
              description_caption: 'EDITORS, PHOTO KILL: Please kill photo XYZ104 slugged Norway Ship.',
              subject: [{ code: 'V', name: 'V', rels: ['category'] }],
            },
          },
          {
            item: {
              ...base,
              altids: { itemid: 'bb11bb11bb11bb11bb11bb11bb11bb11', etag: 'bb11_2a1aza0c0' },
              version: 2,
              type: 'picture',
              pubstatus: 'withheld',
              editorialtypes: ['Withhold'],
              versioncreated: '2021-01-02T03:04:06Z',
              firstcreated: '2021-01-01T00:00:00Z',
              headline: 'Norway Ship',
              description_caption:
                'The coaster Ragna lies off Bodoe, Norway, Friday, Jan. 1, 2021. (Odd Ness/NTB Scanpix via AP)',
              description_creditline: 'Odd Ness/NTB Scanpix/AP',
            },
          },
        ],
      },
    }),
    items: [
      {
        uri: 'bb00bb00bb00bb00bb00bb00bb00bb00',
        type: 'picture',
        publishable: false,
        notPublishable: 'banner',
        editorialType: 'kill',
        headline: 'PHOTO KILL',
        categories: ['V'],
      },
      {
        uri: 'bb11bb11bb11bb11bb11bb11bb11bb11',
        status: 'withheld',
        editorialType: 'withhold',
        headline: 'Norway Ship',
        creditLine: 'Odd Ness/NTB Scanpix/AP',
        captions: [
          {
            text: 'The coaster Ragna lies off Bodoe, Norway, Friday, Jan. 1, 2021.',
            credit: 'Odd Ness/NTB Scanpix via AP',
            photographer: 'Odd Ness',
          },
        ],
      },
    ],
  },
  {
    name: 'ap: video with a script, audio with an outcue, a graphic',
    bytes: json({
      data: {
        items: [
          {
            item: {
              ...base,
              altids: { itemid: '11112222333344445555666677778888', etag: 'v_0a1', videoid: '4321098' },
              version: 0,
              type: 'video',
              profile: 'Package',
              versioncreated: '2019-05-05T10:00:00Z',
              firstcreated: '2019-05-05T09:00:00Z',
              headline: 'Chile Observatory',
              headline_extended: 'New telescope opens its eye in the Atacama desert',
              description_summary: 'Astronomers open a new telescope in the Atacama.',
              copyrightnotice: 'Copyright 2019 The Associated Press.',
              usageterms: ['AP Clients Only', 'No access Chile'],
              located: 'CERRO ALTO, Chile',
              renditions: {
                script_nitf: {
                  rel: 'Script',
                  mimetype: 'text/xml',
                  href: 'https://api.example.org/v/1111.script.xml?token=9',
                },
                main_480_29: {
                  rel: 'Main',
                  mimetype: 'video/mp4',
                  width: 854,
                  height: 480,
                  sizeinbytes: 99887766,
                  duration: 91000,
                  href: 'https://api.example.org/v/1111.mp4',
                },
              },
            },
          },
          {
            item: {
              ...base,
              altids: { itemid: '99992222333344445555666677778888', etag: 'a_0a1' },
              version: 0,
              type: 'audio',
              versioncreated: '2019-05-05T11:00:00Z',
              firstcreated: '2019-05-05T11:00:00Z',
              headline: 'Fed rates',
              bylines: [{ by: 'Perpetua Quill, AP correspondent', title: 'Speaker' }],
              description_summary: 'The Federal Reserve leaves rates as they are.',
              outcue: 'Washington',
              renditions: {
                main: { rel: 'Main', mimetype: 'audio/mpeg', duration: 34, href: 'https://api.example.org/a/9999.mp3' },
              },
            },
          },
          {
            item: {
              ...base,
              altids: { itemid: '77772222333344445555666677778888', etag: 'g_1a1', graphicsbankid: '778899' },
              version: 1,
              type: 'graphic',
              versioncreated: '2019-05-05T12:00:00Z',
              firstcreated: '2019-05-05T12:00:00Z',
              headline: 'TELESCOPE MAP',
              title: 'TELESCOPE MAP',
              description_caption: 'Map locates the new telescope; 1c x 3 inches;',
              subject: [{ code: 'soc', name: 'soc', rels: ['suppcategory'] }],
            },
          },
        ],
      },
    }),
    items: [
      {
        type: 'video',
        uri: '11112222333344445555666677778888',
        headline: 'Chile Observatory',
        headlineExtended: 'New telescope opens its eye in the Atacama desert',
        abstract: 'Astronomers open a new telescope in the Atacama.',
        usageTerms: ['AP Clients Only', 'No access Chile'],
        dateline: { text: 'CERRO ALTO, Chile', city: 'Cerro Alto' },
        copyrightNotice: 'Copyright 2019 The Associated Press.',
        hrefs: ['https://api.example.org/v/1111.mp4', 'https://api.example.org/v/1111.script.xml'],
        genres: ['Package'],
      },
      {
        type: 'audio',
        headline: 'Fed rates',
        byline: 'Perpetua Quill, AP correspondent',
        bylines: [{ name: 'Perpetua Quill' }],
        abstract: 'The Federal Reserve leaves rates as they are.',
        hrefs: ['https://api.example.org/a/9999.mp3'],
      },
      {
        type: 'graphic',
        version: '1',
        headline: 'TELESCOPE MAP',
        captions: [{ text: 'Map locates the new telescope; 1c x 3 inches;' }],
        categories: ['soc'],
      },
    ],
  },
  {
    name: 'ap: top headlines, a package of stories with gaps in its numbers',
    bytes: json({
      ...base,
      altids: { itemid: 'f00df00df00df00df00df00df00df00d', etag: 'f_2a1aza4c0' },
      version: 2,
      type: 'text',
      versioncreated: '2021-09-09T00:50:00Z',
      firstcreated: '2021-09-09T00:50:00Z',
      headline: 'AP Top News at 8:50 p.m. EDT',
      slugline: 'AP-AP-Top-News',
      associations: {
        '10': { altids: { itemid: '10101010101010101010101010101010', etag: 'x' }, type: 'text', headline: 'Second' },
        '3': { altids: { itemid: '03030303030303030303030303030303', etag: 'y' }, type: 'text', headline: 'First' },
      },
    }),
    items: [
      {
        publishable: false,
        notPublishable: 'digest',
        headline: 'AP Top News at 8:50 p.m. EDT',
        links: [
          { rel: 'hasMember', uri: '03030303030303030303030303030303' },
          { rel: 'hasMember', uri: '10101010101010101010101010101010' },
        ],
      },
    ],
  },
]
