import type { ItemType, NotPublishable, Status } from '../../story/item.ts'
import type { CaptionIntent, WireEvent } from './event.ts'

export interface ExpectedCaption {
  /** Equal wherever the same caption is meant, in this story and in others: one row in the database. */
  readonly family: string
  /** Without credit and interface text; the newest, where it was corrected. */
  readonly text: string
  /** Every distinct form in which this item printed it. */
  readonly forms: readonly string[]
}

/** What must be known of one item after the whole day was taken, in whatever order and however often it came. */
export interface ExpectedStory {
  /** The agency's item id, without a version. */
  readonly uri: string
  readonly type: ItemType
  readonly status: Status
  /** The rules allow more than one status: compare `publishable` only. */
  readonly statusOpen: boolean
  /** Readers may print it at `now`: usable, not barred, no embargo ahead. */
  readonly publishable: boolean
  readonly notPublishable?: NotPublishable
  /** It is barred for certain, but another word for it is right too. */
  readonly notPublishableOpen: boolean
  readonly embargoedUntil?: string
  readonly headline: string
  readonly version: number
  readonly etag: string
  /** Distinct (version, etag): what was sent twice counts once, what came late counts too. */
  readonly revisions: number
  /** The captions it mentions; absent for stories that were closed at any time, where the rules leave it open. */
  readonly captions?: readonly ExpectedCaption[]
  /** The item it repeats word for word under another id. */
  readonly copyOf?: string
}

export interface ExpectedRefusal {
  readonly etag: string
  readonly shows: string
  /** True: must be in quarantine. False: stored clean or in quarantine. */
  readonly certain: boolean
}

export interface ExpectedState {
  readonly stories: readonly ExpectedStory[]
  readonly refusals: readonly ExpectedRefusal[]
  /** All revisions that must be stored. */
  readonly revisions: number
  /** Families over all stories whose captions are certain: how many canonical captions there are at least. */
  readonly captionFamilies: number
}

/** Version as a number, then the agency's time, then the etag's own counter. */
function newerFirst(a: WireEvent, b: WireEvent): number {
  return (
    b.version - a.version ||
    Date.parse(b.intent.versionCreated) - Date.parse(a.intent.versionCreated) ||
    (b.etag < a.etag ? -1 : b.etag > a.etag ? 1 : 0)
  )
}

const closes = (event: WireEvent): boolean => event.intent.status === 'canceled' || event.intent.status === 'withheld'

/**
 * The oracle. Reads what the script meant and nothing else; knows neither envelopes nor documents, neither parsers nor
 * tables. The rules are those of the house: duplicates count once; a kill or withhold closes the story for everything
 * that is not of a higher version, whatever came first; banners, advisories and tests are kept and never printed.
 *
 * `now` decides which embargoes lie ahead; without it, all of them do.
 */
export function expectedState(events: readonly WireEvent[], now?: string): ExpectedState {
  const chains = new Map<string, Map<string, WireEvent>>()
  const refusals = new Map<string, ExpectedRefusal>()
  for (const event of events) {
    if (event.intent.outcome !== 'stored') {
      const { shows, outcome } = event.intent
      refusals.set(event.etag, { etag: event.etag, shows, certain: outcome === 'refused' })
      continue
    }
    const chain = chains.get(event.itemid) ?? new Map<string, WireEvent>()
    chain.set(event.etag, event)
    chains.set(event.itemid, chain)
  }
  const stories = [...chains.values()].map((chain) => expectedStory([...chain.values()], now))
  const families = new Set(stories.flatMap((story) => (story.captions ?? []).map((caption) => caption.family)))
  return {
    stories,
    refusals: [...refusals.values()],
    revisions: stories.reduce((sum, story) => sum + story.revisions, 0),
    captionFamilies: families.size,
  }
}

function expectedStory(revisions: readonly WireEvent[], now: string | undefined): ExpectedStory {
  const ordered = [...revisions].sort(newerFirst)
  const closings = ordered.filter(closes)
  const lastClosed = closings[0]
  const reopened = ordered.some((event) => !closes(event) && event.version > (lastClosed?.version ?? -1))
  const current = (lastClosed !== undefined && !reopened ? lastClosed : ordered[0]) as WireEvent
  const { intent } = current
  const embargoAhead =
    intent.embargoedUntil !== undefined && (now === undefined || Date.parse(intent.embargoedUntil) > Date.parse(now))
  const lifted = intent.status === 'embargoed' && !embargoAhead
  const open = intent.status === 'usable' || lifted
  return {
    uri: current.itemid,
    type: intent.type,
    // Once its time has passed, an embargoed story may be called usable or not: it may be printed, that is the point.
    status: lifted ? 'usable' : intent.status,
    statusOpen: intent.statusOpen === true || lifted,
    publishable: open && !embargoAhead && intent.barred === undefined,
    notPublishableOpen: intent.barredAs === 'open',
    headline: intent.headline,
    version: current.version,
    etag: current.etag,
    revisions: revisions.length,
    ...(intent.barred === undefined ? {} : { notPublishable: intent.barred }),
    ...(intent.embargoedUntil === undefined ? {} : { embargoedUntil: intent.embargoedUntil }),
    ...(intent.copyOf === undefined ? {} : { copyOf: intent.copyOf }),
    ...(closings.length > 0 ? {} : { captions: expectedCaptions(ordered.flatMap((event) => event.intent.captions)) }),
  }
}

/** One caption a family; the newest text stands, every form is kept. `mentions` come newest first. */
function expectedCaptions(mentions: readonly CaptionIntent[]): readonly ExpectedCaption[] {
  const families = new Map<string, { text: string; forms: Set<string> }>()
  for (const { family, text, form } of mentions) {
    const known = families.get(family)
    if (known === undefined) families.set(family, { text, forms: new Set([form]) })
    else known.forms.add(form)
  }
  return [...families].map(([family, { text, forms }]) => ({ family, text, forms: [...forms] }))
}
