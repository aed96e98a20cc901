import { afterEach } from 'vitest'
import type { Simulator, SimulatorOptions } from '../../src/simulator/server.ts'
import { startSimulator } from '../../src/simulator/server.ts'

const running: Simulator[] = []

afterEach(async () => {
  for (const simulator of running.splice(0)) await simulator.stop()
})

/** Starts an agency that is stopped after the test. */
export async function openAgency(options: SimulatorOptions): Promise<Simulator> {
  const simulator = await startSimulator({ speed: Number.POSITIVE_INFINITY, longPollSeconds: 0.2, ...options })
  running.push(simulator)
  return simulator
}

export const key = { 'x-api-key': 'rehearsal' }

interface Element {
  readonly meta?: { readonly products?: readonly { readonly id: number }[] }
  readonly item?: Record<string, unknown> & {
    readonly altids?: { readonly itemid?: string; readonly etag?: string }
    readonly renditions?: Record<string, { readonly href?: string }>
  }
}
export interface ApiAnswer {
  readonly api_version: string
  readonly id: string
  readonly method: string
  readonly params: Record<string, string>
  readonly data?: {
    readonly next_page: string
    readonly current_item_count: number
    readonly updated: string
    readonly query: string
    readonly total_items?: number
    readonly quotas?: readonly { readonly method: string; readonly limit: number; readonly unlimited?: boolean }[]
    readonly item?: Element['item']
    readonly items: readonly Element[]
  }
  readonly error?: {
    readonly status: number
    readonly code: number
    readonly message: string
    readonly timestamp: string
  }
}

export async function ask(
  url: string,
  headers: Record<string, string> = key,
): Promise<{ status: number; headers: Headers; answer: ApiAnswer }> {
  const response = await fetch(url, { headers })
  return { status: response.status, headers: response.headers, answer: (await response.json()) as ApiAnswer }
}

/** Follows a feed until a page comes empty; every element in order. */
export async function readFeed(first: string): Promise<{ elements: Element[]; pages: ApiAnswer[] }> {
  const elements: Element[] = []
  const pages: ApiAnswer[] = []
  for (let url = first; ;) {
    const { answer } = await ask(url)
    pages.push(answer)
    if (answer.data === undefined) throw new Error(`no data but ${JSON.stringify(answer.error)}`)
    if (answer.data.items.length === 0) return { elements, pages }
    elements.push(...answer.data.items)
    url = answer.data.next_page
  }
}
