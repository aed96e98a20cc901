import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../../src/parsers/registry.ts'
import type { Item } from '../../../src/story/item.ts'

const link = 'https://courier.example/harbour/lock-reopens?utm_source=rss'
const feed = (description: string): Buffer =>
  Buffer.from(
    `<rss version="2.0"><channel><title>Ostwick Courier</title><link>https://courier.example/</link>
     <item><title>Lock reopens</title><link>${link.replaceAll('&', '&amp;')}</link><guid isPermaLink="false">courier-7</guid>
     <description>${description}</description></item></channel></rss>`,
  )
const paragraph = (n: number): string =>
  `<p>The lock at Ostwick opened again on Thursday after repairs that took the harbour office ${n} weeks longer than it had planned, the office said in a notice to skippers.</p>`
const page = (body: string): Buffer =>
  Buffer.from(
    `<!doctype html><html><head><title>Lock reopens</title><meta property="og:type" content="article">
     <meta property="article:published_time" content="2031-03-04T10:00:00Z"><meta name="author" content="Mara Vint"></head>
     <body><nav><a href="/">Home</a></nav><article><h1>Lock reopens</h1>${body}</article></body></html>`,
  )
const read = (
  description: string,
  html: Buffer | undefined,
  url = 'https://courier.example/harbour/lock-reopens',
): Item => {
  const companions =
    html === undefined ? [] : [{ role: 'page', url, bytes: html, contentType: 'text/html; charset=utf-8' }]
  const outcome = parseDocument({ bytes: feed(description), url: 'https://courier.example/feed.xml', companions })
  if (outcome.kind === 'refused') throw new Error(outcome.detail)
  expect(outcome.items).toHaveLength(1)
  return outcome.items[0]!.item
}

describe('the page behind an entry', () => {
  it('fills the body of the entry, which stays the feed’s: one story, not two', () => {
    const short = read('The lock is open.', undefined)
    const full = read('The lock is open.', page([1, 2, 3, 4].map(paragraph).join('')))
    expect(full.uri).toBe(short.uri)
    expect(full.headline).toBe(short.headline)
    expect(full.bodyText).toContain('4 weeks longer')
    expect(full.wordCount).toBeGreaterThan(100)
    expect(full.abstract).toBe('The lock is open.')
    expect(full.provenance).toMatchObject({ bodyText: 'page' })
    expect(full.byline).toContain('Mara Vint')
  })

  it('adds nothing when the feed says as much', () => {
    const whole = [1, 2, 3, 4].map(paragraph).join('')
    const text = whole.replaceAll('<', '&lt;')
    expect(read(text, page(whole))).toEqual(read(text, undefined))
  })

  it.each([
    ['a consent form', page('<form><p>We value your privacy. Accept all cookies?</p></form>')],
    ['no page at all', Buffer.from('\x00\x01\x02')],
    ['nothing', Buffer.from(' ')],
    ['a page that nests for ever', Buffer.from('<div>'.repeat(20_000))],
  ])('that is %s adds nothing', (_name, html) => {
    expect(read('The lock is open.', html)).toEqual(read('The lock is open.', undefined))
  })

  it('of another entry adds nothing', () => {
    const other = page([1, 2, 3, 4].map(paragraph).join(''))
    expect(read('The lock is open.', other, 'https://courier.example/other')).toEqual(
      read('The lock is open.', undefined),
    )
  })
})
