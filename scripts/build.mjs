// Compiles src/ to dist/ and copies what is not TypeScript (migrations, the desk's page). Without --types the
// sources are only stripped of their types, which takes a second; with --types they are checked and declared.
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const source = join(root, 'src')
const target = join(root, 'dist')
const stamp = join(target, '.built')

function newest(folder) {
  let latest = statSync(folder).mtimeMs
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    latest = Math.max(latest, entry.isDirectory() ? newest(path) : statSync(path).mtimeMs)
  }
  return latest
}

/** True when dist/ was built after the last change to src/. */
export function buildIsFresh() {
  return existsSync(stamp) && statSync(stamp).mtimeMs >= newest(source)
}

/** Builds dist/. Uses the checkout's compiler, or fetches the pinned one when only run-time packages are there. */
export function build({ types, npm }) {
  rmSync(target, { recursive: true, force: true })
  const local = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  const project = join(root, types ? 'tsconfig.build.json' : 'tsconfig.strip.json')
  if (existsSync(local)) {
    const result = spawnSync(process.execPath, [local, '-p', project], { cwd: root, stdio: 'inherit' })
    if (result.status !== 0) process.exit(result.status ?? 1)
  } else {
    const { version } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages[
      'node_modules/typescript'
    ]
    const quiet = ['--loglevel=error', '--no-update-notifier']
    npm(['exec', '--yes', ...quiet, `--package=typescript@${version}`, '-c', `tsc -p "${project}"`])
  }
  cpSync(source, target, {
    recursive: true,
    filter: (path) => statSync(path).isDirectory() || extname(path) !== '.ts',
  })
  if (existsSync(join(target, 'cli.js'))) chmodSync(join(target, 'cli.js'), 0o755)
  writeFileSync(stamp, '')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  build({ types: process.argv.includes('--types'), npm: () => process.exit(1) })
}
