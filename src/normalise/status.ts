import type { ItemDraft } from '../story/draft.ts'
import type { NotPublishable } from '../story/item.ts'

const byType: Readonly<Record<string, NotPublishable>> = {
  kill: 'kill-notice',
  elimination: 'kill-notice',
  disregard: 'kill-notice',
  withhold: 'withhold-notice',
  advisory: 'advisory',
}

/**
 * Brings status, embargo, editorial type and publishable into agreement. The strongest word wins: canceled, withheld,
 * embargoed, usable. An embargo in its own field holds whatever the status field says (AP: check `embargoed` regardless).
 */
export function settleStatus(draft: ItemDraft): void {
  const type = draft.get('editorialType')
  const status = draft.get('status') ?? 'usable'
  if ((type === 'kill' || type === 'elimination' || type === 'disregard') && status !== 'canceled') {
    draft.set('status', 'canceled', 'editorialType')
  } else if (type === 'withhold' && (status === 'usable' || status === 'embargoed')) {
    draft.set('status', 'withheld', 'editorialType')
  } else if (draft.has('embargoedUntil') && status === 'usable') draft.set('status', 'embargoed', 'embargoedUntil')
  else draft.fill('status', status, 'default')

  const reason = type === undefined || !Object.hasOwn(byType, type) ? undefined : byType[type]
  if (reason !== undefined) draft.fill('notPublishable', reason, 'editorialType')
  draft.set('publishable', !draft.has('notPublishable'), draft.has('notPublishable') ? 'notPublishable' : 'default')
}
