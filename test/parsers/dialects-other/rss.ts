import { encoded } from './document.ts'
import type { Dialect } from './document.ts'

/** RSS of every age. */
export const rss: readonly Dialect[] = [
  {
    name: 'rss 2.0: media group with inheritance, content:encoded, relative links, Dublin Core',
    url: 'https://news.example.com/feeds/top.xml',
    bytes: encoded(`<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:georss="http://www.georss.org/georss">
<channel><title>Example News</title><link>https://news.example.com/</link><language>en-us</language><copyright>Copyright 2024 Example News</copyright>
<item>
  <title>Lighthouse keeper&#39;s log found &amp; restored</title>
  <link>/2024/05/log?utm_source=rss</link>
  <guid isPermaLink="false">log-1881</guid>
  <pubDate>Tue, 07 May 2024 08:15:00 EDT</pubDate>
  <dcterms:modified>2024-05-07T13:00:00Z</dcterms:modified>
  <dc:creator><![CDATA[By Ottoline Pryce and Jun Watanabe]]></dc:creator>
  <category>History</category><category domain="https://news.example.com/tags">Lighthouses</category>
  <description>A log from 1881 has been found.</description>
  <content:encoded><![CDATA[<p>A log from 1881 has been found in a <a href="/cellar">cellar</a>.</p><p>It lists every ship.</p><p><img src="images/log.jpg" alt="log"></p>]]></content:encoded>
  <georss:point>44.1 -69.1</georss:point>
  <media:group>
    <media:credit role="photographer">Ansel Brody</media:credit>
    <media:content url="https://news.example.com/i/log-large.jpg" medium="image" type="image/jpeg" width="1200" height="800" isDefault="true"/>
    <media:content url="https://news.example.com/i/log-small.jpg" medium="image" type="image/jpeg" width="300" height="200"/>
    <media:description type="plain">The log of the keeper lies open in Rockland, Maine, on Monday, May 6, 2024. (Ansel Brody/Example News)</media:description>
  </media:group>
</item></channel></rss>`),
    items: [
      {
        type: 'text',
        uri: 'log-1881',
        headline: "Lighthouse keeper's log found & restored",
        byline: 'By Ottoline Pryce and Jun Watanabe',
        bylines: [{ name: 'Ottoline Pryce' }, { name: 'Jun Watanabe' }],
        abstract: 'A log from 1881 has been found.',
        language: 'en-US',
        firstCreated: '2024-05-07T12:15:00Z',
        versionCreated: '2024-05-07T13:00:00Z',
        categories: ['History', 'Lighthouses'],
        copyrightNotice: 'Copyright 2024 Example News',
        captions: [
          {
            text: 'The log of the keeper lies open in Rockland, Maine, on Monday, May 6, 2024.',
            credit: 'Ansel Brody/Example News',
            photographer: 'Ansel Brody',
          },
        ],
        hrefs: ['https://news.example.com/i/log-large.jpg', 'https://news.example.com/i/log-small.jpg'],
        links: [{ rel: 'alternate', uri: 'https://news.example.com/2024/05/log?utm_source=rss' }],
        body: 'A log from 1881 has been found in a cellar. It lists every ship.',
      },
    ],
  },
  {
    name: 'rss 0.91: windows-1251 declared, Russian, months by name, no guid',
    bytes: encoded(
      `<?xml version="1.0" encoding="windows-1251"?>
<rss version="0.91"><channel><title>Вести порта</title><link>http://port.example.ru/</link><description>Новости</description><language>ru</language>
<item><title>Ледокол вернулся в Мурманск</title><link>http://port.example.ru/n/77</link><description>Ледокол «Заря» вернулся в порт. Экипаж здоров.</description><pubDate>12 марта 2019 14:30:00 +0300</pubDate></item>
</channel></rss>`,
      'windows-1251',
    ),
    items: [
      {
        uri: 'http://port.example.ru/n/77',
        headline: 'Ледокол вернулся в Мурманск',
        language: 'ru',
        firstCreated: '2019-03-12T11:30:00Z',
        abstract: 'Ледокол «Заря» вернулся в порт. Экипаж здоров.',
      },
    ],
  },
  {
    name: 'rss 1.0: items beside the channel, Japanese, in EUC-JP',
    bytes: encoded(
      `<?xml version="1.0" encoding="EUC-JP"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xml:lang="ja">
<channel rdf:about="http://shinbun.example.jp/rss"><title>例新聞</title><link>http://shinbun.example.jp/</link><description>ニュース</description><items><rdf:Seq><rdf:li rdf:resource="http://shinbun.example.jp/a/1"/></rdf:Seq></items></channel>
<item rdf:about="http://shinbun.example.jp/a/1"><title>古い橋が再開</title><link>http://shinbun.example.jp/a/1</link><description>埼玉県の木造の橋が再開した。</description><dc:date>2018-12-09T21:37+09:00</dc:date><dc:creator>山田花子</dc:creator><dc:subject>社会</dc:subject></item>
</rdf:RDF>`,
      'euc-jp',
    ),
    items: [
      {
        uri: 'http://shinbun.example.jp/a/1',
        headline: '古い橋が再開',
        language: 'ja',
        firstCreated: '2018-12-09T12:37:00Z',
        byline: '山田花子',
        bylines: [{ name: '山田花子' }],
        abstract: '埼玉県の木造の橋が再開した。',
      },
    ],
  },
  {
    name: 'rss 2.0: HTML escaped twice, two-digit year, odd zone, Portuguese in latin-1 called UTF-8',
    bytes: encoded(
      `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Jornal do Vale</title><link>http://vale.example.br/</link><language>pt-BR</language>
<item><title>Prefeitura reabre o coreto da praça</title><link>http://vale.example.br/coreto</link><guid>http://vale.example.br/coreto</guid>
<pubDate>Sat, 6 Apr 24 09:05:00 GMT-3</pubDate><author>redacao@vale.example.br (Conceição Araújo)</author>
<description>&amp;lt;p&amp;gt;O coreto reabre no s&amp;amp;aacute;bado.&amp;lt;/p&amp;gt;&amp;lt;p&amp;gt;Haver&amp;amp;aacute; m&amp;amp;uacute;sica.&amp;lt;/p&amp;gt;</description>
<enclosure url="http://vale.example.br/coreto.jpg" length="12345" type="image/jpeg"/></item>
</channel></rss>`,
      'latin1',
    ),
    items: [
      {
        uri: 'http://vale.example.br/coreto',
        headline: 'Prefeitura reabre o coreto da praça',
        language: 'pt-BR',
        firstCreated: '2024-04-06T12:05:00Z',
        bylines: [{ name: 'Conceição Araújo' }],
        abstract: 'O coreto reabre no sábado. Haverá música.',
        hrefs: ['http://vale.example.br/coreto.jpg'],
      },
    ],
  },
  {
    name: 'rss 2.0: Hindi, content in namespaces of other prefixes, several categories, WordPress tail',
    bytes: encoded(`<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/" xmlns:d="http://purl.org/dc/elements/1.1/">
<channel><title>उदाहरण समाचार</title><link>https://samachar.example.in</link><language>hi</language>
<item><title>जयपुर में पतंग उत्सव शुरू</title><link>https://samachar.example.in/patang</link>
<guid isPermaLink="false">https://samachar.example.in/?p=4711</guid><pubDate>Sun, 14 Jan 2024 05:30:00 +0000</pubDate>
<d:creator>मीरा जोशी</d:creator><category><![CDATA[उत्सव]]></category><category><![CDATA[राजस्थान]]></category>
<description><![CDATA[<p>जयपुर में पतंग उत्सव शुरू हुआ। [&#8230;]</p><p>The post <a href="https://samachar.example.in/patang">जयपुर में पतंग उत्सव शुरू</a> appeared first on <a href="https://samachar.example.in">उदाहरण समाचार</a>.</p>]]></description>
<c:encoded><![CDATA[<p>जयपुर में पतंग उत्सव शुरू हुआ।</p><p>हज़ारों लोग छतों पर आए।</p>]]></c:encoded></item>
</channel></rss>`),
    items: [
      {
        uri: 'https://samachar.example.in/?p=4711',
        headline: 'जयपुर में पतंग उत्सव शुरू',
        language: 'hi',
        byline: 'मीरा जोशी',
        bylines: [{ name: 'मीरा जोशी' }],
        categories: ['उत्सव', 'राजस्थान'],
        firstCreated: '2024-01-14T05:30:00Z',
        body: 'जयपुर में पतंग उत्सव शुरू हुआ। हज़ारों लोग छतों पर आए।',
        notInBody: ['appeared first on'],
      },
    ],
  },
  {
    name: 'rss 2.0: an agency feed with embargo in dcterms:valid, a French press dateline and a caption',
    bytes:
      encoded(`<rss version="2.0" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Agence du Littoral</title><link>https://littoral.example.fr</link><language>fr</language>
<item><title>Le phare d'Eckmar rouvre</title><guid isPermaLink="false">urn:littoral:2030-9</guid><link>https://littoral.example.fr/9</link>
<pubDate>Mon, 04 Mar 2024 10:00:00 +0100</pubDate>
<dcterms:valid>start=2024-03-06T06:00:00+01:00; end=2024-04-06T06:00:00+01:00; scheme=W3C-DTF</dcterms:valid>
<dc:rights>© Agence du Littoral</dc:rights><dc:identifier>2030-9</dc:identifier>
<description><![CDATA[<p>BREST, 4 mars 2024 (AL) - Le phare rouvre mercredi.</p><p>Il était fermé depuis 2009.</p><p>L'entrée est libre.</p>]]></description>
<media:content url="https://littoral.example.fr/phare.jpg" type="image/jpeg"><media:description>Le phare d'Eckmar, le 3 mars 2024. © Gwenaël Le Floc'h / AL</media:description></media:content></item></channel></rss>`),
    items: [
      {
        uri: 'urn:littoral:2030-9',
        headline: "Le phare d'Eckmar rouvre",
        status: 'embargoed',
        embargoedUntil: '2024-03-06T05:00:00Z',
        expires: '2024-04-06T05:00:00Z',
        copyrightNotice: '© Agence du Littoral',
        language: 'fr',
        dateline: { city: 'Brest', date: '4 mars 2024' },
        body: "BREST, 4 mars 2024 (AL) - Le phare rouvre mercredi. Il était fermé depuis 2009. L'entrée est libre.",
        captions: [
          {
            text: "Le phare d'Eckmar, le 3 mars 2024.",
            credit: "© Gwenaël Le Floc'h / AL",
            photographer: "Gwenaël Le Floc'h",
          },
        ],
        hrefs: ['https://littoral.example.fr/phare.jpg'],
      },
    ],
  },
  {
    name: 'rss 2.0: Hebrew, Greek and Thai items whose guids are all the same',
    bytes: encoded(`<rss version="2.0"><channel><title>Three</title><link>https://three.example.org/</link>
<item><title>המגדלור נפתח מחדש</title><link>https://three.example.org/he</link><guid>0</guid><pubDate>Wed, 01 Jan 2020 10:00:00 GMT</pubDate><description>המגדלור נפתח.</description></item>
<item><title>Άνοιξε ξανά ο φάρος</title><link>https://three.example.org/el</link><guid>0</guid><pubDate>1 Jan 2020 10:00 UT</pubDate><description>Ο φάρος άνοιξε.</description></item>
<item><title>ประภาคารเปิดอีกครั้ง</title><link>https://three.example.org/th</link><guid>0</guid><pubDate>2020-01-01T17:00:00+07:00</pubDate><description>ประภาคารเปิดแล้ว</description></item>
</channel></rss>`),
    items: [
      {
        uri: 'https://three.example.org/he',
        headline: 'המגדלור נפתח מחדש',
        firstCreated: '2020-01-01T10:00:00Z',
        abstract: 'המגדלור נפתח.',
      },
      {
        uri: 'https://three.example.org/el',
        headline: 'Άνοιξε ξανά ο φάρος',
        firstCreated: '2020-01-01T10:00:00Z',
        abstract: 'Ο φάρος άνοιξε.',
      },
      {
        uri: 'https://three.example.org/th',
        headline: 'ประภาคารเปิดอีกครั้ง',
        firstCreated: '2020-01-01T10:00:00Z',
        abstract: 'ประภาคารเปิดแล้ว',
      },
    ],
  },
]
