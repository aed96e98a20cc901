import { readUrgency } from '../../normalise/urgency.ts'
import type { ItemDraft } from '../../story/draft.ts'
import { at, attr, child, children, textOf } from '../xml/read.ts'
import type { XmlElement } from '../xml/read.ts'
import { cleanHeadline } from './body-head.ts'

/** What agencies put into `meta` elements because NITF has no place for it. Names are theirs. */
export function readDialect(head: XmlElement | undefined, draft: ItemDraft, prefix: string): void {
  if (head === undefined) return
  const from = `${prefix}head/meta`
  const values = new Map<string, string>()
  for (const meta of children(head, 'meta')) {
    const name = attr(meta, 'name')?.toLowerCase()
    const content = attr(meta, 'content')
    if (name !== undefined && content !== undefined && !values.has(name)) values.set(name, content)
  }
  const fill = (field: 'slug' | 'takeKey' | 'source', name: string): void => {
    draft.fill(field, values.get(name), `${from}[${name}]`)
  }
  // AAP and what Superdesk writes for it
  fill('slug', 'anpa-keyword')
  fill('takeKey', 'anpa-takekey')
  draft.add('categories', values.get('anpa-category'), `${from}[anpa-category]`)
  fill('source', 'aap-source')
  // NTB, and Ritzau's copy in NTB's form
  fill('slug', 'ntbstikkord')
  fill('source', 'ntbkilde')
  draft.add('genres', values.get('ntbmeldingstype'), `${from}[NTBMeldingsType]`)
  // ANSA: the letters of its priority stand for the steps of the IPTC scale, where routine is 5
  draft.fill('urgency', ansaPriority(values.get('priority')), `${from}[priority]`)
  draft.add('keywords', cleanHeadline(values.get('keyword') ?? ''), `${from}[keyword]`)
  draft.add('categories', values.get('category'), `${from}[category]`)
  const iptc = values.get('category_iptc')
  if (iptc !== undefined) draft.add('subjects', { code: iptc, scheme: 'category_iptc' }, `${from}[category_iptc]`)
  readSlugOfPa(head, draft, prefix)
  fill('slug', 'slugline')
  readSlugOfKey(head, draft, prefix)
}

/** A key made of words is what the desk calls the story (CP, NTB); one with digits belongs to a machine. */
function readSlugOfKey(head: XmlElement, draft: ItemDraft, prefix: string): void {
  const key = attr(at(head, 'docdata/du-key'), 'key') ?? ''
  if (/^\p{L}[\p{L}\p{M}'’ /-]{2,60}$/u.test(key)) draft.fill('slug', key, `${prefix}head/docdata/du-key@key`)
}

function ansaPriority(letter: string | undefined): number | undefined {
  const steps: Readonly<Record<string, number>> = { F: 1, B: 2, U: 3, R: 5 }
  return letter !== undefined && Object.hasOwn(steps, letter) ? steps[letter] : readUrgency(letter)
}

/** PA's title is a page number, the topic in capitals and the catchline: "1 SPORT Harbour (Oct 14)". */
function readSlugOfPa(head: XmlElement, draft: ItemDraft, prefix: string): void {
  const title = textOf(child(head, 'title'))
  const match = /^\d{1,3} (\p{Lu}{2,})( .{1,120})$/u.exec(title ?? '')
  if (match?.[1] === undefined || at(head, 'docdata/du-key') === undefined) return
  const topic = match[1]
  draft.fill('slug', `${topic[0] ?? ''}${topic.slice(1).toLowerCase()}${match[2] ?? ''}`, `${prefix}head/title`)
}
