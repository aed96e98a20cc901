import type { CaptionWords } from '../caption-words.ts'
import { ar } from './ar.ts'
import { bg } from './bg.ts'
import { cs } from './cs.ts'
import { da } from './da.ts'
import { de } from './de.ts'
import { el } from './el.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fi } from './fi.ts'
import { fr } from './fr.ts'
import { he } from './he.ts'
import { hi } from './hi.ts'
import { hr } from './hr.ts'
import { hu } from './hu.ts'
import { id } from './id.ts'
import { is } from './is.ts'
import { it } from './it.ts'
import { nl } from './nl.ts'
import { no } from './no.ts'
import { pl } from './pl.ts'
import { pt } from './pt.ts'
import { ro } from './ro.ts'
import { ru } from './ru.ts'
import { sk } from './sk.ts'
import { sl } from './sl.ts'
import { sv } from './sv.ts'
import { tr } from './tr.ts'
import { uk } from './uk.ts'
import { vi } from './vi.ts'

/** Languages whose small words are all listed: prepositions, articles, auxiliaries. */
export const listedLanguages = { en, de, fr, es, it, pt, nl, sv, no, da, fi, ru, el } as const satisfies Record<
  string,
  CaptionWords
>

/**
 * Languages in which prepositions count as words: what changes there is then missed on both sides. Their small words
 * are those that say nothing at all.
 */
const sparseLanguages = {
  pl,
  cs,
  sk,
  hu,
  ro,
  hr,
  sl,
  uk,
  bg,
  tr,
  ar,
  he,
  hi,
  id,
  vi,
  is,
} as const satisfies Record<string, CaptionWords>

/**
 * The words of captions by language. The order decides between languages that fit a caption alike; a word's languages
 * are the bits of one number, so there is room for 31.
 */
export const captionLanguages = { ...listedLanguages, ...sparseLanguages } as const satisfies Record<
  string,
  CaptionWords
>

export type CaptionLanguage = keyof typeof captionLanguages
