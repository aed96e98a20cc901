import type { ItemType, Status } from '../../story/item.ts'
import type { CaptionIntent, WireEvent } from '../wire/event.ts'

/** A filing of the day as any agency would have it: without AP's words for it. */
export interface Filing {
  readonly event: WireEvent
  readonly itemid: string
  /** Counts every edit of every version: agencies other than AP give each a number of its own. */
  readonly version: number
  readonly type: ItemType
  readonly status: Status
  readonly headline: string
  readonly extended?: string
  readonly slug?: string
  readonly byline?: string
  readonly dateline?: string
  readonly city?: string
  readonly country?: string
  readonly countryCode?: string
  readonly urgency?: number
  readonly editorialNote?: string
  readonly embargoedUntil?: string
  readonly firstCreated: string
  readonly versionCreated: string
  readonly creditLine?: string
  readonly keywords: readonly string[]
  readonly subjects: readonly { readonly name: string; readonly code?: string }[]
  /** Escaped for XML and HTML, as they stand in the story. */
  readonly paragraphs: readonly string[]
  /** Tables of agate, as HTML. */
  readonly tables: readonly string[]
  /** Pictures and their captions; a picture has its own, a story those printed in it. */
  readonly captions: readonly CaptionIntent[]
}

type Fields = Readonly<Record<string, unknown>>
const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** Which edit of a version this is: the number behind the `a` of the etag. */
const editOf = (event: WireEvent): number => Number(/_\d{1,6}a(\d{1,4})/.exec(event.etag)?.[1] ?? 0)

/** Without the pictures that stand between the paragraphs. */
const bodyOf = (nitf: string): string =>
  (nitf.split('<body.content>')[1] ?? '').replaceAll(/<media [\s\S]{0,20000}?<\/media>/g, '')

/** Reads a filing back out of the simulator's own writing of it. */
export function filingOf(event: WireEvent): Filing {
  const item = ((event.envelope as { item?: unknown }).item ?? {}) as Fields
  const place = (item['datelinelocation'] ?? {}) as Fields
  const byline = list(item['bylines'])[0] as Fields | undefined
  const body = bodyOf(event.nitf ?? '')
  const optional = {
    extended: text(item['headline_extended']),
    slug: text(item['title']),
    byline: text(byline?.['by']),
    dateline: text(item['located']),
    city: text(place['city']),
    country: text(place['countryname']),
    countryCode: text(place['countrycode']),
    urgency: typeof item['urgency'] === 'number' ? item['urgency'] : undefined,
    editorialNote: text(item['ednote']),
    embargoedUntil: event.intent.embargoedUntil,
    creditLine: text(item['description_creditline']),
  }
  return {
    event,
    itemid: event.itemid,
    version: event.version * 100 + editOf(event),
    type: event.intent.type,
    status: event.intent.status,
    headline: event.intent.headline,
    firstCreated: text(item['firstcreated']) ?? event.intent.versionCreated,
    versionCreated: event.intent.versionCreated,
    keywords: list(item['keywords']).filter((word) => typeof word === 'string'),
    subjects: list(item['subject']).flatMap((subject) => {
      const { name, code } = subject as Fields
      const named = text(name)
      const coded = text(code)
      return named === undefined ? [] : [{ name: named, ...(coded === undefined ? {} : { code: coded }) }]
    }),
    paragraphs: [...body.matchAll(/<p(?: lede="true")?>([^<]*)<\/p>/g)]
      .map((found) => found[1] ?? '')
      .filter((paragraph) => paragraph !== '' && paragraph !== '___'),
    tables: [...body.matchAll(/<table>[\s\S]{0,100000}?<\/table>/g)].map((found) => found[0]),
    captions: event.intent.captions,
    ...(Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)) as object),
  }
}
