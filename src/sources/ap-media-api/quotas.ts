import { Duration } from 'luxon'
import { readJson } from '../json/read.ts'
import type { ApApi } from './api.ts'

/** One row of an account's limits. */
export interface Quota {
  readonly method: string
  readonly limit: number
  readonly periodMs: number
}

/**
 * Reads the account's limits (GET /account/quotas). Best effort: they only decide how long a 429 lasts, so any fault
 * gives an empty list.
 */
export async function readQuotas(api: ApApi): Promise<readonly Quota[]> {
  try {
    const answer = await api.get(`${api.config.baseUrl}/account/quotas`, { deadlineMs: 10_000, maxBytes: 262_144 })
    if (answer.status !== 200) return []
    const page = readJson(answer.bytes) as { data?: { quotas?: unknown } }
    const rows = page.data?.quotas
    return Array.isArray(rows) ? rows.slice(0, 200).flatMap(readQuota) : []
  } catch {
    return []
  }
}

function readQuota(row: unknown): Quota[] {
  const { method, limit, period, unlimited } = (row ?? {}) as Record<string, unknown>
  if (typeof method !== 'string' || typeof limit !== 'number' || typeof period !== 'string') return []
  const periodMs = Duration.fromISO(period.slice(0, 32)).toMillis()
  return unlimited === true || limit <= 0 || !(periodMs > 0) ? [] : [{ method, limit, periodMs }]
}

/**
 * How long to wait after a 429 without Retry-After, which AP does not document: the shortest period the feed is metered
 * by, a minute when nothing is known. Never more than ten minutes, because a daily quota is shared with other methods
 * and the next try costs little.
 */
export function patience(quotas: readonly Quota[], method: string): number {
  const periods = quotas.filter((quota) => quota.method.toLowerCase().includes(method)).map(({ periodMs }) => periodMs)
  return Math.min(periods.length === 0 ? 60_000 : Math.min(...periods), 600_000)
}

/** For the feed's health: "feed 20 per 60 s". */
export function describeQuotas(quotas: readonly Quota[]): string {
  return quotas
    .map(({ method, limit, periodMs }) => `${method} ${limit} per ${Math.round(periodMs / 1000)} s`)
    .join(', ')
}
