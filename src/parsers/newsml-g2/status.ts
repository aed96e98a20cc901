import { hold, readStatus } from '../newsml/status.ts'
import type { ItemDraft } from '../../story/draft.ts'
import type { EditorialType, NotPublishable, Status } from '../../story/item.ts'
import { attr, child, children, textOf } from '../xml/read.ts'
import type { XmlElement } from '../xml/read.ts'
import { codeAt, splitQCode } from './concept.ts'

/** The signal codes that say what a filing is, by scheme and code in lower case. Source: IPTC signal scheme, Reuters. */
const signals: ReadonlyMap<string, EditorialType> = new Map([
  ['sig:correction', 'correction'],
  ['sig:update', 'update'],
  ['sig:kill', 'kill'],
  ['edstat:c', 'correction'],
  ['edstat:u', 'update'],
  ['edstat:d', 'kill'],
  ['edstat:n', 'new'],
])

/**
 * AP's editorial types and roles as `role/name` gives them (the first name is not guaranteed to be the type). Words of
 * the AP Media API guide, in lower case.
 */
const roleNames: ReadonlyMap<string, EditorialType> = new Map([
  ['add', 'add'],
  ['advisory', 'advisory'],
  ['clarification', 'clarification'],
  ['corrective', 'correction'],
  ['correction', 'correction'],
  ['disregard', 'disregard'],
  ['elimination', 'elimination'],
  ['holdforrelease', 'hold-for-release'],
  ['advance', 'hold-for-release'],
  ['kill', 'kill'],
  ['lead', 'lead'],
  ['writethru', 'writethru'],
  ['takes', 'take'],
  ['withhold', 'withhold'],
  ['newsalert', 'alert'],
])

/** Of several types the gravest counts: a kill that is also an update is a kill. */
const gravity: readonly EditorialType[] = [
  'kill',
  'elimination',
  'withhold',
  'disregard',
  'advisory',
  'correction',
  'clarification',
  'hold-for-release',
  'writethru',
  'lead',
  'take',
  'add',
  'alert',
  'update',
  'new',
]

const closing: ReadonlyMap<EditorialType, { status: Status; because: NotPublishable }> = new Map([
  ['kill', { status: 'canceled', because: 'kill-notice' }],
  ['elimination', { status: 'canceled', because: 'kill-notice' }],
  ['withhold', { status: 'withheld', because: 'withhold-notice' }],
])

/** Reads status, editorial type and what keeps an item from being published out of `itemMeta`. */
export function readItemStatus(itemMeta: XmlElement | undefined, draft: ItemDraft): void {
  const pubStatus = child(itemMeta, 'pubStatus')
  const code = codeAt(pubStatus)
  const status = readStatus(code)
  if (code !== undefined && status === undefined) draft.warn('status.unknown', `pubStatus ${code}`)
  // absent means usable (NewsML-G2 specification, pubStatus)
  draft.set('status', status ?? 'usable', 'itemMeta/pubStatus')

  const type = gravest(readTypes(itemMeta))
  if (type !== undefined) draft.set('editorialType', type, 'itemMeta/signal')
  const close = type === undefined ? undefined : closing.get(type)
  if (close !== undefined && (status ?? 'usable') === 'usable') draft.set('status', close.status, 'itemMeta/signal')
  if (type === 'advisory') hold(draft, 'advisory', 'itemMeta/role')
  readApSignals(itemMeta, draft)
}

function readTypes(itemMeta: XmlElement | undefined): EditorialType[] {
  const found: (EditorialType | undefined)[] = []
  for (const signal of children(itemMeta, 'signal')) {
    const qcode = attr(signal, 'qcode')
    const split = qcode === undefined ? undefined : splitQCode(qcode)
    const code = codeAt(signal)
    found.push(signals.get(split === undefined ? `sig:${code}` : `${split.alias}:${split.code}`.toLowerCase()))
  }
  for (const role of children(itemMeta, 'role')) {
    for (const name of children(role, 'name')) {
      found.push(roleNames.get((textOf(name) ?? '').toLowerCase().replace(/[\s-]/g, '')))
    }
  }
  // Reuters' envelope type D deletes, whatever the status says
  if (attr(child(itemMeta, 'itemClass'), 'msgType')?.toUpperCase() === 'D') found.push('kill')
  return found.filter((type) => type !== undefined)
}

function gravest(types: readonly EditorialType[]): EditorialType | undefined {
  return gravity.find((type) => types.includes(type))
}

/**
 * AP publishes only what carries the signal newscontent (AP Media API guide, "May it be published"). The rule is for
 * documents that carry AP signals at all: older AP NewsML-G2 has none.
 */
function readApSignals(itemMeta: XmlElement | undefined, draft: ItemDraft): void {
  const codes = children(itemMeta, 'signal')
    .filter((signal) => attr(signal, 'qcode')?.toLowerCase().startsWith('apsig:'))
    .map((signal) => codeAt(signal))
  if (codes.length === 0) return
  if (codes.includes('test')) hold(draft, 'test', 'itemMeta/signal')
  else if (!codes.includes('newscontent')) hold(draft, 'no-content-signal', 'itemMeta/signal')
}
