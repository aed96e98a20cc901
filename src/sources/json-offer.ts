import { createHash } from 'node:crypto'
import type { Offer } from './source.ts'

/** Offers one record of an agency's JSON; its key says which one it is, and in which state. */
export function jsonOffer(name: string, bytes: Buffer): Offer {
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
  return { key: `${name}@${digest}`, bytes, contentType: 'application/json; charset=utf-8' }
}
