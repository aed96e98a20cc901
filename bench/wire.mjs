// A database of its own on the run's server, a simulated agency, a feed that points at it, and worker processes.
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { costOf, cpuSecondsOfTree, startProcess } from './processes.mjs'

const tick = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Makes an empty, migrated database on the server; `drop` removes it. */
export async function openDatabase(bench) {
  const name = `bench_${randomBytes(6).toString('hex')}`
  await onServer(bench.serverUrl, `CREATE DATABASE ${name}`)
  const url = new URL(bench.serverUrl)
  url.pathname = `/${name}`
  const { migrate } = await bench.load('store/migrate.js')
  await migrate(url.href)
  const pool = new pg.Pool({ connectionString: url.href, max: 4, allowExitOnIdle: true })
  pool.on('error', () => undefined)
  return {
    url: url.href,
    pool,
    drop: async () => {
      await pool.end()
      await onServer(bench.serverUrl, `DROP DATABASE ${name} WITH (FORCE)`)
    },
  }
}

async function onServer(url, statement) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await client.query(statement)
  } finally {
    await client.end()
  }
}

/**
 * Plays a bulk day through the whole pipeline: the agency's first answer to the last numbered change. The workers are
 * up before anything is published, so that what is measured is work and not start.
 */
export async function playDay(bench, { day, items, spreadSeconds, speed, workers, profile }) {
  const database = await openDatabase(bench)
  const simulator = await startProcess('simulator-process.mjs', {
    build: bench.build,
    day,
    items,
    spreadSeconds,
    speed,
  })
  const running = []
  const postmaster = await bench.postmasterPid()
  try {
    const { saveFeed } = await bench.load('store/feeds.js')
    for (let count = 0; count < workers; count++) {
      const settings = { build: bench.build, databaseUrl: database.url }
      running.push(
        await startProcess('worker-process.mjs', settings, profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : []),
      )
    }
    const before = { server: cpuSecondsOfTree(postmaster), workers: running.map(({ pid }) => costOf(pid)) }
    const simulatorBefore = costOf(simulator.pid)
    const { publishing } = await simulator.ask('publish')
    await saveFeed(database.pool, {
      name: 'agency',
      kind: 'ap-media-api',
      authority: 'ap.org',
      host: simulator.ready.host,
      config: { baseUrl: simulator.ready.feedUrl, apiKeySecret: 'AP_API_KEY', allowPrivate: true },
    })
    await allNumbered(database.pool, simulator)
    const counts = await simulator.ask('counts')
    const { rows } = await database.pool.query(
      'SELECT extract(epoch FROM max(numbered_at)) * 1000 AS last FROM wire.changes',
    )
    const spent = (now, then) => (now === undefined || then === undefined ? undefined : now - then)
    const costs = running.map(({ pid }) => costOf(pid))
    return {
      database,
      publishing,
      items: counts.total,
      firstRequest: counts.firstRequest,
      seconds: (Number(rows[0].last) - counts.firstRequest) / 1000,
      cpuSeconds: {
        workers: costs.reduce(
          (sum, cost, at) => sum + (spent(cost?.cpuSeconds, before.workers[at]?.cpuSeconds) ?? 0),
          0,
        ),
        postgresql: spent(cpuSecondsOfTree(postmaster), before.server),
        simulator: spent(costOf(simulator.pid)?.cpuSeconds, simulatorBefore?.cpuSeconds),
      },
      workerPeakMb: Math.max(...costs.map((cost) => cost?.peakMb ?? 0)) || undefined,
      stages: await Promise.all(running.map((worker) => worker.ask('totals'))),
    }
  } catch (error) {
    await database.drop()
    throw error
  } finally {
    await Promise.all(running.map((worker) => worker.stop()))
    await simulator.stop()
  }
}

/** Waits until all was delivered, read and numbered; throws when nothing moved for half a minute. */
async function allNumbered(pool, simulator) {
  let seen = ''
  let since = performance.now()
  for (;;) {
    const { deliveries, total } = await simulator.ask('counts')
    const { rows } = await pool.query(
      `SELECT (SELECT last_seq FROM wire.sequencer) AS numbered, EXISTS (SELECT FROM wire.outbox) AS told,
              EXISTS (SELECT FROM wire.receipts WHERE state <> 'done') AS open`,
    )
    const { numbered, told, open } = rows[0]
    if (deliveries >= total && !told && !open) {
      const received = await pool.query('SELECT count(*)::int AS count FROM wire.receipts')
      if (received.rows[0].count >= total) return
    }
    const now = `${deliveries} delivered, ${numbered} numbered`
    if (now !== seen) [seen, since] = [now, performance.now()]
    else if (performance.now() - since > 30_000) throw new Error(`of ${total} items ${now}, and no more came`)
    await tick(50)
  }
}
