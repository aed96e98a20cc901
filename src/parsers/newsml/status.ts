import type { ItemDraft } from '../../story/draft.ts'
import type { NotPublishable, Status } from '../../story/item.ts'

const statuses: ReadonlyMap<string, Status> = new Map([
  ['usable', 'usable'],
  ['withheld', 'withheld'],
  ['canceled', 'canceled'],
  ['cancelled', 'canceled'],
  // not in the G2 scheme, where an embargo is an element of its own; agencies write it all the same
  ['embargoed', 'embargoed'],
])

/**
 * Reads a publishing status in any agency's spelling ("Usable", "USABLE", "cancelled"). Vendor values (OPEN at Belga)
 * are undefined: the caller warns and keeps usable, as the specification does for an absent status.
 */
export function readStatus(raw: string | undefined): Status | undefined {
  return raw === undefined ? undefined : statuses.get(raw.trim().toLowerCase())
}

/** Marks an item as not for readers; the first reason stays. */
export function hold(draft: ItemDraft, because: NotPublishable, from: string): void {
  draft.set('publishable', false, from).fill('notPublishable', because, from)
}
