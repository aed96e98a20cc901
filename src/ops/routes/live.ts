import type { FastifyInstance } from 'fastify'
import type { Pool } from '../../store/pool.ts'
import { readChangedStories } from '../../store/read-stories.ts'
import type { ChangedStory } from '../../store/read-stories.ts'
import { storyRow } from '../desk/story-row.ts'
import type { LiveWire } from '../live-wire.ts'
import { matches, readFilter, readNumber } from './filter.ts'
import type { Query } from './filter.ts'

/** Proxies cut a silent connection after half a minute or so. */
const heartbeatMs = 20_000
const mostWatchers = 200
const missedAtOnce = 100

/** `/live`: changed stories as server-sent events, one gulp an event, for the list of the desk. */
export function addLiveRoute(app: FastifyInstance, live: LiveWire, pool: Pool): void {
  const open = new Set<() => void>()
  // Streams never end by themselves; they would hold up the stop of the server.
  app.addHook('preClose', async () => {
    for (const end of open) end()
  })

  app.get<{ Querystring: Query }>('/live', (request, reply) => {
    if (open.size >= mostWatchers) return void reply.code(503).send({ error: { code: 'busy', status: 503 } })
    const filter = readFilter(request.query)
    reply.hijack()
    const { raw } = reply
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-accel-buffering': 'no',
    })
    raw.write('retry: 2000\n\n')
    const rate = countRate()
    const send = (stories: readonly ChangedStory[]) => {
      const last = stories.at(-1)
      // A reader that does not keep up is skipped rather than remembered for.
      if (last === undefined || raw.writableNeedDrain || raw.writableEnded) return
      const rows = stories.filter((story) => matches(filter, story)).map(rowOf)
      raw.write(
        `event: stories\nid: ${last.seq}\ndata: ${JSON.stringify({ rows, perMinute: rate(stories.length) })}\n\n`,
      )
    }
    const stop = live.watch(send)
    // What changed since the page was made, or since the connection broke.
    const { headers } = request
    const after = readNumber(headers, 'last-event-id') ?? readNumber(request.query, 'after')
    if (after !== undefined) readChangedStories(pool, after, missedAtOnce).then(send, () => {})
    const heartbeat = setInterval(() => raw.write(': still here\n\n'), heartbeatMs)
    const end = () => {
      clearInterval(heartbeat)
      stop()
      open.delete(end)
      raw.end()
    }
    open.add(end)
    request.raw.on('close', end)
  })
}

const rowOf = (story: ChangedStory) => ({ id: story.id, change: story.change, html: storyRow(story).text.trim() })

/** Changes of the last minute, as seen on this stream. */
function countRate(): (more: number) => number {
  let seen: { at: number; count: number }[] = []
  return (more) => {
    const now = performance.now()
    seen = [...seen.filter(({ at }) => now - at < 60_000), { at: now, count: more }]
    return seen.reduce((sum, { count }) => sum + count, 0)
  }
}
