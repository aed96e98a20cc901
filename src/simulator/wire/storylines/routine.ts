import type { Beat } from '../beats/beat.ts'
import { creditForms } from '../credits.ts'
import type { Desk } from '../desk.ts'
import type { Random } from '../../random.ts'
import type { RunningPicture } from '../running-picture.ts'
import { openPicture } from '../running-picture.ts'
import type { RunningStory } from '../running-story.ts'
import { openStory, ordinal } from '../running-story.ts'
import { hour, minute } from './storyline.ts'

const agencyForms = creditForms.filter((form) => form.agency && form.name !== 'file')
const bodyForms = creditForms.filter((form) => form.name !== 'bare' && form.name !== 'file')

/** "Halveria Coastal Storm": AP's titles of photos are words, not slugs. */
export function photoTitle(story: RunningStory): string {
  return story.slug.replaceAll(/\b(?:[A-Z]{2,3}|Sci)--/g, '').replaceAll('-', ' ')
}

/** Files photos of a story, shortly before it, each under one of the agency's credits. */
export function filePictures(
  desk: Desk,
  story: RunningStory,
  atSeconds: number,
  howMany: number,
  random: Random,
): RunningPicture[] {
  return story.beat.captions.slice(0, howMany).map((line, at) => {
    const second = Math.max(0, atSeconds - 12 * minute + at * 97)
    const picture = openPicture(desk, story.cast, line(story.cast), second, photoTitle(story))
    picture.file({ atSeconds: second, version: 0, form: random.pick(agencyForms), shows: 'a photo' })
    return picture
  })
}

/** An ordinary story: now and then with photos, now and then with a writethru or two. */
export function fileRoutine(desk: Desk, beat: Beat, atSeconds: number, howManyPictures: number): void {
  const random = desk.random.fork(`routine/${atSeconds}/${beat.name}`)
  const story = openStory(desk, beat, atSeconds)
  const pictures = filePictures(desk, story, atSeconds, howManyPictures, random)
  const inBody = pictures.map((picture) =>
    random.chance(0.15)
      ? picture.inBody(random.pick(bodyForms), 'credit apart')
      : picture.inBody(random.pick(bodyForms)),
  )
  const versions = random.pick([0, 0, 0, 1, 1, 2])
  // Most stories are short; one in five is a long read.
  const length = random.chance(0.2) ? beat.paragraphs.length + random.int(4, 10) : random.int(4, beat.paragraphs.length)
  for (let version = 0; version <= versions; version++) {
    const linked = version === 0 && versions > 0 ? [] : pictures
    story.file({
      atSeconds: atSeconds + version * random.int(20 * minute, 2 * hour),
      version,
      shows: version === 0 ? 'a story' : 'a writethru',
      length,
      developments: version,
      pictures: linked.length === 0 ? [] : inBody,
      associations: linked.map((picture) => picture.stub()),
      ...(version === 0
        ? pictures.length > 0
          ? { editorialNote: 'Eds: With AP Photos.' }
          : {}
        : {
            take: `${ordinal(version)} Ld-Writethru`,
            editorialNote: 'Eds: UPDATES: With new details.; With AP Photos.',
          }),
    })
  }
}
