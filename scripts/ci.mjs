// Runs the test command of the README, then lint, types, dependency rules, unused exports, documentation and scores,
// and counts. A score needs the sets beside the checkout (../shared); without them it counts as skipped.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const shared = join(root, '..', 'shared')
const total = { passed: 0, failed: 0, skipped: 0 }

function run(command, args, { quiet = false } = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
  })
  const output = `${result.stdout ?? ''}${result.stderr ?? ''}`
  if (!quiet || result.status !== 0) process.stdout.write(output)
  return { ok: result.status === 0, output, stdout: result.stdout ?? '' }
}

function note(name, outcome, detail = '') {
  total[outcome] += 1
  console.log(
    `${outcome === 'passed' ? 'ok' : outcome === 'failed' ? 'FAILED' : 'skipped'}: ${name}${detail && ` (${detail})`}`,
  )
}

function check(name, command, args) {
  note(name, run(command, args, { quiet: true }).ok ? 'passed' : 'failed')
}

/** Adds what vitest counted, from its own closing line. */
function countTests(output) {
  const line = /^\s*Tests\s+(.*)$/m.exec(output)?.[1] ?? ''
  const count = (word) => Number(new RegExp(`(\\d+) ${word}`).exec(line)?.[1] ?? 0)
  total.passed += count('passed')
  total.failed += count('failed')
  total.skipped += count('skipped') + count('todo')
  return count('passed') > 0
}

/** Runs a scorer and holds its figures against the least that must be reached. */
function score(name, script, args, least) {
  const path = join(shared, script)
  if (!existsSync(path)) return note(`${name} score`, 'skipped', `${script} is not beside this checkout`)
  const { ok, stdout } = run(process.execPath, [path, ...args], { quiet: true })
  const figures = ok ? JSON.parse(stdout.trim().split('\n').at(-1)) : {}
  const short = Object.entries(least).filter(([key, value]) => !(figures[key] >= value))
  console.log(JSON.stringify(figures))
  note(
    `${name} score`,
    ok && short.length === 0 ? 'passed' : 'failed',
    short.map(([key, value]) => `${key} below ${value}`).join(', '),
  )
}

/**
 * A test process that dies takes its file with it and says nothing of any test. One such file is run once more, in plain
 * sight; a second one, or a test that fails, is a failure.
 */
function runAgain(output) {
  const unfinished = [...output.matchAll(/^UNFINISHED (\S+): its process died; tests done before: (\d+)/gm)]
  if (unfinished.length !== 1 || total.failed > 0) return false
  const [[, file, done]] = unfinished
  console.log(`== tests of ${file} once more: the process they ran in died`)
  total.passed -= Number(done)
  const again = run('npx', ['--no-install', 'vitest', 'run', file])
  return countTests(again.output) && again.ok
}

console.log('== tests')
const tests = run('npm', ['test'])
const counted = countTests(tests.output)
if (!counted || (!tests.ok && !runAgain(tests.output))) note('npm test', 'failed')

console.log('== checks')
check('build', 'npm', ['run', 'build'])
check('types', 'npm', ['run', 'types'])
check('lint and format', 'npm', ['run', 'lint'])
check('dependency rules', 'npm', ['run', 'deps'])
check('unused exports', 'npm', ['run', 'unused'])
check('docs are up to date', 'npm', ['run', 'docs:check'])

console.log('== scores')
const parse = ['--cmd', `${process.execPath} ${join(root, 'dist', 'cli.js')} parse --json`]
score('corpus', 'corpus/score.mjs', parse, { share: 0.9, wordsKept: 0.995 })
score('captions', 'captions/score.mjs', ['--module', join(root, 'dist', 'index.js')], { precision: 0.99, recall: 0.99 })
score('pages', 'pages/score.mjs', parse, { f1: 0.97 })

console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exit(total.failed === 0 ? 0 : 1)
