import { fire, football, obituary, storm } from '../beats/index.ts'
import { creditForms, formNamed, namelessForms } from '../credits.ts'
import { openPicture } from '../running-picture.ts'
import { openStory } from '../running-story.ts'
import { photoTitle } from './routine.ts'
import type { Storyline } from './storyline.ts'
import { hour, minute } from './storyline.ts'

/** One photo in story after story, its caption printed in every form the trade knows. */
export const samePhotoEverywhere: Storyline = {
  name: 'one photo, many stories, every credit form',
  file(desk, atSeconds) {
    const first = openStory(desk, storm, atSeconds)
    const picture = openPicture(desk, first.cast, storm.captions[2]?.(first.cast) ?? '', atSeconds, photoTitle(first))
    picture.file({ atSeconds, version: 0, form: formNamed('staff'), shows: 'the photo that everybody uses' })
    const forms = creditForms.filter((form) => form.name !== 'bare' && form.name !== 'file')
    const stories = 5
    const perStory = Math.ceil(forms.length / stories)
    for (let at = 0; at < stories; at++) {
      const printed = forms.slice(at * perStory, (at + 1) * perStory)
      const story =
        at === 0 ? first : openStory(desk, storm, atSeconds + at * minute, { cast: first.cast, ...sidebar(at) })
      story.file({
        atSeconds: atSeconds + (at + 1) * 20 * minute,
        version: 0,
        shows: `the same photo ${printed.length} times in one story, each time with another credit form`,
        ...(at === 0 ? {} : { paragraphs: sidebarText(at, first.cast.where, first.cast.weekday) }),
        pictures: [...printed, ...(at === 1 ? [formNamed('bare')] : [])].map((form) => picture.inBody(form)),
        associations: [picture.stub()],
      })
    }
  },
}

const sidebars = ['Bakery', 'Pumping Station', 'School Shelter', 'Lighthouse'] as const

const sidebar = (at: number) => ({
  slug: `Coastal Storm-${sidebars[at - 1] ?? 'Sidebar'}`,
  headline: `After the storm: the ${(sidebars[at - 1] ?? 'sidebar').toLowerCase()} counts its losses`,
})

const sidebarText = (at: number, where: string, weekday: string): readonly string[] => {
  const subject = (sidebars[at - 1] ?? 'sidebar').toLowerCase()
  return [
    `The ${subject} in ${where} opened its doors again ${weekday}, with a line of mud on the wall at the height of a grown woman’s shoulder.`,
    `Volunteers formed a chain ${at * 7 + 12} people long and passed out what could be saved: ledgers, a wall clock, ${at * 3 + 4} chairs and a crate of dry matches.`,
    `Nobody could say yet what it would cost. The first estimate, written in pencil on the back of a tide table, ran to ${at + 2} columns.`,
  ]
}

/** The photo returns months later as a FILE photo, and as APTOPIX: other item ids, the same caption. */
export const refiledPhoto: Storyline = {
  name: 'FILE and APTOPIX refilings',
  file(desk, atSeconds) {
    const story = openStory(desk, fire, atSeconds)
    const text = fire.captions[0]?.(story.cast) ?? ''
    const title = photoTitle(story)
    const original = openPicture(desk, story.cast, text, atSeconds, title)
    original.file({ atSeconds, version: 0, form: formNamed('staff'), shows: 'a photo that is refiled twice' })
    const topix = openPicture(
      desk,
      story.cast,
      text,
      atSeconds + 20 * minute,
      `APTOPIX ${title}`,
      original.photo.family,
    )
    topix.file({
      atSeconds: atSeconds + 20 * minute,
      version: 0,
      form: formNamed('staff'),
      shows: 'the same photo as APTOPIX: another item id, the same caption',
    })
    const file = openPicture(desk, story.cast, text, atSeconds + 6 * hour, title, original.photo.family)
    file.file({
      atSeconds: atSeconds + 6 * hour,
      version: 0,
      form: formNamed('file'),
      shows: 'the same photo as a FILE photo: another item id, the same caption',
    })
  },
}

/** Frames of one event: the same photographer, day and second sentence; another person in each. Never one caption. */
export const framesOfOneEvent: Storyline = {
  name: 'frames of one event, near-identical captions',
  file(desk, atSeconds) {
    const story = openStory(desk, football, atSeconds)
    const { cast } = story
    const event = `during a Northern Cup soccer match between ${cast.club} and ${cast.rival} in ${cast.where}, ${cast.captionDate}.`
    const background = `${cast.club} last won the cup ${(cast.age % 20) + 4} years ago.`
    const frames = [
      `${cast.club}'s ${cast.worker.full} celebrates after scoring ${event} ${background}`,
      `${cast.club}'s ${cast.worker.full} reacts after missing a chance ${event} ${background}`,
      `${cast.rival}'s ${cast.minister.full} celebrates after scoring ${event} ${background}`,
      `${cast.club} coach ${cast.expert.full} gestures ${event} ${background}`,
    ]
    const pictures = frames.map((text, at) => {
      const picture = openPicture(desk, cast, text, atSeconds + at * minute, photoTitle(story))
      picture.file({
        atSeconds: atSeconds + at * minute,
        version: 0,
        form: formNamed('staff'),
        shows: 'one frame of an event: close to its neighbors, and not the same caption',
        category: 's',
      })
      return picture
    })
    story.file({
      atSeconds: atSeconds + hour,
      version: 0,
      shows: 'four captions that must stay four',
      pictures: pictures.map((picture) => picture.inBody(formNamed('staff'))),
      associations: pictures.map((picture) => picture.stub()),
    })
  },
}

/** Photos without a photographer's name. */
export const handouts: Storyline = {
  name: 'handouts and nameless credits',
  file(desk, atSeconds) {
    const story = openStory(desk, obituary, atSeconds)
    const pictures = namelessForms.slice(0, obituary.captions.length).map((form, at) => {
      const second = atSeconds + at * minute
      const picture = openPicture(
        desk,
        story.cast,
        obituary.captions[at]?.(story.cast) ?? '',
        second,
        photoTitle(story),
      )
      picture.file({ atSeconds: second, version: 0, form, shows: 'a photo without a name in its credit' })
      return { picture, form }
    })
    story.file({
      atSeconds: atSeconds + 15 * minute,
      version: 0,
      shows: 'a story with handout photos',
      pictures: pictures.map(({ picture, form }) => picture.inBody(form)),
      associations: pictures.map(({ picture }) => picture.stub()),
    })
  },
}
