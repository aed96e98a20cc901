import { council, vote } from '../beats/index.ts'
import { openStory } from '../running-story.ts'
import type { Storyline } from './storyline.ts'
import { hour } from './storyline.ts'

/** What moves on the wire for editors and must never be printed. */
export const advisory: Storyline = {
  name: 'coverage advisory',
  file(desk, atSeconds) {
    const notice = openStory(desk, vote, atSeconds, {
      category: 'v',
      slug: 'Fisheries Vote-Advisory',
      headline: 'Coverage advisory: fisheries debate',
    })
    notice.file({
      atSeconds,
      version: 0,
      shows: 'an advisory: no newscontent signal, never printed',
      signals: [],
      profile: 'Advisory',
      take: 'ADVISORY',
      editorialTypes: ['Advisory'],
      byline: false,
      dateline: false,
      barred: 'advisory',
      paragraphs: [
        'EDITORS: The debate on fishing limits begins at 8 p.m. and is expected to last through the night. We will staff it with two writers and a photographer.',
        'A first lead is planned within 15 minutes of the vote.',
      ],
      intent: { barredAs: 'open' },
    })
  },
}

export const daybook: Storyline = {
  name: 'daybook',
  file(desk, atSeconds) {
    const calendar = openStory(desk, council, atSeconds, {
      category: 'v',
      slug: 'Harrow County Daybook',
      headline: 'Harrow County Daybook',
    })
    for (const version of [0, 1]) {
      calendar.file({
        atSeconds: atSeconds + version * 4 * hour,
        version,
        shows: 'a daybook: usable by status, category v, without signals',
        signals: [],
        profile: 'Daybook',
        byline: false,
        dateline: false,
        barred: 'daybook',
        intent: { barredAs: 'open' },
        paragraphs: [
          `${desk.clock.captionDate(atSeconds)}`,
          '9:00 a.m. The water board meets in public at the control room.',
          '11:30 a.m. The school band rehearses for the bridge opening; media welcome.',
          ...(version === 1
            ? ['2:00 p.m. NEW EVENT: The ferry company and the union brief reporters at the customs house.']
            : []),
        ],
      })
    }
  },
}

/** A headline package whose associations are stories: a table of contents, not a story. */
export const digest: Storyline = {
  name: 'Top Headlines digest',
  file(desk, atSeconds) {
    const stories = desk.events.filter(
      (event) => event.intent.type === 'text' && event.intent.status === 'usable' && event.atSeconds < atSeconds,
    )
    const chosen = [...new Map(stories.map((event) => [event.itemid, event])).values()].slice(-5)
    openStory(desk, council, atSeconds, {
      slug: 'AP Top Headlines',
      headline: `AP Top News at ${desk.clock.hour(atSeconds)} EDT`,
    }).file({
      atSeconds,
      version: 0,
      shows: 'a headline package: its associations are stories',
      signals: [],
      profile: 'Digest',
      byline: false,
      dateline: false,
      barred: 'digest',
      intent: { barredAs: 'open' },
      paragraphs: chosen.map((event) => event.intent.headline),
      associations: chosen.map((event) => ({
        itemid: event.itemid,
        etag: event.etag,
        type: 'text',
        headline: event.intent.headline,
        version: event.version,
      })),
    })
  },
}

export const testMessage: Storyline = {
  name: 'test message',
  file(desk, atSeconds) {
    openStory(desk, council, atSeconds, { slug: 'Test', headline: 'TEST -- Please disregard' }).file({
      atSeconds,
      version: 0,
      shows: 'a line test: carries news content and the signal Test',
      signals: ['newscontent', 'Test'],
      byline: false,
      dateline: false,
      barred: 'test',
      paragraphs: ['This is a test of the wire. THE QUICK BROWN FOX JUMPS OVER THE LAZY DOG 1234567890.'],
    })
  },
}

/** The old form of a kill: a notice of its own that names its target in prose. */
export const proseKillNotice: Storyline = {
  name: 'kill notice in prose',
  file(desk, atSeconds) {
    const notice = openStory(desk, council, atSeconds, { category: 'v', slug: 'Kill Notice', headline: 'Kill notice' })
    notice.file({
      atSeconds,
      version: 0,
      shows: 'a notice to editors under an id of its own: kept, never printed',
      signals: [],
      profile: 'Advisory',
      editorialTypes: ['Advisory'],
      byline: false,
      dateline: false,
      barred: 'kill-notice',
      intent: { barredAs: 'open', statusOpen: true },
      paragraphs: [
        'EDITORS: Please kill the story Lighthouse-Auction, V9921, which moved yesterday. A kill is mandatory.',
        'A substitute story will not be sent.',
      ],
    })
  },
}
