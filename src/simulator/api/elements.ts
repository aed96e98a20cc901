import type { WireEvent } from '../wire/event.ts'
import { basePlaceholder, sessionPlaceholder } from '../wire/event.ts'
import type { Projection } from './projection.ts'
import { project } from './projection.ts'

/** Writes events as elements of a page, each only once as long as all fields are asked for. */
export interface Elements {
  /** The JSON text of the element, with host and session filled in. */
  textOf(event: WireEvent, projection: Projection, token: string): string
  /** A document of the item with the host filled in. */
  documentOf(text: string): string
}

/** `keep` bounds how many texts stay in memory: a bulk day is written afresh each time. */
export function createElements(base: string, keep = 2000): Elements {
  const written = new Map<WireEvent, string>()
  return {
    textOf(event, projection, token) {
      let text = projection.everything ? written.get(event) : undefined
      if (text === undefined) {
        text = JSON.stringify(project(event.envelope, projection)).replaceAll(basePlaceholder, base)
        if (projection.everything && written.size < keep) written.set(event, text)
      }
      return text.replaceAll(sessionPlaceholder, token)
    },
    documentOf: (text) => text.replaceAll(basePlaceholder, base),
  }
}
