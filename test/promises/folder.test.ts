import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { saveFeed } from '../../src/store/feeds.ts'
import { startChild } from '../support/child.ts'
import type { Child } from '../support/child.ts'
import { openTestDatabase } from '../support/database.ts'
import type { TestDatabase } from '../support/database.ts'
import { nextNumberedChange } from './wire.ts'

let database: TestDatabase
let worker: Child
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'writethru-folder-'))
  mkdirSync(join(folder, 'in'))
  database = await openTestDatabase()
  await saveFeed(database.pool, {
    name: 'drop',
    kind: 'directory',
    authority: 'harbour.example',
    config: { path: join(folder, 'in'), settleSeconds: 1 },
    // Far longer than the trial: only the watch can bring the file in time.
    intervalSeconds: 3600,
  })
  worker = startChild(new URL('worker-child.mjs', import.meta.url), [
    JSON.stringify({ databaseUrl: database.url, queueUrl: 'postgres', apiKey: 'none' }),
  ])
  await worker.message((message): message is 'ready' => message === 'ready')
})
afterAll(async () => {
  await worker.kill('SIGTERM')
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

describe('a watched folder', () => {
  it('takes a file that is renamed into it, and puts it away once it is stored', async () => {
    const change = nextNumberedChange(database)
    const half = join(folder, 'in', '.story.json.part')
    writeFileSync(
      half,
      JSON.stringify({ uri: 'urn:example:lock', type: 'text', headline: 'Lock reopens', body_text: 'x.' }),
    )
    renameSync(half, join(folder, 'in', 'story.json'))
    await change
    const { rows } = await database.pool.query('SELECT headline, feed FROM wire_v1.stories')
    expect(rows).toEqual([{ headline: 'Lock reopens', feed: 'drop' }])
    expect(readdirSync(join(folder, 'in')).filter((name) => name.endsWith('.json'))).toEqual([])
  })
})
