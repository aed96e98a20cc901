import { UsageFault } from './exit.ts'
import { safe } from './print/paint.ts'

/** Refuses the value of an option that is no UTC day; absent is fine. @throws UsageFault */
export function checkDay(option: string, day: string | undefined): void {
  if (day === undefined || (/^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)))) return
  throw new UsageFault(`--${option} wants a UTC day as YYYY-MM-DD, not ${safe(day)}.`)
}
