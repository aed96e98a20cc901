import { expect, it } from 'vitest'
import { saveFeed } from '../../src/store/feeds.ts'
import { fileByFeed } from './filing.ts'
import { inDatabase } from './in-database.ts'
import { printStories } from './newsroom/print.ts'
import type { PrintedStory } from './newsroom/print.ts'
import { readSheets } from './newsroom/sheets.ts'
import { readGroups, relateAll } from './related.ts'
import { scoreGroups } from './score.ts'
import { outlets } from './second-week/outlets.ts'

const counts = (one: PrintedStory, other: PrintedStory) =>
  !one.grey.includes(other.label) && !other.grey.includes(one.label)

it('copy groups of a second week, of names put right, forms and standing texts, join what is one text and nothing else', async () => {
  const filed = printStories(readSheets(new URL('second-week/sheets/', import.meta.url)), outlets)
  const stories = [...new Map(filed.map((story) => [story.uri, story])).values()]
  expect(stories.length).toBeGreaterThanOrEqual(80)
  const { precision, recall } = await inDatabase(async (pool) => {
    for (const [name, { domain }] of Object.entries(outlets))
      await saveFeed(pool, { name, kind: 'local', authority: domain, config: {} })
    await fileByFeed(pool, filed)
    await relateAll(pool)
    return scoreGroups(stories, await readGroups(pool), counts)
  })
  expect(precision).toBeGreaterThanOrEqual(0.98)
  expect(recall).toBeGreaterThanOrEqual(0.98)
})
