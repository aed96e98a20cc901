import type { ItemDraft } from '../../story/draft.ts'
import { compact } from '../../story/draft.ts'
import type { Entity } from '../../story/item.ts'
import { attr, child, textOf } from '../xml/read.ts'
import type { Members } from './members.ts'

const pair = /^(-?\d{1,3}(?:\.\d{1,12})?)[\s,]{1,4}(-?\d{1,3}(?:\.\d{1,12})?)$/

/**
 * Reads GeoRSS (simple and GML) and the W3C geo vocabulary. A place is its position, latitude first as GeoRSS has it and
 * GeoJSON has not, with the name of the feature when there is one.
 */
export function readPlaces(members: Members, draft: ItemDraft): void {
  const where = child(child(members.one('georss', 'where'), 'Point'), 'pos')
  const geoPoint = child(members.one('geo', 'Point'), 'lat')
  const latitude = textOf(members.one('geo', 'lat')) ?? textOf(geoPoint)
  const longitude = textOf(members.one('geo', 'long')) ?? textOf(child(members.one('geo', 'Point'), 'long'))
  const point =
    textOf(members.one('georss', 'point')) ??
    textOf(where) ??
    (latitude === undefined || longitude === undefined ? undefined : `${latitude} ${longitude}`)
  const match = pair.exec(point ?? '')
  const inRange = match !== null && Math.abs(Number(match[1])) <= 90 && Math.abs(Number(match[2])) <= 180
  const code = inRange ? `${match[1]} ${match[2]}` : undefined
  const name =
    textOf(members.one('georss', 'featurename')) ?? attr(members.one('georss', 'point'), 'featurename') ?? undefined
  draft.add(
    'places',
    compact<Entity>({ name, code, scheme: code === undefined ? undefined : 'georss:point' }),
    'georss',
  )
}
