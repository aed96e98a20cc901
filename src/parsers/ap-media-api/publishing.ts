import type { ItemDraft } from '../../story/draft.ts'
import type { EditorialType, NotPublishable, Status } from '../../story/item.ts'
import { readMembers, readObjects, readString, readStrings } from '../json/read.ts'
import type { JsonObject } from '../json/read.ts'
import { readSlugline } from './slugline.ts'

const statuses: Readonly<Record<string, Status>> = {
  usable: 'usable', embargoed: 'embargoed', withheld: 'withheld', canceled: 'canceled', cancelled: 'canceled',
} // prettier-ignore

// the strongest first: an item may carry several
const editorialTypes: readonly (readonly [string, EditorialType])[] = [
  ['kill', 'kill'],
  ['elimination', 'elimination'],
  ['withhold', 'withhold'],
  ['disregard', 'disregard'],
  ['holdforrelease', 'hold-for-release'],
  ['advance', 'hold-for-release'],
  ['advisory', 'advisory'],
  ['corrective', 'correction'],
  ['correction', 'correction'],
  ['clarification', 'clarification'],
  ['writethru', 'writethru'],
  ['lead', 'lead'],
  ['add', 'add'],
  ['takes', 'take'],
  ['take', 'take'],
]

/**
 * May it be published? AP's own procedure: `signals` must hold "newscontent"; then pubstatus, the embargo, the editorial
 * types. Never decided on pubstatus alone. An embargo counts whatever pubstatus says.
 */
export function readPublishing(item: JsonObject, draft: ItemDraft): void {
  const status = readString(item, 'pubstatus')?.toLowerCase()
  if (status !== undefined && Object.hasOwn(statuses, status)) draft.set('status', statuses[status], 'pubstatus')
  const types = readStrings(item, 'editorialtypes').map((type) => type.toLowerCase().replace(/[^a-z]/g, ''))
  const editorialType = readEditorialType(item, types)
  draft.set('editorialType', editorialType, 'editorialtypes')
  if (!draft.has('embargoedUntil') && (draft.get('status') === 'embargoed' || editorialType === 'hold-for-release')) {
    // held, and nobody said until when
    draft.set('embargoedUntil', 'indefinite', draft.get('status') === 'embargoed' ? 'pubstatus' : 'editorialtypes')
    draft.warn('time.embargo-indefinite', 'held for release without a time; it holds until a later revision lifts it')
  }
  draft.set('notPublishable', readNotPublishable(item, draft, types), 'signals')
  // what a desk must know before it prints
  for (const signal of readStrings(item, 'signals'))
    if (/^(?:explicitcontent|nudity|obscenity|graphiccontent|singlesource)$/i.test(signal))
      draft.add('notes', `signal: ${signal}`, 'signals')
}

/** Every writethru that was seen carries "Lead"; only the slug says which of the two it is. */
function readEditorialType(item: JsonObject, types: readonly string[]): EditorialType | undefined {
  const found = editorialTypes.find(([name]) => types.includes(name))?.[1]
  const slug = readSlugline(item) ?? ''
  if (found === 'lead' && /\bld-writethru$/i.test(slug.trim())) return 'writethru'
  const isAlert = readString(item, 'editorialrole') === 'NewsAlert' || /(?:^|-)AP ?News ?Alert\b/i.test(slug)
  return found ?? (isAlert ? 'alert' : undefined)
}

function readNotPublishable(item: JsonObject, draft: ItemDraft, types: readonly string[]): NotPublishable | undefined {
  const signals = new Set(readStrings(item, 'signals').map((signal) => signal.toLowerCase()))
  const profile = readString(item, 'profile')?.toLowerCase() ?? ''
  const type = draft.get('type')
  if (signals.has('test')) return 'test'
  // a picture of a notice, not a photo: the capital letter is the mark
  if ((type === 'picture' || type === 'graphic') && draft.get('categories')?.includes('V') === true && types.length > 0)
    return 'banner'
  if (types.includes('advisory') || profile === 'advisory') return 'advisory'
  if (profile === 'daybook') return 'daybook'
  if (profile === 'digest' || isTopHeadlines(item)) return 'digest'
  if (signals.has('newscontent')) return undefined
  const slug = readSlugline(item) ?? readString(item, 'title') ?? ''
  if (/\bdaybook\b/i.test(slug)) return 'daybook'
  if (/\bdigest\b/i.test(slug)) return 'digest'
  return draft.get('categories')?.some((code) => code.toLowerCase() === 'v') === true ? 'advisory' : 'no-content-signal'
}

/** "AP Top News at 8:50 p.m. EDT": a list of headlines whose associations are the stories themselves. */
function isTopHeadlines(item: JsonObject): boolean {
  if (readString(item, 'type') !== 'text') return false
  const stories = readMembers(item, 'associations').filter(([, value]) => readString(value, 'type') === 'text')
  const headline = readString(item, 'headline') ?? ''
  return stories.length >= 2 && /^(?:AP )?Top .{0,40}\b(?:News|Headlines|Stories)\b/i.test(headline)
}

/** Raw types of an item, for links: a kill may name what it kills by a foreign key. */
export function foreignKeys(item: JsonObject): Map<string, string> {
  const found = new Map<string, string>()
  for (const pair of readObjects(item, 'foreignkeys')) {
    for (const [name, value] of Object.entries(pair)) if (typeof value === 'string') found.set(name, value)
  }
  return found
}
