import { readTime, setTime } from '../../normalise/time.ts'
import type { ItemDraft } from '../../story/draft.ts'
import type { ParserInput } from '../parser.ts'
import type { Metadata } from './metadata.ts'

/**
 * Times of a picture: taken (2:55, 2:60) is the first, sent (1:70, 1:80) the revision's. A release time that lies ahead of
 * the sending holds the picture back.
 */
export function setPictureTimes(metadata: Metadata, draft: ItemDraft, input: ParserInput): void {
  const options = { zone: input.zone, receivedAt: input.receivedAt }
  const dates = (date: string, time: string): string | undefined => joined(metadata.one(undefined, date), metadata.one(undefined, time)) // prettier-ignore
  const legacy = dates('2:55', '2:60')
  const modern = metadata.one('DateCreated') ?? metadata.one('DateTimeOriginal') ?? metadata.one('CreateDate')
  // a bare date in XMP beside date and time in IIM: the fuller one
  const taken =
    modern === undefined || (modern.length <= 10 && (legacy?.length ?? 0) > 10) ? (legacy ?? modern) : modern
  setTime(draft, 'firstCreated', taken, 'photoshop:DateCreated', options)
  const sent = dates('1:70', '1:80') ?? metadata.one('MetadataDate') ?? metadata.one('ModifyDate')
  setTime(draft, 'versionCreated', sent, 'iim/1:70', options)
  const release = readTime(dates('2:30', '2:35'), options)
  const reference = draft.get('versionCreated') ?? input.receivedAt
  if (release !== undefined && reference !== undefined && Date.parse(release.iso) > Date.parse(reference)) {
    draft.set('embargoedUntil', release.iso, 'iim/2:30')
  }
  setTime(draft, 'expires', dates('2:37', '2:38'), 'iim/2:37', options)
}

/** CCYYMMDD and HHMMSS±HHMM as one; zeros stand for "unknown". */
function joined(date: string | undefined, time: string | undefined): string | undefined {
  if (date === undefined || !/^\d{8}$/.test(date) || date.startsWith('0000')) return undefined
  return time === undefined || !/^\d{6}/.test(time) ? date : `${date}T${time}`
}
