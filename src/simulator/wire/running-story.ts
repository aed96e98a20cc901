import type { NotPublishable, Status } from '../../story/item.ts'
import { background } from './beats/background.ts'
import type { Beat, Line } from './beats/beat.ts'
import type { Cast } from './cast.ts'
import { drawCast } from './cast.ts'
import type { Random } from '../random.ts'
import type { Desk } from './desk.ts'
import type { CaptionIntent, Intent, WireEvent } from './event.ts'
import type { Association } from './item.ts'
import type { Agate, BodyPicture } from './nitf.ts'
import { writers } from './names.ts'
import { datelineOf } from './places.ts'
import { productsOf } from './products.ts'

export interface VersionOptions {
  readonly atSeconds: number
  readonly version: number
  readonly shows: string
  /** Rises with every change of one version; 1 by default. */
  readonly edit?: number
  readonly status?: Status
  /** "1st Ld-Writethru" */
  readonly take?: string
  readonly headline?: string
  readonly editorialNote?: string
  readonly editorialTypes?: readonly string[]
  /** [`newscontent`] by default; an empty list leaves the field out, as AP does for advisories. */
  readonly signals?: readonly string[]
  readonly embargoed?: string
  readonly profile?: string
  readonly editorialRole?: string
  readonly urgency?: number
  readonly barred?: NotPublishable
  /** How many developments have come in, newest first. */
  readonly developments?: number
  /** How many paragraphs run; all of the beat's by default, and from there on into the place's background. */
  readonly length?: number
  /** Takes the place of the beat's prose. */
  readonly paragraphs?: readonly string[]
  readonly pictures?: readonly BodyPicture[]
  readonly associations?: readonly Association[]
  readonly agate?: readonly Agate[]
  readonly events?: readonly { readonly code: string; readonly name: string }[]
  readonly byline?: false
  readonly dateline?: false
  /** none: no NITF rendition is offered. unlicensed: it is listed, without an address. */
  readonly withoutDocument?: 'none' | 'unlicensed'
  readonly intent?: Partial<Intent>
}

/** A story that is still moving: one item id, one cast, and every version the script files of it. */
export interface RunningStory {
  readonly itemid: string
  readonly cast: Cast
  readonly beat: Beat
  readonly slug: string
  readonly transref: string
  file(options: VersionOptions): WireEvent
}

/** "1st", "2nd", "3rd", "4th" */
export function ordinal(number: number): string {
  const tail = number % 100 >= 11 && number % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')
  return `${number}${tail}`
}

/** The dress of a story that is neither news text nor from the beat's own words. */
export interface StoryDress {
  readonly slug?: string
  readonly headline?: string
  readonly category?: string
  readonly itemid?: string
  readonly cast?: Cast
  readonly service?: string
}

/** A cast whose place this beat has not been to today: two storms in one town would share their captions' words. */
function castOf(desk: Desk, beat: Beat, random: Random, atSeconds: number): Cast {
  let cast = drawCast(random, desk.clock, atSeconds, beat.setting)
  for (let tries = 0; tries < 40 && desk.covered.has(`${beat.name}/${cast.place.city}`); tries++) {
    cast = drawCast(random, desk.clock, atSeconds, beat.setting)
  }
  desk.covered.add(`${beat.name}/${cast.place.city}`)
  return cast
}

/** Opens a story of a beat. Nothing is filed yet. */
export function openStory(desk: Desk, beat: Beat, atSeconds: number, dress: StoryDress = {}): RunningStory {
  const random = desk.random.fork(`story/${desk.events.length}/${beat.name}/${atSeconds}`)
  const cast = dress.cast ?? castOf(desk, beat, random, atSeconds)
  const itemid = dress.itemid ?? desk.newItemId()
  const friendlykey = desk.newFriendlyKey()
  const category = dress.category ?? beat.category
  const transref = desk.newTransref(dress.service ?? category)
  const words = dress.slug ?? beat.slug(cast)
  const slug = category === 's' || category === 'v' ? words : `${cast.place.slugRegion}--${words}`
  const firstCreated = desk.clock.iso(atSeconds)
  const colleague = random.pick(writers.filter((name) => name !== cast.writer))
  const helper = random.pick([cast.neighbour.city, cast.place.country])
  const shirtTail = `Associated Press writer ${colleague} in ${helper} contributed to this report.`

  const proseOf = (options: VersionOptions): readonly string[] => {
    if (options.paragraphs !== undefined) return options.paragraphs
    const written = (line: Line): string => line(cast)
    const length = options.length ?? beat.paragraphs.length
    const [lede, second, ...rest] = [...beat.paragraphs, ...background].slice(0, length).map(written)
    const fresh = beat.developments
      .slice(0, options.developments ?? 0)
      .map(written)
      .reverse()
    // News goes below the second paragraph, where everybody has been introduced.
    return [lede, second, ...fresh, ...rest].filter((text) => text !== undefined)
  }

  return {
    itemid,
    cast,
    beat,
    slug,
    transref,
    file(options) {
      const paragraphs = proseOf(options)
      const headline = options.headline ?? dress.headline ?? beat.headline(cast)
      const versionCreated = desk.clock.iso(options.atSeconds)
      const signed = options.byline !== false
      const placed = options.dateline !== false
      const signals = options.signals ?? ['newscontent']
      const captions: readonly CaptionIntent[] = (options.pictures ?? []).map((picture) => picture.caption)
      const tail = options.version > 0 && paragraphs.length > 4 ? [shirtTail] : []
      const words = [...paragraphs, ...tail].join(' ').split(/\s+/).length
      const optional = {
        extended: paragraphs.length > 3 ? beat.extended(cast) : undefined,
        editorialTypes: options.editorialTypes,
        editorialNote: options.editorialNote,
        signals: signals.length === 0 ? undefined : signals,
        bylines: signed
          ? [
              {
                by: `By ${cast.writer.toUpperCase()}`,
                title: beat.category === 's' ? 'AP Sports Writer' : 'Associated Press',
              },
            ]
          : undefined,
        dateline: placed ? datelineOf(cast.place) : undefined,
        place: placed ? cast.place : undefined,
        embargoed: options.embargoed,
        people: placed ? [cast.official.full, cast.expert.full] : undefined,
        events: options.events,
        associations: options.associations,
        barred: options.barred,
        renditions: options.withoutDocument === undefined ? undefined : renditionsWithout(options.withoutDocument),
      }
      return desk.file({
        atSeconds: options.atSeconds,
        shows: options.shows,
        captions,
        ...(options.intent === undefined ? {} : { intent: options.intent }),
        facts: {
          itemid,
          version: options.version,
          edit: options.edit ?? 1,
          type: 'text',
          status: options.status ?? 'usable',
          friendlykey,
          transref,
          firstCreated,
          versionCreated,
          headline,
          slug,
          slugline: `BC-${slug}${options.take === undefined ? '' : `, ${options.take}`}`,
          year: cast.year,
          category,
          subjects: [{ name: beat.subject }, { name: beat.topSubject, top: true }],
          products: productsOf(category, 'text', options.editorialRole === 'NewsAlert'),
          urgency: options.urgency ?? 4,
          profile: options.profile ?? 'Spot Development',
          editorialRole: options.editorialRole ?? 'FullStory',
          keywords: [slug.replace(/^[A-Z]{2}--/, '')],
          words,
          ...present(optional),
        },
        ...(options.withoutDocument !== undefined
          ? {}
          : {
              document: {
                headline,
                category,
                issued: desk.clock.basic(options.atSeconds),
                year: cast.year,
                paragraphs,
                tail,
                namespace: desk.events.length % 3 !== 0,
                ...present({
                  byline: signed ? `By ${cast.writer.toUpperCase()}` : undefined,
                  bylineTitle: signed ? 'Associated Press' : undefined,
                  dateline: placed ? datelineOf(cast.place) : undefined,
                  editorialNote: options.editorialNote,
                  pictures: options.pictures,
                  agate: options.agate,
                }),
              },
            }),
      })
    },
  }
}

/** What AP lists where there is no body, or where the account may not have it. */
function renditionsWithout(why: 'none' | 'unlicensed'): Readonly<Record<string, unknown>> {
  if (why === 'none') return {}
  const nitf = { title: 'NITF Story Download', rel: 'Story', format: 'IIM', type: 'text', mimetype: 'text/xml' }
  return { nitf: { ...nitf, fileextension: 'xml', pricetag: 'Unavailable:MeterExpired', priced: true } }
}

/** Leaves out members without a value, for objects whose optional members must be absent and not undefined. */
export function present<T extends object>(value: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}
