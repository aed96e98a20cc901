import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run, start } from './program.ts'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'writethru-demo-'))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const demo = ['demo', '--no-terminal', '--port', '0']

interface Line {
  readonly uri: string
  readonly revisions: number
  readonly captions: number
}

/** Every story of the demo's database, by the desk's own words. */
async function stories(): Promise<Map<string, Line>> {
  const answer = await run(['story', '1', '--json'], { folder })
  expect(answer.code).toBe(0)
  const known = new Map<string, Line>()
  for (let id = 1; ; id++) {
    const story = await run(['story', String(id), '--json'], { folder })
    if (story.code !== 0 || known.size === 5) return known
    const { uri, revisionCount, captions } = story.json()
    known.set(uri, { uri, revisions: revisionCount, captions: captions.length })
  }
}

describe('writethru demo', () => {
  it('shows stories, prints where the desk is, stops in order, and goes on from there', async () => {
    const first = start(demo, { folder })
    await first.shows(/^The desk: http:\/\/127\.0\.0\.1:\d+\/$/m)
    await first.shows(/^\d\d:\d\d:\d\d {2}created /m)
    first.signal('SIGINT')
    const parted = await first.done
    expect(parted.code).toBe(0)
    expect(parted.out).toContain('Another start goes on from here.')
    const before = await stories()
    expect(before.size).toBeGreaterThan(0)

    const second = start(demo, { folder })
    await second.shows(/going on where it stopped/)
    await second.shows(/^\d\d:\d\d:\d\d {2}created /m)
    second.signal('SIGINT')
    expect((await second.done).code).toBe(0)
    const after = await stories()
    // What came again with the overlap is known: no story and no caption of the first start exists twice.
    for (const [uri, line] of before) {
      expect(after.get(uri)?.revisions).toBeGreaterThanOrEqual(line.revisions)
      expect(after.get(uri)?.revisions).toBeLessThanOrEqual(line.revisions + 1)
    }
    expect((await run(['status', '--json'], { folder })).json().gaps).toEqual([])
  })

  it('ends by itself with --once when the day is over, with every document accounted for', async () => {
    const { code, out } = await run([...demo, '--once', '--speed', '50000'], { folder })
    expect(code).toBe(0)
    expect(out).toContain('The day is over')
    const status = (await run(['status', '--json'], { folder })).json()
    expect(status).toMatchObject({ receiptsReady: 0, receiptsWaiting: 0, receiptsClaimed: 0, outboxDepth: 0 })
    const [feed] = status.feeds
    expect(feed.offered).toBe(feed.new + feed.revised + feed.duplicate + feed.stale + feed.killed + feed.quarantined)
  })
})
