import { compact } from '../../story/draft.ts'
import type { Entity, Item } from '../../story/item.ts'
import { writeOwnSignals } from '../../story/own-signal.ts'
import type { OwnSignals } from '../../story/own-signal.ts'
import type { NinjsConcept } from './shape.ts'

const uriLike = /^[A-Za-z][A-Za-z0-9+.-]{1,60}:\S+$/

/** A code with its vocabulary is one `uri` in ninjs 2 and 3; the code by itself stays beside it as `literal`. */
export function writeConcept({ name, code, scheme }: Entity): NinjsConcept {
  if (code === undefined || (scheme === undefined && uriLike.test(code))) return compact({ name, uri: code })
  const uri = scheme === undefined ? undefined : `${scheme}${separatorOf(scheme)}${code}`
  return compact({ name, uri: uri !== undefined && uriLike.test(uri) ? uri : undefined, literal: code })
}

// an alias joins its code as in a QCode of NewsML-G2, a vocabulary with an address as a part of its path
function separatorOf(scheme: string): string {
  if (/[/#:=]$/.test(scheme)) return ''
  return /^(?:https?|urn):/.test(scheme) ? (scheme.startsWith('urn:') ? ':' : '/') : ':'
}

/**
 * Subjects, and under a `rel` of their own what ninjs 3 has no field for: `category`, `keyword`, and `signal` (as PA
 * Media does) for the kind of filing, the reason why an item must not be printed, and its exact status.
 */
export function writeSubjects(item: Item, signals: OwnSignals): NinjsConcept[] {
  return [
    ...(item.subjects ?? []).map(writeConcept),
    ...(item.categories ?? []).map((code) => ({ rel: 'category', literal: code })),
    ...(item.keywords ?? []).map((name) => ({ rel: 'keyword', name })),
    ...writeOwnSignals(signals).map((literal) => ({ rel: 'signal', literal })),
  ]
}
