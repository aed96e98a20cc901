import { encoded, json } from './document.ts'
import type { Dialect } from './document.ts'

/** What trips readers of syndication feeds. */
export const trapsFeeds: readonly Dialect[] = [
  {
    name: 'rss trap: German dates, no title, several enclosures, source, a thumbnail inside a medium',
    bytes: encoded(
      `<?xml version="1.0" encoding="iso-8859-1"?>
<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>K\xfcstenbote</title><link>https://bote.example.de/</link><atom:link rel="self" href="https://bote.example.de/rss"/><language>de-de</language>
<item><description>Die F\xe4hre f\xe4hrt wieder. Der Sturm ist vorbei.</description><link>https://bote.example.de/1</link><guid isPermaLink="true">https://bote.example.de/1</guid><pubDate>Mo, 04 M\xe4r 2024 10:00:00 +0100</pubDate>
<enclosure url="https://bote.example.de/1.mp3" type="audio/mpeg" length="5"/><enclosure url="https://bote.example.de/1.pdf" type="application/pdf" length="5"/>
<media:content url="https://bote.example.de/1.jpg" medium="image"><media:thumbnail url="https://bote.example.de/1t.jpg"/><media:title>Die F\xe4hre im Hafen von Norddeich</media:title><media:credit>Foto: Hinnerk Folkerts/dpa</media:credit></media:content></item>
<item><title>Deich h\xe4lt</title><link>https://bote.example.de/2</link><guid isPermaLink="false">2</guid><pubDate>Di, 05. M\xe4rz 2024 11:30 Uhr</pubDate><source url="https://dpa.example/rss">dpa</source><author>Wiebke Janssen</author><description><![CDATA[<img src="/d.jpg" alt="Deich"/>Der Deich h&auml;lt.]]></description></item>
</channel></rss>`,
      'latin1',
    ),
    zone: 'Europe/Berlin',
    items: [
      {
        uri: 'https://bote.example.de/1',
        language: 'de-DE',
        firstCreated: '2024-03-04T09:00:00Z',
        abstract: 'Die Fähre fährt wieder. Der Sturm ist vorbei.',
        hrefs: ['https://bote.example.de/1.mp3', 'https://bote.example.de/1.jpg', 'https://bote.example.de/1t.jpg'],
        captions: [
          {
            text: 'Die Fähre im Hafen von Norddeich',
            credit: 'Foto: Hinnerk Folkerts/dpa',
            photographer: 'Hinnerk Folkerts',
          },
        ],
      },
      {
        uri: '2',
        headline: 'Deich hält',
        firstCreated: '2024-03-05T10:30:00Z',
        bylines: [{ name: 'Wiebke Janssen' }],
        source: 'dpa',
        abstract: 'Der Deich hält.',
        hrefs: ['https://bote.example.de/d.jpg'],
      },
    ],
  },
  {
    name: 'rss trap: windows-1252 bytes in a feed without a declaration, French, an AP credit in two places, US zones',
    bytes: encoded(
      `<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>L’\xc9cho</title><link>https://echo.example.ca/</link><dc:language>fr-CA</dc:language>
<item><title>L’h\xf4tel – enfin – rouvre</title><link>https://echo.example.ca/hotel</link><guid>https://echo.example.ca/hotel</guid><pubDate>Mon, 4 Mar 2024 08:00 EST</pubDate><dc:creator>Par Solange Béliveau, La Presse Canadienne</dc:creator>
<description>&lt;p&gt;L’h\xf4tel rouvre.&lt;/p&gt;</description>
<media:content url="https://echo.example.ca/h.jpg?w=300" type="image/jpeg" width="300" height="200"/><media:content url="https://echo.example.ca/h.jpg?w=1200" type="image/jpeg" width="1200" height="800"/>
<media:description>The hotel reopens in Percé, Quebec, on Monday, March 4, 2024. (AP Photo/Marc Thibodeau)</media:description><media:credit>Associated Press</media:credit></item></channel></rss>`,
      'windows-1252',
    ),
    items: [
      {
        uri: 'https://echo.example.ca/hotel',
        headline: 'L’hôtel – enfin – rouvre',
        language: 'fr-CA',
        firstCreated: '2024-03-04T13:00:00Z',
        bylines: [{ name: 'Solange Béliveau', organisation: 'La Presse Canadienne' }],
        abstract: 'L’hôtel rouvre.',
        captions: [
          {
            text: 'The hotel reopens in Percé, Quebec, on Monday, March 4, 2024.',
            credit: 'AP Photo/Marc Thibodeau',
            photographer: 'Marc Thibodeau',
          },
        ],
        hrefs: ['https://echo.example.ca/h.jpg?w=300', 'https://echo.example.ca/h.jpg?w=1200'],
      },
    ],
  },
  {
    name: 'atom trap: titles as XHTML, content elsewhere, a body in Persian, categories without scheme, georss',
    url: 'https://khabar.example.ir/atom.xml',
    bytes:
      encoded(`<a:feed xmlns:a="http://www.w3.org/2005/Atom" xmlns:g="http://www.georss.org/georss" xml:lang="fa"><a:id>tag:khabar.example.ir,2024:feed</a:id><a:title>خبر</a:title><a:updated>2024-02-02T02:02:02Z</a:updated><a:author><a:name>نسرین کاوه</a:name></a:author>
<a:entry><a:id>tag:khabar.example.ir,2024:1</a:id><a:title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">فانوس دریایی <b>بازگشایی</b> شد</div></a:title><a:link href="/1"/><a:updated>2024-02-02T05:30:00+03:30</a:updated><a:category term="محلی"/><g:point>27.1 56.2</g:point>
<a:content type="html">&lt;p&gt;فانوس دریایی بندرعباس بازگشایی شد.&lt;/p&gt;&lt;p&gt;ورود رایگان است.&lt;/p&gt;</a:content></a:entry>
<a:entry><a:id>tag:khabar.example.ir,2024:2</a:id><a:title>ویدیو</a:title><a:updated>2024-02-02T06:00:00Z</a:updated><a:content type="video/mp4" src="/v.mp4"/><a:summary>ویدیوی فانوس.</a:summary></a:entry></a:feed>`),
    items: [
      {
        uri: 'tag:khabar.example.ir,2024:1',
        headline: 'فانوس دریایی بازگشایی شد',
        language: 'fa',
        versionCreated: '2024-02-02T02:00:00Z',
        bylines: [{ name: 'نسرین کاوه' }],
        links: [{ rel: 'alternate', uri: 'https://khabar.example.ir/1' }],
        body: 'فانوس دریایی بندرعباس بازگشایی شد. ورود رایگان است.',
      },
      {
        uri: 'tag:khabar.example.ir,2024:2',
        headline: 'ویدیو',
        abstract: 'ویدیوی فانوس.',
        hrefs: ['https://khabar.example.ir/v.mp4'],
      },
    ],
  },
  {
    name: 'json feed trap: 1.0 with one author, a figure, a relative link, Hungarian',
    url: 'https://hirek.example.hu/feed.json',
    bytes: json({
      version: 'https://jsonfeed.org/version/1',
      title: 'Hírek',
      home_page_url: 'https://hirek.example.hu/',
      author: { name: 'Szerkesztőség' },
      items: [
        {
          id: 'https://hirek.example.hu/a',
          url: '/a',
          title: 'Újra kigyúlt a világítótorony',
          author: { name: 'Őry Ágnes' },
          content_html:
            '<figure><img src="/t.jpg"><figcaption>A torony Siófokon. Fotó: Kóbor Béla / MHI</figcaption></figure><p>Újra kigyúlt a fény.</p><p>Bővebben <a href="b">itt</a>.</p>',
          banner_image: 'https://hirek.example.hu/banner.jpg',
          date_published: '2024-02-02',
        },
      ],
    }),
    items: [
      {
        uri: 'https://hirek.example.hu/a',
        headline: 'Újra kigyúlt a világítótorony',
        bylines: [{ name: 'Őry Ágnes' }],
        captions: [{ text: 'A torony Siófokon.', credit: 'Fotó: Kóbor Béla / MHI', photographer: 'Kóbor Béla' }],
        hrefs: ['https://hirek.example.hu/t.jpg', 'https://hirek.example.hu/banner.jpg'],
        firstCreated: '2024-02-02T00:00:00Z',
        body: 'Újra kigyúlt a fény. Bővebben itt.',
      },
    ],
  },
  {
    name: 'wxr trap: a draft, a private page, a scheduled post and an attachment of the post',
    bytes:
      encoded(`<?xml version="1.0"?><rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Obala</title><link>https://obala.example.hr</link><language>hr</language><wp:wxr_version>1.2</wp:wxr_version>
<item><title>Svjetionik u Puli</title><guid isPermaLink="false">https://obala.example.hr/?p=1</guid><dc:creator>Đurđa Šimić</dc:creator><content:encoded><![CDATA[<!-- wp:paragraph --><p>Svjetionik opet svijetli.</p><!-- /wp:paragraph -->]]></content:encoded><excerpt:encoded/><wp:post_id>1</wp:post_id><wp:post_date>2024-01-02 10:00:00</wp:post_date><wp:post_date_gmt>2024-01-02 09:00:00</wp:post_date_gmt><wp:status>publish</wp:status><wp:post_type>post</wp:post_type><wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>2</wp:meta_value></wp:postmeta></item>
<item><title>toranj</title><guid isPermaLink="false">https://obala.example.hr/t.jpg</guid><content:encoded/><excerpt:encoded><![CDATA[Toranj u Puli. Foto: Željko Čavić]]></excerpt:encoded><wp:post_id>2</wp:post_id><wp:post_parent>1</wp:post_parent><wp:status>inherit</wp:status><wp:post_type>attachment</wp:post_type><wp:attachment_url>https://obala.example.hr/t.jpg</wp:attachment_url></item>
<item><title>Skica</title><guid isPermaLink="false">https://obala.example.hr/?p=3</guid><content:encoded><![CDATA[<p>Nije gotovo.</p>]]></content:encoded><wp:post_id>3</wp:post_id><wp:post_date_gmt>2024-01-03 09:00:00</wp:post_date_gmt><wp:status>draft</wp:status><wp:post_type>post</wp:post_type></item></channel></rss>`),
    items: [
      {
        uri: 'https://obala.example.hr/?p=1',
        headline: 'Svjetionik u Puli',
        language: 'hr',
        bylines: [{ name: 'Đurđa Šimić' }],
        firstCreated: '2024-01-02T09:00:00Z',
        status: 'usable',
        links: [{ rel: 'hasPicture', uri: 'https://obala.example.hr/t.jpg' }],
        body: 'Svjetionik opet svijetli.',
      },
      {
        type: 'picture',
        uri: 'https://obala.example.hr/t.jpg',
        captions: [{ text: 'Toranj u Puli.', credit: 'Foto: Željko Čavić', photographer: 'Željko Čavić' }],
        links: [{ rel: 'pictureOf', uri: 'https://obala.example.hr/?p=1' }],
      },
      { uri: 'https://obala.example.hr/?p=3', status: 'withheld' },
    ],
  },
]
