import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive } from './start-lock.ts'

const mine = new Set<string>()
let count = 0

/**
 * Notes this process as a user of the folder's server, one file a use. The last user to leave stops the server, so
 * that a short command does not take the database away from a running one, and a server that a crashed process left
 * behind is stopped by the next process that used it. Call under the start lock.
 * @returns the name to give to `releaseHold`
 */
export function takeHold(directory: string): string {
  count += 1
  const name = `${process.pid}-${count}`
  mkdirSync(join(directory, 'holders'), { recursive: true })
  writeFileSync(join(directory, 'holders', name), '')
  mine.add(`${directory} ${name}`)
  return name
}

/** Takes the note back and those of dead processes. Call under the start lock. @returns true when nobody is left */
export function releaseHold(directory: string, name: string): boolean {
  mine.delete(`${directory} ${name}`)
  const folder = join(directory, 'holders')
  let left = 0
  for (const entry of readdirSync(folder)) {
    const pid = Number.parseInt(entry, 10)
    // After a crash in a container the next process often gets the same id: its notes are only those it remembers.
    const living = pid === process.pid ? mine.has(`${directory} ${entry}`) : isAlive(pid)
    if (living) left += 1
    else rmSync(join(folder, entry), { force: true })
  }
  return left === 0
}
