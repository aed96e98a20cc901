import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/**
 * A library that most documents do not need, loaded when the first one does: neither `writethru parse` of one file nor
 * the start of a worker waits for charsets, archives and calendars that may never come up.
 */
export function onDemand<T>(name: string): () => T {
  let loaded: T | undefined
  return () => (loaded ??= require(name) as T)
}
