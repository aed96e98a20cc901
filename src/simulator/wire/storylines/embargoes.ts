import { clinic, earnings, science } from '../beats/index.ts'
import { openStory } from '../running-story.ts'
import type { Storyline } from './storyline.ts'
import { hour, minute } from './storyline.ts'

export const embargoReleased: Storyline = {
  name: 'an embargo that a new version lifts',
  file(desk, atSeconds) {
    const until = desk.clock.iso(atSeconds + 3 * hour)
    const story = openStory(desk, science, atSeconds)
    story.file({
      atSeconds,
      version: 0,
      shows: 'under embargo by status and time',
      status: 'embargoed',
      embargoed: until,
      editorialNote: `Eds: EMBARGOED until ${desk.clock.hour(atSeconds + 3 * hour)} GMT.`,
      urgency: 5,
    })
    story.file({
      atSeconds: atSeconds + 3 * hour + minute,
      version: 1,
      shows: 'the embargo is over: the same story without it',
      take: '1st Ld-Writethru',
      editorialNote: 'Eds: UPDATES: Embargo has expired.',
    })
  },
}

export const embargoStanding: Storyline = {
  name: 'an embargo that outlasts the day',
  file(desk, atSeconds) {
    openStory(desk, clinic, atSeconds).file({
      atSeconds,
      version: 0,
      shows: 'under embargo for two more days',
      status: 'embargoed',
      embargoed: desk.clock.iso(atSeconds + 48 * hour),
      editorialNote: 'Eds: EMBARGOED. For release in two days.',
      urgency: 7,
    })
  },
}

/** AP: check `embargoed` whatever the status says. */
export const embargoBehindUsable: Storyline = {
  name: 'usable by status, embargoed by time',
  file(desk, atSeconds) {
    openStory(desk, earnings, atSeconds).file({
      atSeconds,
      version: 0,
      shows: 'the status says usable, but there is an embargo: it must not be printed before',
      status: 'usable',
      embargoed: desk.clock.iso(atSeconds + 30 * hour),
      editorialTypes: ['HoldForRelease'],
      editorialNote: 'Eds: Hold for release; Adv for tomorrow.',
      take: 'ADV',
      urgency: 7,
    })
  },
}
