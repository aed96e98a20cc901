/**
 * The seam between the pipeline and the ways in. A source knows how to ask one kind of feed for more and where to go
 * on; it does not know the database. What it returns is committed in one transaction (captures, receipts, cursor), and
 * only then acknowledged.
 */
import type { Logger } from 'pino'
import type { ErrorCode } from '../story/errors.ts'

/** A further document that belongs to an offer and has to be fetched for it: the NITF rendition of an AP text item. */
export interface OfferedCompanion {
  readonly role: string
  /** Where it can be fetched, without any key. */
  readonly url: string
  /** Present when it was fetched in time; otherwise the sweep tries again. */
  readonly bytes?: Uint8Array
  readonly contentType?: string
  /** Of a page: which state of its entry it belongs to. A page is fetched once for each. */
  readonly mark?: string
  /** Taken along if it was fetched before, and neither fetched nor waited for now. */
  readonly ifKnown?: boolean
}

/** One thing a feed offered: a document as received. */
export interface Offer {
  /** The source's own name for it in logs: "itemid@etag", a path, a URL. Never a secret. */
  readonly key: string
  readonly bytes: Uint8Array
  readonly contentType?: string
  /** Without secrets. */
  readonly url?: string
  readonly fileName?: string
  readonly companions?: readonly OfferedCompanion[]
}

/** Something a feed offered that could not be taken: a file above the limit, for one. Kept out of the way, counted. */
export interface RefusedOffer {
  readonly key: string
  readonly code: ErrorCode
  readonly detail: string
}

/** A stretch the feed may have lost. */
export interface SuspectedGap {
  /** cursor-expired, no-overlap, sequence-hole, clock-jump */
  readonly kind: string
  readonly from?: string
  readonly to?: string
  readonly detail: string
  /** The source fetches the stretch in its next polls and says in `settles` when it has it. */
  readonly backfilling?: boolean
}

/** What became of the gaps of one kind that the source was backfilling. */
export interface GapSettlement {
  readonly kind: string
  /** In words: how it was closed, or why it could not be. */
  readonly how: string
  /** The source gave up: the gap stays open and waits for a person. */
  readonly failed?: boolean
}

/** A stretch of time, ISO 8601, both ends included. */
export interface Bounds {
  readonly from: string
  readonly to: string
}

/** A part of what a source still shows of a stretch. */
export interface Shown {
  readonly offers: readonly Offer[]
  /** The rest of the stretch, to be asked for next; absent when this was all. */
  readonly rest?: Bounds & { readonly page?: number }
  /** True when the source shows everything of the stretch and not only what is left on a page or in a folder. */
  readonly whole: boolean
}

export interface PollResult {
  readonly offers: readonly Offer[]
  /** What the next poll starts from; stored as JSON in the same transaction as the offers. */
  readonly cursor: unknown
  /** When to come back. `now`: more is waiting or the source holds the connection open itself. */
  readonly next:
    | { readonly kind: 'now' }
    | {
        readonly kind: 'after'
        /** Not sooner than this. */
        readonly ms: number
        /** How far the pause may be stretched while the feed is quiet; absent: not at all. */
        readonly quietMs?: number
      }
  readonly gap?: SuspectedGap
  readonly settles?: GapSettlement
  /** Offered, but not taken; to be counted as quarantined. */
  readonly refused?: readonly RefusedOffer[]
  /** The hub that delivers what the feed publishes (WebSub), null when it names none; absent leaves what is known. */
  readonly hub?: { readonly hub: string; readonly topic: string } | null
  /** Where the source says the feed has moved for good; null when it is where the settings say. */
  readonly movedTo?: string | null
  /** A passing note for the feed's health: "not modified", "quota 12 of 20". */
  readonly note?: string
}

export interface PollContext {
  readonly feedName: string
  /** The feed's own settings, already validated by the source's `configSchema`. */
  readonly config: Readonly<Record<string, unknown>>
  /** As the last committed poll left it; undefined on the first. */
  readonly cursor: unknown
  /** Resolves a secret by name, from the environment or a file; never stored, never logged. */
  secret(name: string): string | undefined
  readonly signal: AbortSignal
  readonly log: Logger
  /** Now, by the database's clock. */
  readonly now: Date
  /** The feed's own pause between polls, for sources that have no better reason to choose one. */
  readonly intervalSeconds?: number
}

export interface Source {
  /** Name in the feeds file: "ap-media-api", "directory", "http". */
  readonly kind: string
  /** Validates a feed's settings; throws a WireError `config.invalid` that lists every fault. */
  readConfig(raw: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>
  /** The host whose limits the feed counts against; undefined for local folders. */
  hostOf(config: Readonly<Record<string, unknown>>): string | undefined
  /** Asks once. Throws WireError with a code of class retry, snooze or fatal; the cursor then stays as it was. */
  poll(context: PollContext): Promise<PollResult>
  /** Tells the source what is committed here: moves files, deletes messages. Must bear being called twice. */
  acknowledge?(context: PollContext, result: PollResult): Promise<void>
  /**
   * Watches for a reason to poll before the interval is over, and calls `wake`. A hint only: polls find everything
   * without it, and a watch that fails stays silent.
   */
  watch?(config: Readonly<Record<string, unknown>>, wake: () => void, tools: WatchTools): Promise<SourceWatch>
  /**
   * Shows again what the source holds of a stretch, for closing gaps and for reconciliation. Changes nothing at the
   * source and knows no cursor; throws as `poll` does.
   */
  backfill?(context: PollContext, bounds: Bounds & { readonly page?: number }): Promise<Shown>
  /** Fetches a companion that was not at hand in the poll. */
  fetchCompanion?(context: PollContext, url: string): Promise<{ bytes: Uint8Array; contentType?: string }>
}

/** What a watch may need beside the settings. */
export interface WatchTools {
  /** Resolves a secret by name, as in a poll. */
  secret(name: string): string | undefined
  readonly log: Logger
}

/** A running watch; closing it twice does no harm. */
export interface SourceWatch {
  close(): Promise<void>
}
