import type { Grain } from '../files/found-file.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** A listing gives no year for the last months; a server’s clock may be hours ahead of ours. */
const aheadMs = 129_600_000

/** A time of a listing, by the clock and in the zone of the server: good for the order of its files, not for more. */
export interface ListedTime {
  readonly ms?: number
  readonly grain: Grain
}

/**
 * Reads the times of Unix listings (`Nov 23 03:10`, `23 Nov 2025`, `2026-11-23 03:10`) and of MS-DOS ones
 * (`11-23-26  03:10AM`, `11-23-2026 15:10`). What it cannot read is still part of the stamp, as text.
 */
export function readListedTime(raw: string, now: Date): ListedTime {
  const text = raw.trim().toLowerCase()
  if (text === '') return { grain: 'none' }
  return readIso(text) ?? readDos(text) ?? readUnix(text, now) ?? { grain: 'minute' }
}

function readIso(text: string): ListedTime | undefined {
  const [, year, month, day, hour, minute] = /^(\d{4})-(\d\d)-(\d\d)\s+(\d\d):(\d\d)$/.exec(text) ?? []
  if (year === undefined) return undefined
  return { ms: Date.UTC(+year, +month! - 1, +day!, +hour!, +minute!), grain: 'minute' }
}

function readDos(text: string): ListedTime | undefined {
  const [, month, day, year, hour, minute, half] =
    /^(\d\d)[-/](\d\d)[-/](\d\d(?:\d\d)?)\s+(\d{1,2}):(\d\d)(am|pm)?$/.exec(text) ?? []
  if (year === undefined) return undefined
  const century = year.length === 4 ? 0 : +year < 70 ? 2000 : 1900
  const hours = half === undefined ? +hour! : (+hour! % 12) + (half === 'pm' ? 12 : 0)
  return { ms: Date.UTC(century + +year, +month! - 1, +day!, hours, +minute!), grain: 'minute' }
}

function readUnix(text: string, now: Date): ListedTime | undefined {
  const [, first, second, end] = /^(\S{1,4})\s+(\S{1,4})\s+(\S{4,5})$/.exec(text) ?? []
  if (first === undefined || second === undefined || end === undefined) return undefined
  const [name, day] = /^\d/.test(first) ? [second, first] : [first, second]
  const month = months.indexOf(name.slice(0, 3))
  const [, hour, minute] = /^(\d\d?):(\d\d)$/.exec(end) ?? []
  if (hour === undefined) {
    if (!/^\d{4}$/.test(end)) return undefined
    return month < 0 ? { grain: 'day' } : { ms: Date.UTC(+end, month, +day), grain: 'day' }
  }
  if (month < 0) return { grain: 'minute' }
  const thisYear = now.getUTCFullYear()
  const ms = Date.UTC(thisYear, month, +day, +hour, +minute!)
  const isAhead = ms > now.getTime() + aheadMs
  return { ms: isAhead ? Date.UTC(thisYear - 1, month, +day, +hour, +minute!) : ms, grain: 'minute' }
}
