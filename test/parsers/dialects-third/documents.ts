import type { Dialect } from '../dialects-other/document.ts'
import { feeds } from './feeds.ts'
import { fourthLot } from './fourth-lot.ts'
import { g2Agencies } from './g2-agencies.ts'
import { g2Kinds } from './g2-kinds.ts'
import { jsonHouses } from './json-houses.ts'
import { lineWires } from './lines.ts'
import { mails, pictures } from './mail-and-pictures.ts'
import { newsmlOne, nitfs } from './newsml-and-nitf.ts'

/** A third lot, agencies, languages and shapes that the first two did not have, and a fourth after it was mended. */
export const documents: readonly Dialect[] = [
  ...g2Agencies,
  ...g2Kinds,
  ...newsmlOne,
  ...nitfs,
  ...lineWires,
  ...feeds,
  ...jsonHouses,
  ...mails,
  ...pictures,
  ...fourthLot,
]

export { fourthLot }
