import { createRandom } from '../random.ts'
import { beats } from './beats/index.ts'
import { formNamed } from './credits.ts'
import { openDesk } from './desk.ts'
import type { WireEvent } from './event.ts'
import { openPicture } from './running-picture.ts'
import { openStory } from './running-story.ts'

export interface DayOptions {
  readonly seed?: number | string
  readonly stories?: number
  readonly pictures?: number
  readonly startsAt?: string
}

export const defaultStart = '2026-03-12T00:00:00Z'

export function scriptedDay(options: DayOptions = {}): readonly WireEvent[] {
  const seed = options.seed ?? 1
  const desk = openDesk({ seed, startsAt: options.startsAt ?? defaultStart })
  const random = createRandom(`${seed}/thin`)
  for (let at = 0; at < (options.stories ?? 10); at++) {
    const beat = random.pick(beats)
    const second = 600 * at
    const story = openStory(desk, beat, second)
    const picture = openPicture(desk, story.cast, beat.captions[0]?.(story.cast) ?? '', second, story.slug)
    picture.file({ atSeconds: second, version: 0, form: formNamed('staff'), shows: 'a photo' })
    story.file({
      atSeconds: second + 60,
      version: 0,
      shows: 'a story',
      pictures: [picture.inBody(formNamed('glued'))],
      associations: [picture.stub()],
    })
    story.file({ atSeconds: second + 300, version: 1, take: '1st Ld-Writethru', developments: 1, shows: 'a writethru' })
  }
  return [...desk.events].sort((a, b) => a.atSeconds - b.atSeconds)
}
