import type { FastifyInstance } from 'fastify'
import { Parser } from 'htmlparser2'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { escapeHtml } from '../../src/normalise/entities.ts'
import { LiveWire } from '../../src/ops/live-wire.ts'
import { buildServer } from '../../src/ops/server.ts'
import { openPool } from '../../src/store/pool.ts'
import type { Pool } from '../../src/store/pool.ts'
import { countPushRefusals } from '../../src/store/push.ts'
import { openTestDatabase } from '../support/database.ts'
import type { TestDatabase } from '../support/database.ts'
import { file, ninjs } from './wire.ts'

const hostile = '"><script>alert(1)</script><img src=x onerror=alert(2)>'
const log = pino({ level: 'silent' })

let database: TestDatabase
let pool: Pool
let live: LiveWire
let app: FastifyInstance

beforeAll(async () => {
  database = await openTestDatabase()
  pool = openPool(database.url, { max: 4 })
  live = new LiveWire(pool, database.url, log)
  app = buildServer({ pool, live, log, roles: ['http'], host: '127.0.0.1' })
  await file(pool, [
    ninjs(),
    ninjs({
      version: '2',
      headline: 'Harbour reopens slowly after the storm',
      body_html:
        '<p>The harbour of Port Ellery reopened on Thursday, the harbour master said.</p><p>Four boats were lost.</p>',
    }),
    ninjs({
      uri: 'urn:x-invented:ellery:2',
      // escaped once too often, which is read again: unescaped, a reader would drop it as markup
      headline: escapeHtml(hostile),
      slugline: hostile,
      byline: hostile,
      ednote: hostile,
      body_html: `<p onclick="alert(3)">A <b>ferry</b> ran aground.</p><script>alert(4)</script><a href="javascript:alert(5)">x</a>`,
      associations: {
        picture: {
          uri: 'urn:x-invented:ellery:picture',
          type: 'picture',
          description_text: `The ferry ${hostile} aground. (Photo: Ada Kvist/Ellery Pictures)`,
        },
      },
    }),
    ninjs({ uri: 'urn:x-invented:ellery:3', headline: 'Mayor of Port Ellery resigns' }),
    ninjs({
      uri: 'urn:x-invented:ellery:3',
      version: '2',
      headline: 'Mayor of Port Ellery resigns',
      pubstatus: 'canceled',
    }),
    `not a document ${hostile}`,
  ])
  // what readers drop today a reader of tomorrow may let through
  const id = await storyId('urn:x-invented:ellery:2')
  await pool.query('UPDATE wire.stories SET slug = $2, byline = $2 WHERE id = $1', [id, hostile])
  await pool.query(
    `UPDATE wire.revisions SET item = item || jsonb_build_object('slug', $2::text, 'byline', $2::text, 'editorialNote', $2::text)
     WHERE story_id = $1`,
    [id, hostile],
  )
})

afterAll(async () => {
  await app?.close()
  live?.close()
  await pool?.end()
  await database?.drop()
})

const get = (url: string, headers: Record<string, string> = {}) =>
  app.inject({ url, headers: { host: 'localhost', ...headers } })

async function storyId(uri: string): Promise<number> {
  const { rows } = await pool.query('SELECT id FROM wire.stories WHERE uri = $1', [uri])
  return rows[0].id
}

/** What a browser would run or fetch on this page, beside our own script and style. */
function foreignMarkup(page: string): string[] {
  const found: string[] = []
  const parser = new Parser({
    onopentag(name, attributes) {
      const ours = (name === 'script' || name === 'style') && attributes['nonce'] !== undefined
      if (!ours && /^(script|style|img|iframe|object|embed|svg|base)$/.test(name)) found.push(name)
      for (const [attribute, value] of Object.entries(attributes)) {
        if (attribute.startsWith('on') || attribute === 'style' || /^\s*javascript:/i.test(value)) found.push(attribute)
      }
    },
  })
  parser.end(page)
  return found
}

describe('the list of stories', () => {
  it('shows every story once, in its current state', async () => {
    const { statusCode, body } = await get('/')
    expect(statusCode).toBe(200)
    expect(body).toContain('Harbour reopens slowly after the storm')
    expect(body).not.toContain('Harbour reopens after the storm')
    expect(body.match(/id="story-\d+"/g)).toHaveLength(3)
  })

  it('marks a killed story', async () => {
    const { body } = await get('/?status=canceled')
    expect(body).toMatch(/class="closed[^"]*"[\s\S]*Mayor of Port Ellery resigns[\s\S]*tag canceled">killed/)
    expect(body.match(/id="story-\d+"/g)).toHaveLength(1)
  })

  it('is not pushed away by a headline that is none', async () => {
    const id = await storyId('urn:x-invented:ellery:3')
    const { rows } = await pool.query('SELECT headline FROM wire.stories WHERE id = $1', [id])
    await pool.query('UPDATE wire.stories SET headline = $2 WHERE id = $1', [id, 'Marsh fever '.repeat(5000)])
    const { body } = await get('/')
    await pool.query('UPDATE wire.stories SET headline = $2 WHERE id = $1', [id, rows[0].headline])
    expect(body.match(/Marsh fever/g)!.length).toBeLessThan(25)
    expect(body).toMatch(/…<\/a\s*>/)
  })

  it('filters by text, feed and status, and passes over what is no filter', async () => {
    expect((await get('/?text=MAYOR')).body.match(/id="story-\d+"/g)).toHaveLength(1)
    expect((await get('/?feed=harbour&status=usable')).body.match(/id="story-\d+"/g)).toHaveLength(2)
    expect((await get('/?feed=elsewhere')).body).toContain('No story here yet')
    expect((await get('/?status=nonsense&type=%00&before=x&text=100%25')).statusCode).toBe(200)
  })
})

describe('text from outside', () => {
  it('is never markup, wherever it is shown', async () => {
    const id = await storyId('urn:x-invented:ellery:2')
    const { rows } = await pool.query('SELECT id FROM wire.quarantine')
    for (const url of [
      '/',
      `/?text=${encodeURIComponent(hostile)}`,
      `/stories/${id}`,
      '/quarantine',
      `/quarantine/${rows[0].id}`,
    ]) {
      const { statusCode, body } = await get(url)
      expect(statusCode).toBe(200)
      expect(foreignMarkup(body), url).toEqual([])
      if (url !== '/quarantine') expect(body, url).toContain('&lt;script&gt;alert(1)')
    }
  })

  it('is refused by the policy of the page even if it were', async () => {
    const first = await get('/')
    const second = await get('/')
    const policy = String(first.headers['content-security-policy'])
    expect(policy).toContain(`default-src 'none'`)
    expect(policy).not.toContain('unsafe')
    const nonce = /script-src 'nonce-([^']+)'/.exec(policy)?.[1]
    expect(first.body).toContain(`<script nonce="${nonce}">`)
    expect(String(second.headers['content-security-policy'])).not.toContain(nonce)
  })

  it('keeps the words of a body and loses what runs', async () => {
    const { body } = await get(`/stories/${await storyId('urn:x-invented:ellery:2')}`)
    expect(body).toContain('<b>ferry</b>')
    expect(body).not.toContain('alert(4)')
  })
})

describe('a story', () => {
  it('shows what each revision changed, word by word', async () => {
    const { body } = await get(`/stories/${await storyId('urn:x-invented:ellery:1')}`)
    expect(body).toMatch(/<del>Three<\/del>\s*<ins>Four<\/ins>/)
    expect(body).toMatch(/reopens <ins>slowly ?<\/ins>/)
    expect(body).toMatch(/sha256 [0-9a-f]{64}/)
  })

  it('that was killed says so first and folds its text away', async () => {
    const { body } = await get(`/stories/${await storyId('urn:x-invented:ellery:3')}`)
    expect(body).toMatch(/Do not publish\.<\/strong> This story was killed at [^<]+ by version 2/)
    expect(body.indexOf('<details><summary>Show the text all the same')).toBeLessThan(body.indexOf('class="body"'))
  })

  it('shows its captions with their mentions and their credit', async () => {
    const { body } = await get(`/stories/${await storyId('urn:x-invented:ellery:2')}`)
    expect(body).toContain('Captions (1)')
    expect(body).toContain('Ada Kvist')
  })

  it('that does not exist is not found', async () => {
    expect((await get('/stories/999999')).statusCode).toBe(404)
    expect((await get('/stories/%00')).statusCode).toBe(404)
    expect((await get('/api/stories/urn:none')).statusCode).toBe(404)
    expect((await get('/nothing')).statusCode).toBe(404)
  })
})

describe('the JSON of the desk', () => {
  it('pages through stories without missing or repeating one, also within one transaction', async () => {
    const seen: string[] = []
    let before: string | undefined
    do {
      const page = (await get(`/api/stories?limit=1${before === undefined ? '' : `&before=${before}`}`)).json()
      seen.push(...page.stories.map((story: { uri: string }) => story.uri))
      before = page.before
    } while (before !== undefined)
    expect(seen.sort()).toEqual(['urn:x-invented:ellery:1', 'urn:x-invented:ellery:2', 'urn:x-invented:ellery:3'])
  })

  it('gives a story by the agency’s uri, with everything about it', async () => {
    const story = (await get('/api/stories/urn:x-invented:ellery:1')).json()
    expect(story).toMatchObject({ uri: 'urn:x-invented:ellery:1', status: 'usable', revisionCount: 2, state: 'usable' })
    expect(story.revisions).toHaveLength(2)
    expect(story.changesByRevision[1].changes.map((change: { field: string }) => change.field)).toEqual([
      'headline',
      'bodyText',
    ])
  })

  it('gives feeds, quarantine and status', async () => {
    expect((await get('/api/feeds')).json().feeds[0]).toMatchObject({ name: 'harbour', offered: 6, quarantined: 1 })
    expect((await get('/api/quarantine')).json().entries[0]).toMatchObject({
      code: 'parse.unknown-format',
      state: 'open',
    })
    expect((await get('/api/status')).json()).toMatchObject({ healthy: true, quarantineOpen: 1, outboxDepth: 0 })
  })
})

describe('the feeds page', () => {
  it('shows pushes that were refused, and why, and keeps them harmless', async () => {
    const { rows } = await pool.query(`SELECT id FROM wire.feeds WHERE name = 'harbour'`)
    const refusal = {
      feedId: Number(rows[0].id),
      code: 'push.unsigned',
      detail: `the signature fits no key ${hostile}`,
    }
    await countPushRefusals(pool, [{ ...refusal, requests: 1200 }])
    await countPushRefusals(pool, [{ ...refusal, requests: 34 }])
    const { body } = await get('/feeds')
    expect(body).toMatch(
      /Refused pushes[\s\S]*harbour[\s\S]*push\.unsigned[\s\S]*1,234[\s\S]*the signature fits no key/,
    )
    expect(body).not.toContain('<script>alert')
  })

  it('says how a feed that stopped is set going again, and that not all is well', async () => {
    await pool.query(
      `UPDATE wire.feeds SET enabled = false, paused_reason = 'source.unauthorized' WHERE name = 'harbour'`,
    )
    try {
      const { body } = await get('/feeds')
      expect(body).toContain('1 feed has stopped and waits for a person')
      expect(body).toContain('writethru feeds resume harbour')
      expect((await get('/api/status')).json()).toMatchObject({ healthy: false, feedsStopped: 1 })
    } finally {
      await pool.query(`UPDATE wire.feeds SET enabled = true, paused_reason = NULL WHERE name = 'harbour'`)
    }
  })
})

describe('the server', () => {
  it('on a loopback address answers to local names only', async () => {
    expect((await get('/', { host: 'desk.attacker.example' })).statusCode).toBe(403)
    expect((await get('/', { host: '127.0.0.1:8420' })).statusCode).toBe(200)
    expect((await get('/', { host: '[::1]:8420' })).statusCode).toBe(200)
  })

  it('changes nothing: every other method is unknown', async () => {
    for (const method of ['POST', 'PUT', 'DELETE'] as const) {
      const { statusCode } = await app.inject({ method, url: '/api/quarantine/1', headers: { host: 'localhost' } })
      expect(statusCode).toBe(404)
    }
  })

  it('does not tell a reader what the database said', async () => {
    const broken = openPool('postgresql://nobody@127.0.0.1:1/none', { max: 1 })
    const other = buildServer({ pool: broken, live, log, roles: ['http'], host: '127.0.0.1' })
    const { statusCode, body } = await other.inject({ url: '/api/status', headers: { host: 'localhost' } })
    expect(statusCode).toBeGreaterThanOrEqual(500)
    expect(body).not.toContain('127.0.0.1')
    await other.close()
    await broken.end()
  })
})

describe('live rows', () => {
  it('reach those who watch as soon as a change is numbered, and only what they filter for', async () => {
    const address = await app.listen({ host: '127.0.0.1', port: 0 })
    const stop = new AbortController()
    const answer = await fetch(`${address}/live?text=lighthouse`, { signal: stop.signal })
    const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
    await reader.read()
    await file(pool, [
      ninjs({ uri: 'urn:x-invented:ellery:4', headline: 'Bakery opens' }),
      ninjs({ uri: 'urn:x-invented:ellery:5', headline: 'Lighthouse & ferry dark' }),
    ])
    let text = ''
    while (!text.includes('Lighthouse')) {
      const { value, done } = await reader.read()
      if (done) break
      text += value
    }
    expect(text).toContain('Lighthouse &amp; ferry dark')
    expect(text).not.toContain('Bakery')
    expect(text).toMatch(/^id: \d+$/m)
    stop.abort()
  })
})
