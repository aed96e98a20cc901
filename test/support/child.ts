import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** A part of the program that runs as a process of its own, so that a test can kill it. */
export interface Child {
  readonly pid: number
  /** The messages it sent so far. */
  readonly messages: readonly unknown[]
  /** Resolves with the first message, sent or to come, that fits; rejects when the process ends before. */
  message<T>(fits: (message: unknown) => message is T): Promise<T>
  send(message: unknown): void
  /** Sends the signal and resolves when the process is gone: with its exit code, or the signal that ended it. */
  kill(signal: NodeJS.Signals): Promise<number | NodeJS.Signals>
}

const hooks = fileURLToPath(new URL('typescript-hooks.mjs', import.meta.url))

/** Starts a TypeScript file, as another user if one is given; it talks by `process.send`. */
export function startChild(file: URL, args: readonly string[] = [], user?: { uid: number; gid: number }): Child {
  const child = fork(fileURLToPath(file), args, {
    ...user,
    execArgv: ['--import', new URL(`file://${hooks}`).href],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const messages: unknown[] = []
  child.on('message', (message) => messages.push(message))
  const gone = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>
  gone.catch(() => undefined)
  return {
    pid: child.pid ?? 0,
    messages,
    message: (fits) =>
      new Promise((resolve, reject) => {
        const look = (): boolean => {
          const found = messages.find((message) => fits(message))
          if (found === undefined) return false
          resolve(found as never)
          return true
        }
        if (look()) return
        const listener = (): void => {
          if (look()) child.off('message', listener)
        }
        child.on('message', listener)
        child.once('exit', (code, signal) => reject(new Error(`the process ended with ${code ?? signal}`)))
      }),
    send: (message) => void child.send(message as never),
    kill: async (signal) => {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal)
      const [code, ended] = await gone
      return code ?? ended ?? 0
    },
  }
}
