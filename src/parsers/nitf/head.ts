import { compact } from '../../story/draft.ts'
import type { ItemDraft } from '../../story/draft.ts'
import { all, at, attr, child, children, textOf } from '../xml/read.ts'
import type { XmlElement } from '../xml/read.ts'

/** NITF `head` outside docdata: title, tobject, where the copy came from. */
export function readHead(head: XmlElement | undefined, draft: ItemDraft, prefix: string): void {
  if (head === undefined) return
  const from = `${prefix}head`
  readTitle(textOf(child(head, 'title')), draft, `${from}/title`)
  const named = children(head, 'meta').find((meta) => /^slug(?:line)?$/i.test(attr(meta, 'name') ?? ''))
  draft.fill('slug', attr(named, 'content'), `${from}/meta[slug]`)
  const tobject = child(head, 'tobject')
  for (const property of children(tobject, 'tobject.property')) {
    draft.add('genres', attr(property, 'tobject.property.type'), `${from}/tobject/tobject.property`)
  }
  for (const subject of children(tobject, 'tobject.subject'))
    readSubject(subject, draft, `${from}/tobject/tobject.subject`)
  const sources = all(head, 'docdata/del-list/from-src')
  draft.fill('source', attr(sources[0], 'src-name'), `${from}/docdata/del-list/from-src@src-name`)
  draft.fill('source', attr(at(head, 'docdata/doc.copyright'), 'holder'), `${from}/docdata/doc.copyright@holder`)
}

/** The title of the document is the headline only where there is none; PA's is a slug (dialects.ts). */
function readTitle(title: string | undefined, draft: ItemDraft, from: string): void {
  const headline = draft.get('headline')
  if (title === undefined || /^\d{1,3} \p{Lu}{2,} /u.test(title)) draft.fill('headline', title, from)
  else if (headline === undefined) draft.set('headline', title, from)
  else if (title.toLowerCase() !== headline.toLowerCase()) draft.add('notes', title, from)
}

/** The attributes are named after the element ("tobject.subject.refnum"); the most exact name wins. */
function readSubject(subject: XmlElement, draft: ItemDraft, from: string): void {
  const read = (name: string): string | undefined => attr(subject, `tobject.subject.${name}`)
  const found = compact({
    code: read('refnum') ?? read('code'),
    name: read('detail') ?? read('matter') ?? read('type'),
    scheme: read('refnum') === undefined ? read('ipr') : `${read('ipr') ?? 'IPTC'}:tobject.subject.refnum`,
  })
  if (found.code !== undefined || found.name !== undefined) draft.add('subjects', found, from)
}
