import { crlf, encoded, json } from './document.ts'
import type { Dialect } from './document.ts'

const mail = (text: string): Uint8Array => encoded(crlf(text))

/** The third lot: what smaller houses send. */
export const newsrooms: readonly Dialect[] = [
  {
    name: 'newsroom: ninjs of a content system with a correction, authors with roles, a live update in Slovak',
    bytes: json({
      guid: 'urn:newsml:sk.example:2024-06-01:live-7',
      type: 'text',
      version: '9',
      versioncreated: '2024-06-01T12:00:00+0200',
      firstcreated: '2024-06-01T08:00:00+0200',
      pubstatus: 'usable',
      language: 'sk',
      headline: 'OPRAVA: Maják na Dunaji svieti',
      slugline: 'majak',
      correction_sequence: 2,
      evolvedfrom: 'urn:newsml:sk.example:2024-06-01:live-6',
      urgency: 3,
      authors: [
        { name: 'Ľudmila Šťastná', role: 'writer' },
        { name: 'Editor Editorov', role: 'editor' },
      ],
      subject: [{ code: '20000538', name: 'lodná doprava', scheme: 'mediatopic' }],
      service: [{ name: 'Domáce', code: 'dom' }],
      copyrightnotice: '© Agentúra',
      usageterms: null,
      body_html: '<h2>Čo sa stalo</h2><p>Maják na Dunaji opäť svieti.</p><p><em>Opravuje číslo v 2. odseku.</em></p>',
      extra_items: {},
      renditions: {},
    }),
    items: [
      {
        uri: 'urn:newsml:sk.example:2024-06-01:live-7',
        version: '9',
        language: 'sk',
        headline: 'OPRAVA: Maják na Dunaji svieti',
        slug: 'majak',
        byline: 'Ľudmila Šťastná',
        bylines: [{ name: 'Ľudmila Šťastná' }],
        categories: ['dom'],
        copyrightNotice: '© Agentúra',
        firstCreated: '2024-06-01T06:00:00Z',
        versionCreated: '2024-06-01T10:00:00Z',
        links: [{ uri: 'urn:newsml:sk.example:2024-06-01:live-6' }],
        body: 'Čo sa stalo Maják na Dunaji opäť svieti. Opravuje číslo v 2. odseku.',
      },
    ],
  },
  {
    name: 'newsroom: a stringer mails a story with byline and dateline, Spanish, Latin-1 in quoted-printable',
    bytes: mail(`Message-ID: <n1@corresponsal.example>
From: =?iso-8859-1?Q?Ad=E1n_Ib=E1=F1ez?= <adan@corresponsal.example>
Date: Mon, 4 Mar 2024 10:00:00 -0300
Subject: =?iso-8859-1?Q?URGENTE=3A_se_incendi=F3_el_molino?=
MIME-Version: 1.0
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

Por Ad=E1n Ib=E1=F1ez

MENDOZA, Argentina (EX) - El molino viejo se incendi=F3 el lunes sin que hub=
iera heridos.

Los bomberos llegaron a las ocho.

Enviado desde mi iPhone
`),
    items: [
      {
        headline: 'URGENTE: se incendió el molino',
        bylines: [{ name: 'Adán Ibáñez' }],
        dateline: { city: 'Mendoza' },
        versionCreated: '2024-03-04T13:00:00Z',
        body: 'MENDOZA, Argentina (EX) - El molino viejo se incendió el lunes sin que hubiera heridos. Los bomberos llegaron a las ocho.',
        notInBody: ['iPhone'],
      },
    ],
  },
  {
    name: 'newsroom: a press release by mail, German, with a heading, ENDS and contact',
    bytes: mail(`Message-ID: <n2@presse.example.de>
From: Pressestelle <presse@presse.example.de>
Date: Mon, 4 Mar 2024 10:00:00 +0100
Subject: Pressemitteilung: Neuer Leuchtturm in Husum
MIME-Version: 1.0
Content-Type: text/html; charset=utf-8

<html><head><title>x</title></head><body><h1>Neuer Leuchtturm in Husum</h1><p>Sperrfrist: 06.03.2024, 12:00 Uhr</p><p>Husum bekommt einen Leuchtturm.</p><ul><li>Höhe: 20 Meter</li><li>Kosten: 2 Mio. Euro</li></ul><p>Kontakt: Silke Momsen</p></body></html>
`),
    zone: 'Europe/Berlin',
    items: [
      {
        headline: 'Pressemitteilung: Neuer Leuchtturm in Husum',
        status: 'embargoed',
        embargoedUntil: '2024-03-06T11:00:00Z',
        body: 'Neuer Leuchtturm in Husum Sperrfrist: 06.03.2024, 12:00 Uhr Husum bekommt einen Leuchtturm. Höhe: 20 Meter Kosten: 2 Mio. Euro Kontakt: Silke Momsen',
      },
    ],
  },
  {
    name: 'newsroom: RSS of a Vietnamese site, description with picture and text, pubDate without weekday',
    bytes:
      encoded(`<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:slash="http://purl.org/rss/1.0/modules/slash/"><channel><title>Báo Ví Dụ</title><link>https://bao.example.vn</link><generator>x</generator>
<item><title><![CDATA[Hải đăng mở cửa lại]]></title><description><![CDATA[<a href="https://bao.example.vn/hai-dang.html"><img src="https://i.example.vn/hd.jpg?w=680&amp;h=0"></a></br>Hải đăng ở Vũng Tàu mở cửa lại sau hai năm.]]></description><pubDate>04 Mar 2024 09:30:00 +0700</pubDate><link>https://bao.example.vn/hai-dang.html</link><guid>https://bao.example.vn/hai-dang.html</guid><slash:comments>0</slash:comments></item></channel></rss>`),
    items: [
      {
        uri: 'https://bao.example.vn/hai-dang.html',
        headline: 'Hải đăng mở cửa lại',
        abstract: 'Hải đăng ở Vũng Tàu mở cửa lại sau hai năm.',
        firstCreated: '2024-03-04T02:30:00Z',
        hrefs: ['https://i.example.vn/hd.jpg?w=680&h=0'],
      },
    ],
  },
  {
    name: 'newsroom: RSS with dates in Greek, Polish and Turkish, and one in the Buddhist year',
    bytes: encoded(`<rss version="2.0"><channel><title>Dates</title><link>https://d.example.org/</link>
<item><title>α</title><guid>https://d.example.org/1</guid><pubDate>Δευ, 04 Μαρ 2024 10:00:00 +0200</pubDate></item>
<item><title>b</title><guid>https://d.example.org/2</guid><pubDate>poniedziałek, 4 marca 2024 10:00 +0100</pubDate></item>
<item><title>c</title><guid>https://d.example.org/3</guid><pubDate>4 Mart 2024 10:00 +0300</pubDate></item>
<item><title>d</title><guid>https://d.example.org/4</guid><pubDate>2024-03-04 10:00:00.000 +00:00</pubDate></item></channel></rss>`),
    items: [
      { firstCreated: '2024-03-04T08:00:00Z' },
      { firstCreated: '2024-03-04T09:00:00Z' },
      { firstCreated: '2024-03-04T07:00:00Z' },
      { firstCreated: '2024-03-04T10:00:00Z' },
    ],
  },
  {
    name: 'newsroom: Atom of a news site with media and two categories, Icelandic',
    bytes:
      encoded(`<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xml:lang="is"><title>Fréttir</title><id>https://frettir.example.is/</id><updated>2024-03-04T10:00:00Z</updated>
<entry><title>Vitinn opnaður á ný</title><id>https://frettir.example.is/v</id><link rel="alternate" type="text/html" href="https://frettir.example.is/v"/><published>2024-03-04T09:00:00Z</published><updated>2024-03-04T09:30:00Z</updated><author><name>Þórdís Ævarsdóttir</name></author><category term="Innlent"/><category term="Sjór"/>
<summary type="html">&lt;p&gt;Vitinn á Reykjanesi er opinn.&lt;/p&gt;</summary><media:content url="https://frettir.example.is/v.jpg" type="image/jpeg"><media:description>Vitinn á Reykjanesi. Mynd: Örn Ýmir</media:description><media:credit>Örn Ýmir</media:credit></media:content></entry></feed>`),
    items: [
      {
        uri: 'https://frettir.example.is/v',
        headline: 'Vitinn opnaður á ný',
        language: 'is',
        bylines: [{ name: 'Þórdís Ævarsdóttir' }],
        categories: ['Innlent', 'Sjór'],
        abstract: 'Vitinn á Reykjanesi er opinn.',
        captions: [{ text: 'Vitinn á Reykjanesi.', photographer: 'Örn Ýmir' }],
        hrefs: ['https://frettir.example.is/v.jpg'],
        firstCreated: '2024-03-04T09:00:00Z',
        versionCreated: '2024-03-04T09:30:00Z',
      },
    ],
  },
  {
    name: 'newsroom: AAP tennis results, indented with tabs, and a separate finance table',
    bytes: encoded(
      `   ZCZC AAP\r\n$T\r\n:Tennis Cup\r\n=Results\r\n^TENNIS: Lamp Cup results, day one\r\n*X\r\n&T\r\n+15065000\r\nHOBART, Jan 9 AAP - Results from the Lamp Cup:\r\n\t\r\n\tMen's singles\r\n\tA Roe (AUS) bt B Doe (USA) 6-4 6-4\r\n\t[3] C Poe (NZL) bt D Lee (GBR) 7-6 (7-3) 6-1\r\n\t\r\n\tWomen's doubles\r\n\tE Fox and F Elk (AUS) bt G Owl and H Cat (FRA) w/o\r\n\t\r\n\t   AAP\r\n\tNNNN\r\n`,
    ),
    receivedAt: '2024-01-09T10:00:00Z',
    items: [
      {
        slug: 'Tennis Cup',
        takeKey: 'Results',
        headline: 'TENNIS: Lamp Cup results, day one',
        categories: ['T'],
        subjects: [{ code: '15065000' }],
        source: 'AAP',
        dateline: { city: 'Hobart', date: 'Jan 9' },
        body: "HOBART, Jan 9 AAP - Results from the Lamp Cup: Men's singles A Roe (AUS) bt B Doe (USA) 6-4 6-4 [3] C Poe (NZL) bt D Lee (GBR) 7-6 (7-3) 6-1 Women's doubles E Fox and F Elk (AUS) bt G Owl and H Cat (FRA) w/o",
      },
    ],
  },
  {
    name: 'newsroom: Media API search with a member picture in Spanish and a caption of video frames',
    bytes: json({
      api_version: '2.2',
      data: {
        items: [
          {
            meta: { score: 3 },
            item: {
              uri: 'https://api.ap.org/media/v/content/1234567890abcdef1234567890abcdef?qt=1',
              altids: { itemid: '1234567890abcdef1234567890abcdef', etag: 'q', friendlykey: '24001' },
              version: 0,
              type: 'picture',
              signals: ['newscontent'],
              pubstatus: 'usable',
              language: 'es',
              versioncreated: '2024-03-04T10:00:00Z',
              firstcreated: '2024-03-04T09:00:00Z',
              headline: 'MOLINO INCENDIO',
              photographer: { name: 'Rocío Peñaloza', title: 'STRINGER' },
              description_caption:
                'En esta imagen tomada de un video, bomberos apagan un molino en Mendoza, Argentina, el lunes 4 de marzo de 2024. (AP Foto/Rocío Peñaloza)',
              infosource: [{ name: 'AP', type: 'AP' }],
              datelinelocation: { city: 'MENDOZA', countryname: 'ARGENTINA' },
              usageterms: ['Sólo para uso editorial'],
              copyrightnotice: 'Copyright 2024 The Associated Press. All rights reserved',
            },
          },
        ],
      },
    }),
    items: [
      {
        type: 'picture',
        language: 'es',
        headline: 'MOLINO INCENDIO',
        bylines: [{ name: 'Rocío Peñaloza' }],
        dateline: { city: 'Mendoza' },
        usageTerms: ['Sólo para uso editorial'],
        captions: [
          {
            text: 'En esta imagen tomada de un video, bomberos apagan un molino en Mendoza, Argentina, el lunes 4 de marzo de 2024.',
            credit: 'AP Foto/Rocío Peñaloza',
            photographer: 'Rocío Peñaloza',
          },
        ],
      },
    ],
  },
  {
    name: 'newsroom: WXR with blocks of Gutenberg, a gallery and an embedded post, Italian',
    bytes:
      encoded(`<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.1/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.1/"><channel><title>Il Faro</title><link>https://ilfaro.example.it</link><language>it-IT</language><wp:wxr_version>1.1</wp:wxr_version>
<item><title>Riapre il faro di Capo Sereno</title><link>https://ilfaro.example.it/faro</link><dc:creator>redazione</dc:creator><guid isPermaLink="false">https://ilfaro.example.it/?p=5</guid><content:encoded><![CDATA[<!-- wp:paragraph --><p>Il faro riapre lunedì.</p><!-- /wp:paragraph --><!-- wp:image {"id":6} --><figure class="wp-block-image"><img src="https://ilfaro.example.it/faro.jpg" alt=""/><figcaption>Il faro di Capo Sereno. Foto di Nicolò Èsposito</figcaption></figure><!-- /wp:image --><!-- wp:quote --><blockquote class="wp-block-quote"><p>«Era ora», dice il custode.</p></blockquote><!-- /wp:quote -->]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded><wp:post_id>5</wp:post_id><wp:post_date>2024-03-04 10:00:00</wp:post_date><wp:post_date_gmt>2024-03-04 09:00:00</wp:post_date_gmt><wp:status>publish</wp:status><wp:post_type>post</wp:post_type><category domain="category" nicename="mare"><![CDATA[Mare]]></category></item></channel></rss>`),
    items: [
      {
        uri: 'https://ilfaro.example.it/?p=5',
        headline: 'Riapre il faro di Capo Sereno',
        language: 'it-IT',
        categories: ['Mare'],
        firstCreated: '2024-03-04T09:00:00Z',
        captions: [
          { text: 'Il faro di Capo Sereno.', credit: 'Foto di Nicolò Èsposito', photographer: 'Nicolò Èsposito' },
        ],
        hrefs: ['https://ilfaro.example.it/faro.jpg'],
        body: 'Il faro riapre lunedì. «Era ora», dice il custode.',
      },
    ],
  },
  {
    name: 'newsroom: a Bengali and a Tamil story as bare ninjs, with keywords and places only by name',
    bytes: json([
      {
        uri: 'bn:1',
        type: 'text',
        version: '1',
        versioncreated: '2024-03-04T10:00:00+06:00',
        pubstatus: 'usable',
        language: 'bn',
        headline: 'বাতিঘর আবার খুলল',
        byline: 'রুবিনা খাতুন',
        located: 'চট্টগ্রাম',
        keywords: ['বাতিঘর'],
        place: [{ name: 'চট্টগ্রাম' }],
        body_text: 'চট্টগ্রাম, ৪ মার্চ - বাতিঘর আবার খুলল।\n\nপ্রবেশ বিনামূল্যে।',
      },
      {
        uri: 'ta:1',
        type: 'text',
        version: '1',
        versioncreated: '2024-03-04T10:00:00+05:30',
        pubstatus: 'usable',
        language: 'ta',
        headline: 'கலங்கரை விளக்கம் திறப்பு',
        body_html: '<p>கலங்கரை விளக்கம் மீண்டும் திறக்கப்பட்டது.</p>',
      },
    ]),
    items: [
      {
        uri: 'bn:1',
        language: 'bn',
        headline: 'বাতিঘর আবার খুলল',
        byline: 'রুবিনা খাতুন',
        bylines: [{ name: 'রুবিনা খাতুন' }],
        dateline: { text: 'চট্টগ্রাম' },
        keywords: ['বাতিঘর'],
        places: [{ name: 'চট্টগ্রাম' }],
        versionCreated: '2024-03-04T04:00:00Z',
        body: 'চট্টগ্রাম, ৪ মার্চ - বাতিঘর আবার খুলল। প্রবেশ বিনামূল্যে।',
      },
      {
        uri: 'ta:1',
        language: 'ta',
        headline: 'கலங்கரை விளக்கம் திறப்பு',
        versionCreated: '2024-03-04T04:30:00Z',
        body: 'கலங்கரை விளக்கம் மீண்டும் திறக்கப்பட்டது.',
      },
    ],
  },
]
