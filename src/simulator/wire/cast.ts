import type { Random } from '../random.ts'
import type { DayClock } from './day-clock.ts'
import type { Place } from './places.ts'
import { familyNames, mensNames, photographers, womensNames, writers } from './names.ts'
import { clubs, companies, ministries, universities } from './organisations.ts'
import { places } from './places.ts'

export interface Person {
  readonly full: string
  readonly last: string
}

/** Who and what plays in one story. Drawn once, so that every version and every caption of the story agrees. */
export interface Cast {
  readonly place: Place
  readonly neighbour: Place
  /** "Brennholm, Halveria": the place as a caption or a sentence names it. */
  readonly where: string
  readonly weekday: string
  readonly yesterday: string
  readonly captionDate: string
  readonly earlierDate: string
  readonly year: number
  /** Women: official, resident. Men: minister, expert, worker. The prose uses pronouns. */
  readonly official: Person
  readonly minister: Person
  readonly resident: Person
  readonly expert: Person
  readonly worker: Person
  readonly university: string
  readonly company: string
  readonly ministry: string
  readonly club: string
  readonly rival: string
  readonly writer: string
  readonly photographer: string
  /** The numbers of the story; the same slot is the same number everywhere in it. */
  readonly dead: number
  readonly hurt: number
  readonly homes: number
  readonly millions: number
  readonly percent: number
  readonly votesFor: number
  readonly votesAgainst: number
  readonly miles: number
  readonly age: number
  /** Which of a beat's variants this story is: the stolen thing, the law, the sickness. */
  readonly turn: number
}

function castPerson(random: Random, given: readonly string[]): Person {
  const last = random.pick(familyNames)
  return { full: `${random.pick(given)} ${last}`, last }
}

/** Draws the people, bodies and numbers of one story that breaks at the given second of the day. */
export function drawCast(random: Random, clock: DayClock, atSeconds: number, setting?: 'coast' | 'abroad'): Cast {
  const mixed = random.shuffle(places)
  const fits = (known: Place): boolean =>
    setting === 'coast' ? known.coastal === true : setting !== 'abroad' || known.country !== 'United States'
  const place = mixed.find(fits) as Place
  // Ferries and fire engines come from the next town, negotiators from another country.
  const neighbour = mixed.find((known) =>
    setting === 'abroad'
      ? known.country !== place.country && fits(known)
      : known !== place && known.country === place.country,
  ) as Place
  const [club, rival] = random.shuffle(clubs) as [string, string]
  const dead = random.int(2, 9)
  const votesFor = random.int(34, 71)
  return {
    place,
    neighbour,
    where: place.region === undefined ? place.city : `${place.city}, ${place.region}`,
    weekday: clock.weekday(atSeconds),
    yesterday: clock.weekday(atSeconds - 86_400),
    captionDate: clock.captionDate(atSeconds),
    earlierDate: clock.shortDate(atSeconds - 86_400 * random.int(40, 300)),
    year: clock.year(atSeconds),
    official: castPerson(random, womensNames),
    minister: castPerson(random, mensNames),
    resident: castPerson(random, womensNames),
    expert: castPerson(random, mensNames),
    worker: castPerson(random, mensNames),
    university: random.pick(universities),
    company: random.pick(companies),
    ministry: random.pick(ministries),
    club,
    rival,
    writer: random.pick(writers),
    photographer: random.pick(photographers),
    dead,
    hurt: dead + random.int(8, 60),
    homes: random.int(120, 4800),
    millions: random.int(12, 940),
    percent: random.int(3, 28),
    votesFor,
    votesAgainst: random.int(9, votesFor - 3),
    miles: random.int(4, 90),
    age: random.int(24, 78),
    turn: random.int(0, 5),
  }
}
