import { randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { readLastChange } from '../../store/changes.ts'
import { listFeeds } from '../../store/feeds.ts'
import type { Pool } from '../../store/pool.ts'
import { listRecentPushRefusals } from '../../store/push.ts'
import { listQuarantine, readQuarantine } from '../../store/quarantine.ts'
import { listFeedHealth } from '../../store/read-feeds.ts'
import { listGaps } from '../../store/read-gaps.ts'
import { readVitals } from '../../store/read-status.ts'
import type { Vitals } from '../../store/read-status.ts'
import { listStories } from '../../store/read-stories.ts'
import { readStory } from '../../store/read-story.ts'
import { findStories } from '../../store/search/find.ts'
import { feedsPage } from '../desk/feeds-page.ts'
import { html } from '../desk/html.ts'
import { pagePolicy, renderPage } from '../desk/page.ts'
import type { Page } from '../desk/page.ts'
import { quarantineEntryPage, quarantinePage } from '../desk/quarantine-page.ts'
import { searchPage } from '../desk/search-page.ts'
import { pageLength, storiesPage } from '../desk/stories-page.ts'
import { storyPage } from '../desk/story-page.ts'
import { judgeHealth } from '../health.ts'
import { readFilter, readNumber, readText } from './filter.ts'
import type { Query } from './filter.ts'

const mostEntries = 200

/** The desk: pages for people. */
export function addDeskRoutes(app: FastifyInstance, pool: Pool): void {
  app.get<{ Querystring: Query }>('/', async ({ query }, reply) => {
    const filter = { ...readFilter(query), onePerText: readText(query, 'copies') !== 'all' }
    const before = readText(query, 'before')
    // The number is read first: a change between the two reads then comes twice, and never not at all.
    const seq = await readLastChange(pool)
    const [stories, feeds, vitals] = await Promise.all([
      listStories(pool, { ...filter, limit: pageLength, ...(before === undefined ? {} : { before }) }),
      listFeeds(pool),
      readVitals(pool),
    ])
    const names = feeds.map((feed) => feed.name)
    const content = storiesPage({ stories, feeds: names, filter, seq, live: before === undefined })
    return send(reply, { title: 'Stories', path: '/', vitals, content })
  })

  app.get<{ Querystring: Query }>('/search', async ({ query }, reply) => {
    const question = readText(query, 'q')
    const best = readText(query, 'order') === 'best'
    const [found, vitals] = await Promise.all([
      question === undefined ? [] : findStories(pool, { question, best, limit: pageLength + 1 }),
      readVitals(pool),
    ])
    const shown = found.slice(0, pageLength)
    const more = found.length > shown.length
    const content = searchPage({ question, best, found: shown, more, behind: vitals.searchBehind })
    return send(reply, { title: 'Search', path: undefined, vitals, content })
  })

  app.get<{ Params: { id: string } }>('/stories/:id', async ({ params }, reply) => {
    const id = readNumber(params, 'id')
    const [story, vitals] = await Promise.all([id === undefined ? undefined : readStory(pool, id), readVitals(pool)])
    if (story === undefined) return notFound(reply, vitals, 'There is no such story.')
    return send(reply, { title: story.headline ?? story.uri, path: undefined, vitals, content: storyPage(story) })
  })

  app.get('/feeds', async (_request, reply) => {
    const [feeds, gaps, refusals, vitals] = await Promise.all([
      listFeedHealth(pool),
      listGaps(pool, { limit: 100 }),
      listRecentPushRefusals(pool),
      readVitals(pool),
    ])
    const faults = judgeHealth(vitals).map((fault) => fault.detail)
    const content = feedsPage({ feeds, gaps, refusals, now: vitals.now, faults })
    return send(reply, { title: 'Feeds', path: '/feeds', vitals, content })
  })

  app.get('/quarantine', async (_request, reply) => {
    const [entries, vitals] = await Promise.all([listQuarantine(pool, { limit: mostEntries }), readVitals(pool)])
    return send(reply, { title: 'Quarantine', path: '/quarantine', vitals, content: quarantinePage(entries) })
  })

  app.get<{ Params: { id: string } }>('/quarantine/:id', async ({ params }, reply) => {
    const id = readNumber(params, 'id')
    const [entry, vitals] = await Promise.all([
      id === undefined ? undefined : readQuarantine(pool, id),
      readVitals(pool),
    ])
    if (entry === undefined) return notFound(reply, vitals, 'There is no such entry.')
    const content = quarantineEntryPage(entry)
    return send(reply, { title: `Quarantine ${entry.id}`, path: '/quarantine', vitals, content })
  })

  app.setNotFoundHandler(async (request, reply) => {
    if (request.url.startsWith('/api/')) return reply.code(404).send({ error: { code: 'not-found', status: 404 } })
    return notFound(reply, undefined, 'There is no such page.')
  })
}

function send(reply: FastifyReply, page: Omit<Page, 'nonce'>): FastifyReply {
  const nonce = randomBytes(16).toString('base64')
  return reply
    .header('content-security-policy', pagePolicy(nonce))
    .type('text/html; charset=utf-8')
    .send(renderPage({ ...page, nonce }))
}

function notFound(reply: FastifyReply, vitals: Vitals | undefined, words: string): FastifyReply {
  const content = html`<h1>Not found</h1>
    <p>${words} <a href="/">To the stories</a></p>`
  return send(reply.code(404), { title: 'Not found', path: undefined, vitals, content })
}
