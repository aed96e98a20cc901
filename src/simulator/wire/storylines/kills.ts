import { court, fire, obituary, strike, vote } from '../beats/index.ts'
import type { Beat } from '../beats/beat.ts'
import { formNamed } from '../credits.ts'
import type { Desk } from '../desk.ts'
import { openPicture } from '../running-picture.ts'
import type { RunningStory } from '../running-story.ts'
import { openStory } from '../running-story.ts'
import { photoTitle } from './routine.ts'
import type { Storyline } from './storyline.ts'
import { hour, minute } from './storyline.ts'

function fileKill(story: RunningStory, atSeconds: number, version: number, shows: string): void {
  story.file({
    atSeconds,
    version,
    shows,
    status: 'canceled',
    take: 'KILL',
    editorialTypes: ['Kill'],
    editorialNote: 'Eds: A kill is mandatory. Make certain the story is not used.',
    byline: false,
    urgency: 3,
    paragraphs: [
      `EDITORS: Please kill the story ${story.slug}, ${story.transref}. An account by a single witness could not be confirmed.`,
      'A kill is mandatory. Make certain the story is not used.',
    ],
  })
}

const killed = (name: string, beat: Beat, run: (desk: Desk, story: RunningStory, at: number) => void): Storyline => ({
  name,
  file: (desk, at) => run(desk, openStory(desk, beat, at), at),
})

export const killAfter = killed('kill after the story', court, (_desk, story, at) => {
  story.file({ atSeconds: at, version: 0, shows: 'a story that will be killed' })
  story.file({
    atSeconds: at + 25 * minute,
    version: 1,
    shows: 'its writethru',
    take: '1st Ld-Writethru',
    developments: 1,
  })
  fileKill(story, at + hour, 2, 'the kill')
})

export const killFirst = killed('kill before the story', vote, (_desk, story, at) => {
  fileKill(story, at, 1, 'a kill that overtakes its story')
  story.file({ atSeconds: at + 7 * minute, version: 0, shows: 'the story that comes after its kill: it stays closed' })
})

export const killAlone = killed('kill of a story never sent', obituary, (_desk, story, at) => {
  fileKill(story, at, 3, 'a kill whose story this account never got')
})

export const killWithLateLead = killed('an older lead after the kill', strike, (_desk, story, at) => {
  story.file({ atSeconds: at, version: 0, shows: 'a story that will be killed' })
  fileKill(story, at + 30 * minute, 2, 'the kill')
  story.file({
    atSeconds: at + 42 * minute,
    version: 1,
    shows: 'a lead older than the kill, late: it reopens nothing',
    take: '1st Ld-Writethru',
  })
})

export const killReopened = killed('a killed story is sent again', vote, (_desk, story, at) => {
  story.file({ atSeconds: at, version: 0, shows: 'a story that will be killed and come back' })
  fileKill(story, at + 35 * minute, 1, 'the kill')
  story.file({
    atSeconds: at + 3 * hour,
    version: 2,
    shows: 'a higher version of the same agency: the story is open again',
    take: '2nd Ld-Writethru',
    editorialNote: 'Eds: RESTORES story killed earlier; the account has been confirmed.',
    developments: 1,
  })
})

const withhold = (story: RunningStory, atSeconds: number, version: number): void => {
  story.file({
    atSeconds,
    version,
    shows: 'a withhold: suspended, perhaps to be released',
    status: 'withheld',
    take: 'WITHHOLD',
    editorialTypes: ['Withhold'],
    editorialNote: 'Eds: Please withhold this story while a fact is checked.',
  })
}

export const withheldThenReleased = killed('withheld, then released', fire, (_desk, story, at) => {
  story.file({ atSeconds: at, version: 0, shows: 'a story that is withheld and released' })
  withhold(story, at + 15 * minute, 1)
  story.file({
    atSeconds: at + 80 * minute,
    version: 2,
    shows: 'the release of a withheld story',
    take: '1st Ld-Writethru',
    editorialNote: 'Eds: Releases story withheld earlier.',
    developments: 1,
  })
})

export const withheldForGood = killed('withheld and never released', court, (_desk, story, at) => {
  story.file({ atSeconds: at, version: 0, shows: 'a story that is withheld for good' })
  withhold(story, at + 20 * minute, 1)
})

export const disregarded = killed('a filing made in error', obituary, (_desk, story, at) => {
  story.file({ atSeconds: at, version: 0, shows: 'an obituary sent too early' })
  story.file({
    atSeconds: at + 3 * minute,
    version: 1,
    shows: 'disregard the filing before: canceled',
    status: 'canceled',
    take: 'DISREGARD',
    editorialTypes: ['Disregard'],
    editorialNote: 'Eds: Please disregard; sent in error.',
    byline: false,
    paragraphs: ['EDITORS: Please disregard the previous filing, which was sent in error.'],
  })
})

/** The photo is canceled, a banner announces it, and the replacement is a new item. */
export const killedPicture: Storyline = {
  name: 'a killed photo, its banner and its replacement',
  file(desk, at) {
    const story = openStory(desk, fire, at)
    const title = photoTitle(story)
    const staff = formNamed('staff')
    const [line, other] = fire.captions
    const picture = openPicture(desk, story.cast, line?.(story.cast) ?? '', at, title)
    picture.file({ atSeconds: at, version: 0, form: staff, shows: 'a photo that will be killed' })
    picture.file({
      atSeconds: at + 45 * minute,
      version: 1,
      form: staff,
      shows: 'the kill of a photo',
      status: 'canceled',
      editorialTypes: ['Kill'],
      editorialNote: 'MANDATORY KILL: the photo shows another fire.',
    })
    const banner = openPicture(desk, story.cast, title, at + 46 * minute, title)
    banner.file({
      atSeconds: at + 46 * minute,
      version: 0,
      form: {
        name: 'banner',
        agency: true,
        print: () => `PHOTO KILL: Editors, please kill ${title}. The photo shows another fire.`,
      },
      shows: 'the banner that announces a kill: an image of the notice, neither photo nor caption',
      category: 'V',
      editorialTypes: ['Kill'],
      title: `PHOTO KILL ${title}`,
      barred: 'banner',
      intent: { captions: [], statusOpen: true },
    })
    const replacement = openPicture(desk, story.cast, other?.(story.cast) ?? '', at + 90 * minute, title)
    replacement.file({ atSeconds: at + 90 * minute, version: 0, form: staff, shows: 'the replacement: a new item' })
    const removed = openPicture(desk, story.cast, fire.captions[2]?.(story.cast) ?? '', at + 95 * minute, title)
    removed.file({ atSeconds: at + 95 * minute, version: 0, form: staff, shows: 'a photo that will be eliminated' })
    removed.file({
      atSeconds: at + 130 * minute,
      version: 1,
      form: staff,
      shows: 'an elimination: canceled',
      status: 'canceled',
      editorialTypes: ['Elimination'],
      editorialNote: 'ELIMINATION: duplicate of another frame.',
    })
  },
}
