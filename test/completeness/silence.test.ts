import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { createRandom } from '../../src/simulator/random.ts'
import { judgeSilence } from '../../src/workers/completeness/silence.ts'
import type { NewsHour } from '../../src/workers/completeness/silence.ts'

const hourMs = 3_600_000
const zone = 'Europe/Berlin'

/** A desk: items an hour by hour of the local clock; 0 asleep. */
type Desk = (local: DateTime) => number

/** What a desk filed in so many weeks up to a moment, hour by hour, with chance. */
function history(desk: Desk, weeks: number, until: DateTime, seed: string): NewsHour[] {
  const random = createRandom(seed)
  const hours: NewsHour[] = []
  for (let at = until.minus({ weeks }).startOf('hour'); at < until; at = at.plus({ hours: 1 })) {
    let news = 0
    // As many as chance makes of the rate: 20 draws each.
    for (let draw = 0; draw < 20; draw++) if (random.chance(Math.min(1, desk(at) / 20))) news++
    if (news > 0) hours.push({ start: at.toMillis(), news })
  }
  return hours
}
const ask = (hours: readonly NewsHour[], since: DateTime, now: DateTime) =>
  judgeSilence({ zone, since: since.toMillis(), now: now.toMillis(), firstHour: hours[0]?.start, hours })

const byDay: Desk = (local) => (local.hour >= 7 && local.hour < 23 ? 10 : 0)
const noon = DateTime.fromISO('2026-03-12T13:00', { zone })

describe('silence', () => {
  it('of a desk that files by day is noticed within hours', () => {
    const hours = history(byDay, 8, noon, 'day')
    expect(ask(hours, noon.minus({ hours: 3 }), noon)).toMatchObject({ silent: true, weeks: 7 })
    expect(ask(hours, noon.minus({ minutes: 20 }), noon).silent).toBe(false)
  })

  it('of the same desk at night is as usual', () => {
    const night = DateTime.fromISO('2026-03-12T06:30', { zone })
    const hours = history(byDay, 8, night, 'night')
    expect(ask(hours, night.minus({ hours: 7.5 }), night).silent).toBe(false)
  })

  it('is learned before it is judged', () => {
    const hours = history(byDay, 3, noon, 'new')
    expect(ask(hours, noon.minus({ hours: 5 }), noon)).toMatchObject({ silent: false })
    expect(ask([], noon.minus({ hours: 5 }), noon)).toEqual({ silent: false, usual: 0, weeks: 0 })
  })

  it('goes by the clock on the wall: summer time moves the desk, and no alarm with it', () => {
    // Half past seven on the first Monday of summer time; the desk begins at seven by its own clock.
    const monday = DateTime.fromISO('2026-03-30T07:30', { zone })
    const hours = history(byDay, 8, monday.minus({ hours: 9 }), 'summer')
    const closed = monday.minus({ days: 0 }).set({ hour: 0, minute: 0 })
    expect(ask(hours, closed, monday.set({ hour: 7, minute: 5 })).silent).toBe(false)
    const ten = monday.set({ hour: 10, minute: 0 })
    expect(ask(hours, closed, ten).silent).toBe(true)
  })

  it('survives a holiday and a week in which we did not listen', () => {
    const hours = history(byDay, 8, noon, 'holiday').filter(({ start }) => {
      const weeksAgo = (noon.toMillis() - start) / (7 * 24 * hourMs)
      return weeksAgo < 2 || weeksAgo >= 3
    })
    expect(ask(hours, noon.minus({ hours: 4 }), noon).silent).toBe(true)
  })

  it('is never cried over a feed with little news', () => {
    const rare: Desk = () => 0.2
    const hours = history(rare, 8, noon, 'rare')
    for (let quiet = 1; quiet <= 12; quiet++) expect(ask(hours, noon.minus({ hours: quiet }), noon).silent).toBe(false)
  })

  it('over any desk: honest pauses give next to no alarms, a dead feed gives one', () => {
    let asked = 0
    let cried = 0
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(0, 0, 0.5, 2, 6, 12), { minLength: 24, maxLength: 24 }),
        fc.array(fc.constantFrom(1, 1, 1, 0.3, 0), { minLength: 7, maxLength: 7 }),
        fc.integer({ min: 0, max: 1_000_000 }),
        (byHour, byWeekday, seed) => {
          const desk: Desk = (local) => byHour[local.hour]! * byWeekday[local.weekday - 1]!
          const hours = history(desk, 9, noon, String(seed))
          // The last week is played through: every stretch without news of an honest desk, at its end.
          const last = hours.filter(({ start }) => start >= noon.minus({ weeks: 1 }).toMillis())
          const before = hours.filter(({ start }) => start < noon.minus({ weeks: 1 }).toMillis())
          for (const [at, hour] of last.entries()) {
            const previous = last[at - 1]?.start ?? noon.minus({ weeks: 1 }).toMillis()
            const since = DateTime.fromMillis(previous + hourMs)
            const known = [...before, ...last.slice(0, at)]
            asked++
            if (ask(known, since, DateTime.fromMillis(hour.start)).silent) cried++
          }
          const weekly = before.reduce((sum, { news }) => sum + news, 0) / 8
          if (weekly >= 200 && byWeekday.filter((share) => share > 0).length >= 5) {
            const dead = DateTime.fromMillis(before.at(-1)!.start + hourMs)
            expect(ask(before, dead, dead.plus({ days: 5 })).silent).toBe(true)
          }
        },
      ),
      { numRuns: 15, verbose: true },
    )
    expect(asked).toBeGreaterThan(100)
    expect(cried / asked).toBeLessThan(0.002)
  })
})
