import { weekdayOf } from './dates.ts'
import type { CaptionDate } from './token.ts'

interface Dated {
  readonly dates: readonly CaptionDate[]
  readonly weekdays: readonly number[]
}

const agrees = (x: number | undefined, y: number | undefined): boolean => x === undefined || y === undefined || x === y

/** True when nothing said of one date contradicts the other: "Nov. 28" and "28 November 2017" are one. */
export const sameDate = (a: CaptionDate, b: CaptionDate): boolean =>
  agrees(a.year, b.year) && agrees(a.month, b.month) && agrees(a.day, b.day)

/** Why the dates of two captions cannot be those of one picture: each has one that the other cannot match. */
export function dateConflict(a: Dated, b: Dated): string | undefined {
  const stranger = (mine: readonly CaptionDate[], theirs: readonly CaptionDate[]): boolean =>
    mine.some((date) => !theirs.some((other) => sameDate(date, other)))
  if (a.dates.length > 0 && b.dates.length > 0 && stranger(a.dates, b.dates) && stranger(b.dates, a.dates)) {
    return 'each has a date that the other cannot match'
  }
  const [daysA, daysB] = [saidDays(a), saidDays(b)]
  const strange = (mine: readonly number[], theirs: readonly number[]): boolean =>
    mine.some((day) => !theirs.includes(day))
  if (a.weekdays.length > 0 && b.weekdays.length > 0) {
    if (strange(a.weekdays, daysB) && strange(b.weekdays, daysA))
      return 'each has a weekday that the other cannot match'
    return undefined
  }
  const [bare, full] = a.weekdays.length > 0 ? [a, b] : [b, a]
  const known = saidDays(full)
  // a weekday here and a full date there: the calendar decides, as long as it is one day against one day
  if (bare.weekdays.length === 1 && bare.dates.length === 0 && full.weekdays.length === 0 && known.length === 1) {
    return strange(bare.weekdays, known) ? 'the weekday is not that of the date' : undefined
  }
  return undefined
}

/** Weekdays that are printed or follow from full dates. */
function saidDays({ dates, weekdays }: Dated): number[] {
  const days = dates.map(weekdayOf).filter((day) => day !== undefined)
  return [...new Set([...weekdays, ...days])]
}
