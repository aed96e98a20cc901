import { compact } from '../../story/draft.ts'
import type { ItemDraft } from '../../story/draft.ts'
import { all, at, attr, child, children, textOf } from '../xml/read.ts'
import type { XmlElement } from '../xml/read.ts'

/** NITF `head` outside docdata: title, tobject, where the copy came from. */
export function readHead(head: XmlElement | undefined, draft: ItemDraft, prefix: string): void {
  if (head === undefined) return
  const from = `${prefix}head`
  draft.fill('headline', textOf(child(head, 'title')), `${from}/title`)
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
