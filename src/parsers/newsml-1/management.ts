import { setTime } from '../../normalise/time.ts'
import { readUrgency } from '../../normalise/urgency.ts'
import type { ItemDraft } from '../../story/draft.ts'
import { attr, child, children, textOf } from '../xml/read.ts'
import type { XmlElement } from '../xml/read.ts'
import type { ReadingOptions } from '../newsml/options.ts'
import { hold, readStatus } from '../newsml/status.ts'
import { childLike, formalName } from './named.ts'

/** Reads `NewsManagement`: times, status and what it will become, urgency, instructions and relations. */
export function readManagement(newsItem: XmlElement, options: ReadingOptions, draft: ItemDraft): void {
  const management = child(newsItem, 'NewsManagement')
  setTime(draft, 'firstCreated', textOf(child(management, 'FirstCreated')), 'NewsManagement/FirstCreated', options)
  setTime(
    draft,
    'versionCreated',
    textOf(child(management, 'ThisRevisionCreated')),
    'NewsManagement/ThisRevisionCreated',
    options,
  )
  readPublishing(management, options, draft)
  draft.set('urgency', readUrgency(formalName(childLike(management, 'Urgency'))), 'NewsManagement/Urgency')
  readItemKind(formalName(child(management, 'NewsItemType')), draft)
  for (const instruction of children(management, 'Instruction')) {
    draft.add('notes', instructionText(instruction), 'NewsManagement/Instruction')
    // NewsML 1.2 vocabulary of instructions; Business Wire's "Correction"
    if (/^(?:correct|rectif)/i.test(attr(instruction, 'FormalName') ?? ''))
      draft.fill('editorialType', 'correction', 'NewsManagement/Instruction')
  }
  for (const derived of children(management, 'DerivedFrom')) {
    const uri = attr(derived, 'NewsItem')
    if (uri !== undefined) draft.add('links', { rel: 'derivedFrom', uri }, 'NewsManagement/DerivedFrom')
  }
  for (const associated of children(management, 'AssociatedWith')) {
    const uri = attr(associated, 'NewsItem')
    if (uri !== undefined) draft.add('links', { rel: 'seeAlso', uri }, 'NewsManagement/AssociatedWith')
  }
}

/**
 * Status, and the embargo that StatusWillChange describes: an embargoed item becomes usable at its DateAndTime; without
 * a time the embargo has no end. A usable item that will be withdrawn expires then.
 */
function readPublishing(management: XmlElement | undefined, options: ReadingOptions, draft: ItemDraft): void {
  const raw = formalName(child(management, 'Status'))
  const status = readStatus(raw)
  if (raw !== undefined && status === undefined) draft.warn('status.unknown', `Status ${raw.slice(0, 40)}`)
  draft.set('status', status ?? 'usable', 'NewsManagement/Status')
  for (const change of children(management, 'StatusWillChange')) {
    const future = readStatus(formalName(child(change, 'FutureStatus')))
    const when = textOf(child(change, 'DateAndTime'))
    if (status === 'embargoed' && (future === undefined || future === 'usable')) {
      setTime(draft, 'embargoedUntil', when ?? '', 'NewsManagement/StatusWillChange', options)
    } else if (future === 'canceled' || future === 'withheld') {
      setTime(draft, 'expires', when, 'NewsManagement/StatusWillChange', options)
    }
  }
  if (status === 'embargoed' && !draft.has('embargoedUntil')) {
    setTime(draft, 'embargoedUntil', '', 'NewsManagement/Status', options)
  }
}

function readItemKind(kind: string | undefined, draft: ItemDraft): void {
  const word = kind?.toLowerCase() ?? ''
  if (/advisor|advice/.test(word)) {
    draft.set('editorialType', 'advisory', 'NewsManagement/NewsItemType')
    hold(draft, 'advisory', 'NewsManagement/NewsItemType')
  } else if (/alert|flash|snap/.test(word)) draft.set('editorialType', 'alert', 'NewsManagement/NewsItemType')
}

/** "Cancel: revision 2 Canceled": what the agency asks to do with earlier revisions. */
function instructionText(instruction: XmlElement): string | undefined {
  const name = formalName(instruction)
  const revisions = children(instruction, 'RevisionStatus').map((entry) =>
    ['revision', attr(entry, 'Revision'), formalName(child(entry, 'Status'))].filter(Boolean).join(' '),
  )
  const parts = [
    attr(instruction, 'FormalName') === undefined && revisions.length > 0 ? undefined : name,
    revisions.join(', '),
  ]
  const text = parts.filter(Boolean).join(': ')
  return text === '' ? undefined : text
}
