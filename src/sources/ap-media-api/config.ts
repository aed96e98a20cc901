import { z } from 'zod'
import { standardQueryFault } from './standard-query.ts'

/** Renditions that hold text. */
export const textRoles = ['nitf', 'caption_nitf', 'script_nitf', 'shotlist_nitf'] as const

const baseUrl = z
  .url({ protocol: /^https?$/, error: 'must be an http or https URL', abort: true })
  .refine((url) => new URL(url).search === '' && new URL(url).username === '', 'must have no query and no password')
  .transform((url) => url.replace(/\/{1,8}$/, ''))

const monitor = z.strictObject({
  name: z
    .string()
    .regex(/^[\w.-]{4,20}$/)
    .describe('Name of the monitor at AP: 4 to 20 letters, digits, dots, dashes.'),
  emails: z.array(z.email()).min(1).max(20).describe('Who is written to.'),
  idleMinutes: z.int().min(2).max(720).default(15).describe('After so many minutes without a request.'),
})

/** A monitor that the feed registers at AP. */
export type ApMonitor = z.output<typeof monitor>

const settings = z.strictObject({
  baseUrl: baseUrl.default('https://api.ap.org/media/v').describe('Where the API lives; a version suffix is allowed.'),
  apiKeySecret: z.string().min(1).default('AP_API_KEY').describe('Name of the secret with the key.'),
  products: z
    .array(z.int().positive())
    .min(1)
    .max(200)
    .optional()
    .describe('Product ids. All of an account in one feed: across feeds AP does not remove duplicates.'),
  q: z
    .string()
    .max(4000)
    .superRefine((q, refine) => {
      const fault = standardQueryFault(q)
      if (fault !== undefined) refine.addIssue({ code: 'custom', message: fault })
    })
    .optional()
    .describe('A query of productid terms and mindate only; most feeds need none.'),
  startHours: z
    .number()
    .positive()
    .max(72)
    .optional()
    .describe('How far back the first poll begins, at most 72 hours.'),
  include: z.string().min(1).max(500).default('*').describe('Fields to ask for; everything by default.'),
  pageSize: z.int().min(1).max(100).default(100).describe('Stories a page.'),
  inMyPlan: z.boolean().optional().describe('Only what costs nothing more.'),
  sessionLabel: z
    .string()
    .regex(/^[\w.-]{1,48}$/)
    .optional()
    .describe('Name of this session in AP’s own records.'),
  withMonitor: z
    .string()
    .regex(/^[\w.-]{4,24}$/)
    .optional()
    .describe('AP-side monitor, made in AP Newsroom, that raises an alarm when the feed is idle.'),
  monitor: monitor.optional().describe('A monitor that the feed registers at AP by itself, where the account may.'),
  onDemand: z
    .strictObject({
      queue: z
        .string()
        .regex(/^[\w.-]{1,60}$/)
        .optional()
        .describe('Id of one of several queues.'),
    })
    .optional()
    .describe('Read the OnDemand queue of the organisation instead of the feed: `{}` or `{queue: ID}`.'),
  companions: z
    .array(z.enum(textRoles))
    .default(['nitf'])
    .describe('Renditions fetched with an item. Each is one metered download a revision.'),
  companionSeconds: z.number().min(1).max(300).default(20).describe('Time a poll may spend on renditions.'),
  companionsAtOnce: z.int().min(1).max(32).default(6).describe('Renditions fetched side by side.'),
  requestSeconds: z.number().min(20).max(300).default(40).describe('Deadline of a request; AP holds it up to 15 s.'),
  responseBytes: z.int().min(65_536).max(268_435_456).default(33_554_432).describe('Largest page accepted.'),
  keyHosts: z.array(z.string().min(3)).max(20).optional().describe('Further hosts that may see the key.'),
  allowPrivate: z.boolean().default(false).describe('Allow an API on a private or local address.'),
})

/** Settings of a feed of the kind ap-media-api. */
export const apConfigSchema = settings.superRefine((config, refine) => {
  const refuse = (name: string, message: string): void => refine.addIssue({ code: 'custom', path: [name], message })
  if (config.monitor !== undefined && config.withMonitor !== undefined) {
    refuse('monitor', 'give either withMonitor, for one made in AP Newsroom, or monitor')
  }
  if (config.onDemand === undefined) return
  for (const name of ['products', 'q', 'startHours', 'withMonitor', 'monitor'] as const) {
    if (config[name] !== undefined) refuse(name, 'belongs to the feed, not to an OnDemand queue; make it two feeds')
  }
})

export type ApConfig = z.output<typeof apConfigSchema>

/** Hosts besides the base that may see the key: AP spreads its API over ap.org. */
export function keyHostsOf(config: ApConfig): readonly string[] {
  const host = new URL(config.baseUrl).hostname
  return config.keyHosts ?? (host === 'ap.org' || host.endsWith('.ap.org') ? ['ap.org'] : [])
}

/** The first request of a feed, and the identity of its tokens: all that shapes what the feed delivers. */
export function initialRequest(config: ApConfig, mindate?: Date): string {
  const url = new URL(`${config.baseUrl}/content/feed`)
  const terms: string[] = []
  if (config.products !== undefined) terms.push(`productid:(${config.products.join(' OR ')})`)
  if (config.q !== undefined) terms.push(mindate === undefined ? config.q : withoutMindate(config.q))
  if (mindate !== undefined) terms.push(`mindate:>${mindate.toISOString().replace(/\.\d{3}Z$/, 'Z')}`)
  const q = terms.filter((term) => term !== '').join(' AND ')
  if (q !== '') url.searchParams.set('q', q)
  url.searchParams.set('include', config.include)
  url.searchParams.set('page_size', String(config.pageSize))
  if (config.inMyPlan !== undefined) url.searchParams.set('in_my_plan', String(config.inMyPlan))
  if (config.sessionLabel !== undefined) url.searchParams.set('session_label', config.sessionLabel)
  if (config.withMonitor !== undefined) url.searchParams.set('with_monitor', config.withMonitor)
  return url.href
}

const withoutMindate = (q: string): string =>
  q
    .replace(/(?:\s{1,8}AND\s{1,8})?mindate:\s?>?=?\s?[^\s()]{1,64}/gi, '')
    .replace(/^\s{0,8}AND\s{1,8}/i, '')
    .trim()
