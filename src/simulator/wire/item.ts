import type { ItemType, NotPublishable, Status } from '../../story/item.ts'
import { basePlaceholder, sessionPlaceholder } from './event.ts'
import type { Place } from './places.ts'

/** An item of the API as the desk knows it, before it is written in AP's fields. */
export interface ItemFacts {
  readonly itemid: string
  readonly version: number
  /** Rises when anything of a version changes: the number behind the `a` of the etag. */
  readonly edit: number
  readonly type: ItemType
  readonly status: Status
  readonly friendlykey: string
  readonly transref: string
  readonly firstCreated: string
  readonly versionCreated: string
  readonly headline: string
  readonly extended?: string
  /** Without cycle and take. */
  readonly slug: string
  /** With both. */
  readonly slugline: string
  readonly year: number
  readonly category: string
  readonly subjects: readonly { readonly name: string; readonly top?: boolean }[]
  readonly products: readonly Product[]
  readonly urgency?: number
  readonly profile?: string
  readonly editorialRole?: string
  readonly editorialTypes?: readonly string[]
  readonly editorialNote?: string
  readonly signals?: readonly string[]
  readonly bylines?: readonly { readonly by: string; readonly title?: string }[]
  readonly dateline?: string
  readonly place?: Place
  readonly embargoed?: string
  readonly caption?: string
  readonly creditLine?: string
  readonly photographer?: { readonly name: string; readonly code: string; readonly title: string }
  readonly source?: { readonly name: string; readonly type?: string }
  readonly keywords?: readonly string[]
  readonly people?: readonly string[]
  readonly events?: readonly { readonly code: string; readonly name: string }[]
  readonly associations?: readonly Association[]
  readonly renditions?: Readonly<Record<string, unknown>>
  readonly words?: number
  readonly barred?: NotPublishable
}

export interface Product {
  readonly id: number
  readonly name: string
}

/** A stub: AP links items without repeating them. */
export interface Association {
  readonly itemid: string
  readonly etag: string
  readonly type: ItemType
  readonly headline: string
  readonly version: number
}

export function etagOf(facts: Pick<ItemFacts, 'itemid' | 'version' | 'edit' | 'type'>): string {
  return `${facts.itemid}_${tagOf(facts)}`
}

/** The part of the etag that URLs carry as `et`. */
export function tagOf(facts: Pick<ItemFacts, 'version' | 'edit' | 'type'>): string {
  return `${facts.version}a${facts.edit}aza${facts.type === 'text' ? 0 : 3}c0`
}

/** AP's letters for its urgencies: 1 flash to 8 weekend advance. */
const priorityLetters: Readonly<Record<number, string>> = {
  1: 'f',
  2: 'b',
  3: 'u',
  4: 'r',
  5: 'd',
  6: 'w',
  7: 'a',
  8: 's',
}

/** A stable 32-digit code for an invented entity. */
function codeOf(name: string): string {
  let a = 0x9e3779b9
  let b = 0x85ebca6b
  for (let at = 0; at < name.length; at++) {
    a = Math.imul(a ^ name.charCodeAt(at), 0x01000193) >>> 0
    b = Math.imul(b + name.charCodeAt(at), 0x5bd1e995) >>> 0
  }
  const word = (value: number): string => (value >>> 0).toString(16).padStart(8, '0')
  return word(a) + word(b) + word(a ^ (b << 7)) + word(b ^ (a >>> 3))
}

const entityCodes = new Map<string, string>()

/** The code of a place, person or subject; there are few of them, and they come again and again. */
function entityCode(name: string): string {
  const known = entityCodes.get(name) ?? codeOf(name)
  entityCodes.set(name, known)
  return known
}

const entity = (name: string, extra: object): object => ({
  code: entityCode(name),
  name,
  rels: ['direct'],
  scheme: 'http://cv.ap.org/id/',
  creator: 'Machine',
  ...extra,
})

function textRenditions(facts: ItemFacts): object {
  const contentid = codeOf(`${facts.itemid}/${facts.version}/${facts.edit}`)
  const href = (format: string): string =>
    `${basePlaceholder}/content/${facts.itemid}.${facts.version}/download?type=text&format=${format}&rid=${contentid}` +
    `&cid=0&fid=${contentid}&trf=${facts.transref}&qt=${sessionPlaceholder}&et=${tagOf(facts)}`
  const common = { type: 'text', words: facts.words, contentid, mediafilterid: '2' }
  return {
    nitf: {
      title: 'NITF Story Download',
      rel: 'Story',
      format: 'IIM',
      mimetype: 'text/xml',
      fileextension: 'xml',
      ...common,
      href: href('NITF'),
    },
  }
}

function pictureRenditions(facts: ItemFacts): object {
  const name = `${facts.headline.replaceAll(/[^A-Za-z0-9]+/g, '_')}_${facts.friendlykey.slice(-5)}.jpg`
  const image = (role: string, title: string, width: number, height: number, path: string): object => ({
    title,
    rel: role,
    format: 'JPEG Baseline',
    type: 'picture',
    mimetype: 'image/jpeg',
    fileextension: 'jpg',
    contentid: codeOf(`${facts.itemid}/${role}`),
    digest: codeOf(`${facts.itemid}/${role}/bytes`),
    href: `${basePlaceholder}/content/${facts.itemid}.${facts.version}/${path}`,
    orientation: 'Horizontal',
    sizeinbytes: width * height,
    width,
    height,
    originalfilename: name,
  })
  const download = `download?type=picture&rid=${codeOf(`${facts.itemid}/Main`)}&qt=${sessionPlaceholder}&et=${tagOf(facts)}`
  return {
    main: image('Main', 'Full Resolution (JPG)', 4800, 3200, download),
    preview: image('Preview', 'Preview (JPG)', 512, 341, `preview/preview.jpg?qt=${sessionPlaceholder}`),
    thumbnail: image('Thumbnail', 'Thumbnail (JPG)', 125, 83, `thumbnail/thumbnail.jpg?qt=${sessionPlaceholder}`),
    caption_nitf: {
      title: 'NITF Caption Download',
      rel: 'Caption',
      format: 'IIM',
      type: 'text',
      mimetype: 'text/xml',
      fileextension: 'xml',
      words: facts.words,
      contentid: facts.itemid,
      href: `${basePlaceholder}/content/${facts.itemid}.${facts.version}/download?qt=${sessionPlaceholder}&type=text&format=nitf&text=caption&et=${tagOf(facts)}`,
    },
  }
}

/**
 * Writes the item in AP's field names and order, as one element of a feed page. Fields without a value are undefined, and
 * so do not reach the JSON.
 */
export function envelopeOf(facts: ItemFacts): { meta: object; item: Record<string, unknown> } {
  const tag = tagOf(facts)
  const picture = facts.type === 'picture' || facts.type === 'graphic'
  const item = {
    uri: `${basePlaceholder}/content/${facts.itemid}?qt=${sessionPlaceholder}&et=${tag}`,
    altids: {
      itemid: facts.itemid,
      etag: etagOf(facts),
      friendlykey: facts.friendlykey,
      referenceid: picture ? facts.friendlykey : facts.slug,
      transref: facts.transref,
    },
    version: facts.version,
    type: facts.type,
    urgency: facts.urgency,
    profile: facts.profile,
    editorialpriority: facts.urgency === undefined ? undefined : priorityLetters[facts.urgency],
    language: 'en',
    versioncreated: facts.versionCreated,
    firstcreated: facts.firstCreated,
    embargoed: facts.embargoed,
    editorialrole: facts.editorialRole,
    pubstatus: facts.status,
    ednote: facts.editorialNote,
    editorialtypes: facts.editorialTypes,
    signals: facts.signals,
    title: picture ? facts.headline : facts.slug,
    headline: facts.headline,
    headline_extended: facts.extended,
    slugline: facts.slugline,
    bylines: facts.bylines,
    photographer: facts.photographer,
    located: facts.dateline,
    datelinelocation:
      facts.place === undefined
        ? undefined
        : {
            city: facts.place.city,
            ...(facts.place.country === 'United States' && facts.place.region !== undefined
              ? { countryareaname: facts.place.region }
              : {}),
            countrycode: facts.place.countryCode,
            countryname: picture ? facts.place.country.toUpperCase() : facts.place.country,
            geometry_geojson: { type: 'Point', coordinates: [...facts.place.at] },
          },
    description_caption: facts.caption,
    description_creditline: facts.creditLine,
    copyrightnotice: `Copyright ${facts.year} The Associated Press. All rights reserved. This material may not be published, broadcast, rewritten or redistributed without permission.`,
    usageterms: ['Rehearsal copy: every person, place, company and event in it is invented.'],
    keywords: facts.keywords,
    provider: 'AP',
    infosource: [facts.source ?? { name: 'AP', type: 'AP' }],
    subject: [
      { rels: ['category'], creator: 'Editorial', code: facts.category, name: facts.category },
      ...facts.subjects.map((subject) =>
        entity(subject.name, subject.top === true ? { rels: ['ancestor'], topparent: true } : {}),
      ),
    ],
    person: facts.people?.map((name) =>
      picture
        ? { name, creator: 'Editorial', rels: ['personfeatured'], person_featured: name }
        : entity(name, { types: ['PERSON'] }),
    ),
    place:
      facts.place === undefined
        ? undefined
        : [
            entity(facts.place.city, {
              locationtype: { code: entityCode('City'), name: 'City' },
              geometry_geojson: { type: 'Point', coordinates: [...facts.place.at] },
            }),
          ],
    event: facts.events,
    associations:
      facts.associations === undefined || facts.associations.length === 0
        ? undefined
        : Object.fromEntries(
            facts.associations.map((stub, at) => [
              String(at + 1),
              {
                uri: `${basePlaceholder}/content/${stub.itemid}?qt=${sessionPlaceholder}&et=${stub.etag.slice(stub.itemid.length + 1)}`,
                altids: { itemid: stub.itemid, etag: stub.etag },
                type: stub.type,
                headline: stub.headline,
                version: stub.version,
              },
            ]),
          ),
    renditions: facts.renditions ?? (facts.type === 'text' ? textRenditions(facts) : pictureRenditions(facts)),
    textformat: facts.type === 'text' ? (facts.profile === 'Agate' ? 'at' : 'bx') : undefined,
    links: facts.type === 'text' ? [{ href: `https://apnews.com/${facts.itemid}`, rel: 'canonical' }] : undefined,
  }
  return { meta: { products: facts.products.map(({ id, name }) => ({ id, name })) }, item }
}
