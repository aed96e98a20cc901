import type { ItemDraft } from '../../story/draft.ts'
import { compact } from '../../story/draft.ts'
import type { Entity } from '../../story/item.ts'
import { attr, children, textOf } from '../xml/read.ts'
import type { XmlElement } from '../xml/read.ts'

const lists = {
  person: 'people',
  org: 'organisations',
  location: 'places',
  event: 'events',
  'object.title': 'events',
} as const
const categoryTypes = new Set(['apcategorycode', 'category', 'anpa-category', 'apcategory'])

/** NITF `identified-content`: who and what a story names, and classifiers of any vocabulary. */
export function readIdentifiedContent(content: XmlElement, draft: ItemDraft, from: string): void {
  for (const element of children(content)) {
    if (element.name === 'classifier') readClassifier(element, draft, from)
    else if (Object.hasOwn(lists, element.name)) {
      const list = lists[element.name as keyof typeof lists]
      draft.add(list, entity(element), `${from}/${element.name}`)
    }
  }
}

function readClassifier(element: XmlElement, draft: ItemDraft, from: string): void {
  const code = attr(element, 'value')
  const scheme = attr(element, 'type') ?? attr(element, 'idsrc')
  const name = textOf(element)
  if (scheme !== undefined && categoryTypes.has(scheme.toLowerCase()))
    draft.add('categories', code ?? name, `${from}/classifier`)
  else if (code !== undefined || name !== undefined)
    draft.add('subjects', compact({ code, name, scheme }), `${from}/classifier`)
}

function entity(element: XmlElement): Entity | undefined {
  const found = compact<Entity>({
    name: textOf(element) ?? attr(element, 'value') ?? attr(element, 'city') ?? attr(element, 'country'),
    code: attr(element, 'code') ?? (textOf(element) === undefined ? undefined : attr(element, 'value')),
    scheme: attr(element, 'idsrc') ?? attr(element, 'code-source'),
  })
  return found.name === undefined && found.code === undefined ? undefined : found
}
