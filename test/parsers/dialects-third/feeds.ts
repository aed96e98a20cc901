import { encoded, json } from '../dialects-other/document.ts'
import type { Dialect } from '../dialects-other/document.ts'

/** Feeds of offices, courts, exchanges and federations; Atom in its corners; JSON Feed. */
export const feeds: readonly Dialect[] = [
  {
    name: 'rss: a court, with decision number, languages and a PDF as enclosure',
    url: 'https://court.example.eu/rss/press.xml',
    bytes: encoded(`<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Court of the Isles - Press</title><link>https://court.example.eu</link><language>en-gb</language><item><title>Judgment: Tulloch v. Skerry Harbour (no. 4410/21)</title><link>https://court.example.eu/press?id=4410&amp;lang=en</link><guid isPermaLink="false">003-7712-4410</guid><description>In today's Chamber judgment the Court held, unanimously, that there had been a violation.</description><pubDate>Tue, 15 Sep 2026 10:00:00 +0200</pubDate><dc:language>en</dc:language><dc:creator>Press Unit</dc:creator><category>Judgments</category><enclosure url="https://court.example.eu/pdf/4410.pdf" length="120334" type="application/pdf"/></item></channel></rss>`),
    items: [
      {
        uri: '003-7712-4410',
        headline: 'Judgment: Tulloch v. Skerry Harbour (no. 4410/21)',
        language: 'en',
        categories: ['Judgments'],
        byline: 'Press Unit',
        firstCreated: '2026-09-15T08:00:00Z',
        links: [
          { rel: 'alternate', uri: 'https://court.example.eu/press?id=4410&lang=en' },
          { rel: 'alternate', uri: 'https://court.example.eu/pdf/4410.pdf' },
        ],
      },
    ],
  },
  {
    name: 'rss: Dutch police, place before the text, the same text in both elements, a picture with a caption',
    url: 'https://wijkdienst.example.nl/rss',
    bytes:
      encoded(`<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Wijkdienst</title><link>https://wijkdienst.example.nl</link><language>nl</language>
<item><title><![CDATA[Gestolen bakfiets terug bij eigenaar &#8211; verdachte vast]]></title><link>https://wijkdienst.example.nl/nieuws/2026/september/15/bakfiets.html</link><guid>https://wijkdienst.example.nl/nieuws/2026/september/15/bakfiets.html</guid><pubDate>di, 15 sep 2026 11:45:00 +0200</pubDate><description><![CDATA[Kleimeer &ndash; Een gestolen bakfiets is terug.]]></description><content:encoded><![CDATA[<p>Kleimeer &ndash; Een gestolen bakfiets is terug.</p><p>De fiets stond achter een loods.</p>]]></content:encoded><media:content url="https://wijkdienst.example.nl/bakfiets.jpg" medium="image"><media:description>De bakfiets achter de loods</media:description><media:credit role="photographer">Joost van der Meijden</media:credit></media:content></item></channel></rss>`),
    items: [
      {
        headline: 'Gestolen bakfiets terug bij eigenaar – verdachte vast',
        language: 'nl',
        firstCreated: '2026-09-15T09:45:00Z',
        captions: [{ text: 'De bakfiets achter de loods', photographer: 'Joost van der Meijden' }],
        hrefs: ['https://wijkdienst.example.nl/bakfiets.jpg'],
        body: 'Kleimeer – Een gestolen bakfiets is terug. De fiets stond achter een loods.',
      },
    ],
  },
  {
    name: 'rss: a stock exchange with codes in category domains and a time in New York',
    bytes: encoded(
      `<?xml version="1.0"?><rss version="2.0"><channel><title>Exchange notices</title><link>https://xchg.example.com</link><description>Notices</description><language>en-us</language><item><title>TLM: Trading halt - News pending</title><link>https://xchg.example.com/n/991</link><guid isPermaLink="false">XCHG-2026-991</guid><category domain="https://xchg.example.com/ticker">TLM</category><category domain="https://xchg.example.com/type">HALT</category><pubDate>Tue, 15 Sep 2026 09:31:02 EDT</pubDate><description>&lt;b&gt;Tulloch Mills Inc.&lt;/b&gt; halted at 09:31:00.&lt;br&gt;Reason: T1</description></item></channel></rss>`,
    ),
    items: [
      {
        uri: 'XCHG-2026-991',
        headline: 'TLM: Trading halt - News pending',
        categories: ['TLM', 'HALT'],
        firstCreated: '2026-09-15T13:31:02Z',
        language: 'en-US',
      },
    ],
  },
  {
    name: 'rss: a Turkish ministry, title in capitals, date by month name without a zone',
    zone: 'Europe/Istanbul',
    bytes: encoded(
      `<?xml version="1.0" encoding="windows-1254"?><rss version="2.0"><channel><title>Orman Dairesi</title><link>https://orman.example.tr</link><language>tr</language><item><title>KIZILÇAM ORMANLARINDA YANGIN SÖNDÜRÜLDÜ</title><link>https://orman.example.tr/duyuru/77</link><description>Işıklı köyündeki yangın söndürüldü. Şiddetli rüzgâr bekleniyor.</description><pubDate>15 Eylül 2026 14:20</pubDate></item></channel></rss>`,
      'windows-1254',
    ),
    items: [
      {
        headline: 'KIZILÇAM ORMANLARINDA YANGIN SÖNDÜRÜLDÜ',
        language: 'tr',
        firstCreated: '2026-09-15T11:20:00Z',
        links: [{ rel: 'alternate', uri: 'https://orman.example.tr/duyuru/77' }],
      },
    ],
  },
  {
    name: 'rss: a podcast of a broadcaster with itunes elements',
    bytes: encoded(
      `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Morning Skerry</title><link>https://radio.example.org</link><language>en</language><itunes:author>Radio Skerry</itunes:author><item><title>Ep. 212: The kelp horses</title><itunes:author>Ada Muir</itunes:author><itunes:summary>Horses, carts and kelp.</itunes:summary><description>Horses, carts and kelp.</description><content:encoded><![CDATA[<p>Horses, carts and kelp. With Ada Muir.</p>]]></content:encoded><guid isPermaLink="false">ep-212</guid><pubDate>Tue, 15 Sep 2026 05:00:00 GMT</pubDate><itunes:duration>28:14</itunes:duration><enclosure url="https://radio.example.org/ep212.mp3" length="27000000" type="audio/mpeg"/><itunes:image href="https://radio.example.org/ep212.jpg"/></item></channel></rss>`,
    ),
    items: [
      {
        uri: 'ep-212',
        headline: 'Ep. 212: The kelp horses',
        byline: 'Ada Muir',
        abstract: 'Horses, carts and kelp.',
        firstCreated: '2026-09-15T05:00:00Z',
        hrefs: ['https://radio.example.org/ep212.mp3'],
        body: 'Horses, carts and kelp. With Ada Muir.',
      },
    ],
  },
  {
    name: 'rss: a sports federation in Czech, relative image in a table, pubDate in Central European Time',
    url: 'https://veslo.example.cz/rss.php',
    bytes: encoded(
      `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Svaz veslařů</title><link>https://veslo.example.cz/</link><language>cs</language><item><title>Čtyřka bez kormidelníka vyhrála v Račicích</title><link>clanek/881</link><guid isPermaLink="false">clanek-881</guid><author>tisk@veslo.example.cz (Řehoř Šťastný)</author><pubDate>Tue, 15 Sep 2026 18:30:00 CEST</pubDate><description>&lt;p&gt;Čtyřka zvítězila o &lt;strong&gt;dvě desetiny&lt;/strong&gt;.&lt;/p&gt;&lt;table&gt;&lt;tr&gt;&lt;td&gt;1.&lt;/td&gt;&lt;td&gt;Želiv&lt;/td&gt;&lt;td&gt;5:58,2&lt;/td&gt;&lt;/tr&gt;&lt;/table&gt;</description></item></channel></rss>`,
    ),
    items: [
      {
        headline: 'Čtyřka bez kormidelníka vyhrála v Račicích',
        bylines: [{ name: 'Řehoř Šťastný' }],
        language: 'cs',
        firstCreated: '2026-09-15T16:30:00Z',
        links: [{ rel: 'alternate', uri: 'https://veslo.example.cz/clanek/881' }],
        body: 'Čtyřka zvítězila o dvě desetiny. 1. Želiv 5:58,2',
      },
    ],
  },
  {
    name: 'atom: weather warnings of an office, summary only, expiry and area in CAP',
    bytes: encoded(
      `<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:cap="urn:oasis:names:tc:emergency:cap:1.2" xml:lang="en-CA"><id>urn:feed:wx</id><title>Warnings</title><updated>2026-09-15T12:00:00Z</updated><author><name>Weather Office</name></author><entry><id>urn:oid:2.49.0.1.124.881</id><title>Gale warning, Skerry Sound</title><updated>2026-09-15T11:58:00-03:00</updated><published>2026-09-15T11:55:00-03:00</published><summary>Gales of 45 knots are expected tonight.</summary><link rel="alternate" type="text/html" href="https://wx.example.ca/881"/><link rel="related" type="application/cap+xml" href="https://wx.example.ca/881.cap"/><category term="Met" label="Weather"/><cap:event>gale</cap:event><cap:expires>2026-09-16T06:00:00-03:00</cap:expires><cap:areaDesc>Skerry Sound</cap:areaDesc></entry></feed>`,
    ),
    items: [
      {
        uri: 'urn:oid:2.49.0.1.124.881',
        headline: 'Gale warning, Skerry Sound',
        language: 'en-CA',
        byline: 'Weather Office',
        abstract: 'Gales of 45 knots are expected tonight.',
        firstCreated: '2026-09-15T14:55:00Z',
        versionCreated: '2026-09-15T14:58:00Z',
        links: [{ rel: 'alternate', uri: 'https://wx.example.ca/881' }],
      },
    ],
  },
  {
    name: 'atom: a reply in a thread, xhtml with a quotation, and an entry that is still a draft',
    bytes: encoded(
      `<?xml version="1.0" encoding="utf-8"?><a:feed xmlns:a="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0" xmlns:app="http://www.w3.org/2007/app"><a:id>tag:blog.example,2026:feed</a:id><a:title>Live</a:title><a:updated>2026-09-15T10:00:00Z</a:updated><a:entry><a:id>tag:blog.example,2026:2</a:id><a:title type="html">The &amp;lsquo;kelp&amp;rsquo; horses &amp;mdash; live</a:title><a:updated>2026-09-15T10:00:00Z</a:updated><a:author><a:name>Ada Muir</a:name></a:author><thr:in-reply-to ref="tag:blog.example,2026:1" href="https://blog.example/1"/><a:content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><blockquote><p>They never hurry.</p></blockquote><p>The carts are <em>in</em>.</p></div></a:content></a:entry><a:entry><a:id>tag:blog.example,2026:3</a:id><a:title>Not ready</a:title><a:updated>2026-09-15T10:01:00Z</a:updated><a:author><a:name>Ada Muir</a:name></a:author><app:control><app:draft>yes</app:draft></app:control><a:content>To be written.</a:content></a:entry></a:feed>`,
    ),
    items: [
      {
        uri: 'tag:blog.example,2026:2',
        headline: 'The ‘kelp’ horses — live',
        bylines: [{ name: 'Ada Muir' }],
        body: 'They never hurry. The carts are in.',
      },
      { uri: 'tag:blog.example,2026:3', headline: 'Not ready', status: 'withheld' },
    ],
  },
  {
    name: 'atom: an agency entry with several links, licence, a picture inside and rights of its own',
    bytes: encoded(
      `<?xml version="1.0" encoding="UTF-8"?><entry xmlns="http://www.w3.org/2005/Atom" xml:lang="ja"><id>https://jiho.example.jp/2026/09/15/001</id><title>古い灯台に再び明かり</title><updated>2026-09-15T18:00:00+09:00</updated><published>2026-09-15T17:30:00+09:00</published><author><name>山路あかり</name></author><rights>© 時報通信</rights><link href="https://jiho.example.jp/2026/09/15/001.html"/><link rel="enclosure" type="image/jpeg" length="90000" href="https://jiho.example.jp/img/001.jpg" title="灯台＝１５日、風待岬（山路あかり撮影）"/><link rel="license" href="https://jiho.example.jp/license"/><category term="社会" scheme="https://jiho.example.jp/cat"/><content type="html">&lt;p&gt;【風待岬】百年前の灯台に15日、再び明かりがともった。&lt;/p&gt;&lt;p&gt;地元の人々が見守った。&lt;/p&gt;</content></entry>`,
    ),
    items: [
      {
        uri: 'https://jiho.example.jp/2026/09/15/001',
        headline: '古い灯台に再び明かり',
        bylines: [{ name: '山路あかり' }],
        language: 'ja',
        copyrightNotice: '© 時報通信',
        categories: ['社会'],
        firstCreated: '2026-09-15T08:30:00Z',
        versionCreated: '2026-09-15T09:00:00Z',
        hrefs: ['https://jiho.example.jp/img/001.jpg'],
        links: [{ rel: 'alternate', uri: 'https://jiho.example.jp/2026/09/15/001.html' }],
        body: '【風待岬】百年前の灯台に15日、再び明かりがともった。 地元の人々が見守った。',
      },
    ],
  },
  {
    name: 'json feed: text only, several authors, language by item, an audio attachment, expired',
    bytes: json({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Skerry notes',
      home_page_url: 'https://notes.example.org',
      language: 'en',
      items: [
        {
          id: 'n-1',
          url: 'https://notes.example.org/n-1',
          title: 'Caol an t-sìl',
          content_text: 'Tha na h-eich a’ tilleadh.\n\nChunnaic Ada iad an-diugh.',
          language: 'gd',
          authors: [{ name: 'Ada Muir' }, { name: 'Rory Baird' }],
          date_published: '2026-09-15T09:00:00+01:00',
          date_modified: '2026-09-15T09:30:00+01:00',
          tags: ['eich'],
          attachments: [
            {
              url: 'https://notes.example.org/n-1.mp3',
              mime_type: 'audio/mpeg',
              duration_in_seconds: 31,
              size_in_bytes: 5,
            },
          ],
        },
      ],
    }),
    items: [
      {
        uri: 'n-1',
        headline: 'Caol an t-sìl',
        language: 'gd',
        bylines: [{ name: 'Ada Muir' }, { name: 'Rory Baird' }],
        keywords: ['eich'],
        firstCreated: '2026-09-15T08:00:00Z',
        versionCreated: '2026-09-15T08:30:00Z',
        hrefs: ['https://notes.example.org/n-1.mp3'],
        body: 'Tha na h-eich a’ tilleadh. Chunnaic Ada iad an-diugh.',
      },
    ],
  },
]
