import { splitTake } from '../../normalise/take.ts'
import { readStrings } from '../json/read.ts'
import type { JsonObject } from '../json/read.ts'

/** The full slug with its take. AP's guide to The Latest shows a list where every sample has one text: slug, then take. */
export function readSlugline(item: JsonObject): string | undefined {
  const [slug, ...more] = readStrings(item, 'slugline')
  const take = more.find((part) => splitTake(`slug, ${part}`).take !== undefined)
  return slug === undefined || take === undefined ? slug : `${slug}, ${take}`
}
