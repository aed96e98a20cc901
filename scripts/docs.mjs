// Writes the pages that are made from the program itself, or with --check says which of them are out of date.
// Works on the build: run `npm run build` first. --dist FOLDER names another one.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const at = process.argv.indexOf('--dist')
const dist = at < 0 ? join(root, 'dist') : resolve(process.argv[at + 1])
const load = (path) => import(pathToFileURL(join(dist, path)).href)

const classes = {
  retry: 'a passing fault: tried again with growing pauses, no hand needed',
  snooze: 'the other side asked for time: tried again when it said',
  quarantine: 'this input can never be processed as it is: kept with its raw bytes, shown, counted',
  fatal: 'the process, the feed or the configuration cannot go on: a person is needed',
}

async function errorsPage() {
  const { errorTable } = await load('story/errors.js')
  const rooms = new Map()
  for (const [code, definition] of Object.entries(errorTable)) {
    const room = code.slice(0, code.indexOf('.'))
    rooms.set(room, [...(rooms.get(room) ?? []), [code, definition]])
  }
  const cell = (text) => text.replaceAll('|', '\\|')
  const sections = [...rooms].map(([room, codes]) => {
    const rows = codes.map(([code, { retry, summary, nextStep }]) =>
      ['', ` \`${code}\` `, ` ${retry} `, ` ${cell(summary)} `, ` ${cell(nextStep)} `, ''].join('|'),
    )
    return [`## ${room}`, '', '| Code | Class | What happened | What to do next |', '|---|---|---|---|', ...rows].join(
      '\n',
    )
  })
  return [
    '# Error codes',
    '',
    'Every fault has a code. Logs, metrics, quarantine and the command line show the same codes, and a code is never given another meaning. The class says what Writethru does by itself:',
    '',
    ...Object.entries(classes).map(([name, meaning]) => `- **${name}**: ${meaning}`),
    '',
    sections.join('\n\n'),
    '',
  ].join('\n')
}

const pages = {
  'docs/configuration.md': async () => (await load('config/page.js')).configurationPage(),
  'docs/errors.md': errorsPage,
}

const checks = process.argv.includes('--check')
let stale = 0
for (const [path, make] of Object.entries(pages)) {
  const file = join(root, path)
  const text = await make()
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue
  stale += 1
  if (checks) console.error(`${path} is out of date: run npm run docs`)
  else writeFileSync(file, text)
}
if (checks && stale > 0) process.exitCode = 1
