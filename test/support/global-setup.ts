import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import type { TestProject } from 'vitest/node'
import { findBinaries } from '../../src/embedded/binaries.ts'
import { dataLocation } from '../../src/embedded/place.ts'
import { findPostmaster, stopPostmaster } from '../../src/embedded/postmaster.ts'
import { isAlive } from '../../src/embedded/start-lock.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder of the run's database server; the first test that needs it starts it. */
    databaseDirectory: string
  }
}

const prefix = 'writethru-test-'

/** Gives the run a folder for its database server, and stops and removes it afterwards. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  await removeLeftovers()
  const directory = join(tmpdir(), `${prefix}${process.pid}`)
  mkdirSync(directory, { mode: 0o755 })
  project.provide('databaseDirectory', directory)
  return () => removeServer(directory)
}

/** A run that was killed leaves its server behind; the next run takes it away. */
async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(prefix)) continue
    const pid = Number.parseInt(name.slice(prefix.length), 10)
    if (!isAlive(pid)) await removeServer(join(tmpdir(), name)).catch(() => undefined)
  }
}

async function removeServer(directory: string): Promise<void> {
  const data = dataLocation(directory)
  const running = findPostmaster(data)
  if (running) await stopPostmaster(data, findBinaries().native, running, pino({ level: 'silent' }))
  rmSync(directory, { recursive: true, force: true })
}
