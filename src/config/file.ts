import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseDocument } from 'yaml'

/** What the configuration file says. */
export interface FileSettings {
  /** Absolute path; undefined when there is no file. */
  readonly path: string | undefined
  readonly values: Record<string, unknown>
  readonly faults: readonly string[]
}

/** The file that is read when none is named, in the working directory. */
export const defaultFileName = 'writethru.yaml'

/** Reads the YAML file. A file that was named must exist; the default one may be absent. */
export function readConfigFile(named: string | undefined, workingDirectory: string): FileSettings {
  const path = resolve(workingDirectory, named ?? defaultFileName)
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown fault'
    if (named === undefined && reason === 'ENOENT') return { path: undefined, values: {}, faults: [] }
    return { path, values: {}, faults: [`${path}: cannot be read (${reason})`] }
  }
  const document = parseDocument(text, { uniqueKeys: true })
  if (document.errors.length > 0) {
    return { path, values: {}, faults: document.errors.map((fault) => `${path}: ${firstLine(fault.message)}`) }
  }
  let values: unknown
  try {
    values = document.toJS({ maxAliasCount: 100 })
  } catch (error) {
    return { path, values: {}, faults: [`${path}: ${firstLine((error as Error).message)}`] }
  }
  // A file of comments only.
  if (values === null || values === undefined) return { path, values: {}, faults: [] }
  if (typeof values !== 'object' || Array.isArray(values)) {
    return { path, values: {}, faults: [`${path}: must hold keys and values`] }
  }
  return { path, values: values as Record<string, unknown>, faults: [] }
}

const firstLine = (text: string): string => text.split('\n', 1)[0] ?? text
