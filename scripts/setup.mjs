// Prepares a checkout: installs what the lock file names when it is missing or out of date, and compiles when a source
// is newer than the build. `run` needs the run-time packages only; `test` needs all of them.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, buildIsFresh, compilerCommand } from './build.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const needsAll = process.argv[2] !== 'run'
const stamp = join(root, 'node_modules', '.writethru-setup')
const quiet = ['--no-update-notifier', '--loglevel=error']

function installed() {
  if (!existsSync(stamp)) return false
  if (statSync(stamp).mtimeMs < statSync(join(root, 'package-lock.json')).mtimeMs) return false
  return !needsAll || readFileSync(stamp, 'utf8') === 'all'
}

/** Runs npm; what it prints is shown only when it fails. */
function npm(args) {
  const cli = process.env.npm_execpath
  const [command, prefix] = cli?.endsWith('.js') ? [process.execPath, [cli]] : ['npm', []]
  const child = spawn(command, [...prefix, ...args, ...quiet], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: command === 'npm' && process.platform === 'win32',
  })
  let output = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  child.stderr.on('data', (chunk) => (output += chunk))
  return new Promise((resolve) => {
    child.on('close', (code) => {
      if (code !== 0) {
        console.error(`${output}\nnpm ${args.join(' ')} failed with code ${code}`)
        process.exit(code ?? 1)
      }
      resolve()
    })
  })
}

if (!installed()) {
  console.log(needsAll ? 'Installing packages (once)' : 'Installing run-time packages (once)')
  const install = npm(['ci', '--no-audit', '--no-fund', ...(needsAll ? [] : ['--omit=dev'])])
  // The compiler is no run-time package: it is fetched and run while the others are being installed.
  const compile = needsAll || buildIsFresh() ? undefined : build({ compile: () => npm(compilerCommand()) })
  await install
  writeFileSync(stamp, needsAll ? 'all' : 'run')
  await compile
}
if (!buildIsFresh()) await build({ npm })
