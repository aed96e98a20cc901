const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const
/** AP shortens these with a date and never March to July. */
const shortMonths = [
  'Jan.',
  'Feb.',
  'March',
  'April',
  'May',
  'June',
  'July',
  'Aug.',
  'Sept.',
  'Oct.',
  'Nov.',
  'Dec.',
] as const
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const

/** Turns seconds of the scripted day into the many ways a wire writes time. All of it in UTC. */
export interface DayClock {
  readonly startsAt: string
  /** 2026-03-12T09:30:00Z */
  iso(atSeconds: number): string
  /** 20260312T093000Z, as AP writes it in NITF. */
  basic(atSeconds: number): string
  /** Thursday */
  weekday(atSeconds: number): string
  /** Thursday, March 12, 2026: the close of a caption's first sentence. */
  captionDate(atSeconds: number): string
  /** Nov. 28, 2025 */
  shortDate(atSeconds: number): string
  year(atSeconds: number): number
  /** 8:50 p.m. */
  hour(atSeconds: number): string
}

export function createDayClock(startsAt: string): DayClock {
  // Whole seconds, as AP stamps them.
  const start = Math.floor(Date.parse(startsAt) / 1000) * 1000
  if (Number.isNaN(start)) throw new Error(`the start of the day is no time: ${startsAt}`)
  const at = (seconds: number): Date => new Date(start + Math.round(seconds) * 1000)
  const iso = (seconds: number): string => at(seconds).toISOString().replace('.000Z', 'Z')
  return {
    startsAt: iso(0),
    iso,
    basic: (seconds) => iso(seconds).replaceAll('-', '').replaceAll(':', ''),
    weekday: (seconds) => weekdays[at(seconds).getUTCDay()] as string,
    captionDate: (seconds) => {
      const day = at(seconds)
      return `${weekdays[day.getUTCDay()]}, ${shortMonths[day.getUTCMonth()]} ${day.getUTCDate()}, ${day.getUTCFullYear()}`
    },
    shortDate: (seconds) => {
      const day = at(seconds)
      return `${shortMonths[day.getUTCMonth()]} ${day.getUTCDate()}, ${day.getUTCFullYear()}`
    },
    year: (seconds) => at(seconds).getUTCFullYear(),
    hour: (seconds) => {
      const day = at(seconds)
      const hour = day.getUTCHours()
      return `${hour % 12 === 0 ? 12 : hour % 12}:${String(day.getUTCMinutes()).padStart(2, '0')} ${hour < 12 ? 'a.m.' : 'p.m.'}`
    },
  }
}

/** The month's full name, 0 for January; agate and daybooks write it out. */
export function monthName(month: number): string {
  return months[month % 12] as string
}
