import { encoded, json } from './document.ts'
import type { Dialect } from './document.ts'

const id = 'c4a1f0d2b3e44f5a9c6d7e8f90a1b2c3'

/** AP Media API: text items of several builds. */
export const apText: readonly Dialect[] = [
  {
    name: 'ap: a writethru with its NITF, several bylines and a located dateline',
    bytes: json({
      api_version: '2.2',
      api_mode: 'live',
      id: 'rid-1',
      method: '/content/feed.GET',
      params: { qt: 'abc', seq: '64008365' },
      data: {
        query: '',
        updated: '2024-12-05T11:04:00Z',
        current_item_count: 1,
        next_page: 'https://api.ap.org/media/v2.2/content/feed?qt=abc&seq=64008366',
        items: [
          {
            meta: { products: [{ id: 30079, name: 'AP Online' }] },
            item: {
              uri: `https://api.ap.org/media/v2.2/content/${id}?qt=abc&et=1a1aza0c0&ai=${id}`,
              altids: {
                itemid: id,
                etag: `${id}_8a4aza2c0`,
                friendlykey: '243400112233',
                'referenceid ': 'US--Harbor Ferry',
                transref: 'a0485',
              },
              version: 8,
              type: 'text',
              profile: 'Spot Development',
              urgency: 4,
              editorialpriority: 'r',
              language: 'en',
              versioncreated: '2024-12-05T11:02:59Z',
              firstcreated: '2024-12-05T03:10:00Z',
              pubstatus: 'usable',
              editorialrole: 'FullStory',
              ednote: 'Eds: UPDATES: With comment from harbor master.; With AP Photos.',
              editorialtypes: ['Lead'],
              signals: ['newscontent', 'APWhollyOwned'],
              title: 'US--Harbor Ferry',
              headline: 'Ferry with 200 aboard drifts for hours off Maine ',
              headline_extended:
                'A ferry with 200 passengers drifted for hours off the coast of Maine before tugs reached it',
              slugline: 'AP-US--Harbor Ferry, 8th Ld-Writethru',
              bylines: [{ by: 'By MARGRETHE O\u2019DELL and SIMEON VAN DER KOLK', title: 'Associated Press' }],
              located: 'ROCKLAND, Maine',
              datelinelocation: {
                city: 'Rockland',
                countryareacode: 'ME',
                countryareaname: 'Maine',
                countrycode: 'USA',
                countryname: 'United States',
                geometry_geojson: { type: 'Point', coordinates: [-69.1, 44.1] },
              },
              copyrightnotice: 'Copyright 2024 The Associated Press. All rights reserved.',
              usageterms: ['AP Clients Only'],
              keywords: ['ferry', 'Harbor Ferry'],
              provider: 'AP',
              infosource: [{ name: 'AP', type: 'AP' }],
              links: [{ href: `https://apnews.com/${id}`, rel: 'canonical' }],
              subject: [
                { code: 'a', name: 'a', rels: ['category'], creator: 'Editorial' },
                {
                  code: '86f6b1c87d5d10048f65ba7fa5283c3e',
                  name: 'Ferries',
                  rels: ['direct'],
                  creator: 'Machine',
                  scheme: 'http://cv.ap.org/id/',
                },
              ],
              associations: {
                '1': {
                  uri: 'https://api.ap.org/media/v/content/aaaabbbbccccddddeeeeffff00001111?qt=x',
                  altids: {
                    itemid: 'aaaabbbbccccddddeeeeffff00001111',
                    etag: 'aaaabbbbccccddddeeeeffff00001111_0a1aza0c0',
                  },
                  type: 'picture',
                  headline: 'Harbor Ferry',
                  version: 0,
                },
              },
              renditions: {
                nitf: {
                  title: 'Full Resolution (NITF)',
                  rel: 'Story',
                  format: 'IIM',
                  type: 'text',
                  mimetype: 'text/xml',
                  fileextension: 'xml',
                  words: 44,
                  href: `https://api.ap.org/media/v2.2/content/${id}.xml/download?type=text&format=NITF&sid=99`,
                },
              },
            },
          },
        ],
      },
    }),
    companions: [
      {
        role: 'nitf',
        bytes: encoded(`
<?xml version="1.0" encoding="utf-8"?>
<nitf version="-//IPTC//DTD NITF 3.4//EN" change.date="October 18, 2006" change.time="19:30">
  <head><docdata><doc-id regsrc="AP" /><date.issue norm="20241205T110259Z" /><ed-msg info="Eds: UPDATES: With comment from harbor master.; With AP Photos." /><doc.copyright holder="AP" year="2024" /></docdata></head>
  <body>
    <body.head>
      <hedline><hl1 id="headline">Ferry with 200 aboard drifts for hours off Maine</hl1></hedline>
      <byline>By MARGRETHE O&#8217;DELL and SIMEON VAN DER KOLK<byttl>Associated Press</byttl></byline>
      <distributor>The Associated Press</distributor>
      <dateline><location>ROCKLAND, Maine</location></dateline>
    </body.head>
    <body.content>
      <block id="Main"><p>ROCKLAND, Maine (AP) &#8212; A ferry drifted for six hours on Wednesday.</p><p>Nobody was hurt, the harbor master said.</p></block>
      <p>The tug Alma reached it at dawn.</p>
      <table><tr><th>Ship</th><th>Crew</th></tr><tr><td>Alma</td><td>7</td></tr></table>
    </body.content>
  </body>
</nitf>`),
      },
    ],
    items: [
      {
        type: 'text',
        uri: id,
        version: '8',
        etag: `${id}_8a4aza2c0`,
        status: 'usable',
        publishable: true,
        editorialType: 'writethru',
        headline: 'Ferry with 200 aboard drifts for hours off Maine',
        headlineExtended: 'A ferry with 200 passengers drifted for hours off the coast of Maine before tugs reached it',
        slug: 'US--Harbor Ferry',
        takeKey: '8th Ld-Writethru',
        byline: 'By MARGRETHE O\u2019DELL and SIMEON VAN DER KOLK',
        bylines: [
          { name: 'Margrethe O\u2019Dell', organisation: 'Associated Press' },
          { name: 'Simeon van der Kolk', organisation: 'Associated Press' },
        ],
        dateline: { text: 'ROCKLAND, Maine', city: 'Rockland' },
        language: 'en',
        urgency: 4,
        firstCreated: '2024-12-05T03:10:00Z',
        versionCreated: '2024-12-05T11:02:59Z',
        editorialNote: 'Eds: UPDATES: With comment from harbor master.; With AP Photos.',
        usageTerms: ['AP Clients Only'],
        copyrightNotice: 'Copyright 2024 The Associated Press. All rights reserved.',
        keywords: ['ferry', 'Harbor Ferry'],
        subjects: [{ code: '86f6b1c87d5d10048f65ba7fa5283c3e', name: 'Ferries' }],
        categories: ['a'],
        source: 'AP',
        provider: 'AP',
        genres: ['Spot Development', 'FullStory'],
        links: [
          { rel: 'hasPicture', uri: 'aaaabbbbccccddddeeeeffff00001111' },
          { rel: 'alternate', uri: `https://apnews.com/${id}` },
        ],
        body: 'ROCKLAND, Maine (AP) \u2014 A ferry drifted for six hours on Wednesday. Nobody was hurt, the harbor master said. The tug Alma reached it at dawn. Ship Crew Alma 7',
      },
    ],
  },
  {
    name: 'ap: a kill without signals, and an element without its item',
    bytes: json({
      api_version: '1.1',
      data: {
        items: [
          { meta: {} },
          {
            meta: {},
            item: {
              altids: {
                itemid: 'd00d00d00d00d00d00d00d00d00d00d0',
                etag: 'd00d00d00d00d00d00d00d00d00d00d0_3a1aza0c0',
              },
              version: 3,
              type: 'text',
              versioncreated: '2023-03-01T08:00:00+0000',
              firstcreated: '2023-02-28',
              pubstatus: 'canceled',
              editorialtypes: ['Kill'],
              ednote:
                'Eds: Members are asked to kill the story. A kill is mandatory. Make certain the story is not used.',
              headline: 'BC-EU--Granary Fire',
              slugline: ['BC-EU--Granary Fire', 'KILL'],
            },
          },
        ],
      },
    }),
    items: [
      {
        type: 'text',
        uri: 'd00d00d00d00d00d00d00d00d00d00d0',
        version: '3',
        status: 'canceled',
        publishable: false,
        editorialType: 'kill',
        headline: 'BC-EU--Granary Fire',
        slug: 'EU--Granary Fire',
        versionCreated: '2023-03-01T08:00:00Z',
        editorialNote:
          'Eds: Members are asked to kill the story. A kill is mandatory. Make certain the story is not used.',
      },
    ],
  },
  {
    name: 'ap: an embargoed advance whose status says usable',
    bytes: json({
      data: {
        item: {
          altids: { itemid: 'e1e2e3e4e5e6e7e8e9e0e1e2e3e4e5e6', etag: 'e1_0a1aza0c0' },
          version: 0,
          type: 'text',
          urgency: 8,
          language: 'es',
          versioncreated: '2022-06-01T15:00:00Z',
          firstcreated: '2022-06-01T15:00:00Z',
          embargoed: '2022-06-05T04:01:00Z',
          expires: '2022-07-05T04:01:00Z',
          pubstatus: 'usable',
          editorialtypes: ['HoldForRelease', 'Advance'],
          signals: ['newscontent'],
          ednote: 'ADV PARA PUBLICARSE el domingo 5 de junio',
          headline: 'Los apicultores de la sierra cuentan sus abejas',
          slugline: 'BC-LT--Apicultores, ADV05',
          bylines: [{ by: 'Por ÍÑIGO MARTÍNEZ-PEÑA', title: 'Especial para The Associated Press' }],
          located: 'SAN ANDRÉS, México',
          infosource: [{ name: 'El Diario de la Sierra', type: 'Member' }],
          subject: [{ code: 'i', name: 'i', rels: ['category'] }],
        },
      },
    }),
    items: [
      {
        uri: 'e1e2e3e4e5e6e7e8e9e0e1e2e3e4e5e6',
        version: '0',
        status: 'embargoed',
        editorialType: 'hold-for-release',
        embargoedUntil: '2022-06-05T04:01:00Z',
        expires: '2022-07-05T04:01:00Z',
        language: 'es',
        urgency: 8,
        slug: 'LT--Apicultores',
        takeKey: 'ADV05',
        byline: 'Por ÍÑIGO MARTÍNEZ-PEÑA',
        bylines: [{ name: 'Íñigo Martínez-Peña' }],
        dateline: { text: 'SAN ANDRÉS, México', city: 'San Andrés' },
        source: 'El Diario de la Sierra',
        editorialNote: 'ADV PARA PUBLICARSE el domingo 5 de junio',
        categories: ['i'],
        headline: 'Los apicultores de la sierra cuentan sus abejas',
      },
    ],
  },
  {
    name: 'ap: no headline: the extended one, the title or the slug stands in; daybook without signals',
    bytes: json({
      altids: { itemid: 'ab12ab12ab12ab12ab12ab12ab12ab12', etag: 'ab12_1a1aza0c0', transref: 'W1392' },
      version: 1,
      type: 'text',
      profile: 'Daybook',
      editorialpriority: 'd',
      versioncreated: '2020-02-02T02:02:02Z',
      firstcreated: '2020-02',
      pubstatus: 'usable',
      title: 'OH--Daybook-Lakeside',
      slugline: 'BC-OH--Daybook-Lakeside, 1st Ld',
      subject: [{ code: 'v', name: 'Advisories', rels: ['category'] }],
      description_summary: 'What is on in Lakeside.',
    }),
    items: [
      {
        uri: 'ab12ab12ab12ab12ab12ab12ab12ab12',
        publishable: false,
        notPublishable: 'daybook',
        status: 'usable',
        urgency: 5,
        headline: 'OH--Daybook-Lakeside',
        slug: 'OH--Daybook-Lakeside',
        takeKey: '1st Ld',
        categories: ['v'],
        abstract: 'What is on in Lakeside.',
        versionCreated: '2020-02-02T02:02:02Z',
      },
    ],
  },
]
