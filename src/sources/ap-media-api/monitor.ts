import { WireError } from '../../story/errors.ts'
import { statusFault } from '../http/status-fault.ts'
import { readJson } from '../json/read.ts'
import type { ApApi } from './api.ts'
import type { ApMonitor } from './config.ts'

const deadlineMs = 10_000
const largestAnswer = 1_048_576

/** What came of registering a monitor; `why` is for the feed's note. */
export type MonitorOutcome = { readonly kind: 'registered' } | { readonly kind: 'not-registered'; readonly why: string }

/**
 * Sees to it that AP has the monitor of the settings: AP itself then writes to the newsroom when nobody follows the feed
 * any more, this program and its machine included. Best effort, because not every account may create monitors: the feed
 * runs without one.
 */
export async function registerMonitor(api: ApApi, monitor: ApMonitor, now: Date): Promise<MonitorOutcome> {
  const base = `${api.config.baseUrl}/account/monitors`
  try {
    const known = await api.get(base, { deadlineMs, maxBytes: largestAnswer })
    if (known.status === 200 && namesOf(known.bytes).has(monitor.name)) return { kind: 'registered' }
    const answer = await api.post(`${base}/create`, monitorBody(monitor), { deadlineMs, maxBytes: largestAnswer })
    const fault = statusFault(answer, now)
    if (fault !== undefined) return { kind: 'not-registered', why: `HTTP ${answer.status}` }
    return { kind: 'registered' }
  } catch (error) {
    if (!(error instanceof WireError)) throw error
    return { kind: 'not-registered', why: error.code }
  }
}

/** One condition (AP Media API, Monitor): no feed request for so long. Reminders every two hours. */
function monitorBody({ name, emails, idleMinutes }: ApMonitor): string {
  return JSON.stringify({
    monitor: {
      name,
      description: 'Writethru follows this feed.',
      playbook: 'Look at `writethru status`: the feed is not being polled.',
      repeatAlerts: 'PT2H',
      notify: [{ channelType: 'email', channelDestinations: emails }],
      conditions: [{ type: 'idleFeed', enabled: true, criteria: { idleTime: `PT${idleMinutes}M` } }],
    },
  })
}

/** The names of all monitors in an answer whose shape AP leaves open: every `name` in its data. */
function namesOf(bytes: Buffer): ReadonlySet<string> {
  const names = new Set<string>()
  const look = (value: unknown, depth: number): void => {
    if (depth > 8 || typeof value !== 'object' || value === null) return
    for (const [key, member] of Object.entries(value)) {
      if (key === 'name' && typeof member === 'string') names.add(member)
      else look(member, depth + 1)
    }
  }
  try {
    look((readJson(bytes) as { data?: unknown }).data, 0)
  } catch {
    return names
  }
  return names
}
