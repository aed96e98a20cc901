// Full-text search among many stories: how fast they are read for it, and how long answers take, against looking into
// every text.
import { dice } from './dice.mjs'
import { median, quantile, round } from './figures.mjs'
import { openDatabase } from './wire.mjs'

const wordsPerStory = 300
const vocabulary = 30_000
const storiesAtOnce = 500
const questions = 100

/** Words as frequent as in prose: the n-th is n times rarer than the first (Zipf). */
function makeWriter(seed) {
  const roll = dice(seed)
  const syllables = ['ka', 'ro', 'mel', 'tin', 'sa', 'vor', 'lip', 'den', 'gu', 'nos']
  const word = (n) => {
    let text = ''
    for (let left = n + 11; left > 0; left = Math.floor(left / 10)) text += syllables[left % 10]
    return text
  }
  const rank = () => Math.floor(Math.exp(roll() * Math.log(vocabulary))) - 1
  return { word, text: (length) => Array.from({ length }, () => word(rank())).join(' ') }
}

export async function measureSearch(bench, { stories, runs }) {
  const { openPool } = await bench.load('store/pool.js')
  const { saveFeed } = await bench.load('store/feeds.js')
  const { indexTexts } = await bench.load('store/search/index-texts.js')
  const database = await openDatabase(bench)
  const pool = openPool(database.url, { max: 2 })
  const writer = makeWriter(20_260_312)
  try {
    const feed = await saveFeed(database.pool, { name: 'search', kind: 'local', authority: 'search', config: {} })
    for (let at = 0; at < stories; at += storiesAtOnce) {
      const bodies = Array.from({ length: Math.min(storiesAtOnce, stories - at) }, () => writer.text(wordsPerStory))
      await fill(database.pool, feed.id, at, bodies)
    }
    await database.pool.query('UPDATE wire.search_progress SET fill_until = (SELECT max(id) FROM wire.stories)')
    await database.pool.query('VACUUM ANALYZE wire.stories')
    const started = performance.now()
    while ((await indexTexts(pool, 200)).taken > 0);
    const indexedPerSecond = round(stories / ((performance.now() - started) / 1000))
    await database.pool.query('VACUUM ANALYZE wire.search_texts')

    const kinds = {
      rareWord: (n) => writer.word(5000 + n),
      twoWords: (n) => `${writer.word(300 + n)} ${writer.word(900 + n)}`,
      phrase: (n) => `"${writer.word(10 + n)} ${writer.word(20 + n)}"`,
      commonWord: (n) => writer.word(20 + n),
    }
    const answers = {}
    for (const [name, make] of Object.entries(kinds)) {
      const times = []
      for (let n = 0; n < questions; n++) times.push(await timed(pool, 'SELECT * FROM wire_v1.search($1)', [make(n)]))
      times.sort((a, b) => a - b)
      answers[name] = { p50: round(quantile(times, 0.5), 1), p99: round(quantile(times, 0.99), 1) }
      bench.say(`  ${name}: ${JSON.stringify(answers[name])} ms`)
    }
    const ratios = []
    for (let run = 0; run < runs; run++) {
      const word = writer.word(5000 + questions + run)
      const looked = await timed(
        pool,
        `SELECT s.id, s.headline FROM wire_v1.publishable s WHERE s.body_text ~* ('\\m' || $1 || '\\M')
         ORDER BY s.changed_at DESC LIMIT 50`,
        [word],
      )
      ratios.push(looked / (await timed(pool, 'SELECT * FROM wire_v1.search($1)', [word])))
    }
    const { rows } = await database.pool.query(
      `SELECT pg_total_relation_size('wire.search_texts') / (SELECT sum(octet_length(body_text)) FROM wire.revisions)::float AS share`,
    )
    return {
      stories,
      indexedPerSecond,
      ...answers,
      timesFasterThanLooking: round(median(ratios)),
      bytesPerByteOfText: round(rows[0].share, 2),
    }
  } finally {
    await pool.end()
    await database.drop()
  }
}

async function timed(pool, text, values) {
  const started = performance.now()
  await pool.query(text, values)
  return performance.now() - started
}

/** Stories that may be printed, in English, as the store keeps them. */
async function fill(pool, feedId, from, bodies) {
  await pool.query(
    `WITH told AS (SELECT * FROM unnest($3::text[]) WITH ORDINALITY AS t (body, n)),
     made AS (
       INSERT INTO wire.stories (authority, uri, feed_id, status, publishable, headline, language, revision_count,
         current_revision, best_revision)
       SELECT 'search', 'search:' || ($2 + n), $1, 'usable', true, left(body, 60), 'en', 1, 1, 1 FROM told
       RETURNING id, born, uri)
     INSERT INTO wire.revisions (born, story_id, revision, key, status, publishable, headline, body_text, item, format,
       outcome, feed_id, received_on, receipt_id)
     SELECT m.born, m.id, 1, sha256(m.uri::bytea), 'usable', true, left(t.body, 60), t.body, '{}', 'ninjs', 'new', $1,
       m.born, 0
     FROM made m JOIN told t ON m.uri = 'search:' || ($2 + t.n)`,
    [feedId, from, bodies],
  )
}
