import { readFileSync } from 'node:fs'
import { WireError } from '../story/errors.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/**
 * Finds a secret by name: in the variable NAME, or in the file that NAME_FILE names, as Docker and Kubernetes mount
 * them. White space around it is dropped: editors end files with a line break.
 * @returns undefined when neither is set, or when the value is empty
 * @throws WireError `config.secret-missing` when NAME_FILE names a file that cannot be read
 */
export function secretOf(name: string, environment: Environment = process.env): string | undefined {
  // A name comes from a feeds file; looked up as an own key only, so that "constructor" finds nothing.
  const value = Object.hasOwn(environment, name) ? environment[name]?.trim() : undefined
  if (value) return value
  const fileKey = `${name}_FILE`
  const file = Object.hasOwn(environment, fileKey) ? environment[fileKey]?.trim() : undefined
  if (!file) return undefined
  try {
    return readFileSync(file, 'utf8').trim() || undefined
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? 'unknown fault'
    throw new WireError('config.secret-missing', `${fileKey} names ${file}, which cannot be read (${reason})`, {
      cause,
    })
  }
}
