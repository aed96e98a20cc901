// Five thousand feeds that are due at the same moment: what one claim costs, and what it takes to go through them all
// when polls cost nothing.
import { median, quantile, round } from './figures.mjs'
import { openDatabase } from './wire.mjs'

/** Feeds by host: one large host, some middling ones, a long tail of hosts with a single feed. */
const hosts = [
  { count: 1, feeds: 1000 },
  { count: 100, feeds: 20 },
  { count: 2000, feeds: 1 },
]
const perHost = 2
const limit = 500

export async function measureDispatch(bench, { runs }) {
  const single = []
  for (let run = 0; run < runs; run++) {
    const database = await openDatabase(bench)
    try {
      single.push(await dispatchAll(bench, database.pool))
    } finally {
      await database.drop()
    }
    bench.say(`  run ${run + 1}: ${JSON.stringify(single.at(-1))}`)
  }
  const middle = (name) => median(single.map((figures) => figures[name]))
  return {
    feeds: hosts.reduce((sum, { count, feeds }) => sum + count * feeds, 0),
    firstClaimMs: middle('firstClaimMs'),
    everyHostOnceMs: middle('everyHostOnceMs'),
    claimP95Ms: middle('claimP95Ms'),
    allSeconds: middle('allSeconds'),
    mostOfOneHost: Math.max(...single.map((figures) => figures.mostOfOneHost)),
    runs: single,
  }
}

async function dispatchAll(bench, pool) {
  const { claimDueFeeds } = await bench.load('store/polls.js')
  for (const [at, { count, feeds }] of hosts.entries()) {
    await pool.query(
      `INSERT INTO wire.feeds (name, kind, authority, host, next_poll_at)
       SELECT 'f' || $1 || '-' || h || '-' || n, 'http-feed', 'bench', 'h' || $1 || '-' || h || '.example', now() - interval '1 minute'
       FROM generate_series(1, $2::int) h, generate_series(1, $3::int) n`,
      [at, count, feeds],
    )
  }
  await pool.query('ANALYZE wire.feeds')
  const allHosts = hosts.reduce((sum, { count }) => sum + count, 0)
  const seen = new Set()
  const claims = []
  let mostOfOneHost = 0
  let everyHostOnceMs
  const started = performance.now()
  for (;;) {
    const before = performance.now()
    const leases = await claimDueFeeds(pool, { limit, perHost, leaseSeconds: 30 })
    claims.push(performance.now() - before)
    if (leases.length === 0) break
    const { rows } = await pool.query(
      `SELECT host, count(*)::int AS polls FROM wire.feeds WHERE lease_until > now() GROUP BY host`,
    )
    for (const { host, polls } of rows) {
      seen.add(host)
      mostOfOneHost = Math.max(mostOfOneHost, polls)
    }
    if (seen.size === allHosts) everyHostOnceMs ??= performance.now() - started
    await pool.query(
      `UPDATE wire.feeds SET next_poll_at = now() + interval '1 hour', lease_token = NULL, lease_until = NULL
       WHERE id = ANY ($1)`,
      [leases.map(({ feedId }) => feedId)],
    )
  }
  const sorted = [...claims].sort((a, b) => a - b)
  return {
    firstClaimMs: round(claims[0], 1),
    everyHostOnceMs: round(everyHostOnceMs ?? Number.NaN, 1),
    claimP95Ms: round(quantile(sorted, 0.95), 1),
    claims: claims.length,
    allSeconds: round((performance.now() - started) / 1000, 2),
    mostOfOneHost,
  }
}
