import type { ItemDraft } from '../../story/draft.ts'
import { readDateline } from '../../normalise/dateline.ts'
import { compact } from '../../story/draft.ts'
import type { Dateline } from '../../story/item.ts'
import { attr, children } from '../xml/read.ts'
import type { XmlElement } from '../xml/read.ts'
import { codeOf } from './concept.ts'
import type { Vocabulary } from './concept.ts'

/**
 * Where neither metadata nor text print a dateline, `located` gives its place: "where the content was created"
 * (NewsML-G2 specification). Several may be the places of an event, and a code alone is no name.
 */
export function fillDateline(meta: XmlElement | undefined, vocabulary: Vocabulary, draft: ItemDraft): void {
  const located = children(meta, 'located')
  const place = located[0]
  if (draft.has('dateline') || place === undefined || located.length > 1) return
  const type = codeOf(attr(place, 'type'), attr(place, 'typeuri')) ?? ''
  const name = vocabulary.concept(place).name ?? attr(place, 'literal')
  if (name === undefined || type === 'country' || regions.has(type) || !/^\p{L}[\p{L}\p{M}.,'’() -]{1,80}$/u.test(name))
    return
  draft.set('dateline', readDateline(name), 'contentMeta/located')
}

const regions = new Set(['countryarea', 'statprov', 'province', 'state', 'region'])

/**
 * What the printed dateline leaves out, from the `located` that names its city: `broader` gives region and country, told
 * by @type, else by their order (NewsML-G2 guidelines, located). A `located` that names another place says nothing here:
 * it may be where the event was.
 */
export function completeDateline(meta: XmlElement | undefined, vocabulary: Vocabulary, draft: ItemDraft): void {
  const dateline = draft.get('dateline')
  if (dateline?.city === undefined) return
  const city = dateline.city.toLowerCase()
  const located = children(meta, 'located').find((place) => vocabulary.concept(place).name?.toLowerCase() === city)
  const around = children(located, 'broader')
  const typed = (wanted: (type: string) => boolean): XmlElement | undefined =>
    around.find((place) => wanted(codeOf(attr(place, 'type'), attr(place, 'typeuri')) ?? ''))
  const untyped = around.every((place) => attr(place, 'type') === undefined && attr(place, 'typeuri') === undefined)
  const region = typed((type) => regions.has(type)) ?? (untyped && around.length > 1 ? around[0] : undefined)
  const country = typed((type) => type === 'country') ?? (untyped ? around.at(-1) : undefined)
  const named = (place: XmlElement | undefined): string | undefined => vocabulary.concept(place).name
  const whole = compact<Dateline>({
    ...dateline,
    region: dateline.region ?? named(region),
    country: dateline.country ?? named(country),
  })
  if (whole.region === dateline.region && whole.country === dateline.country) return
  draft.set('dateline', whole, `${draft.origin('dateline') ?? ''}, contentMeta/located`)
}
