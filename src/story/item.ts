/**
 * The canonical item: what every parser makes of what an agency sent.
 *
 * Field names are fixed: they are what `writethru parse --json` prints, what the library returns, and what the views
 * are built from. Absent means absent: no empty strings, no nulls, no empty arrays. All times are ISO 8601 with a zone;
 * a time that arrived without one is read in the agency's zone and flagged with the warning `time.zoneless`.
 */

export type ItemType = 'text' | 'picture' | 'graphic' | 'video' | 'audio' | 'composite'

/** What readers may do with the item now. `embargoed` and `withheld` may become usable later; `canceled` is a kill. */
export type Status = 'usable' | 'embargoed' | 'withheld' | 'canceled'

/** Why an item is kept but must never be printed as a story. */
export type NotPublishable =
  | 'advisory'
  | 'daybook'
  | 'banner'
  | 'digest'
  | 'kill-notice'
  | 'withhold-notice'
  | 'test'
  | 'no-content-signal'
  | 'notebook'
  | 'concept'
  | 'planning'

/** What kind of filing this is. Open agencies' words are mapped to these; the raw word stays in `notes` or `genres`. */
export type EditorialType =
  | 'new'
  | 'lead'
  | 'writethru'
  | 'add'
  | 'take'
  | 'sub'
  | 'update'
  | 'correction'
  | 'clarification'
  | 'kill'
  | 'withhold'
  | 'elimination'
  | 'disregard'
  | 'hold-for-release'
  | 'advisory'
  | 'alert'

export interface Byline {
  /** The name as a reader should see it, without "By", in title case when the agency set it in capitals. */
  readonly name: string
  readonly title?: string
  readonly organisation?: string
}

export interface Dateline {
  /** As the metadata gives it, else as printed before the text, without its separator: "BUFFALO, N.Y.". */
  readonly text: string
  readonly city?: string
  readonly region?: string
  readonly country?: string
  /** The date printed in the dateline, as printed. */
  readonly date?: string
}

export interface Subject {
  readonly code?: string
  readonly name?: string
  /** Alias or URI of the vocabulary, as received. Never guessed from the digits of a code. */
  readonly scheme?: string
}

/** A person, place, organisation or event named by the agency's metadata. */
export interface Entity {
  readonly name?: string
  readonly code?: string
  readonly scheme?: string
}

/** Where in a document a caption stood. A headline or teaser is no caption. */
export type CaptionRole = 'main' | 'media' | 'body' | 'alt' | 'gallery' | 'metadata'

export interface Caption {
  /** The caption without its credit. */
  readonly text: string
  /** The credit as printed: "AP Photo/Jane Doe, File". */
  readonly credit?: string
  readonly photographer?: string
  readonly agency?: string
  /** file, pool, handout, courtesy. */
  readonly flags?: readonly string[]
  readonly role?: CaptionRole
  /** The agency id or URL of the picture the caption belongs to. */
  readonly mediaUri?: string
  /** The text as it stood in the document, credit and all. Absent when equal to `text`. */
  readonly raw?: string
}

export interface Rendition {
  /** main, preview, thumbnail, nitf, caption, script ... as the agency names it. */
  readonly role: string
  /** Without keys and session tokens. */
  readonly href?: string
  readonly mimeType?: string
  readonly width?: number
  readonly height?: number
  readonly bytes?: number
}

export interface Media {
  /** The agency's id of the picture or clip, else its URL. */
  readonly uri: string
  readonly type: ItemType
  readonly renditions?: readonly Rendition[]
}

export interface Link {
  /**
   * pictureOf, hasPicture, earlierVersion, replaces, replacedBy, memberOf, hasMember, cancels, translationOf, seeAlso,
   * alternate, derivedFrom, processedFrom. `cancels` closes the story it names.
   */
  readonly rel: string
  readonly uri: string
  readonly version?: string
  /** Position in a package or take chain, from 0. */
  readonly position?: number
}

export interface ItemWarning {
  /** Dotted, stable, documented: "time.zoneless", "charset.conflict", "xml.repaired". */
  readonly code: string
  readonly detail: string
}

export interface Item {
  readonly type: ItemType
  /** The agency's stable id of the story, without a version. The same through every writethru, correction and kill. */
  readonly uri: string
  /** As sent. Compared as numbers, never as text. */
  readonly version?: string
  readonly etag?: string
  readonly status: Status
  /** False for advisories, banners, notices: kept, flagged, never printed. Independent of `status`. */
  readonly publishable: boolean
  readonly notPublishable?: NotPublishable
  readonly editorialType?: EditorialType
  readonly headline?: string
  readonly headlineExtended?: string
  /** The slug without cycle and take: the words that stay the same through every lead of a story. */
  readonly slug?: string
  /** The take as printed: "8th Ld-Writethru". */
  readonly takeKey?: string
  /** As printed. */
  readonly byline?: string
  readonly bylines?: readonly Byline[]
  readonly dateline?: Dateline
  readonly abstract?: string
  /** Sanitised: only what a newsroom may print. */
  readonly bodyHtml?: string
  /** Paragraphs parted by a blank line, table cells by tabs. */
  readonly bodyText?: string
  readonly wordCount?: number
  /** BCP 47, lower-case language. */
  readonly language?: string
  /** Never for readers. */
  readonly editorialNote?: string
  readonly usageTerms?: readonly string[]
  readonly copyrightNotice?: string
  readonly copyrightHolder?: string
  readonly creditLine?: string
  readonly source?: string
  readonly provider?: string
  /** 1 (flash) to 9. */
  readonly urgency?: number
  readonly firstCreated?: string
  readonly versionCreated?: string
  /** ISO 8601, or "indefinite" when the agency gave an embargo without an end. */
  readonly embargoedUntil?: string
  readonly expires?: string
  readonly keywords?: readonly string[]
  readonly subjects?: readonly Subject[]
  readonly categories?: readonly string[]
  readonly places?: readonly Entity[]
  readonly people?: readonly Entity[]
  readonly organisations?: readonly Entity[]
  readonly events?: readonly Entity[]
  readonly genres?: readonly string[]
  readonly captions?: readonly Caption[]
  readonly media?: readonly Media[]
  readonly links?: readonly Link[]
  /** What is not for readers: shirt-tails, boilerplate, raw relative times. */
  readonly notes?: readonly string[]
  /** For extracted pages: where each field came from and how sure it is. */
  readonly provenance?: Readonly<Record<string, string>>
  readonly warnings?: readonly ItemWarning[]
}
