import { describe, expect, it } from 'vitest'
import { runWeek } from '../week/run-week.ts'

describe('a small week: an agency, pages and a line at once, a worker killed on the way', () => {
  it('every item published is accounted for, and the gaps that were made are reported, and none else', async () => {
    const report = await runWeek({
      agencies: { feeds: 2, items: 500 },
      pages: { feeds: 2, items: 220, step: 20 },
      folders: { feeds: 1, items: 560 },
      workers: 2,
      kills: 1,
      faults: false,
      limitMs: 90_000,
      seed: 'small week',
    })
    expect(report.differences).toEqual([])
    expect(report.published).toBe(2000)
    expect(report.lost).toBeGreaterThan(20)
  })
})
