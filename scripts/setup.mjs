// Prepares a checkout: installs what the lock file names when it is missing or out of date, then compiles
// when a source is newer than the build. `run` needs the run-time packages only; `test` needs all of them.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, buildIsFresh } from './build.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const needsAll = process.argv[2] !== 'run'
const stamp = join(root, 'node_modules', '.writethru-setup')

function installed() {
  if (!existsSync(stamp)) return false
  if (statSync(stamp).mtimeMs < statSync(join(root, 'package-lock.json')).mtimeMs) return false
  return !needsAll || readFileSync(stamp, 'utf8') === 'all'
}

function npm(args) {
  const cli = process.env.npm_execpath
  const [command, prefix] = cli?.endsWith('.js') ? [process.execPath, [cli]] : ['npm', []]
  const result = spawnSync(command, [...prefix, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: command === 'npm' && process.platform === 'win32',
  })
  if (result.status !== 0) {
    console.error(`npm ${args.join(' ')} failed with code ${result.status}`)
    process.exit(result.status ?? 1)
  }
}

const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error']
if (!installed()) {
  console.log(needsAll ? 'Installing packages (once)' : 'Installing run-time packages (once)')
  npm(['ci', ...quiet, ...(needsAll ? [] : ['--omit=dev'])])
  writeFileSync(stamp, needsAll ? 'all' : 'run')
}
if (!buildIsFresh()) build({ types: false, npm })
