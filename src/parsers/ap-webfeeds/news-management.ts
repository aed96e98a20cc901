import { setTime } from '../../normalise/time.ts'
import type { ItemDraft } from '../../story/draft.ts'
import { attr, child, children, textOf } from '../xml/read.ts'
import type { XmlElement } from '../xml/read.ts'
import { readStatus } from '../newsml/status.ts'

/**
 * Reads `apnm:NewsManagement`: sequence number as version, status, the release time of an embargo (`statusChangeOn`,
 * UTC without a zone), and the instructions for the desk.
 */
export function readNewsManagement(
  management: XmlElement | undefined,
  options: { zone: string },
  draft: ItemDraft,
): void {
  draft.set('version', textOf(child(management, 'ManagementSequenceNumber')), 'apnm:ManagementSequenceNumber')
  const publishing = child(management, 'PublishingStatus')
  const raw = textOf(publishing)
  const status = readStatus(raw)
  if (raw !== undefined && status === undefined) draft.warn('status.unknown', `PublishingStatus ${raw.slice(0, 40)}`)
  draft.set('status', status ?? 'usable', 'apnm:PublishingStatus')
  if (status === 'embargoed') {
    setTime(
      draft,
      'embargoedUntil',
      attr(publishing, 'statusChangeOn') ?? '',
      'apnm:PublishingStatus@statusChangeOn',
      options,
    )
  }
  const type = textOf(child(management, 'ManagementType'))?.toLowerCase() ?? ''
  if (/kill|cancel|delete/.test(type)) {
    draft.set('status', 'canceled', 'apnm:ManagementType').set('editorialType', 'kill', 'apnm:ManagementType')
  } else if (type === 'withhold') {
    draft.set('status', 'withheld', 'apnm:ManagementType').set('editorialType', 'withhold', 'apnm:ManagementType')
  }
  const notes = children(management, 'PublishingSpecialInstructions')
    .map(textOf)
    .filter((note) => note !== undefined)
  draft.set('editorialNote', notes.join('\n'), 'apnm:PublishingSpecialInstructions')
}
