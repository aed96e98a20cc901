import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../../src/parsers/registry.ts'
import { g2, html, newsml, only, text } from './small-documents.ts'

/** Traps of NewsML, each as the smallest document that holds it. */

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

  it('a byline printed in the text inside goes before the name of a creator', () => {
    const content = '<headline>F</headline><creator qcode="x:1"><name>Jane Harrow</name></creator>'
    const printed = g2({
      content,
      set: '<inlineXML><nitf><body><body.head><byline>By Jane Harrow, <byttl>Staff Reporter</byttl></byline></body.head><body.content><p>F.</p></body.content></body></nitf></inlineXML>',
    })
    expect(printed.byline).toBe('By Jane Harrow,')
    expect(printed.bylines).toEqual([{ name: 'Jane Harrow', title: 'Staff Reporter' }])
    expect(g2({ content, set: html('<p>F.</p>') }).byline).toBe('Jane Harrow')
  })

  it('several bylines are all printed, those of another language are not', () => {
    const { byline, bylines } = g2({
      content: '<headline>F</headline><by>By Jane Harrow</by><by>Tom Elder</by><by xml:lang="fr">Par Jane Harrow</by>',
    })
    expect(byline).toBe('By Jane Harrow, Tom Elder')
    expect(bylines).toEqual([{ name: 'Jane Harrow' }, { name: 'Tom Elder' }])
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
    expect(item.bodyText).toBe('The ferry.\n\nIt is back.')
    expect(item.captions?.[0]).toMatchObject({ text: 'The ferry at dawn.', photographer: 'Jane Harrow' })
    expect(item.media?.[0]?.uri).toBe('https://img.example/a.jpg')
  })

  it('a figure with words of its own is text, a picture without a caption is a medium', () => {
    const item = g2({
      set: html(
        '<figure><img src="a.jpg"/><p>Words</p><figcaption>Cap</figcaption></figure><p>One <img src="b.jpg"/> two <img src="dot.gif" width="1" height="1"/></p>',
      ),
    })
    expect(item.bodyText).toBe('Words\n\nCap\n\nOne two')
    expect(item.media?.map((medium) => medium.uri)).toEqual(['a.jpg', 'b.jpg'])
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

  it('several bylines of a story are all printed', () => {
    const [item] = newsml({
      component: `<NewsLines><HeadLine>F</HeadLine><ByLine>Jane Harrow</ByLine><ByLine>Tom Elder</ByLine></NewsLines>${text('The ferry.')}`,
    })
    expect(item?.byline).toBe('Jane Harrow, Tom Elder')
    expect(item?.bylines).toEqual([{ name: 'Jane Harrow' }, { name: 'Tom Elder' }])
  })

  it('media of NITF among bare paragraphs keep their captions', () => {
    const media =
      '<media media-type="image"><media-reference source="f.jpg"/><media-caption>The ferry.</media-caption></media>'
    for (const inside of [`<body.content><p>One.</p>${media}</body.content>`, `<p>One.</p>${media}`]) {
      const [item] = newsml({ component: text(inside) })
      expect(item?.bodyText).toBe('One.')
      expect(item?.captions?.[0]).toMatchObject({ text: 'The ferry.', mediaUri: 'f.jpg' })
    }
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
