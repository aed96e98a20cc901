import type { ItemDraft } from '../../story/draft.ts'
import { isObject } from '../json/read.ts'
import type { JsonObject } from '../json/read.ts'

type Shape = 'text' | 'number' | 'list' | 'object' | 'list or object'

const shapes = new Map<string, Shape>(
  (
    [
      [
        'text',
        'uri type profile version byline by title headline slugline slug located expires language ednote edNote',
      ],
      ['text', 'firstcreated versioncreated embargoed pubstatus mimetype representationtype copyrightholder'],
      ['text', 'copyrightnotice usageterms firstCreated versionCreated embargoedUntil pubStatus mimeType'],
      ['text', 'representationType copyrightHolder copyrightNotice usageTerms digitalsourcetype digitalSourceType'],
      ['number', 'urgency charcount wordcount charCount wordCount'],
      ['list', 'person people organisation organisations place places subject subjects event events object objects'],
      ['list', 'infosource infoSources genre genres trustindicator trustIndicators headlines bodies descriptions'],
      ['object', 'standard $standard rightsinfo rightsInfo'],
      ['list or object', 'renditions associations altids altIds'],
    ] as const
  ).flatMap(([shape, names]) => names.split(' ').map((name): [string, Shape] => [name, shape])),
)

const representations = new Set(['complete', 'incomplete', 'full', 'partial', 'associated'])

/** Numbers stand for texts and texts for numbers in half of what agencies send, and both are read. */
function holds(value: unknown, shape: Shape): boolean {
  if (value === null || value === undefined) return true
  if (shape === 'text') return typeof value !== 'object'
  if (shape === 'number') return typeof value === 'number' || (typeof value === 'string' && /^\s*\d{1,9}/.test(value))
  if (shape === 'list') return Array.isArray(value)
  return isObject(value) || (shape === 'list or object' && Array.isArray(value))
}

const nameOf = (value: unknown): string =>
  Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'an object' : `a ${typeof value}`

/**
 * Warns of what the ninjs schemas refuse and a reader would miss: a property whose value has a shape that cannot be
 * read (`ninjs.shape`), an urgency outside 1 to 9 (`ninjs.urgency`), a representation type nobody knows
 * (`ninjs.representation`). Properties that agencies add of their own are no fault.
 */
export function warnOfDepartures(item: JsonObject, draft: ItemDraft): void {
  for (const [name, value] of Object.entries(item)) {
    const shape = shapes.get(name) ?? (/^(?:body|description|headline)_\w{1,40}$/.test(name) ? 'text' : undefined)
    if (shape === undefined || holds(value, shape)) continue
    draft.warn('ninjs.shape', `${name} is ${nameOf(value)}, not ${shape === 'object' ? 'an object' : `a ${shape}`}`)
  }
  const urgency = Number(item['urgency'] ?? 1)
  if (!(urgency >= 1 && urgency <= 9)) draft.warn('ninjs.urgency', 'an urgency is a number from 1 to 9')
  const representation = item['representationtype'] ?? item['representationType'] ?? 'complete'
  if (typeof representation === 'string' && !representations.has(representation.toLowerCase())) {
    draft.warn('ninjs.representation', `representation type ${representation.slice(0, 40)} is unknown`)
  }
}
