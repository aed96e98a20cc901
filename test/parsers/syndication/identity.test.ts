import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { identify } from '../../../src/parsers/syndication/identity.ts'
import type { IdentityParts } from '../../../src/parsers/syndication/identity.ts'
import { readMarkupText } from '../../../src/parsers/syndication/markup.ts'

const origin = { home: 'https://tarn.example/', authority: 'tarn.example' }
const item = (parts: Partial<IdentityParts>): IdentityParts => ({ id: undefined, link: undefined, title: undefined, date: undefined, text: undefined, ...parts }) // prettier-ignore

describe('identities of feed items', () => {
  it('do not depend on the place in the page', () => {
    const parts = fc.record({
      id: fc.option(fc.constantFrom('0', 'a', 'b', 'urn:x:1'), { nil: undefined }),
      link: fc.option(fc.constantFrom('https://tarn.example/', 'https://tarn.example/1', 'https://tarn.example/2'), { nil: undefined }), // prettier-ignore
      title: fc.constantFrom('One', 'Two', 'Three'),
      date: fc.constant('Tue, 04 Mar 2031 10:00:00 GMT'),
      text: fc.constant(undefined),
    })
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 8 }), (items) => {
        const there = identify(items, origin).map((identity) => identity?.uri)
        const back = identify([...items].reverse(), origin).map((identity) => identity?.uri)
        expect([...back].reverse().sort()).toEqual([...there].sort())
      }),
    )
  })

  it('part different stories under one id, and keep one story under one id', () => {
    const different = identify([item({ id: '0', title: 'One', link: 'https://tarn.example/1' }), item({ id: '0', title: 'Two', link: 'https://tarn.example/2' })], origin) // prettier-ignore
    expect(different.map((identity) => identity?.uri)).toEqual(['https://tarn.example/1', 'https://tarn.example/2'])
    const same = identify([item({ id: 'a', title: 'One', link: 'https://tarn.example/1' }), item({ id: 'a', title: 'One, corrected', link: 'https://tarn.example/1' })], origin) // prettier-ignore
    expect(same.map((identity) => identity?.uri)).toEqual(['a', 'a'])
    expect(same[0]?.authority).toBe('tarn.example')
  })

  it('never are the front page', () => {
    const [identity] = identify([item({ id: 'https://tarn.example/', link: 'https://tarn.example', title: 'One' })], origin) // prettier-ignore
    expect(identity?.uri).toMatch(/^urn:x-writethru:feed:sha256:/)
  })
})

describe('texts of feeds', () => {
  it.each([
    ['AT&amp;T grows', { kind: 'text', text: 'AT&T grows' }],
    ['5 < 6 and 7 > 3', { kind: 'text', text: '5 < 6 and 7 > 3' }],
    ['<p>One</p>', { kind: 'html', html: '<p>One</p>' }],
    ['&lt;p&gt;One&lt;/p&gt;', { kind: 'html', html: '<p>One</p>' }],
    ['&amp;lt;p&amp;gt;One', { kind: 'text', text: '&lt;p&gt;One' }],
    ['  ', undefined],
  ])('%s', (raw, expected) => {
    expect(readMarkupText(raw)).toEqual(expected)
  })
})
