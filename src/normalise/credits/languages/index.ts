import type { CreditFlag, CreditWords } from '../credit-words.ts'
import { ar } from './ar.ts'
import { cs } from './cs.ts'
import { he } from './he.ts'
import { hi } from './hi.ts'
import { hr } from './hr.ts'
import { hu } from './hu.ts'
import { id } from './id.ts'
import { is } from './is.ts'
import { pl } from './pl.ts'
import { ro } from './ro.ts'
import { tr } from './tr.ts'
import { uk } from './uk.ts'
import { vi } from './vi.ts'
import { da } from './da.ts'
import { de } from './de.ts'
import { el } from './el.ts'
import { elsewhere } from './elsewhere.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { et } from './et.ts'
import { fi } from './fi.ts'
import { fr } from './fr.ts'
import { it } from './it.ts'
import { lt } from './lt.ts'
import { lv } from './lv.ts'
import { mt } from './mt.ts'
import { nl } from './nl.ts'
import { no } from './no.ts'
import { pt } from './pt.ts'
import { ru } from './ru.ts'
import { sv } from './sv.ts'

/** The words of credit lines by language. */
export const creditLanguages: Readonly<Record<string, CreditWords>> = {
  en,
  de,
  fr,
  es,
  it,
  pt,
  nl,
  sv,
  no,
  da,
  fi,
  ru,
  el,
  pl,
  cs,
  hu,
  ro,
  hr,
  uk,
  tr,
  id,
  vi,
  is,
  lt,
  lv,
  et,
  mt,
  ar,
  he,
  hi,
  elsewhere,
}

const all = Object.values(creditLanguages)
const listed = (pick: (words: CreditWords) => string): ReadonlySet<string> =>
  new Set(all.flatMap((words) => pick(words).split(' ')).filter((word) => word !== ''))

/** Words that announce a credit, in any language. */
export const labelWords = listed((words) => `${words.labels} ${words.strongLabels}`)
/** Labels that need no colon. */
export const strongLabelWords = listed((words) => words.strongLabels)
/** What joins a label to a name. */
export const byWords = listed((words) => words.by)
/** Everything else that may stand in a credit. */
export const connectorWords = listed((words) => `${words.connectors} ${words.by}`)

const flagged = <T>(pick: (words: CreditWords) => readonly (readonly [string, T])[]): ReadonlyMap<string, T> =>
  new Map(all.flatMap(pick))

/** Word to flag. */
export const flagWords: ReadonlyMap<string, CreditFlag> = flagged((words) =>
  (Object.entries(words.flags) as [CreditFlag, string][]).flatMap(([flag, list]) =>
    list.split(' ').map((word) => [word, flag] as const),
  ),
)

/** Whole remark to flag. */
export const remarkPhrases: ReadonlyMap<string, CreditFlag> = flagged((words) =>
  (Object.entries(words.remarks) as [CreditFlag, readonly string[]][]).flatMap(([flag, list]) =>
    list.map((phrase) => [phrase, flag] as const),
  ),
)
