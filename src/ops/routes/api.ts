import type { FastifyInstance } from 'fastify'
import type { Pool } from '../../store/pool.ts'
import { listQuarantine, readQuarantine } from '../../store/quarantine.ts'
import { listFeedHealth } from '../../store/read-feeds.ts'
import { listGaps } from '../../store/read-gaps.ts'
import { readVitals } from '../../store/read-status.ts'
import { listStories } from '../../store/read-stories.ts'
import { findStoryIds, readStory } from '../../store/read-story.ts'
import { findStories } from '../../store/search/find.ts'
import { feedState } from '../feed-state.ts'
import { judgeHealth } from '../health.ts'
import { describeRevisions } from '../story/revision-changes.ts'
import { storyState } from '../story/story-state.ts'
import { readFilter, readNumber, readText } from './filter.ts'
import type { Query } from './filter.ts'

const mostRows = 500

const missing = { error: { code: 'not-found', status: 404 } }

/** The desk's pages as JSON, for scripts and dashboards. */
export function addApiRoutes(app: FastifyInstance, pool: Pool): void {
  app.get<{ Querystring: Query }>('/api/stories', async ({ query }) => {
    const limit = Math.min(mostRows, Math.max(1, readNumber(query, 'limit') ?? 50))
    const before = readText(query, 'before')
    const stories = await listStories(pool, {
      ...readFilter(query),
      limit,
      ...(before === undefined ? {} : { before }),
    })
    return { stories, ...(stories.length < limit ? {} : { before: stories.at(-1)!.cursor }) }
  })

  app.get<{ Params: { '*': string } }>('/api/stories/*', async ({ params }, reply) => {
    const [id] = await findStoryIds(pool, params['*'].replaceAll('\0', ''))
    const story = id === undefined ? undefined : await readStory(pool, id)
    if (story === undefined) return reply.code(404).send(missing)
    const changes = describeRevisions(story).map((entry) => ({
      revision: entry.revision.revision,
      against: entry.against,
      changes: entry.changes,
    }))
    return { ...story, state: storyState(story, (time) => time.toISOString()), changesByRevision: changes }
  })

  app.get<{ Querystring: Query }>('/api/search', async ({ query }) => {
    const question = readText(query, 'q')
    const language = readText(query, 'language')
    const limit = Math.min(mostRows, Math.max(1, readNumber(query, 'limit') ?? 50))
    const { searchBehind: notYetSearched } = await readVitals(pool)
    if (question === undefined) return { stories: [], more: false, notYetSearched }
    const found = await findStories(pool, {
      question,
      best: readText(query, 'order') === 'best',
      limit: limit + 1,
      ...(language === undefined ? {} : { language }),
    })
    return { stories: found.slice(0, limit), more: found.length > limit, notYetSearched }
  })

  app.get('/api/feeds', async () => {
    const [feeds, gaps, vitals] = await Promise.all([
      listFeedHealth(pool),
      listGaps(pool, { limit: 100 }),
      readVitals(pool),
    ])
    return { feeds: feeds.map((feed) => ({ ...feed, health: feedState(feed, vitals.now) })), gaps }
  })

  app.get<{ Querystring: Query }>('/api/quarantine', async ({ query }) => {
    const state = readText(query, 'state')
    const feed = readText(query, 'feed')
    const code = readText(query, 'code')
    const entries = await listQuarantine(pool, {
      limit: Math.min(mostRows, Math.max(1, readNumber(query, 'limit') ?? 100)),
      ...(isState(state) ? { state } : {}),
      ...(feed === undefined ? {} : { feed }),
      ...(code === undefined ? {} : { code }),
    })
    return { entries }
  })

  app.get<{ Params: { id: string } }>('/api/quarantine/:id', async ({ params }, reply) => {
    const id = readNumber(params, 'id')
    const entry = id === undefined ? undefined : await readQuarantine(pool, id)
    if (entry === undefined) return reply.code(404).send(missing)
    return { ...entry, raw: entry.raw.toString('base64') }
  })

  app.get('/api/status', async () => {
    const vitals = await readVitals(pool)
    const faults = judgeHealth(vitals).map((fault) => fault.detail)
    return { healthy: faults.length === 0, faults, ...vitals }
  })
}

const states = ['open', 'retrying', 'resolved', 'dropped', 'all'] as const

function isState(text: string | undefined): text is (typeof states)[number] {
  return states.some((state) => state === text)
}
