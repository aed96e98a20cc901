import type { Random } from '../random.ts'
import { createRandom } from '../random.ts'
import { beats } from './beats/index.ts'
import type { Cast } from './cast.ts'
import { drawCast } from './cast.ts'
import type { DayClock } from './day-clock.ts'
import { createDayClock } from './day-clock.ts'
import type { Intent, WireEvent } from './event.ts'
import type { ItemFacts } from './item.ts'
import { envelopeOf, etagOf } from './item.ts'
import { renderNitf } from './nitf.ts'
import { datelineOf } from './places.ts'
import { productsOf } from './products.ts'
import { defaultStart } from './scripted-day.ts'

export interface BulkOptions {
  readonly items: number
  readonly seed?: number | string
  readonly startsAt?: string
  /** Over how many seconds of the day the items are spread; 0, the default, publishes all of them at once. */
  readonly spreadSeconds?: number
  /** How often a story is followed by a writethru: 0.1 makes every tenth item a second version. */
  readonly writethrus?: number
}

const subjects = [
  'The harbor office',
  'A row of warehouses',
  'The night train',
  'An orchard cooperative',
  'The survey team',
  'A retired pilot',
  'The district school',
  'A cargo of tiles',
  'The bridge committee',
  'One of the divers',
  'The weather station',
  'A caravan of beekeepers',
]
const deeds = [
  'reported',
  'kept',
  'postponed',
  'measured',
  'returned',
  'auctioned',
  'repaired',
  'questioned',
  'registered',
  'moved',
  'repainted',
  'counted',
]
const things = [
  'crates of lamp oil',
  'pages of the land register',
  'signal flags',
  'sacks of seed potatoes',
  'boundary stones',
  'copper kettles',
  'letters of complaint',
  'tide tables',
  'folding chairs',
  'empty birdcages',
  'winter coats',
  'brass fittings',
]
const reasons = [
  'before the road was closed',
  'while the council was sitting',
  'at the request of the insurers',
  'although nobody had asked for it',
  'for the second time in a month',
  'after a night of heavy fog',
  'in the presence of two witnesses',
  'to make room for the fair',
  'without a word of explanation',
  'as the law of the district requires',
]

/** A sentence that hardly any other item has: five draws and a number. */
function sentence(random: Random, cast: Cast): string {
  return `${random.pick(subjects)} near ${random.pick([cast.place, cast.neighbour]).city} ${random.pick(deeds)} ${random.int(11, 9999)} ${random.pick(things)} ${random.pick(reasons)}, ${random.pick([cast.official, cast.expert, cast.worker]).last} said.`
}

/** About 5.5 kB of text: a lede of its own, the first paragraphs of a beat, and sentences made up for this item. */
function bodyOf(random: Random, cast: Cast, beat: (typeof beats)[number], version: number): readonly string[] {
  const paragraphs = beat.paragraphs.slice(0, 2).map((line) => line(cast))
  if (version > 0) paragraphs.splice(1, 0, beat.developments[0]?.(cast) ?? '')
  let length = paragraphs.join('').length
  while (length < 4700) {
    const paragraph = [sentence(random, cast), sentence(random, cast), sentence(random, cast)].join(' ')
    paragraphs.push(paragraph)
    length += paragraph.length
  }
  return paragraphs
}

/** One item of a bulk day; envelope and document are written when they are asked for and not kept. */
class BulkEvent implements WireEvent {
  readonly atSeconds: number
  readonly itemid: string
  readonly version: number
  readonly #seed: string
  readonly #number: number
  readonly #clock: DayClock

  constructor(seed: string, number: number, version: number, atSeconds: number, clock: DayClock) {
    this.#seed = seed
    this.#number = number
    this.#clock = clock
    this.version = version
    this.atSeconds = atSeconds
    this.itemid = createRandom(`${seed}/id/${number}`).hex(32)
  }

  get etag(): string {
    return etagOf({ itemid: this.itemid, version: this.version, edit: 1, type: 'text' })
  }

  #write(): { facts: ItemFacts; nitf: () => string } {
    const random = createRandom(`${this.#seed}/item/${this.#number}`)
    const beat = random.pick(beats)
    const cast = drawCast(random, this.#clock, this.atSeconds, beat.setting)
    const headline = `${beat.headline(cast)} (${this.#number})`
    const slug = `${cast.place.slugRegion}--${beat.slug(cast)} ${this.#number}`
    const written = this.#clock.iso(this.atSeconds)
    const facts: ItemFacts = {
      itemid: this.itemid,
      version: this.version,
      edit: 1,
      type: 'text',
      status: 'usable',
      friendlykey: `26${String(1_000_000_000 + this.#number)}`,
      transref: `B${String(this.#number % 10_000).padStart(4, '0')}`,
      firstCreated: written,
      versionCreated: written,
      headline,
      extended: beat.extended(cast),
      slug,
      slugline: `BC-${slug}${this.version > 0 ? `, ${this.version}st Ld-Writethru` : ''}`,
      year: cast.year,
      category: beat.category,
      subjects: [{ name: beat.subject }, { name: beat.topSubject, top: true }],
      products: productsOf(beat.category, 'text'),
      urgency: 4,
      profile: 'Spot Development',
      editorialRole: 'FullStory',
      signals: ['newscontent'],
      bylines: [{ by: `By ${cast.writer.toUpperCase()}`, title: 'Associated Press' }],
      dateline: datelineOf(cast.place),
      place: cast.place,
      keywords: [beat.slug(cast)],
      people: [cast.official.full],
      words: 800,
    }
    const nitf = (): string =>
      renderNitf({
        headline,
        byline: `By ${cast.writer.toUpperCase()}`,
        bylineTitle: 'Associated Press',
        dateline: datelineOf(cast.place),
        category: beat.category,
        issued: this.#clock.basic(this.atSeconds),
        year: cast.year,
        paragraphs: bodyOf(random, cast, beat, this.version),
      })
    return { facts, nitf }
  }

  get envelope(): unknown {
    return envelopeOf(this.#write().facts)
  }

  get nitf(): string {
    return this.#write().nitf()
  }

  get intent(): Intent {
    const { facts } = this.#write()
    return {
      outcome: 'stored',
      shows: this.version === 0 ? 'one of many' : 'a writethru of one of many',
      type: 'text',
      status: 'usable',
      headline: facts.headline,
      versionCreated: facts.versionCreated,
      captions: [],
    }
  }
}

/**
 * Any number of distinct text items of about 6 kB, for load: no turns, no pictures. The same options give the same
 * items, byte for byte. Memory stays small, because items are written when they are asked for: about 20,000 pages of
 * work, not of storage.
 */
export function bulkDay(options: BulkOptions): readonly WireEvent[] {
  const seed = String(options.seed ?? 1)
  const clock = createDayClock(options.startsAt ?? defaultStart)
  const every = options.writethrus === undefined || options.writethrus <= 0 ? 0 : Math.round(1 / options.writethrus)
  const step = (options.spreadSeconds ?? 0) / Math.max(1, options.items)
  const events: WireEvent[] = []
  let number = 0
  while (events.length < options.items) {
    const followUp = every > 0 && events.length > 0 && events.length % every === 0
    if (!followUp) number++
    events.push(new BulkEvent(seed, number, followUp ? 1 : 0, Math.floor(events.length * step), clock))
  }
  return events
}
