import type { ItemType, NotPublishable, Status } from '../../story/item.ts'

/** Stands in envelopes where the address of the API goes; the server puts its own there. */
export const basePlaceholder = '%BASE%'
/** Stands in envelopes where AP puts the token of the session that asked. */
export const sessionPlaceholder = '%QT%'

/** A caption as the script means it. */
export interface CaptionIntent {
  /** Equal for every form of one photo's caption, wherever it is printed. */
  readonly family: string
  /** The caption without its credit and without interface text. */
  readonly text: string
  /** As it stands in the document, credit and all. */
  readonly form: string
}

/**
 * What the script meant by an event. The oracle reads only this, never the envelope, so that a fault in reading
 * envelopes cannot hide itself.
 */
export interface Intent {
  /** stored: becomes a revision. refused: is quarantined. either: hostile, stored clean or quarantined are both right. */
  readonly outcome: 'stored' | 'refused' | 'either'
  /** One sentence: what this event shows. */
  readonly shows: string
  readonly type: ItemType
  readonly status: Status
  /** The rules leave the status of this item open: a banner that announces a kill may count as usable or canceled. */
  readonly statusOpen?: true
  /** Why it must never be printed, whatever its status. */
  readonly barred?: NotPublishable
  /** The agency's kind of bar is plain, but which word describes it is open. */
  readonly barredAs?: 'open'
  readonly embargoedUntil?: string
  readonly headline: string
  readonly versionCreated: string
  readonly captions: readonly CaptionIntent[]
  /** The item whose text this one repeats under another id. */
  readonly copyOf?: string
}

/** One filing of the agency: a version of an item, at a moment of the day. */
export interface WireEvent {
  /** Seconds after the start of the day. */
  readonly atSeconds: number
  /** The chain. Also given for filings whose envelope lacks it; `intent.outcome` is then `refused`. */
  readonly itemid: string
  readonly version: number
  /** `<itemid>_<version>a<n>aza<media>c<n>`, as AP builds it. */
  readonly etag: string
  /** One element of a feed page, `{meta, item}`, with placeholders for host and session. */
  readonly envelope: unknown
  /** The body, where the item has one. */
  readonly nitf?: string
  /** The caption of a picture as a document of its own. */
  readonly captionNitf?: string
  readonly intent: Intent
}
