/**
 * The part of a driver's error that belongs in a log. The drivers hang whole clients and connections onto their
 * errors, and a logger would write all of it.
 */
export function faultOf(error: unknown): { reason: string; code?: string } {
  if (!(error instanceof Error)) return { reason: String(error) }
  const { code } = error as NodeJS.ErrnoException
  return { reason: error.message, ...(code === undefined ? {} : { code }) }
}
