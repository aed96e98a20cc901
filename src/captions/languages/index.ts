import type { CaptionWords } from '../caption-words.ts'
import { da } from './da.ts'
import { de } from './de.ts'
import { el } from './el.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fi } from './fi.ts'
import { fr } from './fr.ts'
import { it } from './it.ts'
import { nl } from './nl.ts'
import { no } from './no.ts'
import { pt } from './pt.ts'
import { ru } from './ru.ts'
import { sv } from './sv.ts'

/** The words of captions by language. The order decides between languages that fit a caption alike. */
export const captionLanguages = { en, de, fr, es, it, pt, nl, sv, no, da, fi, ru, el } as const satisfies Record<
  string,
  CaptionWords
>

export type CaptionLanguage = keyof typeof captionLanguages
