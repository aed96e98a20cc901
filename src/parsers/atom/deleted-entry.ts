import { finishDraft } from '../../normalise/finish.ts'
import { setTime } from '../../normalise/time.ts'
import { ItemDraft } from '../../story/draft.ts'
import type { ParsedItem } from '../../story/draft.ts'
import type { ParserInput } from '../parser.ts'
import type { Identity } from '../syndication/identity.ts'
import type { XmlElement } from '../xml/element.ts'
import { attr, child } from '../xml/read.ts'
import { readText } from './text.ts'

/**
 * A tombstone (RFC 6721) kills the entry its `ref` names. It carries no text: the story goes on showing what it showed,
 * marked as closed. `when` orders it among the entry's revisions: an entry updated later stands again (section 3).
 */
export function readDeletedEntry(element: XmlElement, identity: Identity, input: ParserInput): ParsedItem {
  const draft = new ItemDraft()
  draft.set('uri', identity.uri, 'deleted-entry@ref')
  draft.set('status', 'canceled', 'deleted-entry').set('editorialType', 'kill', 'deleted-entry')
  const options = { zone: input.zone, receivedAt: input.receivedAt }
  setTime(draft, 'versionCreated', attr(element, 'when'), 'deleted-entry@when', options)
  draft.set('editorialNote', readText(child(element, 'comment')), 'deleted-entry/comment')
  return finishDraft(draft, { authority: identity.authority, ...options })
}
