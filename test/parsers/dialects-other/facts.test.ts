import { describe, expect, it } from 'vitest'
import { parse } from '../../../src/index.ts'
import type { Item } from '../../../src/index.ts'
import { json } from './document.ts'

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
