import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { feedRelations } from '../../src/sources/http-feed/feed-relations.ts'
import { linkHeader } from '../../src/sources/http-feed/link-header.ts'

const answer = (body: string, link?: string) => ({
  status: 200,
  headers: new Map(link === undefined ? [] : [['link', link]]),
  bytes: Buffer.from(body),
  url: 'https://courier.example/feeds/all.xml',
})

describe('what a feed says of itself', () => {
  it.each([
    [
      'Atom',
      '<feed><link rel="self" href="https://courier.example/all"/><link rel="hub" href="https://hub.example/"/><link rel="next" href="?page=2&amp;n=20"/><entry><link rel="next" href="/wrong"/></entry></feed>',
      {
        self: 'https://courier.example/all',
        hubs: ['https://hub.example/'],
        next: 'https://courier.example/feeds/all.xml?page=2&n=20',
      },
    ],
    [
      'RSS with atom:link, archive behind the items',
      '<rss><channel><item><link>https://courier.example/1</link></item><atom:link href="/2030.xml" rel="prev-archive"/></channel></rss>',
      { hubs: [], next: 'https://courier.example/2030.xml' },
    ],
    [
      'JSON Feed',
      '{"version":"https://jsonfeed.org/version/1.1","feed_url":"https://courier.example/j","next_url":"/j?2","hubs":[{"type":"WebSub","url":"https://hub.example/j"}],"items":[]}',
      { self: 'https://courier.example/j', hubs: ['https://hub.example/j'], next: 'https://courier.example/j?2' },
    ],
    ['nothing', '<rss><channel/></rss>', { hubs: [] }],
    ['broken JSON', '{"next_url":', { hubs: [] }],
    ['an address that is no web address', '<feed><link rel="next" href="file:///etc/passwd"/></feed>', { hubs: [] }],
  ])('%s', (_name, body, relations) => {
    expect(feedRelations(answer(body))).toEqual(relations)
  })

  it('in the Link header counts before the document (WebSub, 4)', () => {
    const link = '<https://hub.example/a>; rel="hub", <https://courier.example/self>; title="a, b"; rel=self'
    const body = '<feed><link rel="hub" href="https://hub.example/b"/><link rel="self" href="/doc"/></feed>'
    expect(feedRelations(answer(body, link))).toEqual({
      hubs: ['https://hub.example/a', 'https://hub.example/b'],
      self: 'https://courier.example/self',
    })
  })

  it('is read from anything without a fault, in linear time', () => {
    const parts = fc.constantFrom('<', '>', ';', ',', '"', ' rel=', 'hub', 'next', '<link ', 'href="x"', '\\', '{', '}')
    fc.assert(
      fc.property(fc.array(parts), (text) => {
        feedRelations(answer(text.join(''), text.join('')))
        for (const [rel, href] of linkHeader(text.join(''))) expect(rel !== '' && href !== '').toBe(true)
      }),
      { seed: 20310304 },
    )
    for (const part of ['<link rel="', '<a>;rel="', '<link '.repeat(3)])
      feedRelations(answer(part.repeat(40_000), part.repeat(900)))
  })
})
