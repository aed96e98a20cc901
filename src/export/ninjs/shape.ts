/**
 * ninjs 3.1 as Writethru writes it, https://iptc.org/std/ninjs/: the subset of its fields that an item fills. Everything
 * here is valid ninjs 3.0 too. The schema is closed: a field that is not in it makes the document invalid.
 */

export interface NinjsText {
  readonly role: string
  readonly contentType?: string
  readonly value: string
}

export interface NinjsBody extends NinjsText {
  /** Characters and words of the text, whatever the form. */
  readonly charCount?: number
  readonly wordCount?: number
}

/** A subject, person, place, organisation or event: `uri` names vocabulary and code at once, `literal` is the code. */
export interface NinjsConcept {
  readonly name?: string
  readonly rel?: string
  readonly uri?: string
  readonly literal?: string
}

export interface NinjsRendition {
  readonly name: string
  readonly href?: string
  readonly contentType?: string
  readonly width?: number
  readonly height?: number
  readonly sizeInBytes?: number
}

export interface NinjsObject {
  readonly uri: string
  readonly type?: 'text' | 'audio' | 'video' | 'picture' | 'graphic' | 'composite'
  readonly representationType?: 'full' | 'partial'
  readonly version?: string
  readonly firstCreated?: string
  readonly versionCreated?: string
  readonly embargoedUntil?: string
  readonly expires?: string
  readonly pubStatus?: 'usable' | 'withheld' | 'canceled'
  readonly urgency?: number
  readonly language?: string
  readonly headlines?: readonly NinjsText[]
  readonly slugline?: string
  readonly by?: string
  readonly located?: string
  readonly descriptions?: readonly NinjsText[]
  readonly bodies?: readonly NinjsBody[]
  readonly edNote?: string
  readonly usageTerms?: string
  readonly copyrightHolder?: string
  readonly copyrightNotice?: string
  readonly infoSources?: readonly { readonly name: string; readonly role?: string }[]
  readonly subjects?: readonly NinjsConcept[]
  readonly people?: readonly NinjsConcept[]
  readonly organisations?: readonly NinjsConcept[]
  readonly places?: readonly NinjsConcept[]
  readonly events?: readonly NinjsConcept[]
  readonly genres?: readonly { readonly name: string }[]
  readonly altIds?: readonly { readonly role: string; readonly value: string }[]
  readonly renditions?: readonly NinjsRendition[]
  readonly associations?: readonly NinjsAssociation[]
}

/** A picture that goes with the item, a member of a package, or another story it speaks of. */
export interface NinjsAssociation extends NinjsObject {
  readonly name: string
  readonly rel?: string
}

/** A whole ninjs document. */
export interface Ninjs extends NinjsObject {
  readonly standard: { readonly name: 'ninjs'; readonly version: string; readonly schema: string }
}
