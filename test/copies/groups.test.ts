import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPool } from '../../src/store/pool.ts'
import type { Pool } from '../../src/store/pool.ts'
import { file } from '../ops/wire.ts'
import { openTestDatabase } from '../support/database.ts'
import type { TestDatabase } from '../support/database.ts'
import { makeSet } from './made.ts'
import type { MadeStory } from './made.ts'
import { readGroups, relateAll } from './related.ts'
import { scoreGroups } from './score.ts'
import { englishTemplates, germanTemplates, spanishTemplates } from './templates.ts'
import { english, german, spanish } from './words.ts'

const openSet = makeSet({
  seed: 20260310,
  lexicons: [
    { words: english, originals: 26, templates: englishTemplates },
    { words: german, originals: 14, templates: germanTemplates },
    { words: spanish, originals: 13, templates: spanishTemplates },
  ],
})

let database: TestDatabase
let pool: Pool
beforeAll(async () => {
  database = await openTestDatabase()
  pool = openPool(database.url, { max: 4 })
})
afterAll(async () => {
  await pool?.end()
  await database?.drop()
})

async function fileAll(stories: readonly MadeStory[]): Promise<void> {
  for (const feed of new Set(stories.map((story) => story.feed))) {
    const own = stories.filter((story) => story.feed === feed)
    await file(
      pool,
      own.map((story) => story.document),
      feed,
    )
  }
}

describe('copy groups of made stories', () => {
  it('join what is one text and nothing else', async () => {
    expect(openSet.length).toBeGreaterThanOrEqual(200)
    await fileAll(openSet)
    await relateAll(pool)
    const score = scoreGroups(openSet, await readGroups(pool))

    expect(score.precision).toBeGreaterThanOrEqual(0.98)
    expect(score.recall).toBeGreaterThanOrEqual(0.98)
  })
})
