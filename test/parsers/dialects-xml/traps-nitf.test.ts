import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../../src/parsers/registry.ts'
import type { Item } from '../../../src/story/item.ts'
import { g2, nitf, only } from './small-documents.ts'

/** Traps of NITF and of broken documents, each as the smallest document that holds it. */

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

  it('a title that says something else than the headline is kept for the desk', () => {
    const head = (title: string): Item => nitf({ head: `<title>${title}</title>` })
    expect(head('Harbor notes of Monday').notes).toEqual(['Harbor notes of Monday'])
    expect(head('FERRY RETURNS').notes).toBeUndefined()
    expect(head('1 TRAVEL Ferry').notes).toBeUndefined()
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

  it('only whole references are read again in a line: addresses keep theirs', () => {
    const meta = '<edNote>R&amp;amp;D, see https://x.example/?a=1&amp;copy=2</edNote>'
    expect(g2({ meta }).editorialNote).toBe('R&D, see https://x.example/?a=1&copy=2')
  })

  it('a body whose paragraphs were escaped into one is parted again', () => {
    const content = '<p>&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</p>'
    expect(nitf({ content }).bodyText).toBe('One.\n\nTwo.')
    expect(g2({ set: `<inlineXML><html><body>${content}</body></html></inlineXML>` }).bodyText).toBe('One.\n\nTwo.')
  })

  it('a document that was escaped twice on its way is read once more in its headlines', () => {
    expect(g2({ content: '<headline>Elm &amp;amp; Ash&amp;#8217;s ferry</headline>' }).headline).toBe(
      'Elm & Ash’s ferry',
    )
  })
})
