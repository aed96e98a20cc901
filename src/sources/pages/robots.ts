import robotsParser from 'robots-parser'
import { WireError } from '../../story/errors.ts'
import type { HttpClient } from '../http/client.ts'
import { inRound } from '../http/rounds.ts'
import { ownRules } from './own-rules.ts'
import { robotName } from './robot-name.ts'

/** RFC 9309, 2.4: not to be used for longer than a day. What could not be read is tried again much sooner. */
const keptMs = { read: 24 * 3_600_000, unreachable: 10 * 60_000 }
/** RFC 9309, 2.5, asks for 500 KiB at least. */
const mostBytes = 1_048_576
const deadlineMs = 15_000
const mostHosts = 5000
/** Characters of rules that are kept, over all sites: in memory each takes some fifteen bytes. */
const mostKept = 4_194_304

/** What a site's robots.txt says of one page. */
export interface RobotsVerdict {
  readonly isAllowed: boolean
  /** Crawl-delay in milliseconds; not in the RFC, but in many files. 0 when none is asked for. */
  readonly delayMs: number
}

type Rules = (url: string) => RobotsVerdict

/** What is known of one site. */
interface Site {
  rules: Promise<Rules>
  until: number
  /** Characters of its rules. */
  size: number
}

/** The robots.txt of every site this process fetched pages from, a day at most. */
export class Robots {
  readonly #http: () => HttpClient
  readonly #known = new Map<string, Site>()
  #kept = 0

  constructor(http: () => HttpClient) {
    this.#http = http
  }

  /** Asks for the rules of the page's site, unless they are known. `now` in milliseconds, any steady clock. */
  async judge(url: string, allowPrivate: boolean, now: number): Promise<RobotsVerdict> {
    const { origin } = new URL(url)
    let entry = this.#known.get(origin)
    if (entry === undefined || entry.until <= now) {
      const fresh: Site = { rules: Promise.resolve(nothing), until: now + keptMs.read, size: 0 }
      fresh.rules = this.#read(`${origin}/robots.txt`, allowPrivate).then(({ rules, isReached, size }) => {
        if (!isReached) fresh.until = now + keptMs.unreachable
        if (this.#known.get(origin) === fresh) {
          fresh.size = size
          this.#kept += size
          this.#forgetOldest()
        }
        return rules
      })
      entry = fresh
      this.#forget(origin)
      this.#known.set(origin, entry)
      this.#forgetOldest()
    }
    return (await entry.rules)(url)
  }

  #forget(origin: string): void {
    this.#kept -= this.#known.get(origin)?.size ?? 0
    this.#known.delete(origin)
  }

  /** The newest always stays. */
  #forgetOldest(): void {
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= 1 || (this.#known.size <= mostHosts && this.#kept <= mostKept)) return
      this.#forget(oldest)
    }
  }

  /** RFC 9309, 2.3.1: a file that is not there (4xx) allows all, a server that fails (5xx, 429, silence) nothing. */
  async #read(url: string, allowPrivate: boolean): Promise<{ rules: Rules; isReached: boolean; size: number }> {
    try {
      // Other rounds may wait for these rules: they may not wait for those.
      const { status, bytes } = await inRound(() =>
        this.#http().get({ url, deadlineMs, maxBytes: mostBytes, allowPrivate }),
      )
      if (status >= 500 || status === 429) return { rules: nothing, isReached: false, size: 0 }
      if (status >= 400) return { rules: everything, isReached: true, size: 0 }
      const text = ownRules(bytes.toString('utf8'))
      // Too many to be followed: what they forbid is not known, so nothing is fetched.
      if (text === undefined) return { rules: nothing, isReached: true, size: 0 }
      return { rules: rulesOf(url, text), isReached: true, size: text.length }
    } catch (error) {
      if (error instanceof WireError) return { rules: nothing, isReached: false, size: 0 }
      throw error
    }
  }
}

const everything: Rules = () => ({ isAllowed: true, delayMs: 0 })
const nothing: Rules = () => ({ isAllowed: false, delayMs: 0 })

interface ParsedRobots {
  isAllowed(url: string, robot: string): boolean | undefined
  getCrawlDelay(robot: string): number | undefined
}

/** The package exports a function; its types call that a module. */
const parseRobots = robotsParser as unknown as (url: string, text: string) => ParsedRobots

function rulesOf(url: string, text: string): Rules {
  const robots = parseRobots(url, text)
  const delay = robots.getCrawlDelay(robotName) ?? 0
  const delayMs = Number.isFinite(delay) && delay > 0 ? delay * 1000 : 0
  return (page) => ({ isAllowed: robots.isAllowed(page, robotName) !== false, delayMs })
}
