import type { EditorialType, NotPublishable, Status } from './item.ts'

/**
 * What a foreign format has no field for travels in it as a word: the kind of filing, why an item must not be printed, an
 * embargo without an end, and a status that the format's own word only approximates.
 */
export interface OwnSignals {
  readonly editorialType?: EditorialType
  readonly notPublishable?: NotPublishable
  readonly embargo?: 'indefinite'
  readonly status?: Status
}

const prefix = 'writethru:'

const values: { readonly [K in keyof Required<OwnSignals>]: ReadonlySet<string> } = {
  editorialType: new Set<EditorialType>([
    'new', 'lead', 'writethru', 'add', 'take', 'sub', 'update', 'correction', 'clarification', 'kill', 'withhold',
    'elimination', 'disregard', 'hold-for-release', 'advisory', 'alert',
  ]),
  notPublishable: new Set<NotPublishable>([
    'advisory', 'daybook', 'banner', 'digest', 'kill-notice', 'withhold-notice', 'test', 'no-content-signal',
    'notebook', 'concept', 'planning',
  ]),
  embargo: new Set(['indefinite']),
  status: new Set<Status>(['usable', 'embargoed', 'withheld', 'canceled']),
} // prettier-ignore

/** The words: "writethru:editorialType:lead". */
export function writeOwnSignals(signals: OwnSignals): string[] {
  return Object.entries(signals).map(([kind, value]) => `${prefix}${kind}:${String(value)}`)
}

/** True for every word of `writeOwnSignals`. */
export function isOwnSignal(word: string): boolean {
  return word.startsWith(prefix)
}

/** What words say; a value that is none of ours is left out. */
export function readOwnSignals(words: readonly string[]): OwnSignals {
  const found: Record<string, string> = {}
  for (const word of words.filter(isOwnSignal)) {
    for (const [kind, known] of Object.entries(values)) {
      const start = `${prefix}${kind}:`
      if (word.startsWith(start) && known.has(word.slice(start.length))) found[kind] = word.slice(start.length)
    }
  }
  return found as OwnSignals
}
