import { secretOf } from './secret.ts'
import type { Environment } from './secret.ts'
import { listSettings } from './settings.ts'
import type { Setting } from './settings.ts'

/** What the environment says: values laid out like the file, and what was wrong or odd about them. */
export interface EnvironmentSettings {
  readonly values: Record<string, unknown>
  /** Variable that set a key, by key, so that a fault names what the person has to mend. */
  readonly sources: ReadonlyMap<string, string>
  readonly faults: readonly string[]
  /** Variables that look like ours and are not: mostly a slip of the pen. */
  readonly unknown: readonly string[]
}

/** Variables that are read elsewhere or name the file itself. */
const others = new Set(['WRITETHRU_CONFIG'])

/** Reads the settings from variables. Text is turned into what the schema wants; the schema judges the value. */
export function readEnvironment(environment: Environment): EnvironmentSettings {
  const values: Record<string, unknown> = {}
  const sources = new Map<string, string>()
  const faults: string[] = []
  const known = new Set(others)
  for (const setting of listSettings()) {
    known.add(setting.variable).add(`${setting.variable}_FILE`)
    let text: string | undefined
    try {
      text = secretOf(setting.variable, environment)
    } catch (error) {
      faults.push((error as Error).message)
    }
    if (text === undefined) continue
    const value = convert(text, setting.kind)
    sources.set(setting.key, setting.variable)
    if (value === undefined) faults.push(`${setting.variable}: must be a ${setting.kind}`)
    else place(values, setting.path, value)
  }
  const unknown = Object.keys(environment).filter((name) => name.startsWith('WRITETHRU_') && !known.has(name))
  return { values, sources, faults, unknown: unknown.sort() }
}

const flags: ReadonlyMap<string, boolean> = new Map([
  ...['true', '1', 'yes', 'on'].map((word) => [word, true] as const),
  ...['false', '0', 'no', 'off'].map((word) => [word, false] as const),
])

function convert(text: string, kind: Setting['kind']): unknown {
  if (kind === 'flag') return flags.get(text.toLowerCase())
  if (kind === 'number') return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined
  if (kind === 'list') {
    const parts = text.split(',').map((part) => part.trim())
    return parts.filter((part) => part !== '')
  }
  return text
}

function place(values: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [name, ...rest] = path
  if (name === undefined) return
  if (rest.length === 0) {
    values[name] = value
    return
  }
  const inner = (values[name] ??= {}) as Record<string, unknown>
  place(inner, rest, value)
}
