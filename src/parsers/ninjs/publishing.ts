import type { ItemDraft } from '../../story/draft.ts'
import type { EditorialType, Status } from '../../story/item.ts'
import { isOwnSignal, readOwnSignals } from '../../story/own-signal.ts'
import type { JsonObject } from '../json/read.ts'
import { readStrings, readValue } from '../json/read.ts'
import { isSignal } from './entities.ts'
import { readEntries, readText } from './fields.ts'

// `replaced` and `commissioned` are TT's: superseded by another item, and ordered but not written yet
const statuses: Readonly<Record<string, Status>> = {
  usable: 'usable', embargoed: 'embargoed', withheld: 'withheld', canceled: 'canceled', cancelled: 'canceled', killed: 'canceled', recalled: 'canceled',
  replaced: 'canceled', commissioned: 'withheld',
} // prettier-ignore

const signals: readonly (readonly [RegExp, EditorialType])[] = [
  [/\bkill|\bcancel|\bwithdraw/, 'kill'],
  [/\bwithh/, 'withhold'],
  [/correct|korr|rätt/, 'correction'],
  [/clarif/, 'clarification'],
  [/writethru|wrt\b/, 'writethru'],
  [/update|uppd/, 'update'],
]

/** Status, editorial type and whether readers may see it; with TT's profiles and PA's signals. */
export function readPublishing(item: JsonObject, draft: ItemDraft): void {
  const status = readText(item, 'pubstatus', 'pubStatus')?.toLowerCase()
  if (status !== undefined && Object.hasOwn(statuses, status)) draft.set('status', statuses[status], 'pubstatus')
  else if (status !== undefined)
    draft.warn('ninjs.status', `pubstatus ${status.slice(0, 40)} is unknown and read as usable`)
  if (status === 'commissioned') draft.set('notPublishable', 'planning', 'pubstatus')
  if (status === 'embargoed' && !draft.has('embargoedUntil')) draft.set('embargoedUntil', 'indefinite', 'pubstatus')

  const kind = readText(item, 'type', 'newsObjectType')?.toLowerCase()
  if (kind === 'event' || kind === 'planning') draft.fill('notPublishable', 'planning', 'type')
  const profile = readText(item, 'profile') ?? ''
  // TT: PUBL is for readers, INFO is for the desk. PA: advisory, alert
  if (/^(?:INFO|advisory|advisories)$/i.test(profile)) draft.fill('notPublishable', 'advisory', 'profile')
  if (/^daybook$/i.test(profile)) draft.fill('notPublishable', 'daybook', 'profile')
  if (/^alert$/i.test(profile)) draft.set('editorialType', 'alert', 'profile')
  draft.add('genres', profile, 'profile')
  readSignals(item, draft)
  restoreSignals(item, draft)
}

function readSignals(item: JsonObject, draft: ItemDraft): void {
  const words = [
    ...readEntries(item, 'subject', 'subjects')
      .filter(isSignal)
      .map((entry) => readText(entry, 'code', 'literal', 'name') ?? ''),
    ...readStrings(item, 'signals'),
    ...readEntries(item, 'signals').map((entry) => readText(entry, 'updatetype', 'code', 'name') ?? ''),
    readText(item, 'signals.updatetype') ?? '',
    ...(readValue(item, 'correction') === true ? ['correction'] : []),
  ]
    .map((word) => word.toLowerCase())
    .filter((word) => !isOwnSignal(word))
  if (words.some((word) => /^(?:sig:)?test$/.test(word))) draft.set('notPublishable', 'test', 'signals')
  for (const [pattern, type] of signals) {
    if (!words.some((word) => pattern.test(word))) continue
    draft.set('editorialType', type, 'signals')
    return
  }
}

/**
 * What our own ninjs says beyond its fields. `withheld` is as near as ninjs comes to an item that is usable or embargoed and
 * yet not to be printed; a kill is never taken back.
 */
function restoreSignals(item: JsonObject, draft: ItemDraft): void {
  const words = readEntries(item, 'subject', 'subjects').map((entry) => readText(entry, 'literal') ?? '')
  const { editorialType, notPublishable, embargo, status } = readOwnSignals(words)
  draft.set('editorialType', editorialType, 'subjects')
  draft.set('notPublishable', notPublishable, 'subjects')
  draft.set('embargoedUntil', embargo, 'subjects')
  if (draft.get('status') === 'withheld') draft.set('status', status, 'subjects')
}
