import { encoded, json } from './document.ts'
import type { Dialect } from './document.ts'

/** Atom, JSON Feed and WordPress exports. */
export const atom: readonly Dialect[] = [
  {
    name: 'atom: xhtml content, xml:base, two authors, rights, a deleted entry',
    bytes: encoded(`<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0" xml:lang="de" xml:base="https://kurier.example.at/">
<id>urn:uuid:60a76c80-d399-11d9-b93C-0003939e0af6</id><title>Donaukurier</title><updated>2024-04-01T12:00:00Z</updated><rights>© Donaukurier</rights>
<at:deleted-entry ref="tag:kurier.example.at,2024:7" when="2024-04-01T11:00:00Z"><at:comment>Zurückgezogen</at:comment></at:deleted-entry>
<entry><id>tag:kurier.example.at,2024:8</id><title type="html">Fähre &amp;amp; Brücke gesperrt</title>
<link href="artikel/8"/><link rel="enclosure" type="image/jpeg" length="999" href="bilder/8.jpg"/>
<published>2024-04-01T09:00:00+02:00</published><updated>2024-04-01T10:30:00+02:00</updated>
<author><name>Liesl Grubinger</name><email>lg@example.at</email></author><author><name>Xaver Ötz</name></author>
<category term="verkehr" scheme="https://kurier.example.at/rubrik" label="Verkehr"/>
<summary>Die Fähre ruht.</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Die Fähre bei <a href="orte/krems">Krems</a> ruht.</p><p>Auch die Brücke ist zu.</p></div></content></entry>
</feed>`),
    items: [
      {
        uri: 'tag:kurier.example.at,2024:7',
        status: 'canceled',
        editorialType: 'kill',
        versionCreated: '2024-04-01T11:00:00Z',
      },
      {
        uri: 'tag:kurier.example.at,2024:8',
        headline: 'Fähre & Brücke gesperrt',
        language: 'de',
        bylines: [{ name: 'Liesl Grubinger' }, { name: 'Xaver Ötz' }],
        firstCreated: '2024-04-01T07:00:00Z',
        versionCreated: '2024-04-01T08:30:00Z',
        abstract: 'Die Fähre ruht.',
        copyrightNotice: '© Donaukurier',
        links: [{ rel: 'alternate', uri: 'https://kurier.example.at/artikel/8' }],
        hrefs: ['https://kurier.example.at/bilder/8.jpg'],
        subjects: [{ code: 'verkehr', name: 'Verkehr', scheme: 'https://kurier.example.at/rubrik' }],
        body: 'Die Fähre bei Krems ruht. Auch die Brücke ist zu.',
      },
    ],
  },
  {
    name: 'atom: a single Turkish entry with escaped html and a source',
    bytes:
      encoded(`<entry xmlns="http://www.w3.org/2005/Atom" xml:lang="tr"><id>https://ajans.example.tr/5</id><title>Fener yeniden açıldı</title>
<updated>2023-09-09T09:09:09+03:00</updated><author><name>Şükrü İğdeli</name></author><source><title>Ajans Ege</title></source>
<content type="html">&lt;p&gt;İZMİR (AE) - Fener yeniden açıldı.&lt;/p&gt;&lt;p&gt;Açılışa yüzlerce kişi geldi.&lt;/p&gt;</content></entry>`),
    items: [
      {
        uri: 'https://ajans.example.tr/5',
        headline: 'Fener yeniden açıldı',
        language: 'tr',
        byline: 'Şükrü İğdeli',
        bylines: [{ name: 'Şükrü İğdeli' }],
        source: 'Ajans Ege',
        versionCreated: '2023-09-09T06:09:09Z',
        dateline: { text: 'İZMİR' },
        body: 'İZMİR (AE) - Fener yeniden açıldı. Açılışa yüzlerce kişi geldi.',
      },
    ],
  },
  {
    name: 'json feed 1.1: Czech and Chinese, attachments, numbers as ids',
    bytes: json({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Noviny',
      home_page_url: 'https://noviny.example.cz/',
      language: 'cs',
      authors: [{ name: 'Redakce' }],
      items: [
        {
          id: 1881,
          url: 'https://noviny.example.cz/1881',
          title: 'Maják znovu otevřen',
          content_html: '<p>Maják je znovu otevřen.</p><p>Vstup je <b>zdarma</b>.</p>',
          content_text: 'Maják je znovu otevřen. Vstup je zdarma.',
          summary: 'Maják otevřen.',
          date_published: '2024-02-02T10:00:00+01:00',
          date_modified: '2024-02-02T11:00:00+01:00',
          authors: [{ name: 'Božena Říhová' }],
          tags: ['maják', 'moře'],
          image: 'https://noviny.example.cz/majak.jpg',
        },
        {
          id: 'zh-1',
          language: 'zh-CN',
          content_text: '灯塔重新开放。\n\n入场免费。',
          title: '灯塔重新开放',
          external_url: 'https://other.example.cn/1',
          date_published: '2024-02-02T10:00:00Z',
          attachments: [
            {
              url: 'https://noviny.example.cz/zh.mp3',
              mime_type: 'audio/mpeg',
              size_in_bytes: 12,
              duration_in_seconds: 3,
            },
          ],
        },
      ],
    }),
    items: [
      {
        uri: '1881',
        headline: 'Maják znovu otevřen',
        abstract: 'Maják otevřen.',
        language: 'cs',
        bylines: [{ name: 'Božena Říhová' }],
        keywords: ['maják', 'moře'],
        firstCreated: '2024-02-02T09:00:00Z',
        versionCreated: '2024-02-02T10:00:00Z',
        hrefs: ['https://noviny.example.cz/majak.jpg'],
        links: [{ rel: 'alternate', uri: 'https://noviny.example.cz/1881' }],
        body: 'Maják je znovu otevřen. Vstup je zdarma.',
      },
      {
        uri: 'zh-1',
        headline: '灯塔重新开放',
        language: 'zh-CN',
        byline: 'Redakce',
        hrefs: ['https://noviny.example.cz/zh.mp3'],
        body: '灯塔重新开放。 入场免费。',
      },
    ],
  },
  {
    name: 'wxr: a post with its picture as an attachment, a draft kept back',
    bytes: encoded(`<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Gazeta Pomorska Zatoka</title><link>https://zatoka.example.pl</link><language>pl-PL</language><wp:wxr_version>1.2</wp:wxr_version>
<wp:author><wp:author_login>mzuk</wp:author_login><wp:author_display_name><![CDATA[Małgorzata Żuk]]></wp:author_display_name></wp:author>
<item><title>Łódź ratunkowa wróciła</title><link>https://zatoka.example.pl/lodz</link><pubDate>Thu, 09 May 2024 06:00:00 +0000</pubDate><dc:creator><![CDATA[mzuk]]></dc:creator>
<guid isPermaLink="false">https://zatoka.example.pl/?p=10</guid><content:encoded><![CDATA[Łódź wróciła do portu.

[caption id="attachment_11" align="alignnone"]<img src="https://zatoka.example.pl/lodz.jpg" /> Łódź w porcie. Fot. Jacek Śliwa[/caption]

Załoga jest <em>cała</em>.]]></content:encoded><excerpt:encoded><![CDATA[Wróciła.]]></excerpt:encoded>
<wp:post_id>10</wp:post_id><wp:post_date>2024-05-09 08:00:00</wp:post_date><wp:post_date_gmt>2024-05-09 06:00:00</wp:post_date_gmt><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
<category domain="category" nicename="morze"><![CDATA[Morze]]></category><category domain="post_tag" nicename="lodz"><![CDATA[łódź]]></category></item>
</channel></rss>`),
    items: [
      {
        uri: 'https://zatoka.example.pl/?p=10',
        headline: 'Łódź ratunkowa wróciła',
        bylines: [{ name: 'Małgorzata Żuk' }],
        abstract: 'Wróciła.',
        language: 'pl-PL',
        firstCreated: '2024-05-09T06:00:00Z',
        categories: ['Morze'],
        keywords: ['łódź'],
        captions: [{ text: 'Łódź w porcie.', credit: 'Fot. Jacek Śliwa', photographer: 'Jacek Śliwa' }],
        hrefs: ['https://zatoka.example.pl/lodz.jpg'],
        body: 'Łódź wróciła do portu. Załoga jest cała.',
      },
    ],
  },
]
