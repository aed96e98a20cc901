import type { Beat } from '../beats/beat.ts'
import { beats, council, earnings, fire, science, talks } from '../beats/index.ts'
import type { Desk } from '../desk.ts'
import { openStory } from '../running-story.ts'
import type { Storyline } from './storyline.ts'
import { hour, minute } from './storyline.ts'

/** The version stays, the etag and the body change: routine at AP, and a new revision. */
export const sameVersionNewBody: Storyline = {
  name: 'same version, new etag and body',
  file(desk, atSeconds) {
    const story = openStory(desk, talks, atSeconds)
    for (const edit of [1, 2, 4]) {
      story.file({
        atSeconds: atSeconds + edit * 8 * minute,
        version: 0,
        edit,
        shows: edit === 1 ? 'a story' : 'the same version again under another etag, with a longer body',
        length: 3 + edit,
      })
    }
  },
}

/** Print and online file the same words under two ids. */
export const printAndOnline: Storyline = {
  name: 'the same text under two ids',
  file(desk, atSeconds) {
    const print = openStory(desk, science, atSeconds)
    print.file({ atSeconds, version: 0, shows: 'the print filing' })
    const online = openStory(desk, science, atSeconds, { cast: print.cast })
    online.file({
      atSeconds: atSeconds + 4 * minute,
      version: 0,
      shows: 'the online filing: another item with the same words',
      intent: { copyOf: print.itemid },
    })
  },
}

export const withoutRendition: Storyline = {
  name: 'text items without a body',
  file(desk, atSeconds) {
    openStory(desk, council, atSeconds).file({
      atSeconds,
      version: 0,
      shows: 'no NITF is offered: kept with its metadata only',
      withoutDocument: 'none',
    })
    openStory(desk, talks, atSeconds + minute).file({
      atSeconds: atSeconds + minute,
      version: 0,
      shows: 'the NITF is listed without an address: not licensed, and nothing to fetch',
      withoutDocument: 'unlicensed',
    })
  },
}

export const outOfOrder: Storyline = {
  name: 'versions that arrive in the wrong order, and one that arrives twice',
  file(desk, atSeconds) {
    const story = openStory(desk, fire, atSeconds)
    story.file({
      atSeconds: atSeconds + 10 * minute,
      version: 2,
      shows: 'the third version first',
      take: '2nd Ld-Writethru',
      developments: 2,
    })
    const first = story.file({ atSeconds: atSeconds + 11 * minute, version: 0, shows: 'the first version late: stale' })
    story.file({
      atSeconds: atSeconds + 12 * minute,
      version: 1,
      shows: 'the second version late: stale',
      take: '1st Ld-Writethru',
      developments: 1,
    })
    desk.fileRaw({
      ...first,
      atSeconds: atSeconds + hour,
      intent: { ...first.intent, shows: 'the first version sent again: a duplicate' },
    })
  },
}

/** Takes a filed event out of the envelope's rules; the script still knows which item was meant. */
function spoil(
  desk: Desk,
  atSeconds: number,
  shows: string,
  outcome: 'refused' | 'either',
  change: (item: Record<string, unknown>) => unknown,
): void {
  const beat = beats[Math.floor(atSeconds / minute) % beats.length] as Beat
  const story = openStory(desk, beat, atSeconds)
  const good = story.file({ atSeconds, version: 0, shows })
  const envelope = structuredClone(good.envelope) as { meta: unknown; item: Record<string, unknown> }
  const changed = change(envelope.item)
  desk.replace(good, {
    ...good,
    envelope: changed === undefined ? { meta: envelope.meta } : { meta: envelope.meta, item: changed },
    intent: { ...good.intent, outcome, shows },
  })
}

/** Elements without an identity, each of them another way. They must not share one. */
export const withoutIds: Storyline = {
  name: 'items without ids',
  file(desk, atSeconds) {
    spoil(desk, atSeconds, 'no altids at all', 'refused', ({ altids: _gone, uri: _too, ...item }) => item)
    spoil(desk, atSeconds + minute, 'altids without an item id', 'refused', ({ uri: _gone, ...item }) => ({
      ...item,
      altids: { friendlykey: '260000000001', transref: 'i0001' },
    }))
    spoil(desk, atSeconds + 2 * minute, 'an element without its item', 'refused', () => undefined)
  },
}

/** One poisonous element among good ones. */
export const poison: Storyline = {
  name: 'poison',
  file(desk, atSeconds) {
    spoil(desk, atSeconds, 'the item is a text where an object belongs', 'refused', () => 'not an item')
    spoil(desk, atSeconds + minute, 'U+0000 and half a surrogate pair in the headline', 'either', (item) => ({
      ...item,
      headline: `Marsh\u0000 fever \ud83d report`,
      ednote: 'Eds: \u0000\u0000',
    }))
    spoil(desk, atSeconds + 2 * minute, 'fields of the wrong kind everywhere', 'either', (item) => ({
      ...item,
      version: { number: 3 },
      headline: ['a', 'list'],
      subject: 'none',
      renditions: [null],
      bylines: { by: 7 },
      associations: 'none',
      versioncreated: 'soon',
    }))
    spoil(desk, atSeconds + 3 * minute, 'nested nine hundred deep', 'either', (item) => {
      let nest: unknown = 'core'
      for (let depth = 0; depth < 900; depth++) nest = [nest]
      return { ...item, event: nest }
    })
    spoil(desk, atSeconds + 4 * minute, 'a headline of a quarter megabyte', 'either', (item) => ({
      ...item,
      headline: 'Marsh fever '.repeat(21_000),
    }))
    spoil(desk, atSeconds + 5 * minute, 'members that would reach a prototype', 'either', (item) =>
      Object.fromEntries([...Object.entries(item), ['constructor', { prototype: { polluted: true } }]]),
    )
  },
}

/** A press release that comes through the agency, in its own dress. */
export const thirdParty: Storyline = {
  name: 'press release through the agency',
  file(desk, atSeconds) {
    const story = openStory(desk, earnings, atSeconds, { service: 'z' })
    const { cast } = story
    story.file({
      atSeconds,
      version: 0,
      shows: 'a paid release: its own dateline, no byline of the agency',
      byline: false,
      dateline: false,
      headline: `${cast.company} to Present at Autumn Freight Forum`,
      urgency: 5,
      paragraphs: [
        `${cast.place.city.toUpperCase()}, ${cast.place.country}--(PRESS LINE)--${desk.clock.shortDate(atSeconds)}--`,
        `${cast.company} today announced that ${cast.official.full}, its chief executive, will present at the Autumn Freight Forum in ${cast.neighbour.city}.`,
        `About ${cast.company}: founded in ${cast.year - cast.age}, the company moves goods in ${cast.dead + 9} countries.`,
        'Contacts: press office, press@example.com',
      ],
    })
  },
}
