// Measures Writethru on this machine: npm run bench; npm run bench -- --help shows what can be asked for.
// Prints a table and writes every figure, with the machine, to bench/out/<name>.json. docs/performance.md explains.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import pg from 'pg'
import pino from 'pino'
import { measureCaptions } from './caption-speed.mjs'
import { measureCaptionsGrowth } from './captions-growth.mjs'
import { measureCaptionsRace } from './captions-race.mjs'
import { measureCopies } from './copies.mjs'
import { measureDispatch } from './dispatch.mjs'
import { measureEndToEnd, measureMixedDay } from './end-to-end.mjs'
import { measureGrowth } from './growth.mjs'
import { measureLatency } from './latency.mjs'
import { readOptions, usage } from './options.mjs'
import { measurePages } from './pages.mjs'
import { measureParse } from './parse.mjs'
import { measureSearch } from './search.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const count = (value, otherwise) => (value === undefined ? otherwise : Math.max(1, Number.parseInt(value, 10)))

const measures = {
  parse: (bench) => measureParse(bench, { runs: count(options.runs, 5), formats: options.format }),
  captions: (bench) => measureCaptions(bench, { runs: count(options.runs, 5) }),
  pages: (bench) => measurePages(bench, { runs: count(options.runs, 5), folder: options.pages }),
  growth: (bench) => measureGrowth(bench),
  'end-to-end': (bench) =>
    measureEndToEnd(bench, {
      items: count(options.items, 10_000),
      runs: count(options.runs, 3),
      workers: count(options.workers, 1),
      profile: options.profile,
    }),
  'mixed-day': (bench) =>
    measureMixedDay(bench, {
      items: count(options.items, 5000),
      runs: count(options.runs, 3),
      workers: count(options.workers, 1),
      profile: options.profile,
    }),
  dispatch: (bench) => measureDispatch(bench, { runs: count(options.runs, 5) }),
  'captions-race': (bench) =>
    measureCaptionsRace(bench, {
      captions: count(options.items, 600),
      runs: count(options.runs, 3),
      workers: count(options.workers === '1' ? undefined : options.workers, 8),
      limit: 400,
    }),
  'captions-growth': (bench) => {
    const largest = count(options.items, 1_000_000)
    const sizes = [Math.ceil(largest / 10), largest]
    return measureCaptionsGrowth(bench, { sizes, captions: 3000, lookUps: 2000, runs: count(options.runs, 3) })
  },
  copies: (bench) =>
    measureCopies(bench, {
      stories: count(options.items, 5000),
      sizes: [10_000, 100_000],
      profile: options.profile,
    }),
  search: (bench) => measureSearch(bench, { stories: count(options.items, 50_000), runs: count(options.runs, 3) }),
  latency: (bench) =>
    measureLatency(bench, {
      items: count(options.items, 2000),
      runs: count(options.runs, 3),
      workers: count(options.workers, 1),
    }),
}

const { options, fault } = readOptions(process.argv.slice(2), Object.keys(measures))
if (fault !== undefined) {
  console.error(`bench: ${fault}; npm run bench -- --help shows what there is.`)
  process.exit(2)
}
if (options.help) {
  console.log(usage(Object.keys(measures)))
  process.exit(0)
}
const build = pathToFileURL(join(options.build ?? join(root, 'dist'), '/')).href
const load = (path) => import(new URL(path, build).href)

const { startEmbeddedPostgres } = await load('embedded/postgres.js')
const directory = mkdtempSync(join(tmpdir(), 'writethru-bench-'))
const server = await startEmbeddedPostgres({ directory, log: pino({ level: 'warn' }) })
try {
  const bench = {
    build,
    load,
    serverUrl: server.url,
    say: (line) => console.log(line),
    postmasterPid: async () =>
      Number(readFileSync(join(await setting('data_directory'), 'postmaster.pid'), 'utf8').split('\n')[0]),
  }
  const machine = {
    cores: cpus().length,
    processor: cpus()[0]?.model,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    postgresql: await setting('server_version'),
    fsync: await setting('fsync'),
    synchronousCommit: await setting('synchronous_commit'),
  }
  console.log(machine)
  mkdirSync(join(root, 'bench/out'), { recursive: true })
  for (const name of options.only ?? Object.keys(measures)) {
    console.log(`\n${name}`)
    const loadBefore = Number(loadavg()[0].toFixed(2))
    const figures = await measures[name](bench)
    const load = { before: loadBefore, after: Number(loadavg()[0].toFixed(2)) }
    const report = { name, at: new Date().toISOString(), machine, load, figures }
    writeFileSync(join(root, 'bench/out', `${name}.json`), `${JSON.stringify(report, null, 2)}\n`)
    const { runs: _runs, formats: _formats, ...middle } = figures
    if (Object.keys(middle).length > 0) console.log('  median:', middle)
    console.log(`  load before ${loadBefore}, after ${loadavg()[0].toFixed(2)}`)
  }
} finally {
  await server.stop()
  rmSync(directory, { recursive: true, force: true })
}

async function setting(name) {
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  try {
    return (await client.query(`SHOW ${name}`)).rows[0][name]
  } finally {
    await client.end()
  }
}
