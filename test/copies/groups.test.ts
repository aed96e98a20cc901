import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPool } from '../../src/store/pool.ts'
import type { Pool } from '../../src/store/pool.ts'
import { openTestDatabase } from '../support/database.ts'
import type { TestDatabase } from '../support/database.ts'
import { fileByFeed } from './filing.ts'
import { heldSet } from './held.ts'
import { makeSet } from './made.ts'
import { openSet } from './made-parts.ts'
import { readGroups, relateAll } from './related.ts'
import { scoreGroups } from './score.ts'

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

describe('copy groups of made stories', () => {
  const held = makeSet(heldSet)

  it('are judged on enough stories', () => {
    expect(openSet.length).toBeGreaterThanOrEqual(200)
    expect(held.length).toBeGreaterThanOrEqual(80)
  })

  it.each([
    ['open', openSet],
    ['held back', held],
  ])('join what is one text and nothing else: the %s part', async (_, stories) => {
    await fileByFeed(pool, stories)
    await relateAll(pool)
    const { precision, recall } = scoreGroups(stories, await readGroups(pool))

    expect(precision).toBeGreaterThanOrEqual(0.98)
    expect(recall).toBeGreaterThanOrEqual(0.98)
  })
})
