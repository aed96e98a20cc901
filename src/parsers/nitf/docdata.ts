import { readTime, setTime } from '../../normalise/time.ts'
import { readUrgency } from '../../normalise/urgency.ts'
import { foldSpace } from '../../normalise/text.ts'
import type { ItemDraft } from '../../story/draft.ts'
import type { Status } from '../../story/item.ts'
import { all, attr, child, children, rawText, textOf } from '../xml/read.ts'
import type { XmlElement } from '../xml/read.ts'
import { readIdentifiedContent } from './identified-content.ts'

interface Options {
  readonly prefix: string
  readonly zone?: string | undefined
  readonly receivedAt?: string | undefined
}

const statuses: Readonly<Record<string, Status>> = {
  usable: 'usable',
  embargoed: 'embargoed',
  withheld: 'withheld',
  canceled: 'canceled',
  cancelled: 'canceled',
  killed: 'canceled',
} // prettier-ignore

/** NITF `docdata`: status, times, urgency, keywords, rights, notes. Its children come in any order and number. */
export function readDocdata(docdata: XmlElement | undefined, draft: ItemDraft, options: Options): void {
  if (docdata === undefined) return
  const from = `${options.prefix}head/docdata`
  const raw = attr(docdata, 'management-status')?.toLowerCase()
  const status = raw === undefined || !Object.hasOwn(statuses, raw) ? undefined : statuses[raw]
  draft.fill('status', status, `${from}@management-status`)
  readTimes(docdata, draft, status, from, options)
  draft.fill('urgency', readUrgency(attr(child(docdata, 'urgency'), 'ed-urg')), `${from}/urgency@ed-urg`)
  draft.fill('version', readVersion(child(docdata, 'du-key')), `${from}/du-key`)
  for (const keyword of all(docdata, 'key-list/keyword'))
    draft.add('keywords', attr(keyword, 'key'), `${from}/key-list`)
  for (const fixture of children(docdata, 'fixture'))
    draft.add('genres', attr(fixture, 'fix-id'), `${from}/fixture@fix-id`)
  const copyright = child(docdata, 'doc.copyright')
  draft.fill('copyrightHolder', attr(copyright, 'holder'), `${from}/doc.copyright@holder`)
  for (const rights of children(docdata, 'doc.rights')) {
    for (const name of ['type', 'limitations'])
      draft.add('usageTerms', foldSpace(attr(rights, name) ?? ''), `${from}/doc.rights@${name}`)
    draft.add('usageTerms', textOf(rights), `${from}/doc.rights`)
  }
  for (const place of children(docdata, 'evloc')) {
    draft.add(
      'places',
      named(attr(place, 'city') ?? attr(place, 'county-dist') ?? attr(place, 'state-prov') ?? attr(place, 'iso-cc')),
      `${from}/evloc`,
    )
  }
  readNotes(docdata, draft, from)
  readLinks(docdata, draft, from)
  for (const content of children(docdata, 'identified-content'))
    readIdentifiedContent(content, draft, `${from}/identified-content`)
}

function readTimes(
  docdata: XmlElement,
  draft: ItemDraft,
  status: Status | undefined,
  from: string,
  options: Options,
): void {
  const norm = (name: string): string | undefined => attr(child(docdata, name), 'norm')
  if (!draft.has('versionCreated'))
    setTime(draft, 'versionCreated', norm('date.issue'), `${from}/date.issue@norm`, options)
  if (!draft.has('expires')) setTime(draft, 'expires', norm('date.expire'), `${from}/date.expire@norm`, options)
  if (draft.has('embargoedUntil')) return
  const release = norm('date.release')
  if (status === 'embargoed')
    return setTime(draft, 'embargoedUntil', release ?? '', `${from}/date.release@norm`, options)
  // "default on receipt": most agencies repeat the issue time here, and only a later time is an embargo
  const issued = Date.parse(draft.get('versionCreated') ?? '')
  const until = Date.parse(readTime(release, options)?.iso ?? '')
  if (until - issued >= 60_000) setTime(draft, 'embargoedUntil', release, `${from}/date.release@norm`, options)
}

function readVersion(key: XmlElement | undefined): string | undefined {
  const version = attr(key, 'version') ?? attr(key, 'generation')
  return version !== undefined && /^\d{1,18}(?:\.\d{1,9}){0,3}$/.test(version)
    ? version.replace(/^0+(?=\d)/, '')
    : undefined
}

/** What the desk is told: `ed-msg` in its attribute or as text, with newlines folded; a correction's explanation. */
function readNotes(docdata: XmlElement, draft: ItemDraft, from: string): void {
  const messages = children(docdata, 'ed-msg').map((message) => foldSpace(attr(message, 'info') ?? rawText(message)))
  draft.fill('editorialNote', messages.filter(Boolean).join(' '), `${from}/ed-msg@info`)
  for (const series of children(docdata, 'series')) {
    const part = attr(series, 'series.part')
    const total = attr(series, 'series.totalpart')
    const place = part === undefined ? undefined : [part, total].filter((number) => number !== undefined).join('/')
    draft.add('notes', [attr(series, 'series.name'), place].filter(Boolean).join(' '), `${from}/series`)
  }
  for (const correction of children(docdata, 'correction')) {
    draft.fill('editorialType', 'correction', `${from}/correction`)
    const info = foldSpace(attr(correction, 'info') ?? rawText(correction))
    if (info === '' || draft.get('editorialNote') === info) continue
    if (draft.has('editorialNote')) draft.add('notes', info, `${from}/correction@info`)
    else draft.set('editorialNote', info, `${from}/correction@info`)
  }
}

/** A cancellation may be a document of its own: management-doc-idref names the target and its new status. */
function readLinks(docdata: XmlElement, draft: ItemDraft, from: string): void {
  const own = attr(child(docdata, 'doc-id'), 'id-string')
  const target = attr(docdata, 'management-doc-idref')
  const becomes = attr(docdata, 'management-idref-status')?.toLowerCase()
  if (target !== undefined && target !== own) {
    const cancels = becomes === 'canceled' || becomes === 'cancelled' || becomes === 'killed'
    draft.add('links', { rel: cancels ? 'cancels' : 'replaces', uri: target }, `${from}@management-doc-idref`)
  }
  for (const correction of children(docdata, 'correction')) {
    const mended = attr(correction, 'id-string')
    if (mended !== undefined && mended !== own)
      draft.add('links', { rel: 'replaces', uri: mended }, `${from}/correction@id-string`)
  }
}

function named(name: string | undefined): { name: string } | undefined {
  return name === undefined ? undefined : { name }
}
