import { dayOf, derivedUri } from '../../normalise/identity.ts'
import { readTime } from '../../normalise/time.ts'
import { at, attr, child, textOf } from '../xml/read.ts'
import type { XmlElement } from '../xml/read.ts'

export interface Identity {
  /** urn:newsml:Provider:Date:NewsItemId, without revision. */
  readonly uri: string
  readonly version?: string
  /** N: a whole item. U: instructions to change parts of an earlier revision. A: only its management data. */
  readonly update: 'N' | 'U' | 'A'
  readonly providerId?: string
}

/**
 * Reads the chain identity (NewsML 1.2 specification, NewsIdentifier). A well-formed PublicIdentifier is believed before
 * its parts, because agencies put versions into NewsItemId ("...-v2") that are not in it; it loses its last part, the
 * revision with an update letter. Without either, the identity is made of provider, day and what names the story.
 */
export function readIdentity(newsItem: XmlElement): Identity | undefined {
  const identification = child(newsItem, 'Identification')
  const identifier = child(identification, 'NewsIdentifier')
  const revision = child(identifier, 'RevisionId')
  const version = textOf(revision)
  const letter = attr(revision, 'Update')?.toUpperCase()
  const providerId = textOf(child(identifier, 'ProviderId'))
  const uri =
    fromPublicIdentifier(textOf(child(identifier, 'PublicIdentifier')), version) ??
    fromParts(newsItem, providerId) ??
    fromName(newsItem, providerId)
  if (uri === undefined) return undefined
  return {
    uri,
    update: letter === 'U' || letter === 'A' ? letter : 'N',
    ...(version === undefined ? {} : { version }),
    ...(providerId === undefined ? {} : { providerId }),
  }
}

function fromPublicIdentifier(raw: string | undefined, version: string | undefined): string | undefined {
  if (raw === undefined || !/^urn:newsml:/i.test(raw)) return undefined
  const last = raw.slice(raw.lastIndexOf(':') + 1)
  const revision = /^(\d{1,20})[NUA]?$/i.exec(last)?.[1] ?? last
  const chain =
    version !== undefined && (revision === version || last === version) ? raw.slice(0, raw.lastIndexOf(':')) : raw
  // "urn:newsml:www.belga.be" names only the agency
  return chain.split(':').length >= 4 ? chain : undefined
}

function fromParts(newsItem: XmlElement, providerId: string | undefined): string | undefined {
  const identifier = at(newsItem, 'Identification/NewsIdentifier')
  const itemId = textOf(child(identifier, 'NewsItemId'))
  if (providerId === undefined || itemId === undefined) return undefined
  return `urn:newsml:${providerId}:${stableDate(newsItem, textOf(child(identifier, 'DateId')))}:${itemId}`
}

/**
 * Belga fills DateId with the time of this revision, which would make every revision a story of its own: then the day of
 * the first creation stands in.
 */
function stableDate(newsItem: XmlElement, dateId: string | undefined): string {
  const created = textOf(at(newsItem, 'NewsManagement/FirstCreated'))
  const revised = textOf(at(newsItem, 'NewsManagement/ThisRevisionCreated'))
  const moves = dateId !== undefined && dateId.length > 8 && dateId === revised
  const day = (created ?? '').replace(/-/g, '').slice(0, 8)
  if (dateId === undefined || moves) return /^\d{8}$/.test(day) ? day : (dateId ?? 'undated')
  return dateId
}

/** TASS leaves out NewsItemId: what stays the same is its provider, the day and the label of the story. */
function fromName(newsItem: XmlElement, providerId: string | undefined): string | undefined {
  const name =
    textOf(at(newsItem, 'Identification/NameLabel')) ??
    textOf(at(newsItem, 'NewsComponent/NewsLines/SlugLine')) ??
    textOf(at(newsItem, 'NewsComponent/NewsLines/HeadLine')) ??
    textOf(at(newsItem, 'NewsComponent/NewsComponent/NewsLines/HeadLine'))
  if (name === undefined) return undefined
  const created = readTime(textOf(at(newsItem, 'NewsManagement/FirstCreated')))?.iso
  const dateId = textOf(at(newsItem, 'Identification/NewsIdentifier/DateId'))
  return derivedUri('newsml-1', providerId ?? 'unknown', dayOf(created) ?? dateId ?? 'undated', name)
}
