import type { Item } from '../../story/item.ts'
import { compact } from '../../story/draft.ts'
import type { OwnSignals } from '../../story/own-signal.ts'

/** True for what the agency took back or holds: nothing of it that could be printed goes out. */
export function isClosed({ status }: Item): boolean {
  return status === 'canceled' || status === 'withheld'
}

/**
 * `pubStatus` has three words, and `usable` there means "print it". So what is not to be printed as it stands (advisories,
 * notices, tests, an embargo without an end) goes out as `withheld`, and a signal says what it is in truth.
 */
export function writeStatus(item: Item): { pubStatus: 'usable' | 'withheld' | 'canceled'; signals: OwnSignals } {
  const { status, embargoedUntil } = item
  const endless = status === 'embargoed' && (embargoedUntil === undefined || embargoedUntil === 'indefinite')
  const pubStatus =
    status === 'canceled' ? status : isClosed(item) || !item.publishable || endless ? 'withheld' : 'usable'
  const signals = compact<OwnSignals>({
    editorialType: item.editorialType,
    notPublishable: item.notPublishable,
    status: pubStatus === 'withheld' && status !== 'withheld' ? status : undefined,
    embargo: embargoedUntil === 'indefinite' && status !== 'usable' ? embargoedUntil : undefined,
  })
  return { pubStatus, signals }
}
