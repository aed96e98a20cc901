import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { saveFeed } from '../../src/store/feeds.ts'
import type { Pool } from '../../src/store/pool.ts'
import { orders } from './crowd-orders.ts'
import { fileByFeed, fileStories } from './filing.ts'
import { inDatabase } from './in-database.ts'
import { mulberry32 } from '../../src/simulator/random.ts'
import { shuffled } from './made.ts'
import type { MadeStory } from './made.ts'
import { carried, members, results, warnings } from './newsroom/crowd.ts'
import { outlets } from './newsroom/outlets.ts'
import { printStories } from './newsroom/print.ts'
import { readSheets } from './newsroom/sheets.ts'
import type { SheetStory } from './newsroom/sheets.ts'
import { readGroups, relateAll } from './related.ts'
import { scoreGroups } from './score.ts'
import { elections, members as germanMembers } from './second-week/crowd.ts'
import { outlets as second } from './second-week/outlets.ts'

const known = { ...outlets, ...members, ...second, ...germanMembers }
const sheets = new URL('newsroom/sheets/', import.meta.url)

function form(name: string, sheet: string): string {
  const text = readFileSync(new URL(sheet, sheets), 'utf8')
  const [found] = text.split(/^(?=%%% )/m).filter((part) => part.startsWith(`%%% ${name} `))
  return found!.split(/^\+\+\+ /m)[0]!
}

const originals = readSheets(sheets).filter((story) => story.kind === 'original')
const agencyStories = ['town-moves', 'trial-1', 'river-veto', 'recall', 'brief-owl'].map((label) =>
  originals.find((story) => story.label === label)!,
)

async function groupsOf(stories: readonly MadeStory[], fileAndRelate: (pool: Pool) => Promise<unknown>) {
  return inDatabase(async (pool) => {
    for (const [name, { domain }] of Object.entries(known))
      await saveFeed(pool, { name, kind: 'local', authority: domain, config: {} })
    await fileAndRelate(pool)
    const groups = await readGroups(pool)
    return { ...scoreGroups(stories, groups), groups: new Set(groups.map((uris) => [...uris].sort().join(' '))) }
  })
}

async function score(sheetStories: readonly SheetStory[]) {
  const stories = printStories(sheetStories, known)
  return groupsOf(stories, async (pool) => {
    await fileByFeed(pool, stories)
    await relateAll(pool)
  })
}

const cut = (stories: readonly SheetStory[]) =>
  stories.map((story, at) =>
    story.kind === 'whole' && at % 4 === 1
      ? { ...story, blocks: story.blocks.slice(0, story.blocks.length - 2 - (at % 3)) }
      : story,
  )

describe('copy groups in a crowd', () => {
  it('hold five stories that forty papers carry, each cut in a way of its own', async () => {
    const { wrong, recall } = await score(agencyStories.flatMap((story, at) => [story, ...carried(story, at + 7)]))
    expect(wrong).toEqual([])
    expect(recall).toBeGreaterThanOrEqual(0.98)
  })

  it('keep forty warnings from one form apart, each on a paper of its own', async () => {
    const { wrong } = await score(warnings(form('storm-warning', 'second-forms.txt')))
    expect(wrong).toEqual([])
  })

  it.each([
    ['results', cut(results(form('earnings', 'forms.txt'))), Object.entries(orders)],
    ['elections', elections(), Object.entries(orders).filter((_, at) => at % 3 === 0)],
  ])(
    'hold sixty %s from one form and a copy of each, whole or cut, and are the same in whatever order they come',
    async (_, sheetStories, inOrders) => {
      const stories = printStories(sheetStories, known)
      let first: ReadonlySet<string> | undefined
      for (const [order, fileIn] of inOrders) {
        const { wrong, recall, groups } = await groupsOf(stories, (pool) => fileIn(pool, stories))
        expect(wrong, order).toEqual([])
        expect(recall, order).toBeGreaterThanOrEqual(0.98)
        expect(groups, order).toEqual((first ??= groups))
      }
    },
  )

  it('are the same when two workers compare at once, stories came in any order and batches are cut short', async () => {
    const stories = printStories(cut(results(form('earnings', 'forms.txt'))), known)
    const { groups } = await groupsOf(stories, (pool) => orders['feed by feed']!(pool, stories))
    const chance = mulberry32(5)
    const among = await groupsOf(stories, async (pool) => {
      await fileStories(pool, shuffled(chance, stories))
      await Promise.all([relateAll(pool, 5), relateAll(pool, 9)])
      await relateAll(pool)
    })
    expect(among.groups).toEqual(groups)
  })
})
