import { z } from 'zod'

const minuteMs = 60_000
const hourMs = 3_600_000

const moment = z.string().refine((text) => !Number.isNaN(Date.parse(text)), 'is no time')

/** One pass over the list of what an agency changed since a moment, page by page. */
export const sweepSchema = z.object({
  /** The list is asked for from here on. */
  from: moment,
  /** Where the next pass begins, less the overlap, once this one is through. */
  reaches: moment,
  /** Where the next page goes on, in the words of the agency; absent for the first page. */
  position: z.string().optional(),
  /** A pass that looks back further than the overlap, for what the agency listed late. */
  late: z.boolean().default(false),
})

export type Sweep = z.output<typeof sweepSchema>

/** What a window source remembers about its passes; part of its cursor. */
export const windowSchema = z.object({
  /** Everything the agency listed before this moment is stored. */
  since: moment,
  /** When the last far look back began. */
  lateAt: moment.optional(),
  sweep: sweepSchema.optional(),
  /** Digests of what the windows brought, see `Seen`. */
  seen: z.string().default(''),
})

export type WindowState = z.output<typeof windowSchema>

/** Settings that every window source has; spread into its config schema. */
export const windowSettings = {
  startHours: z.number().positive().max(720).default(24).describe('How far back the first poll begins, in hours.'),
  overlapMinutes: z
    .number()
    .min(1)
    .max(1440)
    .default(10)
    .describe('How far each pass reaches back before the one before it, for what was listed a little late.'),
  lateHours: z
    .number()
    .min(0)
    .max(168)
    .default(6)
    .describe('How far back a pass looks now and then, for what was listed very late. 0: never.'),
  lateEveryMinutes: z.number().min(5).max(1440).default(30).describe('How often a pass looks back by `lateHours`.'),
}

export type WindowSettings = { readonly [Name in keyof typeof windowSettings]: number }

/** The state before the first poll. */
export function firstWindow(settings: WindowSettings, now: Date): WindowState {
  return { since: new Date(now.getTime() - settings.startHours * hourMs).toISOString(), seen: '' }
}

/** The pass that is under way, or the next one: from where the last one reached, less the overlap. */
export function currentSweep(state: WindowState, settings: WindowSettings, now: Date): Sweep {
  if (state.sweep !== undefined) return state.sweep
  const since = Math.min(Date.parse(state.since), now.getTime()) - settings.overlapMinutes * minuteMs
  const lookedAt = Date.parse(state.lateAt ?? '')
  // The first look back is due a while after the start: the first pass has just looked at all of it.
  const late =
    settings.lateHours > 0 &&
    !Number.isNaN(lookedAt) &&
    now.getTime() - lookedAt >= settings.lateEveryMinutes * minuteMs
  const from = late ? Math.min(since, now.getTime() - settings.lateHours * hourMs) : since
  return { from: new Date(from).toISOString(), reaches: now.toISOString(), late }
}

/**
 * The state after a page. With a next position the pass goes on; without one it is through, and the next begins where
 * this one began to ask. `agencyNow` is the agency's own clock as the first page showed it: when it is behind ours, it
 * counts, or a clock that runs ahead here would open a hole.
 */
export function afterPage(
  state: WindowState,
  sweep: Sweep,
  position: string | undefined,
  now: Date,
  agencyNow: Date | undefined,
): WindowState {
  const first = sweep.position === undefined
  const reaches =
    first && agencyNow !== undefined && agencyNow.getTime() < Date.parse(sweep.reaches)
      ? agencyNow.toISOString()
      : sweep.reaches
  const { sweep: _sweep, ...rest } = state
  if (position !== undefined) return { ...rest, sweep: { ...sweep, reaches, position } }
  const since = new Date(Math.max(Date.parse(state.since), Date.parse(reaches))).toISOString()
  const lateAt = sweep.late || state.lateAt === undefined ? now.toISOString() : state.lateAt
  return { ...rest, since, lateAt }
}
