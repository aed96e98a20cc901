import { describe, expect, it } from 'vitest'
import { parse } from '../../../src/index.ts'
import type { Item } from '../../../src/index.ts'
import { json } from './document.ts'
import { iim, jpeg, xmp } from './picture-bytes.ts'

function first(document: unknown): Item | undefined {
  const outcome = parse({ bytes: json(document) })
  return outcome.kind === 'parsed' ? outcome.items[0]?.item : undefined
}

const ninjs = { uri: 'urn:fact:1', type: 'text', version: '1', versioncreated: '2024-01-01T00:00:00Z', headline: 'H' }
const ap = {
  altids: { itemid: 'a'.repeat(32), etag: 'x' },
  version: 0,
  type: 'text',
  versioncreated: '2024-01-01T00:00:00Z',
  pubstatus: 'usable',
  signals: ['newscontent'],
}

describe('AP Media API, facts of its documentation', () => {
  it('the reference of a text is its slug, under a key that ends in a blank', () => {
    const altids = { ...ap.altids, 'referenceid ': 'US--Mill Fire' }
    expect(first({ ...ap, altids })?.slug).toBe('US--Mill Fire')
    expect(first({ ...ap, altids, type: 'picture' })?.slug).toBeUndefined()
  })

  it('what a desk must know before it prints is a note', () => {
    expect(first({ ...ap, signals: ['newscontent', 'explicitcontent', 'APWhollyOwned'] })?.notes).toEqual([
      'signal: explicitcontent',
    ])
  })

  it('the slug line may come in parts, of which one is the take', () => {
    const item = first({ ...ap, slugline: ['AP-US--Mill-The Latest', '3rd Ld-Writethru'] })
    expect(item).toMatchObject({ slug: 'US--Mill-The Latest', takeKey: '3rd Ld-Writethru' })
    expect(first({ ...ap, slugline: ['AP-US--Mill', 'AP-US--Other'] })?.slug).toBe('US--Mill')
  })

  it('two stories under "AP Top News" make a list of headlines', () => {
    const story = (itemid: string): object => ({ type: 'text', altids: { itemid } })
    const associations = { '1': story('b'.repeat(32)), '4': story('c'.repeat(32)) }
    expect(first({ ...ap, headline: 'AP Top News at 9:00 a.m. EDT', associations })?.notPublishable).toBe('digest')
    expect(first({ ...ap, headline: 'Mill burns', associations })?.publishable).toBe(true)
  })
})

describe('ninjs, facts of its users', () => {
  it('an itemid of another house does not make it an item of AP', () => {
    const item = first({ ...ninjs, altids: { itemid: 'CPT107' }, pubstatus: 'usable' })
    expect(item?.uri).toBe('urn:fact:1')
  })

  it('a schema of ninjs is no item', () => {
    const schema = { $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object', title: 'ninjs' }
    expect(parse({ bytes: json({ ...schema, properties: { uri: {}, headline: {}, pubstatus: {} } }) }).kind).toBe(
      'refused',
    )
  })

  it('middleware gives one entry several codes, and one code several values', () => {
    const item = first({ ...ninjs, subjects: { code: ['service:n', 'iptccat:a+b'] } })
    expect(item?.subjects?.map(({ code }) => code)).toEqual(['service:n', 'iptccat:a', 'iptccat:b'])
  })

  it('keywords in one text are parted, keywords in a list are not', () => {
    expect(first({ ...ninjs, keywords: 'mill, fire+Cork; river' })?.keywords).toEqual(['mill', 'fire', 'Cork', 'river'])
    expect(first({ ...ninjs, keywords: ['Cork, Ireland'] })?.keywords).toEqual(['Cork, Ireland'])
  })

  it('lines lose the markup of the editor that wrote them', () => {
    const item = first({ ...ninjs, byline: '<p>By <strong>Jane Doe</strong></p>', slugline: 'Mill <b>fire</b>' })
    expect(item).toMatchObject({ byline: 'By Jane Doe', bylines: [{ name: 'Jane Doe' }], slug: 'Mill fire' })
  })

  it('a body escaped once too often is HTML all the same', () => {
    const item = first({ ...ninjs, body_html: '&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two &amp;amp; three.&lt;/p&gt;' })
    expect(item?.bodyText).toBe('One.\n\nTwo & three.')
  })

  it('a figure of the body that is an association too gives one medium and one caption', () => {
    const href = 'https://img.example.org/1.jpg'
    const item = first({
      ...ninjs,
      body_html: `<p>One.</p><figure><img src="${href}?w=9"><figcaption>A lamp. (Ann Lee/EX)</figcaption></figure><p>Two.</p>`,
      associations: {
        editor_0: {
          uri: 'p:1',
          type: 'picture',
          description_text: 'A lamp. (Ann Lee/EX)',
          renditions: { original: { href } },
        },
      },
    })
    expect(item?.media?.map(({ uri }) => uri)).toEqual(['p:1'])
    expect(item?.captions?.map(({ text }) => text)).toEqual(['A lamp.'])
    expect(item?.bodyText).toBe('One.\n\nTwo.')
  })

  it('a picture without a caption still owes its credit', () => {
    const associations = { a: { uri: 'p:1', type: 'picture', byline: 'Zed Ames/EX', renditions: {} } }
    expect(first({ ...ninjs, associations })?.notes).toEqual(['picture credit: Zed Ames/EX'])
  })

  it('a remark on the kind of picture hides no photographer', () => {
    const picture = { uri: 'p:1', type: 'picture', byline: 'Nils Ek/TT', description_text: 'En räv. Arkivbild.' }
    expect(first({ ...ninjs, associations: { a: picture } })?.captions).toMatchObject([
      { text: 'En räv.', credit: 'Nils Ek/TT', photographer: 'Nils Ek', flags: ['file'] },
    ])
  })

  it('rights that stand elsewhere are terms of use', () => {
    expect(first({ ...ninjs, rightsinfo: { linkedrights: 'https://rights.example/1' } })?.usageTerms).toEqual([
      'https://rights.example/1',
    ])
  })
})

describe('pictures, facts of IIM and XMP', () => {
  const read = (bytes: Uint8Array): Item | undefined => {
    const outcome = parse({ bytes })
    return outcome.kind === 'parsed' ? outcome.items[0]?.item : undefined
  }

  it('IIM says what a filing is, where its content lies and under which number it was sent', () => {
    const records = iim([
      [2, 7, 'CORRECTION'],
      [2, 26, 'DEU'],
      [2, 27, 'Kiel'],
      [2, 92, 'Harbour'],
      [2, 103, 'XYZ101'],
    ])
    expect(read(new Uint8Array(jpeg({ iim: records })))).toMatchObject({
      editorialType: 'correction',
      places: [{ name: 'Kiel', code: 'DEU' }, { name: 'Harbour' }],
      notes: ['transmission reference XYZ101'],
    })
  })

  it('XMP parts where the camera stood from what it shows', () => {
    const place = (name: string, parts: string): string =>
      `<Iptc4xmpExt:${name}><rdf:Bag><rdf:li ${parts}/></rdf:Bag></Iptc4xmpExt:${name}>`
    const packet = xmp(
      place('LocationCreated', 'Iptc4xmpExt:City="Bergen" Iptc4xmpExt:CountryName="Norway"') +
        '<Iptc4xmpExt:LocationShown><rdf:Bag><rdf:li rdf:parseType="Resource"><Iptc4xmpExt:City>Voss</Iptc4xmpExt:City></rdf:li></rdf:Bag></Iptc4xmpExt:LocationShown>',
    )
    expect(read(new Uint8Array(jpeg({ xmp: packet })))).toMatchObject({
      dateline: { text: 'Bergen, Norway', city: 'Bergen', country: 'Norway' },
      places: [{ name: 'Bergen, Norway' }, { name: 'Voss' }],
    })
  })
})

describe('JSON Feed, the title of an attachment', () => {
  it('is the caption of a picture when it is a sentence', () => {
    const attachment = (title: string): object => ({ url: 'https://x.example/a.jpg', mime_type: 'image/jpeg', title })
    const feed = (title: string): object => ({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'T',
      items: [{ id: 'a', title: 'Headline', content_text: 'x', attachments: [attachment(title)] }],
    })
    expect(first(feed('A lamp in Cork on Friday'))?.captions?.[0]?.text).toBe('A lamp in Cork on Friday')
    expect(first(feed('lamp.jpg'))?.captions).toBeUndefined()
  })
})

describe('a byline above the text in other languages than English', () => {
  const body = (line: string): object => ({ ...ninjs, body_text: `${line}\n\nThe mill burnt.\n\nNobody was hurt.` })

  it.each([
    'Por Adán Ibáñez',
    'Von Hjalmar Brodersen',
    'Par Élodie Gagné et Luc de la Tour',
    'Door Joost van der Meer',
  ])('%s', (line) => {
    expect(first(body(line))).toMatchObject({ byline: line, bodyText: 'The mill burnt.\n\nNobody was hurt.' })
  })

  it.each(['Von Husum nach Kiel', 'Par Monts', 'Por Fin se abre', 'Di nuovo a Roma'])('%s is a heading', (line) => {
    expect(first(body(line))?.byline).toBeUndefined()
  })
})
