import { clinic, storm } from '../beats/index.ts'
import { creditForms, formNamed } from '../credits.ts'
import { openStory, ordinal } from '../running-story.ts'
import { filePictures } from './routine.ts'
import type { Storyline } from './storyline.ts'
import { minute } from './storyline.ts'

/** From the alert to the eighth lead, under one item id, and The Latest beside it under its own. */
export const breakingStory: Storyline = {
  name: 'alert, fast story, eight leads and The Latest',
  file(desk, atSeconds) {
    const story = openStory(desk, storm, atSeconds)
    const alert = `APNewsAlert: Storm surge floods harbor district of ${story.cast.place.city}`
    story.file({
      atSeconds,
      version: 0,
      shows: 'an alert: a headline and one sentence, no byline',
      headline: alert,
      editorialRole: 'NewsAlert',
      urgency: 2,
      byline: false,
      paragraphs: [`A storm surge has flooded the harbor district of ${story.cast.where}.`],
    })
    story.file({
      atSeconds: atSeconds + 9 * minute,
      version: 1,
      shows: 'the fast story that takes over from its alert',
      editorialRole: 'FastStory',
      take: '1st Ld',
      urgency: 3,
      length: 3,
      editorialNote: 'Eds: APNewsNow. Will be led.',
    })
    const pictures = filePictures(desk, story, atSeconds + 30 * minute, 3, desk.random.fork('breaking'))
    for (let version = 2; version <= 8; version++) {
      story.file({
        atSeconds: atSeconds + (20 + version * 23) * minute,
        version,
        shows: 'one of many leads: versions are numbers, the eighth comes after the second',
        take: `${ordinal(version)} Ld-Writethru`,
        editorialNote: `Eds: UPDATES: With ${version} paragraphs of new material.; With AP Photos.`,
        length: 4 + version * 2,
        developments: Math.min(storm.developments.length, version - 2),
        pictures: pictures
          .slice(0, version - 1)
          .map((picture, at) => picture.inBody(creditForms[(version + at * 3) % 6] ?? formNamed('staff'))),
        associations: pictures.slice(0, version - 1).map((picture) => picture.stub()),
      })
    }

    const latest = openStory(desk, storm, atSeconds, {
      cast: story.cast,
      slug: `${storm.slug(story.cast)}-The Latest`,
      headline: `The Latest: ${story.cast.official.last} says shelters are filling up`,
    })
    for (let version = 0; version <= 3; version++) {
      latest.file({
        atSeconds: atSeconds + (60 + version * 45) * minute,
        version,
        shows: 'The Latest: an item of its own that names its parent as an event',
        signals: ['newscontent', 'Derived', 'DerivedLatest'],
        profile: 'Running',
        editorialRole: 'FastStory',
        ...(version === 0 ? {} : { take: `${ordinal(version)} Ld-Writethru` }),
        paragraphs: Array.from({ length: version + 2 }, (_, at) => {
          const line = storm.developments[at % storm.developments.length] ?? storm.paragraphs[0]
          return `${desk.clock.hour(atSeconds + (60 + (version - at) * 45) * minute)}\n${line?.(story.cast) ?? ''}`
        }),
        events: [{ code: story.itemid, name: storm.slug(story.cast) }],
      })
    }
  },
}

/** Takes and adds: each version carries the whole story, longer than the one before. */
export const takesAndAdds: Storyline = {
  name: 'takes and adds',
  file(desk, atSeconds) {
    const story = openStory(desk, clinic, atSeconds)
    story.file({ atSeconds, version: 0, shows: 'the first take', take: '1st Take', length: 3 })
    story.file({
      atSeconds: atSeconds + 12 * minute,
      version: 1,
      shows: 'the second take, as a whole: with ids every version replaces the one before',
      take: '2nd Take',
      length: 5,
    })
    story.file({ atSeconds: atSeconds + 31 * minute, version: 2, shows: 'an add', take: '1st Add', developments: 1 })
  },
}
