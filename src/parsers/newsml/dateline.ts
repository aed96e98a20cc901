import { readDateline } from '../../normalise/dateline.ts'
import type { Dateline } from '../../story/item.ts'

/**
 * A dateline from metadata, as printed: only the dash at its end goes. Reuters fills the element with a time stamp and
 * Cision and ANA with a date, which are no places: undefined.
 */
export function readPrintedDateline(raw: string | undefined): Dateline | undefined {
  const text = raw?.replace(/[\s\-–—―_]{1,20}$/u, '').trim()
  if (text === undefined || text === '' || !/\p{L}{2}/u.test(text)) return undefined
  if (/^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}\b/.test(text) || /^\d{8}T?\d{0,6}/.test(text)) return undefined
  return { ...readDateline(text), text }
}
