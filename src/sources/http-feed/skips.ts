const dayNames = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const hourMs = 3_600_000

/** Hours and days, in UTC, in which a source asks not to be read (RSS 2.0, skipHours and skipDays). */
export interface Skips {
  readonly hours: ReadonlySet<number>
  readonly days: ReadonlySet<number>
}

/** Reads both lists from the head of an RSS document. Hour 24 is hour 0, as in RSS 0.92. */
export function readSkips(head: string): Skips {
  const hours = [...listed(head, 'skipHours').matchAll(/<hour>\s{0,20}(\d{1,2})\s{0,20}</g)].map(([, hour]) =>
    Number(hour),
  )
  const days = [...listed(head, 'skipDays').matchAll(/<day>\s{0,20}([A-Za-z]{6,9})\s{0,20}</g)].map(([, day]) =>
    dayNames.indexOf((day as string).toLowerCase()),
  )
  return {
    hours: new Set(hours.filter((hour) => hour <= 24).map((hour) => hour % 24)),
    days: new Set(days.filter((day) => day >= 0)),
  }
}

function listed(head: string, name: string): string {
  const start = head.indexOf(`<${name}>`)
  const end = start < 0 ? -1 : head.indexOf(`</${name}>`, start)
  return end < 0 ? '' : head.slice(start, end)
}

/** Milliseconds from `due` to the first moment that is not skipped; 0 when none is, or when all are. */
export function skippedFor({ hours, days }: Skips, due: Date): number {
  if (hours.size === 0 && days.size === 0) return 0
  const start = due.getTime()
  for (let at = start, step = 0; step <= 24 * 8; step += 1) {
    const moment = new Date(at)
    if (!hours.has(moment.getUTCHours()) && !days.has(moment.getUTCDay())) return at - start
    at = (Math.floor(at / hourMs) + 1) * hourMs
  }
  return 0
}
