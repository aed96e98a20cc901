import { WireError } from '../story/errors.ts'

/**
 * What can go wrong on the way from the agency. Rates are probabilities for one request, drawn from the simulator's
 * seed in the order of the requests. Everything is off by default and may be changed while the day runs.
 */
export interface Faults {
  /** Every item comes twice, the second up to thirty places later. */
  readonly repeat: boolean
  /** off; window: shuffled within twenty places; day: the whole day in any order, kills before their stories. */
  readonly reorder: 'off' | 'window' | 'day'
  /** Takes a request and never answers it (until the caller hangs up or the fault is cleared). */
  readonly stall: number
  /** 429. */
  readonly rateLimit: number
  /** The Retry-After that goes with 429 and 503, exactly as given ("2", "-1", an HTTP date, "soon"); none when absent. */
  readonly retryAfter: string | undefined
  /** 500 and 503 in turn. */
  readonly serverError: number
  /** 400 with code 6060 once a token has served so many pages; 0 is never. */
  readonly expireAfterPages: number
  /** The connection is cut in the middle of the body. */
  readonly halfPage: number
  /** A whole body that is no JSON: its last tenth is missing, with a Content-Length that fits. */
  readonly brokenJson: number
  /** HTML where JSON was asked for, with status 200: a captive portal. */
  readonly captivePortal: number
  /** An error body with status 200. */
  readonly errorInOk: number
  /** Bodies trickle at so many bytes a second; 0 is full speed. */
  readonly slowBytes: number
  /** NITF says UTF-8 and is windows-1252. */
  readonly wrongCharset: boolean
  /** The first so many requests for each NITF fail: 404 and 503 in turn. */
  readonly missingNitf: number
  /** Once an item is killed, the documents of its earlier versions answer 404. */
  readonly withdrawKilled: boolean
  /** A page begins with the last items of the page before. */
  readonly overlapPages: number
  /** A page comes empty though news is waiting. */
  readonly emptyPage: number
  /** An access token (OAuth) is refused once it was used so often; 0 is never. */
  readonly tokenUses: number
  /** A queue hands an entry out again though its receipt is still good. */
  readonly redeliver: number
  /** A queue hides an entry for so many looks instead of two minutes; 0 is two minutes. */
  readonly hiddenFetches: number
  /** The items of a page come in any order (agencies other than AP). */
  readonly shufflePages: boolean
  /** Follow-up pages forget `include` and carry AP's default fields only. */
  readonly forgetInclude: boolean
}

export const noFaults: Faults = {
  repeat: false,
  reorder: 'off',
  stall: 0,
  rateLimit: 0,
  retryAfter: undefined,
  serverError: 0,
  expireAfterPages: 0,
  halfPage: 0,
  brokenJson: 0,
  captivePortal: 0,
  errorInOk: 0,
  slowBytes: 0,
  wrongCharset: false,
  missingNitf: 0,
  withdrawKilled: false,
  overlapPages: 0,
  emptyPage: 0,
  tokenUses: 0,
  redeliver: 0,
  hiddenFetches: 0,
  shufflePages: false,
  forgetInclude: false,
}

/** What `--fault NAME` without a value means. */
const plainValues: { readonly [Name in keyof Faults]: Faults[Name] } = {
  repeat: true,
  reorder: 'day',
  stall: 0.05,
  rateLimit: 0.1,
  retryAfter: '1',
  serverError: 0.1,
  expireAfterPages: 5,
  halfPage: 0.1,
  brokenJson: 0.1,
  captivePortal: 0.1,
  errorInOk: 0.1,
  slowBytes: 2000,
  wrongCharset: true,
  missingNitf: 1,
  withdrawKilled: true,
  overlapPages: 0.3,
  emptyPage: 0.3,
  tokenUses: 5,
  redeliver: 0.2,
  hiddenFetches: 2,
  shufflePages: true,
  forgetInclude: true,
}

export const faultNames = Object.keys(noFaults) as readonly (keyof Faults)[]

function readSetting(name: keyof Faults, value: string | undefined): boolean | number | string | undefined {
  const plain = plainValues[name]
  if (value === undefined) return plain
  if (typeof plain === 'boolean') return value !== 'off' && value !== 'false'
  if (typeof plain === 'number') return Number(value)
  return value
}

/**
 * Reads faults as the command line gives them: `repeat`, `rateLimit=0.5`, `retryAfter=88`, `reorder=window`.
 * Throws `config.invalid` with the list of names when one is unknown or its value is no setting of it.
 */
export function readFaults(settings: readonly string[]): Partial<Faults> {
  const found = new Map<string, unknown>()
  for (const setting of settings) {
    const [given = '', ...rest] = setting.split('=')
    const name = faultNames.find((known) => known.toLowerCase() === given.replaceAll('-', '').toLowerCase())
    if (name === undefined) {
      throw new WireError('config.invalid', `no fault is named "${given}"; there are: ${faultNames.join(', ')}`)
    }
    found.set(name, readSetting(name, rest.length === 0 ? undefined : rest.join('=')))
  }
  return checkFaults(Object.fromEntries(found))
}

/** Keeps what is a known fault with a value it can have; throws `config.invalid` otherwise. */
export function checkFaults(given: Readonly<Record<string, unknown>>): Partial<Faults> {
  const wrong: string[] = []
  for (const [name, value] of Object.entries(given)) {
    if (!Object.hasOwn(plainValues, name)) {
      wrong.push(`${name} is no fault`)
      continue
    }
    const plain = plainValues[name as keyof Faults]
    const absent = name === 'retryAfter' && (value === null || value === undefined)
    if (!absent && typeof value !== typeof plain) wrong.push(`${name} must be a ${typeof plain}`)
    else if (typeof value === 'number' && !(value >= 0)) wrong.push(`${name} must be 0 or more`)
    else if (name === 'reorder' && !['off', 'window', 'day'].includes(String(value)))
      wrong.push('reorder must be off, window or day')
  }
  if (wrong.length > 0) throw new WireError('config.invalid', wrong.join('; '))
  return given as Partial<Faults>
}
