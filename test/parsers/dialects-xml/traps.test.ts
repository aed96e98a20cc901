import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../../src/parsers/registry.ts'
import type { Item } from '../../../src/story/item.ts'

/** Traps of the XML formats, each as the smallest document that holds it. */

function items(xml: string): readonly Item[] {
  const outcome = parseDocument({ bytes: new TextEncoder().encode(xml) })
  if (outcome.kind !== 'parsed') throw new Error(JSON.stringify(outcome))
  return outcome.items.map((parsed) => parsed.item)
}

function only(xml: string): Item {
  const found = items(xml)
  if (found[0] === undefined || found.length > 1) throw new Error(`${found.length} items`)
  return found[0]
}

const nitf = (parts: { docdata?: string; head?: string; bodyHead?: string; content?: string; end?: string }): Item =>
  only(
    `<nitf baselang="en"><head>${parts.head ?? ''}<docdata>${parts.docdata ?? '<doc-id id-string="T-1" regsrc="wire.example"/>'}</docdata></head>` +
      `<body><body.head>${parts.bodyHead ?? '<hedline><hl1>Ferry returns</hl1></hedline>'}</body.head>` +
      `<body.content>${parts.content ?? '<p>The ferry is back.</p>'}</body.content>${parts.end ?? ''}</body></nitf>`,
  )

const g2 = (parts: { attributes?: string; meta?: string; content?: string; set?: string; rest?: string }): Item =>
  only(
    `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:wire.example:20311104:1" xml:lang="en" ${parts.attributes ?? ''}>` +
      `<itemMeta><itemClass qcode="ninat:text"/><provider literal="Wire"/><versionCreated>2031-11-04T10:00:00Z</versionCreated>${parts.meta ?? ''}</itemMeta>` +
      `<contentMeta>${parts.content ?? '<headline>Ferry returns</headline>'}</contentMeta>${parts.rest ?? ''}` +
      `<contentSet>${parts.set ?? ''}</contentSet></newsItem>`,
  )

const html = (inside: string, attributes = ''): string =>
  `<inlineXML ${attributes}><html xmlns="http://www.w3.org/1999/xhtml"><body>${inside}</body></html></inlineXML>`

const newsml = (parts: {
  management?: string
  identifier?: string
  component?: string
  top?: string
}): readonly Item[] =>
  items(
    `<NewsML>${parts.top ?? ''}<NewsEnvelope><DateAndTime>20311104T100000Z</DateAndTime></NewsEnvelope><NewsItem><Identification><NewsIdentifier><ProviderId>wire.example</ProviderId><DateId>20311104</DateId>` +
      `${parts.identifier ?? '<NewsItemId>W1</NewsItemId><RevisionId PreviousRevision="0" Update="N">1</RevisionId><PublicIdentifier>urn:newsml:wire.example:20311104:W1:1</PublicIdentifier>'}</NewsIdentifier></Identification>` +
      `<NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20311104T095900Z</FirstCreated><ThisRevisionCreated>20311104T100000Z</ThisRevisionCreated>${parts.management ?? '<Status FormalName="Usable"/>'}</NewsManagement>` +
      `<NewsComponent>${parts.component ?? ''}</NewsComponent></NewsItem></NewsML>`,
  )

const text = (words: string): string =>
  `<ContentItem><MediaType FormalName="Text"/><DataContent>${words}</DataContent></ContentItem>`

describe('NITF', () => {
  it('a story without an id is known by agency, day and key, whatever its headline becomes', () => {
    const docdata = '<doc-id regsrc="AP"/><date.issue norm="20311104T100000Z"/><du-key key="Harbor Ferry" version="2"/>'
    const first = nitf({ docdata })
    const again = nitf({ docdata, bodyHead: '<hedline><hl1>Ferry is late</hl1></hedline>' })
    expect(again.uri).toBe(first.uri)
    expect(first.version).toBe('2')
  })

  it('rows of one heading cell, modern agate classes and empty emphasis lose no word', () => {
    const { bodyText } = nitf({
      content:
        '<table><tr><th>East</th></tr><tr><td class="col-team">Gulls</td><td class="col-wins">7</td></tr></table><p>Sun<em/>day</p>',
    })
    expect(bodyText).toContain('East')
    expect(bodyText).toContain('Gulls\t7')
    expect(bodyText).toContain('Sunday')
  })

  it('times may be a bare day, or colons where none belong', () => {
    expect(nitf({ docdata: '<doc-id id-string="T"/><date.issue norm="20311104"/>' }).versionCreated).toContain(
      '2031-11-04',
    )
    expect(
      nitf({ docdata: '<doc-id id-string="T"/><date.issue norm="2031-11-04T10:00:00+01:00"/>' }).versionCreated,
    ).toBe('2031-11-04T10:00:00+01:00')
  })

  it('a release later than the issue is an embargo though the status says usable', () => {
    const docdata = (release: string): string =>
      `<doc-id id-string="T"/><date.issue norm="20311104T100000Z"/><date.release norm="${release}"/>`
    expect(nitf({ docdata: docdata('20311105T000100Z') }).embargoedUntil).toBe('2031-11-05T00:01:00Z')
    expect(nitf({ docdata: docdata('20311104T100000Z') }).embargoedUntil).toBeUndefined()
  })

  it('several bylines are several people, a place inside a byline is none', () => {
    const item = nitf({
      bodyHead:
        '<hedline><hl1>Ferry</hl1></hedline><byline>By JANE HARROW<byttl>Staff Writer</byttl></byline><byline>By TOM ELDER</byline>',
    })
    expect(item.bylines?.map((byline) => byline.name)).toEqual(['Jane Harrow', 'Tom Elder'])
    expect(item.bylines?.[0]?.title).toBe('Staff Writer')
  })

  it('byline, dateline and copyright of a block count when the head has none', () => {
    const item = nitf({
      content:
        '<block><byline>By JANE HARROW</byline><dateline><location>PORT ELM, Maine</location></dateline><copyrite>(c) 2031 Wire</copyrite><p>The ferry is back.</p></block>',
    })
    expect(item.byline).toBe('By JANE HARROW')
    expect(item.dateline?.city).toBe('Port Elm')
    expect(item.copyrightNotice).toBe('(c) 2031 Wire')
    expect(item.bodyText).toBe('The ferry is back.')
  })

  it('an abstract and a data source inside a block stay in the text', () => {
    const { bodyText } = nitf({
      content:
        '<block><abstract><p>In short</p></abstract><p>The ferry.</p><datasource>Harbor office</datasource></block>',
    })
    for (const words of ['In short', 'The ferry.', 'Harbor office']) expect(bodyText).toContain(words)
  })

  it('inline elements part no words, addresses part lines', () => {
    const { bodyText } = nitf({
      content:
        '<p><person>Ann Roe</person>, <function>mayor</function>, paid <money unit="USD">$4</money> for H<sub>2</sub>O at <postaddr><addressee>Town Hall</addressee><delivery.point>1 Quay</delivery.point></postaddr><virtloc>https://elm.example</virtloc></p>',
    })
    expect(bodyText).toContain('Ann Roe, mayor, paid $4 for H2O at')
    expect(bodyText).toMatch(/Town Hall\s+1 Quay/)
    expect(bodyText).toContain('https://elm.example')
  })

  it('a fraction keeps its slash, with or without its separator', () => {
    expect(
      nitf({ content: '<p>Size <num>7<frac><frac-num>1</frac-num><frac-den>2</frac-den></frac></num> hats</p>' })
        .bodyText,
    ).toBe('Size 7 1/2 hats')
  })

  it('definition lists, notes, footnotes, preformatted lines, tagline and bibliography keep their words', () => {
    const { bodyText } = nitf({
      content:
        '<dl><dt>CFA</dt><dd>Fire Authority</dd></dl><note><body.content><p>A note</p></body.content></note><fn>1 A footnote</fn><pre>a  b\nc  d</pre><bq><block><p>Quoted</p></block><credit>A sage</credit></bq>',
      end: '<body.end><tagline>jh/te</tagline><bibliography>Elm, 1990</bibliography></body.end>',
    })
    for (const words of [
      'CFA',
      'Fire Authority',
      'A note',
      '1 A footnote',
      'a  b\nc  d',
      'Quoted',
      'A sage',
      'jh/te',
      'Elm, 1990',
    ])
      expect(bodyText).toContain(words)
  })

  it('a medium with several producers and captions loses neither', () => {
    const { captions, media } = nitf({
      content:
        '<media media-type="image"><media-reference source="a.jpg" mime-type="image/jpeg"/><media-caption>The ferry at the quay.</media-caption><media-caption>Die Fähre am Kai.</media-caption><media-producer>Jane Harrow</media-producer></media>',
    })
    expect(media).toHaveLength(1)
    expect(captions?.map((caption) => caption.text)).toEqual(['The ferry at the quay.', 'Die Fähre am Kai.'])
    expect(captions?.[0]?.credit).toBe('Jane Harrow')
  })

  it('AP: a linked picture of another house keeps its address, and its caption the place of a paragraph', () => {
    const item = nitf({
      content:
        '<p>The ferry.</p><media media-type="image" class="inline:reference"><media-reference source="https://img.example/f.jpg"/></media><p>The ferry at dawn.</p>',
    })
    expect(item.media?.[0]?.uri).toBe('https://img.example/f.jpg')
    expect(item.bodyText).toBe('The ferry.\n\nThe ferry at dawn.')
  })

  it('a custom table of another trade keeps its words', () => {
    expect(
      nitf({ content: '<p>Scores</p><custom-table><sports-content><p>Gulls 2</p></sports-content></custom-table>' })
        .bodyText,
    ).toContain('Gulls 2')
  })

  it('a series and a note before the story are kept', () => {
    const item = nitf({
      bodyHead:
        '<hedline><hl1>Ferry</hl1></hedline><note noteclass="editorsnote">EDITORS: second of three</note><series series.name="Harbors" series.part="2" series.totalpart="3"/>',
    })
    expect(item.editorialNote).toBe('EDITORS: second of three')
  })

  it('the series in docdata is told to the desk', () => {
    const item = nitf({
      docdata: '<doc-id id-string="T"/><series series.name="Harbors" series.part="2" series.totalpart="3"/>',
    })
    expect(item.notes?.join(' ')).toContain('Harbors')
  })

  it('body.content in CDATA, escaped or as bare lines becomes paragraphs', () => {
    expect(nitf({ content: '<![CDATA[<p>One.</p><p>Two &amp; three.</p>]]>' }).bodyText).toBe('One.\n\nTwo & three.')
    expect(nitf({ content: '<block>One.\n\nTwo.</block>' }).bodyText).toBe('One.\n\nTwo.')
  })

  it('the caption block of a picture is its caption', () => {
    const item = nitf({ content: '<block id="Caption"><p>The ferry. (AP Photo/Jane Harrow)</p></block>' })
    expect(item.captions?.[0]).toMatchObject({ text: 'The ferry.', photographer: 'Jane Harrow' })
    expect(item.bodyText).toBeUndefined()
  })
})

describe('NewsML-G2', () => {
  it('a code may hold colons: only the first parts alias and code', () => {
    expect(g2({ content: '<headline>F</headline><subject qcode="stock:NYSE:ELM"/>' }).subjects).toEqual([
      { code: 'NYSE:ELM', scheme: 'stock' },
    ])
  })

  it('an embargo in free text holds without an end', () => {
    expect(g2({ meta: '<embargoed>Next Monday</embargoed>' }).embargoedUntil).toBe('indefinite')
  })

  it('truncated dates of the content are no moment', () => {
    expect(
      g2({ content: '<contentCreated>2031-11</contentCreated><headline>F</headline>' }).firstCreated,
    ).toBeUndefined()
  })

  it('roles of headlines: short, SEO and alternative ones never replace the headline', () => {
    const item = g2({
      content:
        '<headline role="aprol:seoHeadline">ferry elm</headline><headline role="hl:short">Ferry</headline><headline>Ferry returns to Elm</headline>',
    })
    expect(item.headline).toBe('Ferry returns to Elm')
  })

  it('of headlines in several languages the one in the language of the item is taken, whatever its region', () => {
    const item = g2({
      attributes: 'dir="ltr"',
      content: '<headline xml:lang="fr">Le bac</headline><headline xml:lang="en-GB">Ferry returns</headline>',
    })
    expect(item.headline).toBe('Ferry returns')
  })

  it('a text in the language of the item goes before a translation in a better form', () => {
    const item = g2({
      set:
        '<inlineXML xml:lang="fr"><nitf><body><body.content><p>Le bac est revenu.</p></body.content></body></nitf></inlineXML>' +
        html('<p>The ferry is back.</p>', 'xml:lang="en-US"'),
    })
    expect(item.bodyText).toBe('The ferry is back.')
    expect(item.notes).toEqual(['Le bac est revenu.'])
  })

  it('the papers of a company are keywords, exchange and symbol', () => {
    const item = g2({
      content:
        '<headline>F</headline><subject type="cpnat:organisation" literal="Elm"><name>Elm Ferries</name><organisationDetails><hasInstrument symbol="ELM" marketlabel="NYSE"/><hasInstrument symbol="XETRA:ELF"/></organisationDetails></subject>',
    })
    expect(item.keywords).toEqual(['NYSE:ELM', 'XETRA:ELF'])
    expect(item.organisations?.map((company) => company.name)).toEqual(['Elm Ferries'])
  })

  it('a photographer named only as creator is the byline of a picture', () => {
    const item = only(
      '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:wire.example:20311104:p" version="1"><itemMeta><itemClass qcode="ninat:picture"/><provider literal="Wire"/><versionCreated>2031-11-04T10:00:00Z</versionCreated></itemMeta><contentMeta><creator role="aprol:photographer"><name>Jane Harrow</name></creator><headline>Ferry</headline><description role="drol:caption">The ferry at the quay.</description></contentMeta></newsItem>',
    )
    expect(item.byline).toBe('Jane Harrow')
    expect(item.captions?.[0]?.text).toBe('The ferry at the quay.')
  })

  it('script and shot list of a clip are alternates, no media', () => {
    const item = g2({
      set: '<remoteContent rendition="aprol:script" href="https://x.example/s.xml" contenttype="application/nitf+xml"/>',
    })
    expect(item.media).toBeUndefined()
    expect(item.links).toEqual([{ rel: 'alternate', uri: 'https://x.example/s.xml' }])
  })

  it('the same alias means what the document says it means', () => {
    const item = only(
      '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:wire.example:20311104:c" version="1"><catalog><scheme alias="subj" uri="http://wire.example/own/"/></catalog><itemMeta><itemClass qcode="ninat:text"/><provider literal="W"/><versionCreated>2031-11-04T10:00:00Z</versionCreated></itemMeta><contentMeta><headline>F</headline><subject qcode="subj:01000000"/></contentMeta></newsItem>',
    )
    expect(item.subjects?.[0]).toMatchObject({ code: '01000000', scheme: 'subj' })
  })

  it('a sports document is kept by its name and paragraphs', () => {
    const item = g2({
      set: '<inlineXML><sports-content><sports-event><event-metadata/><p>Gulls won.</p></sports-event></sports-content></inlineXML>',
    })
    expect(item.bodyText).toBe('Gulls won.')
    expect(item.warnings?.map((warning) => warning.code)).toContain('newsml.foreign-content')
  })

  it('the texts of a SportsML document that are no paragraphs are kept too', () => {
    const item = g2({
      set: '<inlineXML><sports-content><article><nitf><body><body.content><p>Gulls won 2-1.</p></body.content></body></nitf></article></sports-content></inlineXML>',
    })
    expect(item.bodyText).toBe('Gulls won 2-1.')
  })

  it('a series of pictures in the text keeps each caption', () => {
    const item = g2({
      set: html(
        '<p>The ferry.</p><figure><img src="https://img.example/a.jpg" alt="x"/><figcaption>The ferry at dawn. Photo: Jane Harrow/Wire</figcaption></figure><p>It is back.</p>',
      ),
    })
    expect([item.bodyText, ...(item.captions ?? []).map((caption) => caption.text)].join(' ')).toContain(
      'The ferry at dawn.',
    )
  })

  it('editor notes of several roles are all told to the desk', () => {
    const item = g2({ meta: '<edNote role="x:a">First.</edNote><edNote>Second.</edNote>' })
    expect(item.editorialNote).toMatch(/First\.\s+Second\./)
  })

  it('a link to the item it was derived from keeps its meaning', () => {
    const item = g2({ rest: '', meta: '<link rel="irel:derivedFrom" residref="urn:x:1"/>' })
    expect(item.links).toEqual([{ rel: 'derivedFrom', uri: 'urn:x:1' }])
  })

  it('bylines may hold markup and line breaks', () => {
    expect(
      g2({
        content:
          '<headline>F</headline><by>By <b xmlns="http://www.w3.org/1999/xhtml">Jane Harrow</b><br xmlns="http://www.w3.org/1999/xhtml"/>Harbor correspondent</by>',
      }).byline,
    ).toBe('By Jane Harrow Harbor correspondent')
  })

  it('a message whose items mix kinds, one of them broken, gives the others', () => {
    const outcome = parseDocument({
      bytes: new TextEncoder().encode(
        '<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem><itemMeta/></newsItem><newsItem guid="urn:a:1"><itemMeta/><contentMeta><headline>H</headline></contentMeta></newsItem></itemSet></newsMessage>',
      ),
    })
    expect(outcome).toMatchObject({ kind: 'parsed', items: [{ item: { uri: 'urn:a:1' } }], refused: [{ index: 0 }] })
  })
})

describe('NewsML 1', () => {
  it('captions, texts and pictures of a deep tree go where their roles say', () => {
    const [item] = newsml({
      component:
        '<NewsLines><HeadLine>Ferry</HeadLine></NewsLines>' +
        `<NewsComponent><Role FormalName="Main"/>${text('<p>The ferry is back.</p>')}</NewsComponent>` +
        `<NewsComponent><Role FormalName="Supporting"/><NewsComponent><Role FormalName="Main"/><ContentItem Href="f.jpg"><MediaType FormalName="Photo"/></ContentItem></NewsComponent><NewsComponent><Role FormalName="Caption"/>${text('The ferry at dawn. (Wire/Jane Harrow)')}</NewsComponent></NewsComponent>` +
        `<NewsComponent><Role FormalName="Sidebar"/>${text('<p>Ferries are old.</p>')}</NewsComponent>`,
    })
    expect(item?.bodyText).toBe('The ferry is back.\n\nFerries are old.')
    expect(item?.captions?.[0]).toMatchObject({ text: 'The ferry at dawn.', mediaUri: 'f.jpg' })
  })

  it('a picture whose caption is named by a component reference keeps it', () => {
    const [item] = newsml({
      component:
        `<NewsComponent Duid="c1"><Role FormalName="Main"/>${text('<p>The ferry is back.</p>')}</NewsComponent>` +
        '<NewsComponent Duid="p1"><Role FormalName="Picture"/><NewsLines><HeadLine>The ferry at dawn</HeadLine></NewsLines><ContentItem Href="f.jpg"><MediaType FormalName="Photo"/></ContentItem></NewsComponent>',
    })
    expect(item?.media?.[0]?.uri).toBe('f.jpg')
    expect(item?.captions?.[0]?.text).toBe('The ferry at dawn')
  })

  it('instructions, relations and the revision before are told', () => {
    const [item] = newsml({
      management:
        '<Status FormalName="Usable"/><DerivedFrom NewsItem="urn:newsml:a:1:b:1"/><AssociatedWith NewsItem="urn:newsml:a:1:c:1"/><Instruction FormalName="Rectify"/>',
      component: text('The ferry.'),
    })
    expect(item?.links).toEqual([
      { rel: 'derivedFrom', uri: 'urn:newsml:a:1:b:1' },
      { rel: 'seeAlso', uri: 'urn:newsml:a:1:c:1' },
    ])
    expect(item?.editorialType).toBe('correction')
  })

  it('an embargo ends when the status will change', () => {
    const [item] = newsml({
      management:
        '<Status FormalName="EMBARGOED"/><StatusWillChange><FutureStatus FormalName="USABLE"/><DateAndTime>20311105T060000+0100</DateAndTime></StatusWillChange>',
      component: text('The ferry.'),
    })
    expect(item).toMatchObject({ status: 'embargoed', embargoedUntil: '2031-11-05T06:00:00+01:00' })
  })

  it('a topic set in the document names the codes', () => {
    const [item] = newsml({
      top: '<TopicSet FormalName="Subjects"><Topic Duid="t1"><TopicType FormalName="Subject"/><FormalName>04015000</FormalName><Description xml:lang="en">transport</Description></Topic></TopicSet>',
      component: `<DescriptiveMetadata><SubjectCode><SubjectMatter FormalName="04015000"/></SubjectCode></DescriptiveMetadata>${text('The ferry.')}`,
    })
    expect(item?.subjects?.[0]?.code).toBe('04015000')
  })

  it('data in base64, in an Encoding of its own, is read', () => {
    const data = Buffer.from('<p>Die Fähre ist zurück.</p>').toString('base64')
    const [item] = newsml({
      component: `<ContentItem><MediaType FormalName="Text"/><Encoding Notation="Base64"><DataContent>${data}</DataContent></Encoding></ContentItem>`,
    })
    expect(item?.bodyText).toBe('Die Fähre ist zurück.')
  })

  it('an update letter behind the revision is no part of the identity', () => {
    const identifier = (revision: string): string =>
      `<NewsItemId>W9</NewsItemId><RevisionId PreviousRevision="1" Update="N">${revision}</RevisionId><PublicIdentifier>urn:newsml:wire.example:20311104:W9:${revision}N</PublicIdentifier>`
    const uris = ['2', '3'].map(
      (revision) => newsml({ identifier: identifier(revision), component: text('x') })[0]?.uri,
    )
    expect(uris).toEqual(['urn:newsml:wire.example:20311104:W9', 'urn:newsml:wire.example:20311104:W9'])
  })

  it('headlines with markup and dates with colons are read', () => {
    const [item] = newsml({
      component: `<NewsLines><HeadLine>Ferry <em>Elm</em> returns</HeadLine><DateLine>PORT ELM, Nov. 4 (Wire) --</DateLine></NewsLines>${text('The ferry.')}`,
    })
    expect(item?.headline).toBe('Ferry Elm returns')
    expect(item?.dateline?.city).toBe('Port Elm')
  })
})

describe('broken documents', () => {
  it('a byte order mark behind blanks hides no format', () => {
    const item = only(
      '\n \ufeff<?xml version="1.0"?><nitf><head><docdata><doc-id id-string="T-2"/></docdata></head><body/></nitf>',
    )
    expect(item.uri).toBe('T-2')
  })

  it('bare ampersands, entities of HTML and bare less-than signs keep their words', () => {
    const item = nitf({ content: '<p>R&D &mdash; caf&eacute; & 3 < 4</p>' })
    expect(item.bodyText).toBe('R&D — café & 3 < 4')
    expect(item.warnings?.map((warning) => warning.code)).toContain('xml.repaired')
  })

  it('a cut tail keeps the words before the cut and says so', () => {
    const item = only(
      '<nitf><head><docdata><doc-id id-string="T-3"/></docdata></head><body><body.content><p>The ferry is back.</p><p>It was lat',
    )
    expect(item.bodyText).toBe('The ferry is back.\n\nIt was lat')
    expect(item.warnings?.map((warning) => warning.code)).toContain('xml.truncated')
  })

  it('a windows-1252 document that claims ISO-8859-1 keeps its quotes, a UTF-8 one its accents', () => {
    const xml = (charset: string): string =>
      `<?xml version="1.0" encoding="${charset}"?><nitf><head><docdata><doc-id id-string="T"/></docdata></head><body><body.content><p>Caf\u00e9</p></body.content></body></nitf>`
    const latin = Buffer.from(xml('ISO-8859-1').replace('Caf', '\u0093Caf'), 'latin1')
    const outcome = parseDocument({ bytes: latin })
    expect(outcome.kind === 'parsed' && outcome.items[0]?.item.bodyText).toBe('“Café')
    const lie = parseDocument({ bytes: Buffer.from(xml('ISO-8859-1'), 'utf8') })
    expect(lie.kind === 'parsed' && lie.items[0]?.item.bodyText).toBe('Café')
  })

  it('NITF in capitals inside NewsML is NITF', () => {
    const item = g2({
      set: '<inlineXML><NITF><BODY><BODY.CONTENT><P>The ferry.</P></BODY.CONTENT></BODY></NITF></inlineXML>',
    })
    expect(item.bodyText).toBe('The ferry.')
  })

  it('a document that was escaped twice on its way is read once more in its headlines', () => {
    expect(g2({ content: '<headline>Elm &amp;amp; Ash&amp;#8217;s ferry</headline>' }).headline).toBe(
      'Elm & Ash’s ferry',
    )
  })
})
