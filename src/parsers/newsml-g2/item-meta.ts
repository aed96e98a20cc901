import { readCaption } from '../newsml/caption.ts'
import type { ReadingOptions } from '../newsml/options.ts'
import { setTime } from '../../normalise/time.ts'
import type { ItemDraft } from '../../story/draft.ts'
import { compact } from '../../story/draft.ts'
import type { ItemType, Link } from '../../story/item.ts'
import { renderBlocks } from '../xml/block.ts'
import { attr, child, children, rawText, textOf } from '../xml/read.ts'
import type { XmlElement } from '../xml/read.ts'
import { codeAt, codeOf, roleAt } from './concept.ts'
import type { Vocabulary } from './concept.ts'

const types: ReadonlyMap<string, ItemType> = new Map([
  ['text', 'text'],
  ['picture', 'picture'],
  ['photo', 'picture'],
  ['graphic', 'graphic'],
  ['animation', 'graphic'],
  ['video', 'video'],
  ['audio', 'audio'],
  ['composite', 'composite'],
])

/** Type of content: the code of `itemClass`, whatever alias the agency puts before it (`ninat:`, Reuters' `icls:`). */
export function readItemType(itemMeta: XmlElement | undefined): ItemType | undefined {
  return types.get(codeAt(child(itemMeta, 'itemClass')) ?? '')
}

/** Reads times, provider, title, links and notes of `itemMeta`. Status has its own reader (status.ts). */
export function readItemMeta(
  itemMeta: XmlElement | undefined,
  vocabulary: Vocabulary,
  options: ReadingOptions,
  draft: ItemDraft,
): void {
  const time = (name: string, field: 'firstCreated' | 'versionCreated' | 'expires'): void => {
    const raw = textOf(child(itemMeta, name))
    if (raw !== undefined) setTime(draft, field, raw, `itemMeta/${name}`, options)
  }
  time('firstCreated', 'firstCreated')
  time('versionCreated', 'versionCreated')
  time('expires', 'expires')
  const embargoed = child(itemMeta, 'embargoed')
  // an empty element is an embargo without an end (type DateTimeOrNull), not the absence of one
  if (embargoed !== undefined)
    setTime(draft, 'embargoedUntil', rawText(embargoed).trim(), 'itemMeta/embargoed', options)
  draft.fill('provider', vocabulary.party(child(itemMeta, 'provider')), 'itemMeta/provider')
  readNotes(itemMeta, draft)
  for (const link of children(itemMeta, 'link')) readLink(link, draft)
}

/**
 * Editor's notes go to the desk; dpa's notepad, contacts and closing line are not even notes about the copy. XHTML
 * inside an edNote is read as text.
 */
function readNotes(itemMeta: XmlElement | undefined, draft: ItemDraft): void {
  const aside = new Set(['notepad', 'closingline', 'dpacontacts', 'contacts'])
  const notes: string[] = []
  for (const note of children(itemMeta, 'edNote')) {
    const text = children(note).length > 0 ? renderBlocks(note.children).text : textOf(note)
    if (text === undefined || text.trim() === '') continue
    if (aside.has(roleAt(note) ?? '')) draft.add('notes', text, 'itemMeta/edNote')
    else notes.push(text)
  }
  draft.set('editorialNote', notes.join('\n'), 'itemMeta/edNote')
}

/** Relations of the IPTC scheme and of agencies, in our words. Unknown ones keep their own code. */
const relations: ReadonlyMap<string, string> = new Map([
  ['seealso', 'seeAlso'],
  ['associatedwith', 'seeAlso'],
  ['related', 'seeAlso'],
  ['previousversion', 'earlierVersion'],
  ['updates', 'earlierVersion'],
  ['replaces', 'replaces'],
  ['supersedes', 'replaces'],
  ['replacedby', 'replacedBy'],
  ['translatedfrom', 'translationOf'],
  ['translationof', 'translationOf'],
  ['hasmember', 'hasMember'],
  ['memberof', 'memberOf'],
  ['featuremedia', 'hasPicture'],
  ['photogallery', 'hasPicture'],
])

/** Relations whose target is a picture of the story; a title there is its caption (ANSA). */
const pictureRelations = new Set(['featuremedia', 'photogallery'])

function readLink(link: XmlElement, draft: ItemDraft): void {
  const uri = attr(link, 'residref') ?? attr(link, 'guidref') ?? attr(link, 'href')
  if (uri === undefined) return
  const code = codeOf(attr(link, 'rel'), attr(link, 'reluri'))
  const version = attr(link, 'version')
  const plain = attr(link, 'rel')?.split(':').at(-1)
  // STT names the version before this one by guid and version alone
  const rel =
    code === undefined ? (version === undefined ? 'seeAlso' : 'earlierVersion') : (relations.get(code) ?? plain ?? code)
  draft.add('links', compact<Link>({ rel, uri, version }), 'itemMeta/link')
  if (code !== undefined && pictureRelations.has(code)) {
    draft.add('media', { uri, type: 'picture' }, 'itemMeta/link')
    const title = textOf(child(link, 'title'))
    if (title !== undefined)
      draft.add('captions', readCaption(title, { role: 'media', mediaUri: uri }), 'itemMeta/link/title')
  }
}
