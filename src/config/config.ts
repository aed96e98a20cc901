import { resolve } from 'node:path'
import { WireError } from '../story/errors.ts'
import { readEnvironment } from './environment.ts'
import { readConfigFile } from './file.ts'
import { configSchema } from './schema.ts'
import type { Config } from './schema.ts'
import { secretOf } from './secret.ts'
import type { Environment } from './secret.ts'

export type { Config, Role } from './schema.ts'
export { roleNames } from './schema.ts'
export { secretOf } from './secret.ts'

/** Part of a configuration, as a command's flags give it. */
export type ConfigOverrides = {
  readonly [Key in keyof Config]?: Config[Key] extends readonly unknown[] ? Config[Key] : Partial<Config[Key]>
}

export interface ReadConfigOptions {
  /** The file, when one is named by a flag; otherwise WRITETHRU_CONFIG, otherwise writethru.yaml when it exists. */
  readonly file?: string
  /** Values of flags; they win over everything. */
  readonly overrides?: ConfigOverrides
  readonly environment?: Environment
  readonly workingDirectory?: string
}

export interface LoadedConfig {
  readonly config: Config
  /** The file that was read. */
  readonly file: string | undefined
  /** What is odd but not wrong, to be logged at start. */
  readonly warnings: readonly string[]
}

/**
 * Reads the configuration: presets, then the file, then the environment, then flags, later ones winning. Paths come
 * back absolute.
 * @throws WireError `config.invalid` that lists every fault at once, one a line
 */
export function readConfig(options: ReadConfigOptions = {}): LoadedConfig {
  const environment = options.environment ?? process.env
  const workingDirectory = options.workingDirectory ?? process.cwd()
  const file = readConfigFile(
    options.file ?? (secretOf('WRITETHRU_CONFIG', environment) || undefined),
    workingDirectory,
  )
  const variables = readEnvironment(environment)
  const merged = merge(merge(file.values, variables.values), options.overrides ?? {})
  const judged = configSchema.safeParse(merged)
  const faults = [...file.faults, ...variables.faults]
  for (const issue of judged.error?.issues ?? []) {
    const key = issue.path.join('.')
    // A fault in a list names the entry; the variable holds the whole list.
    const variable = variables.sources.get(key) ?? variables.sources.get(issue.path.slice(0, -1).join('.'))
    faults.push(`${variable ? `${variable} (${key})` : key || 'the configuration'}: ${issue.message}`)
  }
  if (!judged.success || faults.length > 0) throw new WireError('config.invalid', faults.join('\n'))
  const config = { ...judged.data, dataDirectory: resolve(workingDirectory, judged.data.dataDirectory) }
  const warnings = variables.unknown.map((name) => `${name} is set, but there is no such setting`)
  return { config, file: file.path, warnings }
}

/** Lays one set of values over another; lists are replaced whole. */
function merge(under: Readonly<Record<string, unknown>>, over: Readonly<Record<string, unknown>>) {
  const result: Record<string, unknown> = { ...under }
  for (const [key, value] of Object.entries(over)) {
    const below = result[key]
    if (value !== undefined) result[key] = isGroup(below) && isGroup(value) ? merge(below, value) : value
  }
  return result
}

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
