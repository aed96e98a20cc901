// Compiles src/ to dist/ and copies what is not TypeScript (migrations). Without --types the sources are only stripped of
// their types, which takes a few seconds; with --types they are checked and declared.
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const source = join(root, 'src')
const target = join(root, 'dist')
const stamp = join(target, '.built')
const localCompiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
const strip = join(root, 'tsconfig.strip.json')

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

/** Arguments for npm that run the pinned compiler where it is not installed. */
export function compilerCommand() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const { version } = packages['node_modules/typescript']
  return ['exec', '--yes', `--package=typescript@${version}`, '-c', `tsc -p "${strip}"`]
}

function compileHere(project) {
  const result = spawnSync(process.execPath, [localCompiler, '-p', project], { cwd: root, stdio: 'inherit' })
  if (result.status !== 0) process.exit(result.status ?? 1)
}

/** Builds dist/ with the checkout's own compiler, or as `compile` says, or by npm where there is none. */
export async function build({ types = false, npm, compile } = {}) {
  const started = Date.now()
  rmSync(target, { recursive: true, force: true })
  if (compile !== undefined) await compile()
  else if (existsSync(localCompiler)) compileHere(types ? join(root, 'tsconfig.build.json') : strip)
  else await npm(compilerCommand())
  cpSync(source, target, {
    recursive: true,
    filter: (path) => statSync(path).isDirectory() || extname(path) !== '.ts',
  })
  chmodSync(join(target, 'cli.js'), 0o755)
  writeFileSync(stamp, `${Date.now() - started} ms\n`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build({ types: process.argv.includes('--types') })
