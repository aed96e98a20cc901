/** Share of the newest gap in the smoothed one. */
const weightOfNewest = 0.3
/** A feed is asked this many times in the time in which it usually brings something once. */
const pollsPerNews = 6

/**
 * Smoothed seconds between two polls that brought something, after one that did. `silence` is the time since the one
 * before; undefined when there was none.
 */
export function newsGapAfter(gap: number | undefined, silence: number | undefined): number | undefined {
  if (silence === undefined) return gap
  return gap === undefined ? silence : gap + weightOfNewest * (silence - gap)
}

/** What the pause after a good poll is made of; all in seconds. */
export interface Pace {
  /** What the source asks for, or the interval of the feed: never less. */
  readonly least: number
  /** How far quietness may stretch the pause; absent when the feed's kind knows better. */
  readonly quiet?: number
  /** Smoothed time between news; absent before it is known. */
  readonly newsGap?: number | undefined
  /** Time since the feed last brought something; absent when it never did. */
  readonly silence?: number | undefined
  /** True while a hub delivers what is new: polling is the backstop. */
  readonly delivered?: boolean
}

/** How much more slowly a feed is polled that a hub delivers, and at least how many seconds lie between two polls. */
const backstop = { times: 10, atLeast: 300 }

/**
 * Seconds until a feed is due again after a good poll: as often as the rate of its news is worth, never sooner than
 * asked for and never later than its bound. Jitter of a twentieth keeps feeds of one rhythm from marching in step.
 */
export function pauseAfterSuccess(pace: Pace, random: () => number = Math.random): number {
  const { least, quiet } = pace
  if (quiet === undefined) return least
  const rhythm = Math.max(pace.newsGap ?? 0, pace.silence ?? 0) / pollsPerNews
  const pause = Math.min(Math.max(least, rhythm), Math.max(least, quiet))
  const slowed = pace.delivered === true ? Math.max(pause, backstop.atLeast, least * backstop.times) : pause
  return slowed * (1 + random() / 20)
}
