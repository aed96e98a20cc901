// Writes the pages that are made from the program itself, or with --check says which of them are out of date
// and which links between pages lead nowhere. Works on the build: run `npm run build` first. --dist FOLDER names another one.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
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

/** Pages with links to one another; what git does not know is nobody's page. */
function markdownFiles(folder = root) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (/^(?:\.|node_modules$|dist$)/.test(entry.name)) return []
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return markdownFiles(path)
    return entry.name.endsWith('.md') ? [path] : []
  })
}

const withoutCode = (text) => text.replace(/^(```|~~~).*?^\1/gms, '').replace(/`[^`\n]*`/g, '')

/** The anchors that GitHub gives to the headings of a page: `## What's new` is `#whats-new`, a second one `-1`. */
function anchorsOf(file) {
  const anchors = new Set()
  for (const [, heading] of readFileSync(file, 'utf8')
    .replace(/^(```|~~~).*?^\1/gms, '')
    .matchAll(/^#{1,6}\s+(.+?)\s*$/gm)) {
    const name = heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_\- ]/gu, '')
      .replaceAll(' ', '-')
    let anchor = name
    for (let again = 1; anchors.has(anchor); again += 1) anchor = `${name}-${again}`
    anchors.add(anchor)
  }
  return anchors
}

/** Links to files and headings that are not there. Links to other sites are not asked for. */
function brokenLinks() {
  const broken = []
  for (const file of markdownFiles()) {
    for (const [, target] of withoutCode(readFileSync(file, 'utf8')).matchAll(/\]\(([^()\s]+)\)/g)) {
      if (/^[a-z][a-z0-9+.-]*:/i.test(target)) continue
      const [path, anchor] = target.split('#')
      const other = path === '' ? file : resolve(dirname(file), decodeURI(path))
      const found = existsSync(other) && (!anchor || (other.endsWith('.md') && anchorsOf(other).has(anchor)))
      if (!found) broken.push(`${relative(root, file)}: ${target} leads nowhere`)
    }
  }
  return broken
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
const broken = brokenLinks()
for (const line of broken) console.error(line)
if (broken.length > 0 || (checks && stale > 0)) process.exitCode = 1
