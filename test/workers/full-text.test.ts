import pino from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ParserInput } from '../../src/parsers/parser.ts'
import { parseDocument } from '../../src/parsers/registry.ts'
import { createHttpClient } from '../../src/sources/http/client.ts'
import type { HttpClient } from '../../src/sources/http/client.ts'
import { createHttpFeedSource } from '../../src/sources/http-feed/source.ts'
import { saveFeed } from '../../src/store/feeds.ts'
import { claimDueFeeds } from '../../src/store/polls.ts'
import { ingestReceipts } from '../../src/workers/ingest/ingest.ts'
import { prepareDocument } from '../../src/workers/ingest/prepare.ts'
import { pollFeed } from '../../src/workers/poll/poll-feed.ts'
import { startRendition } from '../../src/workers/rendition.ts'
import type { WorkerContext } from '../../src/workers/worker-context.ts'
import { reply, startAnswering } from '../sources/answering-server.ts'
import type { AnsweringServer } from '../sources/answering-server.ts'
import { openIngestBench } from '../support/ingest-tools.ts'
import type { IngestBench } from '../support/ingest-tools.ts'

let bench: IngestBench
let server: AnsweringServer
let http: HttpClient
let robots = ''
let entries: { id: number; title: string; updated: string }[] = []
let pageStatus = 200
/** In this process: parsing processes run the build. */
const parser = {
  parseAll: async (jobs: readonly ParserInput[]) => jobs.map((job) => prepareDocument(parseDocument(job))),
  close: async () => undefined,
}

const page = (id: number, title: string): string =>
  `<!doctype html><html><head><title>${title}</title><meta property="og:type" content="article"></head><body><article><h1>${title}</h1>
   ${[1, 2, 3, 4].map((n) => `<p>Paragraph ${n} of story ${id} tells at some length what the harbour office of Ostwick said about the lock and the tide on that day in March.</p>`).join('')}
   </article></body></html>`

beforeEach(async () => {
  bench = await openIngestBench()
  http = createHttpClient()
  robots = ''
  pageStatus = 200
  entries = [{ id: 1, title: 'Lock reopens', updated: '2031-03-04T10:00:00Z' }]
  server = await startAnswering(({ url }, response) => {
    if (url === '/robots.txt') return reply(response, 200, robots)
    if (url !== '/feed') {
      const id = Number(url?.slice(3))
      return reply(response, pageStatus, page(id, entries.find((entry) => entry.id === id)?.title ?? ''), {
        'content-type': 'text/html',
      })
    }
    const listed = entries.map(
      ({ id, title, updated }) =>
        `<entry><id>urn:courier:${id}</id><title>${title}</title><updated>${updated}</updated><link href="/p/${id}"/><summary>In short.</summary></entry>`,
    )
    reply(
      response,
      200,
      `<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:courier</id><title>Courier</title><updated>2031-03-04T10:00:00Z</updated>${listed.join('')}</feed>`,
    )
  })
  const source = createHttpFeedSource(() => http)
  await saveFeed(bench.pool, {
    name: 'courier',
    kind: 'http-feed',
    authority: 'courier',
    config: { url: `${server.url}/feed`, allowPrivate: true, fullText: true, pageSeconds: 0.1 },
    host: 'courier.example',
  })
  settled = Promise.resolve()
  context = {
    ...bench.tools,
    config: { ingest: { batchSize: 100 } },
    stopping: new AbortController().signal,
    log: pino({ level: 'silent' }),
    sourceOf: () => source,
    secret: () => undefined,
    queues: {
      addBulk: async (_queue: string, jobs: readonly { ids: { receipts: string[] } }[]) => {
        const refs = jobs
          .flatMap(({ ids }) => ids.receipts)
          .map((ref) => ({ receivedOn: ref.slice(0, 10), id: Number(ref.slice(11)) }))
        settled = settled.then(() => ingestReceipts({ ...bench.tools, parser }, refs))
        await settled
        read += refs.length
        reached?.()
      },
    },
  } as unknown as WorkerContext
  read = 0
})
afterEach(async () => {
  await http.close()
  await server.stop()
  await bench.close()
})

let context: WorkerContext
let settled: Promise<unknown>
let read: number
let reached: (() => void) | undefined

async function poll(): Promise<void> {
  await bench.pool.query(`UPDATE wire.feeds SET next_poll_at = now() - interval '1 second' WHERE name = 'courier'`)
  const [lease] = await claimDueFeeds(bench.pool, { limit: 1, perHost: 1, leaseSeconds: 10 })
  await pollFeed(context, lease!)
}

/** Runs the role until so many documents were read altogether. */
async function fetchPages(count: number): Promise<void> {
  const done = new Promise<void>((resolve) => {
    reached = () => (read >= count ? resolve() : undefined)
  })
  const role = startRendition(context)
  await done
  await role.stop()
}

const stories = async (): Promise<{ uri: string; headline: string; long: boolean; revisions: number }[]> =>
  (
    await bench.pool.query(
      `SELECT v.uri, v.headline, coalesce(v.body_text, '') LIKE '%Paragraph 4%' AS long, s.revision_count AS revisions
       FROM wire_v1.stories v JOIN wire.stories s USING (id) ORDER BY v.uri`,
    )
  ).rows

describe('a feed with fullText', () => {
  it('has the words of the feed at once, then the story from its page: one story, not two', async () => {
    await poll()
    expect(await stories()).toMatchObject([{ uri: 'urn:courier:1', long: false }])
    await fetchPages(2)
    expect(await stories()).toMatchObject([{ uri: 'urn:courier:1', long: true }])
    expect(server.requests.map(({ url }) => url)).toEqual(['/feed', '/robots.txt', '/p/1'])
  })

  it('does not fetch a page again, nor touch the story, while its entry stays the same', async () => {
    await poll()
    await fetchPages(2)
    entries = [{ id: 2, title: 'Tide tables', updated: '2031-03-04T11:00:00Z' }, ...entries]
    await poll()
    await fetchPages(4)
    expect(await stories()).toMatchObject([
      { uri: 'urn:courier:1', long: true, revisions: 2 },
      { uri: 'urn:courier:2', long: true, revisions: 2 },
    ])
    expect(server.requests.filter(({ url }) => url === '/p/1')).toHaveLength(1)
  })

  it('a corrected entry keeps its long text from the first moment, also when its page fails from then on', async () => {
    await poll()
    await fetchPages(2)
    entries = [{ id: 1, title: 'Lock reopens on Friday', updated: '2031-03-04T12:00:00Z' }]
    pageStatus = 404
    await poll()
    expect(await stories()).toMatchObject([{ headline: 'Lock reopens on Friday', long: true }])
    await fetchPages(4)
    expect(await stories()).toMatchObject([{ headline: 'Lock reopens on Friday', long: true }])
  })

  it('a page that robots.txt closes is not fetched, and the story has the words of the feed', async () => {
    robots = 'User-agent: *\nDisallow: /p/'
    await poll()
    await fetchPages(2)
    expect(await stories()).toMatchObject([{ uri: 'urn:courier:1', long: false, revisions: 1 }])
    expect(server.requests.map(({ url }) => url)).toEqual(['/feed', '/robots.txt'])
  })
})
