import { talks, vote } from '../beats/index.ts'
import { openPicture } from '../running-picture.ts'
import { openStory } from '../running-story.ts'
import { productsOf } from '../products.ts'
import { photoTitle } from './routine.ts'
import type { Storyline } from './storyline.ts'
import { minute } from './storyline.ts'
import { formNamed } from '../credits.ts'

/** A graphic, a sound bite and a video: kept beside stories, with captions where they have one. */
export const otherMedia: Storyline = {
  name: 'graphic, audio and video',
  file(desk, atSeconds) {
    const story = openStory(desk, vote, atSeconds)
    const { cast } = story
    const common = (title: string, type: 'graphic' | 'audio' | 'video', at: number) => ({
      itemid: desk.newItemId(),
      version: 0,
      edit: 1,
      type,
      status: 'usable' as const,
      friendlykey: desk.newFriendlyKey(),
      transref: desk.newTransref('GF'),
      firstCreated: desk.clock.iso(at),
      versionCreated: desk.clock.iso(at),
      headline: title,
      slug: title,
      slugline: title,
      year: cast.year,
      category: 'i',
      subjects: [{ name: 'Legislation' }],
      products: productsOf('i', type),
      urgency: 4,
      signals: ['newscontent'],
      place: cast.place,
      renditions: {},
    })
    const kinds = ['graphic', 'audio', 'video'] as const
    for (const [index, type] of kinds.entries()) {
      const at = atSeconds + index * minute
      const title = `${cast.place.country} Fisheries Vote ${type === 'graphic' ? 'Map' : type === 'audio' ? 'Sound' : 'VNR'}`
      desk.file({ atSeconds: at, facts: common(title, type, at), shows: `an item of type ${type}` })
    }
    const picture = openPicture(desk, cast, vote.captions[1]?.(cast) ?? '', atSeconds, photoTitle(story))
    picture.file({ atSeconds: atSeconds + 5 * minute, version: 0, form: formNamed('pool'), shows: 'a pool photo' })
    story.file({
      atSeconds: atSeconds + 10 * minute,
      version: 0,
      shows: 'a story with a photo and other media around it',
      pictures: [picture.inBody(formNamed('pool photo via'))],
      associations: [picture.stub()],
    })
    // The same photo item gains a rendition: the etag moves, the version does not.
    picture.file({
      atSeconds: atSeconds + 30 * minute,
      version: 0,
      edit: 2,
      form: formNamed('pool'),
      shows: 'a new rendition of a photo: etag moves, version stays',
    })
    openStory(desk, talks, atSeconds + 40 * minute).file({
      atSeconds: atSeconds + 40 * minute,
      version: 0,
      shows: 'a story',
    })
  },
}
