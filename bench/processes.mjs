// Starts the parts of a run as processes of their own and reads what they cost.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Clock ticks of /proc a second; Linux has had 100 on every platform Node runs on. */
const ticks = 100

/** Starts `name` beside this file; resolves at its first message, which says that it is ready. */
export async function startProcess(name, settings, execArgv = []) {
  const child = fork(fileURLToPath(new URL(name, import.meta.url)), [JSON.stringify(settings)], { execArgv })
  const gone = once(child, 'exit')
  const [ready] = await Promise.race([
    once(child, 'message'),
    gone.then(([code, signal]) => Promise.reject(new Error(`${name} ended with ${code ?? signal}`))),
  ])
  return {
    pid: child.pid,
    ready,
    /** Sends a question and resolves with the next message. */
    ask: async (question) => {
      const answer = once(child, 'message')
      child.send(question)
      return (await answer)[0]
    },
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
      const limit = setTimeout(() => child.kill('SIGKILL'), 15_000)
      await gone
      clearTimeout(limit)
    },
  }
}

/**
 * CPU seconds of a process so far, with its children, and the largest resident memory of each of them together, in MB (a
 * worker parses in a process of its own); undefined where there is no /proc.
 */
export function costOf(pid) {
  try {
    const stat = readStat(pid)
    const children = childrenOf(pid)
    const sum = (name) => children.reduce((total, child) => total + child[name], stat[name])
    return {
      cpuSeconds: (sum('own') + stat.ended) / ticks,
      systemSeconds: sum('system') / ticks,
      peakMb: Math.round(children.reduce((total, child) => total + peakKb(child.pid), peakKb(pid)) / 1024),
    }
  } catch {
    return undefined
  }
}

/** CPU seconds of a process and of all its children, running or ended. */
export const cpuSecondsOfTree = (pid) => costOf(pid)?.cpuSeconds

function childrenOf(parent) {
  return readdirSync('/proc').flatMap((name) => {
    const stat = /^\d+$/.test(name) ? quietly(() => readStat(name)) : undefined
    return stat?.parent === parent ? [{ ...stat, pid: name }] : []
  })
}

const peakKb = (pid) =>
  quietly(() => Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1])) ?? 0

// The name of the program stands in brackets and may hold blanks; the fields are counted from its end.
function readStat(pid) {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return {
    parent: Number(fields[1]),
    own: Number(fields[11]) + Number(fields[12]),
    system: Number(fields[12]),
    ended: Number(fields[13]) + Number(fields[14]),
  }
}

function quietly(read) {
  try {
    return read()
  } catch {
    return undefined
  }
}
