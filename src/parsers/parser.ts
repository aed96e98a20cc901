import type { CharsetChoice } from '../story/charset.ts'
import type { ItemWarning } from '../story/item.ts'
import type { ParsedItem } from '../story/draft.ts'
import type { ErrorCode } from '../story/errors.ts'

/** A further document that belongs to the one being parsed: the NITF of an AP Media API item, for one. */
export interface Companion {
  /** nitf, caption, script, shotlist ... as the source named it. */
  readonly role: string
  readonly bytes: Uint8Array
  readonly contentType?: string
  /** Where it was fetched, without secrets; a page is told from the others by this. */
  readonly url?: string
}

/** Everything a parser may know. A parser is a pure function of this: no files, no network, no clock. */
export interface ParserInput {
  readonly bytes: Uint8Array
  /** The transport's Content-Type, with its charset parameter; may lie. */
  readonly contentType?: string
  /** Where the bytes came from, without secrets; a base for relative links. */
  readonly url?: string
  /** A name for messages and for formats without a headline. Never used to detect a format. */
  readonly fileName?: string
  /** ISO 8601; what relative stamps ("4 minutes ago") and years without digits are resolved against. */
  readonly receivedAt?: string
  /** IANA zone in which times without one are read. */
  readonly zone?: string
  readonly companions?: readonly Companion[]
}

/** What detection looks at; computed once for all parsers. */
export interface Probe {
  readonly bytes: Uint8Array
  /** The first 64 KiB as latin-1 text, without a byte order mark: bytes and characters have the same positions. */
  readonly head: string
  /** head without leading white space. */
  readonly start: string
  /** Local name of the XML root element when the document looks like XML. */
  readonly xmlRoot: string | undefined
  /** Namespace declarations on the root element, as written. */
  readonly xmlNamespaces: readonly string[]
  /** The first non-blank character is { or [. */
  readonly looksLikeJson: boolean
  readonly contentType: string | undefined
}

/** The number that an agency gave the transmission of a whole document, whatever items it holds. */
export interface DocumentTransmission {
  /** What is numbered: format, sender, service. */
  readonly series: string
  readonly number: number
  /** ISO 8601; when it was sent by the sender's account. */
  readonly sentAt?: string
}

export type ParseOutcome =
  | {
      readonly kind: 'parsed'
      readonly format: string
      readonly items: readonly ParsedItem[]
      readonly charset?: CharsetChoice
      readonly warnings?: readonly ItemWarning[]
      /** Items of the document that could not be read, while the others could. Quarantined one by one. */
      readonly refused?: readonly RefusedItem[]
      readonly transmission?: DocumentTransmission
    }
  | { readonly kind: 'refused'; readonly format?: string; readonly code: ErrorCode; readonly detail: string }

export interface RefusedItem {
  /** Position among all items of the document, from 0. */
  readonly index: number
  readonly code: ErrorCode
  readonly detail: string
  /** The agency's id when it could be read. */
  readonly uri?: string
}

export interface Parser {
  /** Stable name, kebab case: "newsml-g2". */
  readonly format: string
  readonly title: string
  /** 0: not mine. 100: certain. The highest wins; a tie goes to the parser registered first. */
  detect(probe: Probe): number
  /** The highest score `detect` ever gives: a parser is not asked once another was as certain. 100 when absent. */
  readonly mostCertain?: number
  parse(input: ParserInput): ParseOutcome
}
