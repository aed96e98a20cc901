import { council, earnings, science, talks } from '../beats/index.ts'
import { formNamed } from '../credits.ts'
import { openPicture } from '../running-picture.ts'
import { openStory } from '../running-story.ts'
import { photoTitle } from './routine.ts'
import type { Storyline } from './storyline.ts'
import { hour, minute } from './storyline.ts'

/** The running story is overwritten and labelled a correction. */
export const correctedStory: Storyline = {
  name: 'correction in place',
  file(desk, atSeconds) {
    const story = openStory(desk, earnings, atSeconds)
    const wrong = earnings.paragraphs.map((line) => line(story.cast)).map((text) => text.replace('rose', 'fell'))
    story.file({ atSeconds, version: 0, shows: 'a story with an error in its lede', paragraphs: wrong })
    story.file({
      atSeconds: atSeconds + 40 * minute,
      version: 1,
      shows: 'the correction: the same item, the next version',
      take: '1st Ld-Writethru',
      editorialTypes: ['Correction'],
      editorialNote: 'Eds: CORRECTS: that profit rose, sted fell, in first paragraph.',
    })
  },
}

/** An error of an earlier cycle is mended by an item of its own. */
export const corrective: Storyline = {
  name: 'corrective as a separate item',
  file(desk, atSeconds) {
    const first = openStory(desk, council, atSeconds)
    first.file({ atSeconds, version: 0, shows: 'a story that a corrective will mend' })
    const mended = openStory(desk, council, atSeconds, {
      cast: first.cast,
      slug: `${council.slug(first.cast)}-Correction`,
      headline: `Correction: ${council.slug(first.cast)} story`,
    })
    const text = `In a story ${desk.clock.shortDate(atSeconds)}, The Associated Press reported erroneously that the council had voted unanimously. The vote was divided.`
    mended.file({
      atSeconds: atSeconds + 5 * hour,
      version: 0,
      shows: 'the corrective: another item, with the corrected story below',
      take: 'Correction',
      editorialTypes: ['Corrective'],
      editorialNote: 'Eds: APNewsNow.',
      byline: false,
      dateline: false,
      paragraphs: [
        text,
        'A corrected version of the story is below:',
        ...council.paragraphs.map((line) => line(first.cast)),
      ],
    })
  },
}

export const clarification: Storyline = {
  name: 'clarification',
  file(desk, atSeconds) {
    const story = openStory(desk, talks, atSeconds)
    story.file({ atSeconds, version: 0, shows: 'a story that is clarified later' })
    story.file({
      atSeconds: atSeconds + 2 * hour,
      version: 1,
      shows: 'a clarification in place',
      take: '1st Ld-Writethru',
      editorialTypes: ['Clarification'],
      editorialNote: 'Eds: CLARIFIES that the map covers the middle reach of the river only.',
      developments: 1,
    })
  },
}

/** One name in a caption is corrected; the photo stays the same item. */
export const captionCorrection: Storyline = {
  name: 'caption correction',
  file(desk, atSeconds) {
    const story = openStory(desk, science, atSeconds)
    const right = science.captions[0]?.(story.cast) ?? ''
    const wrong = right.replace(story.cast.expert.full, story.cast.minister.full)
    const title = photoTitle(story)
    const picture = openPicture(desk, story.cast, right, atSeconds, title)
    const staff = formNamed('staff')
    picture.file({ atSeconds, version: 0, form: staff, text: wrong, shows: 'a caption that names the wrong man' })
    picture.file({
      atSeconds: atSeconds + 50 * minute,
      version: 1,
      form: staff,
      shows: 'the corrected caption: the newest text stands, the history stays',
      editorialTypes: ['Correction'],
      editorialNote: `CORRECTS NAME TO ${story.cast.expert.full.toUpperCase()}`,
    })
    const banner = openPicture(desk, story.cast, right, atSeconds + 51 * minute, title)
    banner.file({
      atSeconds: atSeconds + 51 * minute,
      version: 0,
      form: {
        name: 'banner',
        agency: true,
        print: () => `PHOTO CAPTION CORRECTION: Editors, please note the corrected name in the caption of ${title}.`,
      },
      shows: 'the banner that announces a caption correction: no photo and no caption',
      category: 'V',
      editorialTypes: ['Correction'],
      title: `CAPTION CORRECTION ${title}`,
      barred: 'banner',
      intent: { captions: [] },
    })
    story.file({
      atSeconds: atSeconds + 70 * minute,
      version: 0,
      shows: 'a story with the corrected photo',
      pictures: [picture.inBody(formNamed('glued'))],
      associations: [picture.stub()],
    })
  },
}
