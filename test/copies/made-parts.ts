import { makeSet } from './made.ts'
import type { MadeStory } from './made.ts'
import { englishTemplates, germanTemplates, spanishTemplates } from './templates.ts'
import { english, german, spanish } from './words.ts'

/** The part of the made set that rules may be tuned on. */
export const openSet: readonly MadeStory[] = makeSet({
  seed: 20260310,
  lexicons: [
    { words: english, originals: 26, templates: englishTemplates },
    { words: german, originals: 14, templates: germanTemplates },
    { words: spanish, originals: 13, templates: spanishTemplates },
  ],
})

/** A few stories of every kind, for tests that take them through the database again and again. */
export const smallSet: readonly MadeStory[] = makeSet({
  seed: 77,
  lexicons: [{ words: english, originals: 4, templates: englishTemplates.slice(1, 2) }],
})
