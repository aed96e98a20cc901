import { describe, expect, it } from 'vitest'
import { runWeek } from '../week/run-week.ts'

/** A smaller share of the items, for a machine that has other work: 0.1 plays a tenth of them. */
const share = Number(process.env['WRITETHRU_WEEK_SHARE'] ?? 1)
const seed = String(Math.floor(Math.random() * 2 ** 31))

describe('the simulated week: 60 feeds, 150,000 items', () => {
  it('every item published is accounted for, and the gaps that were made are reported, and none else', async () => {
    const report = await runWeek({
      agencies: { feeds: 30, items: Math.round(2000 * share) },
      pages: { feeds: 20, items: Math.round(2000 * Math.max(share, 0.2)), step: 12 },
      folders: { feeds: 10, items: Math.round(5000 * share) },
      workers: 2,
      kills: Math.round(20 * share),
      faults: true,
      limitMs: 40 * 60_000,
      seed,
    })
    const { differences, ...figures } = report
    console.log('week:', { seed, ...figures, itemsPerSecond: Math.round(report.published / report.seconds) })
    expect(differences).toEqual([])
  })
})
