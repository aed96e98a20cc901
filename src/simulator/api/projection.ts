/** Fields that a feed carries without `include`, as observed. The rest must be asked for. */
const defaultFields: ReadonlySet<string> = new Set([
  'uri',
  'altids',
  'version',
  'type',
  'versioncreated',
  'firstcreated',
  'pubstatus',
  'friendlykey',
  'ednote',
  'signals',
  'headline',
  'datelinelocation',
  'description_creditline',
  'copyrightnotice',
  'usageterms',
  'provider',
  'infosource',
  'description_caption',
  'embargoed',
  'renditions',
])
/** What `include=list` starts from: the list adds to these, not to the default fields. */
const requiredFields: ReadonlySet<string> = new Set([
  'uri',
  'altids',
  'version',
  'type',
  'versioncreated',
  'firstcreated',
  'pubstatus',
])

/** Which fields of an item an answer carries. */
export interface Projection {
  /** Nothing is left out: the common case, and the fast one. */
  readonly everything: boolean
  readonly keep: (field: string) => boolean
  readonly products: boolean
}

/** Reads `include` and `exclude`. A message when a required field is excluded, which AP counts as an error. */
export function readProjection(include: string | null, exclude: string | null): Projection | string {
  const wanted = (include ?? '').split(',').filter((name) => name !== '')
  const unwanted = new Set((exclude ?? '').split(',').filter((name) => name !== ''))
  for (const name of unwanted) if (requiredFields.has(name)) return `The field ${name} cannot be excluded.`
  const all = wanted.includes('*')
  const base = wanted.length === 0 || wanted.includes('view_default') ? defaultFields : requiredFields
  const named = new Set(wanted.map((name) => name.split('.')[0] as string))
  return {
    everything: all && unwanted.size === 0,
    keep: (field) => !unwanted.has(field) && (all || base.has(field) || named.has(field)),
    products: all || wanted.some((name) => name.startsWith('meta')),
  }
}

/** An element of a page with only the fields asked for. What is no proper element passes as it is. */
export function project(envelope: unknown, projection: Projection): unknown {
  if (projection.everything || typeof envelope !== 'object' || envelope === null) return envelope
  const { meta, item } = envelope as { meta?: unknown; item?: unknown }
  if (typeof item !== 'object' || item === null) return envelope
  const kept = Object.fromEntries(Object.entries(item).filter(([field]) => projection.keep(field)))
  return { ...(meta === undefined ? {} : { meta: projection.products ? meta : {} }), item: kept }
}
