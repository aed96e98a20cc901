import { excerptPieces, findStories } from '../store/search/find.ts'
import type { FoundStory } from '../store/search/find.ts'
import { indexTexts, readSearchLag } from '../store/search/index-texts.ts'
import type { Pool } from '../store/pool.ts'
import { checkDay } from './day.ts'
import { exit } from './exit.ts'
import type { Paint } from './print/paint.ts'
import { safe } from './print/paint.ts'
import { cut, wrap } from './print/width.ts'
import { count, moment } from './print/words.ts'
import { withRuntime } from './runtime.ts'
import type { GlobalOptions } from './runtime.ts'
import { present } from './verb.ts'
import type { Terminal } from './verb.ts'

export interface SearchOptions extends GlobalOptions {
  readonly language?: string
  /** A UTC day. */
  readonly since?: string
  readonly best?: boolean
  readonly limit?: number
}

/** What no worker has read for search yet is read here, up to so many stories. */
const storiesAtOnce = 200
const mostTurns = 10

/** `writethru search WORDS`: stories that hold the words, whatever their state. */
export async function searchVerb(
  words: readonly string[],
  options: SearchOptions,
  terminal: Terminal,
): Promise<number> {
  const question = words.join(' ')
  const { since } = options
  checkDay('since', since)
  return withRuntime(options, {}, async ({ pool }) => {
    const behind = await catchUp(pool)
    const limit = options.limit ?? 20
    const found = await findStories(pool, {
      question,
      best: options.best === true,
      limit: limit + 1,
      ...(options.language === undefined ? {} : { language: options.language }),
      ...(since === undefined ? {} : { since: new Date(since) }),
    })
    const stories = found.slice(0, limit)
    present(terminal, options.json, { stories, more: found.length > limit, notYetSearched: behind }, () =>
      [
        ...stories.map((story) => describe(story, terminal)),
        [
          found.length === 0 ? 'No story holds these words.' : `${count(stories.length, 'story', 'stories')}.`,
          ...(found.length > limit ? [`There are more: --limit, --since or another word.`] : []),
          ...(behind > 0 ? [`${count(behind, 'story is', 'stories are')} not searched yet.`] : []),
        ].join(' '),
      ].join('\n\n'),
    )
    return exit.done
  })
}

/** Reads what waits; a house with workers has nothing waiting. Answers how much is left. */
async function catchUp(pool: Pool): Promise<number> {
  for (let turns = 0; turns < mostTurns; turns += 1) {
    if ((await indexTexts(pool, storiesAtOnce)).taken === 0) break
  }
  const { changes, stories } = await readSearchLag(pool)
  return changes + stories
}

const stateWords: Readonly<Record<string, string>> = {
  embargoed: 'embargoed',
  withheld: 'withheld: must not be published for now',
  canceled: 'killed: must not be published',
}

function describe(story: FoundStory, { paint, columns }: Terminal): string {
  const closed = story.status === 'canceled' || story.status === 'withheld'
  const state = [
    stateWords[story.status],
    story.publishable ? undefined : `not for publication: ${safe(story.notPublishable ?? 'no story')}`,
    story.copyClosed === null
      ? undefined
      : `copy of a ${story.copyClosed === 'canceled' ? 'killed' : 'withheld'} story`,
  ].filter((part) => part !== undefined)
  const origin = [`story ${story.id}`, safe(story.feed), moment(story.changedAt), safe(story.slug ?? '')].filter(
    Boolean,
  )
  return [
    paint('bold', cut(safe(story.headline ?? story.slug ?? story.uri), 2 * columns)),
    `  ${paint('dim', origin.join('  '))}`,
    ...(state.length === 0 ? [] : [`  ${paint(closed ? 'red' : 'yellow', state.join(', '))}`]),
    ...(story.excerpt === '' ? [] : excerptLines(story.excerpt, columns, paint)),
  ].join('\n')
}

function excerptLines(excerpt: string, columns: number, paint: Paint): string[] {
  // Each word is painted by itself, so that a line may break between two.
  const text = excerptPieces(excerpt)
    .map((piece, at) => {
      const shown = safe(piece)
      return at % 2 === 1 ? shown.replace(/\S+/g, (word) => paint('yellow', word)) : shown
    })
    .join('')
  return wrap(text.trim(), Math.max(20, columns - 4)).map((line) => `    ${line}`)
}
