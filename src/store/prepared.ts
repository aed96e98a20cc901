import type { NormalisedCaption } from '../captions/normalise.ts'
import type { EditorialType, ItemType, NotPublishable, Status } from '../story/item.ts'

/** A caption as it stands in an item, with the normal form that tells whether it was seen before. */
export interface PreparedCaption {
  readonly raw: string
  readonly text: string
  readonly credit?: string
  readonly photographer?: string
  readonly agency?: string
  readonly flags: readonly string[]
  readonly role?: string
  readonly mediaUri?: string
  readonly normal: NormalisedCaption
}

/** An item ready for the database: columns where readers filter and sort, JSON for the rest. Times in ISO 8601. */
export interface PreparedItem {
  /** Position in the document, from 0. */
  readonly index: number
  /** Empty when the uri is globally unique; absent when the feed's own authority counts. */
  readonly authority?: string
  readonly uri: string
  /** SHA-256 over version, etag and content, in hex. */
  readonly key: string
  readonly type: ItemType
  readonly version?: string
  readonly etag?: string
  readonly status: Status
  readonly publishable: boolean
  readonly notPublishable?: NotPublishable
  readonly editorialType?: EditorialType
  readonly headline?: string
  readonly slug?: string
  readonly takeKey?: string
  readonly byline?: string
  readonly dateline?: string
  readonly language?: string
  readonly urgency?: number
  readonly versionCreated?: string
  readonly firstCreated?: string
  /** ISO 8601, or "infinity". */
  readonly embargoedUntil?: string
  readonly expires?: string
  readonly bodyHtml?: string
  readonly bodyText?: string
  /** The canonical item without its body. */
  readonly itemJson: string
  readonly captions: readonly PreparedCaption[]
  readonly media: readonly { readonly uri: string; readonly type: ItemType; readonly renditionsJson: string }[]
  readonly links: readonly PreparedLink[]
  /** The number the agency gave the transmission, within its series. */
  readonly transmission?: { readonly series: string; readonly number: number }
}

export interface PreparedLink {
  readonly rel: string
  readonly uri: string
  readonly version?: string
  readonly position?: number
}

/** An item of a document that was refused while others were taken; index -1 stands for the whole document. */
export interface PreparedRefusal {
  readonly index: number
  readonly code: string
  readonly detail: string
  readonly uri?: string
}

/** A document, read: what one receipt becomes. */
export interface PreparedDocument {
  readonly format?: string
  readonly items: readonly PreparedItem[]
  readonly refusals: readonly PreparedRefusal[]
  /** The number the agency gave the transmission of the whole document, and when it sent it (ISO 8601). */
  readonly transmission?: { readonly series: string; readonly number: number; readonly sentAt?: string }
}

export type ItemOutcome = 'new' | 'revised' | 'duplicate' | 'stale' | 'killed' | 'quarantined'

/** What became of one item of a document. */
export interface RecordedItem {
  readonly index: number
  readonly outcome: ItemOutcome
  readonly uri?: string
  readonly storyId?: number
  readonly revision?: number
  readonly code?: string
}
