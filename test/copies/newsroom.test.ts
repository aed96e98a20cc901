import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { saveFeed } from '../../src/store/feeds.ts'
import { openPool } from '../../src/store/pool.ts'
import type { Pool } from '../../src/store/pool.ts'
import { openTestDatabase } from '../support/database.ts'
import type { TestDatabase } from '../support/database.ts'
import { fileByFeed } from './filing.ts'
import { outlets } from './newsroom/outlets.ts'
import { printStories } from './newsroom/print.ts'
import type { PrintedStory } from './newsroom/print.ts'
import { readSheets } from './newsroom/sheets.ts'
import { readGroups, relateAll } from './related.ts'
import { scoreGroups } from './score.ts'

let database: TestDatabase
let pool: Pool
beforeAll(async () => {
  database = await openTestDatabase()
  pool = openPool(database.url, { max: 4 })
  for (const [name, { domain }] of Object.entries(outlets))
    await saveFeed(pool, { name, kind: 'local', authority: domain, config: {} })
})
afterAll(async () => {
  await pool?.end()
  await database?.drop()
})

const counts = (one: PrintedStory, other: PrintedStory) =>
  !one.grey.includes(other.label) && !other.grey.includes(one.label)

const folder = new URL('newsroom/sheets/', import.meta.url)

describe('copy groups of a newsroom’s week', () => {
  const filed = printStories(readSheets(folder))
  const stories = [...new Map(filed.map((story) => [story.uri, story])).values()]

  it('are judged on enough stories of enough kinds', () => {
    expect(stories.length).toBeGreaterThanOrEqual(340)
    expect(new Set(stories.map((story) => story.label)).size).toBeGreaterThanOrEqual(150)
  })

  it('join what is one text and nothing else', async () => {
    await fileByFeed(pool, filed)
    await relateAll(pool)
    const { precision, recall } = scoreGroups(stories, await readGroups(pool), counts)

    expect(precision).toBeGreaterThanOrEqual(0.98)
    expect(recall).toBeGreaterThanOrEqual(0.98)
  })
})
