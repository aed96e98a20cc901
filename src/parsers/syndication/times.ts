import { readTime, setTime } from '../../normalise/time.ts'
import type { TimeOptions } from '../../normalise/time.ts'
import type { ItemDraft } from '../../story/draft.ts'

export interface RawTimes {
  readonly created: string | undefined
  readonly modified: string | undefined
  /** Since when readers may have it (`dcterms:available`, start of `dcterms:valid`). */
  readonly validFrom?: string | undefined
  readonly validUntil?: string | undefined
}

const day = 86_400_000

/**
 * Sets first and revision time. A revision time far ahead of its arrival is left out: it would hold back every honest
 * correction until that day (feeds with a wrong year do that).
 */
export function setTimes(draft: ItemDraft, times: RawTimes, from: string, options: TimeOptions): void {
  const { created, modified, validFrom, validUntil } = times
  setTime(draft, 'firstCreated', created ?? modified, from, options)
  const revision = readTime(modified, options) ?? readTime(created, options)
  if (revision === undefined) {
    if (modified !== created) setTime(draft, 'versionCreated', modified, from, options)
  } else if (options.receivedAt !== undefined && Date.parse(revision.iso) > Date.parse(options.receivedAt) + day) {
    draft.warn('time.future', `${revision.iso} lies ahead of the arrival and does not order revisions`)
  } else draft.set('versionCreated', revision.iso, from)

  setTime(draft, 'expires', validUntil, 'dcterms:valid', options)
  const start = readTime(validFrom, options)
  if (start === undefined) return
  const reference = draft.get('versionCreated') ?? options.receivedAt
  if (reference !== undefined && Date.parse(start.iso) > Date.parse(reference)) {
    draft.set('embargoedUntil', start.iso, 'dcterms:valid')
  }
}

/** Start and end of a DCMI period: "start=2031-01-02; end=2031-01-03; scheme=W3C-DTF;", or a bare end. */
export function readPeriod(raw: string | undefined): { start?: string; end?: string } {
  if (raw === undefined) return {}
  const start = /\bstart=([^;]{4,40})/i.exec(raw)?.[1]
  const end = /\bend=([^;]{4,40})/i.exec(raw)?.[1]
  if (start === undefined && end === undefined) return raw.includes('=') ? {} : { end: raw }
  return { ...(start !== undefined && { start }), ...(end !== undefined && { end }) }
}
