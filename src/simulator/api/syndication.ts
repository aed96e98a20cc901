import { createHash } from 'node:crypto'
import type { Simulation } from '../simulation.ts'
import type { WireEvent } from '../wire/event.ts'
import { basePlaceholder } from '../wire/event.ts'
import { escapeXml } from '../wire/nitf.ts'
import type { Answer } from './answer.ts'

/** How many entries a feed shows: a sliding window, as on the web. */
const windowSize = 40

interface Entry {
  readonly event: WireEvent
  readonly link: string
  readonly paragraphs: readonly string[]
}

/** Reads the paragraphs back out of the simulator's own NITF, which it has written itself a moment ago. */
const paragraphsOf = (nitf: string): readonly string[] =>
  [...nitf.matchAll(/<p(?: lede="true")?>([^<]*)<\/p>/g)]
    .map((found) => found[1] ?? '')
    .filter((text) => text !== '___')

/** What a public feed shows: stories and photos that may be printed, newest first, the newest version of each. */
function entriesOf(simulation: Simulation): readonly Entry[] {
  return [...simulation.newsroom.current().values()]
    .filter(({ intent }) => intent.outcome === 'stored' && intent.status === 'usable' && intent.barred === undefined)
    .filter((event) => event.nitf !== undefined || event.captionNitf !== undefined)
    .sort(
      (a, b) =>
        Date.parse(b.intent.versionCreated) - Date.parse(a.intent.versionCreated) || (a.itemid < b.itemid ? -1 : 1),
    )
    .slice(0, windowSize)
    .map((event) => ({
      event,
      link: `https://wire.example/article/${event.itemid}`,
      paragraphs: paragraphsOf((event.nitf ?? event.captionNitf ?? '').replaceAll(basePlaceholder, simulation.base)),
    }))
}

const html = (paragraphs: readonly string[]): string => paragraphs.map((text) => `<p>${text}</p>`).join('')

/** `GET /rss`: RSS 2.0 with full text, and captions with credits in Media RSS. */
export function answerRss(simulation: Simulation): Answer {
  const items = entriesOf(simulation).map(({ event, link, paragraphs }) => {
    const picture = event.intent.type === 'picture'
    return [
      `<item><title>${escapeXml(event.intent.headline)}</title><link>${link}</link>`,
      `<guid isPermaLink="false">${event.itemid}</guid>`,
      `<pubDate>${new Date(event.intent.versionCreated).toUTCString()}</pubDate>`,
      `<description>${paragraphs[0] ?? ''}</description>`,
      picture
        ? `<media:content url="${simulation.base}/content/${event.itemid}/preview/preview.jpg" medium="image"><media:description type="plain">${paragraphs[0] ?? ''}</media:description></media:content>`
        : `<content:encoded><![CDATA[${html(paragraphs)}]]></content:encoded>`,
      '</item>',
    ].join('')
  })
  return {
    status: 200,
    contentType: 'application/rss+xml; charset=utf-8',
    body: [
      '<?xml version="1.0" encoding="utf-8"?>',
      '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/">',
      '<channel><title>Rehearsal Wire</title><link>https://wire.example/</link><description>Invented news of one day</description><language>en</language>',
      ...items,
      '</channel></rss>',
    ].join('\n'),
  }
}

/** `GET /atom`: the same in Atom 1.0. */
export function answerAtom(simulation: Simulation): Answer {
  const entries = entriesOf(simulation)
  const updated = entries[0]?.event.intent.versionCreated ?? simulation.now()
  const items = entries.map(({ event, link, paragraphs }) =>
    [
      `<entry><id>urn:x-rehearsal:${event.itemid}</id><title>${escapeXml(event.intent.headline)}</title>`,
      `<updated>${event.intent.versionCreated}</updated><link rel="alternate" href="${link}"/>`,
      `<content type="html">${escapeXml(html(paragraphs))}</content></entry>`,
    ].join(''),
  )
  return {
    status: 200,
    contentType: 'application/atom+xml; charset=utf-8',
    body: [
      '<?xml version="1.0" encoding="utf-8"?>',
      '<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:x-rehearsal:wire</id><title>Rehearsal Wire</title>',
      `<updated>${updated}</updated><author><name>Rehearsal Desk</name></author>`,
      ...items,
      '</feed>',
    ].join('\n'),
  }
}

/** Adds an ETag, and answers 304 to who has it. */
export function conditional(answer: Answer, ifNoneMatch: string | undefined): Answer {
  const etag = `"${createHash('sha1').update(answer.body).digest('hex').slice(0, 20)}"`
  const headers = { ...answer.headers, etag, 'cache-control': 'max-age=5' }
  return ifNoneMatch === etag ? { ...answer, status: 304, body: '', headers } : { ...answer, headers }
}
