import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { saveFeed } from '../../src/store/feeds.ts'
import { openPool } from '../../src/store/pool.ts'
import type { Pool } from '../../src/store/pool.ts'
import { openTestDatabase } from '../support/database.ts'
import type { TestDatabase } from '../support/database.ts'
import { fileByFeed } from './filing.ts'
import { carried, members, results, warnings } from './newsroom/crowd.ts'
import { outlets } from './newsroom/outlets.ts'
import { printStories } from './newsroom/print.ts'
import { readSheets } from './newsroom/sheets.ts'
import type { SheetStory } from './newsroom/sheets.ts'
import { readGroups, relateAll } from './related.ts'
import { scoreGroups } from './score.ts'

const known = { ...outlets, ...members }
const sheets = new URL('newsroom/sheets/', import.meta.url)

let database: TestDatabase
let pool: Pool
beforeEach(async () => {
  database = await openTestDatabase()
  pool = openPool(database.url, { max: 4 })
  for (const [name, { domain }] of Object.entries(known))
    await saveFeed(pool, { name, kind: 'local', authority: domain, config: {} })
})
afterEach(async () => {
  await pool?.end()
  await database?.drop()
})

function form(name: string, sheet: string): string {
  const text = readFileSync(new URL(sheet, sheets), 'utf8')
  const [found] = text.split(/^(?=%%% )/m).filter((part) => part.startsWith(`%%% ${name} `))
  return found!.split(/^\+\+\+ /m)[0]!
}

const originals = readSheets(sheets).filter((story) => story.kind === 'original')
const agencyStories = ['town-moves', 'trial-1', 'river-veto', 'recall', 'brief-owl'].map((label) =>
  originals.find((story) => story.label === label)!,
)

async function score(sheetStories: readonly SheetStory[]) {
  const stories = printStories(sheetStories, known)
  await fileByFeed(pool, stories)
  await relateAll(pool)
  return scoreGroups(stories, await readGroups(pool))
}

describe('copy groups in a crowd', () => {
  it('hold five stories that forty papers carry, each cut in a way of its own', async () => {
    const { wrong, recall } = await score(agencyStories.flatMap((story, at) => [story, ...carried(story, at + 7)]))
    expect(wrong).toEqual([])
    expect(recall).toBeGreaterThanOrEqual(0.98)
  })

  // not all copies of such fillings are found: newsroom/README.md has the figures
  it('keep sixty results from one form apart, each printed by one paper', async () => {
    const { wrong, recall } = await score(results(form('earnings', 'forms.txt')))
    expect(wrong).toEqual([])
    expect(recall).toBeGreaterThan(0)
  })

  it('keep forty warnings from one form apart, each on a paper of its own', async () => {
    const { wrong } = await score(warnings(form('storm-warning', 'second-forms.txt')))
    expect(wrong).toEqual([])
  })
})
