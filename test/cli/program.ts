import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The built command; another build can be named, so that a test does not depend on the checkout's dist/. */
const command = process.env['WRITETHRU_DIST'] ?? join(root, 'dist')
const file = join(command, 'cli.js')

export interface Answer {
  readonly code: number | null
  readonly out: string
  readonly err: string
  /** Standard output as JSON. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test looks at what it expects
  json(): any
}

export interface Running {
  readonly done: Promise<Answer>
  /** Resolves when standard output or error has shown this. */
  shows(pattern: RegExp): Promise<void>
  signal(name: NodeJS.Signals): void
}

/** Starts `writethru` as a process of its own, without the settings of whoever runs the tests. */
export function start(args: readonly string[], options: { database?: string; folder?: string } = {}): Running {
  if (!existsSync(file)) throw new Error(`${file} is missing: run "npm run build" first`)
  const environment = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(WRITETHRU_|DATABASE_URL|QUEUE_URL|FORCE_COLOR)/.test(name)),
  )
  const child = spawn(process.execPath, [file, ...args], {
    cwd: options.folder ?? root,
    env: { ...environment, ...(options.database === undefined ? {} : { DATABASE_URL: options.database }) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  let err = ''
  const waiting = new Set<() => void>()
  const heard = () => {
    for (const look of waiting) look()
  }
  child.stdout.setEncoding('utf8').on('data', (text: string) => ((out += text), heard()))
  child.stderr.setEncoding('utf8').on('data', (text: string) => ((err += text), heard()))
  const done = new Promise<Answer>((resolve) => {
    child.on('close', (code) => resolve({ code, out, err, json: () => JSON.parse(out) as unknown }))
  })
  return {
    done,
    shows: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (pattern.test(out) || pattern.test(err)) resolve()
        }
        waiting.add(look)
        look()
        void done.then(() => reject(new Error(`ended without showing ${pattern}:\n${out}\n${err}`)))
      }),
    signal: (name) => void child.kill(name),
  }
}

export function run(args: readonly string[], options: { database?: string; folder?: string } = {}): Promise<Answer> {
  return start(args, options).done
}
