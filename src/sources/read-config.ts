import type { z } from 'zod'
import { WireError } from '../story/errors.ts'

/** Validates a feed's settings and lists every fault of them at once, each with its key. */
export function readConfigWith<S extends z.ZodType>(schema: S, raw: Readonly<Record<string, unknown>>): z.output<S> {
  const outcome = schema.safeParse(raw)
  if (outcome.success) return outcome.data
  const faults = outcome.error.issues.map(({ path, message }) =>
    path.length === 0 ? message : `${path.map(String).join('.')}: ${message}`,
  )
  throw new WireError('config.invalid', faults.join('; '))
}
