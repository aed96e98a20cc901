// The command on web pages: pages a second in a process of its own, start-up included, and what the start alone takes.
// --pages FOLDER names real pages to measure with; without it the fixtures of the page parser, which are short.
import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { median, printTable, round } from './figures.mjs'

const fixtures = fileURLToPath(new URL('../test/parsers/page/fixtures', import.meta.url))

export async function measurePages(bench, { runs, folder = fixtures }) {
  const pages = readdirSync(folder)
    .filter((name) => name.endsWith('.html'))
    .map((name) => join(folder, name))
  if (pages.length === 0) throw new Error(`${folder} holds no .html files`)
  const bytes = pages.reduce((sum, page) => sum + statSync(page).size, 0)
  const all = Array.from({ length: runs }, () => runCommand(bench, pages))
  const one = Array.from({ length: runs }, () => runCommand(bench, pages.slice(0, 1)))
  const rates = (key) => round(median(all.map((run) => pages.length / run[key])), 1)
  const figures = {
    runs,
    pages: pages.length,
    kilobytes: round(bytes / pages.length / 1000, 1),
    pagesPerSecond: rates('seconds'),
    pagesPerCpuSecond: rates('cpuSeconds'),
    onePageMs: round(1000 * median(one.map((run) => run.seconds))),
    onePageCpuMs: round(1000 * median(one.map((run) => run.cpuSeconds))),
  }
  printTable(
    [
      ['pages', 'kB each', 'pages/s', 'pages/CPU s', 'one page, ms', 'one page, CPU ms'],
      [
        figures.pages,
        figures.kilobytes,
        figures.pagesPerSecond,
        figures.pagesPerCpuSecond,
        figures.onePageMs,
        figures.onePageCpuMs,
      ],
    ],
    bench.say,
  )
  return figures
}

/** The command as it is installed; the process says at its end what CPU time it took, from its first instruction. */
function runCommand(bench, pages) {
  const cli = fileURLToPath(new URL('cli.js', bench.build))
  const script = `
    import { writeSync } from 'node:fs'
    const [cli, ...args] = process.argv.slice(1)
    process.argv = [process.argv[0], cli, ...args]
    process.on('exit', () => writeSync(3, JSON.stringify(process.cpuUsage())))
    await import(cli)`
  const start = performance.now()
  const { output, status, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', script, cli, 'parse', '--json', ...pages],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe'], encoding: 'utf8' },
  )
  const seconds = (performance.now() - start) / 1000
  if (status !== 0) throw new Error(`writethru parse ended with ${status}: ${stderr.slice(0, 400)}`)
  const { user, system } = JSON.parse(output[3])
  return { seconds, cpuSeconds: (user + system) / 1e6 }
}
