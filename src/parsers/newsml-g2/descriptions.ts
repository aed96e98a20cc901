import { escapeHtml } from '../../normalise/entities.ts'
import type { ItemDraft } from '../../story/draft.ts'
import type { ItemType } from '../../story/item.ts'
import { children, isElement, rawText, textOf } from '../xml/read.ts'
import type { XmlElement } from '../xml/read.ts'
import { roleAt } from './concept.ts'
import { filled } from './content-meta.ts'
import { readCaption } from '../newsml/caption.ts'
import { plainTextHtml } from '../newsml/plain-text.ts'
import { spokenText } from './rights.ts'

const summaries = new Set([
  'summary',
  'abstract',
  'teaser',
  'lead',
  'leadin',
  'synthe',
  'description',
  'intro',
  'standfirst',
])
const captions = new Set(['caption', 'caption-abstract'])
/** Texts that are the content of video and audio. */
const scripts = new Set(['dopesheet', 'shotlist', 'script', 'storyline', 'transcript', 'soundbites'])

/**
 * Reads descriptions by their roles: a summary is the abstract, a caption is a caption, scripts are what a clip has
 * for a body. Returns the body a clip has by its descriptions, as HTML.
 *
 * Reuters gives texts a "caption" that is only slug and headline again, which is no caption.
 */
export function readDescriptions(
  meta: XmlElement | undefined,
  type: ItemType,
  mediaUri: string | undefined,
  draft: ItemDraft,
): string {
  if (meta === undefined) return ''
  const visual = type !== 'text' && type !== 'composite'
  const body: string[] = []
  for (const description of filled(meta, 'description')) {
    const role = roleAt(description)
    const text = spokenText(description)
    if (isMachineData(text)) continue
    if (role !== undefined && scripts.has(role)) body.push(scriptHtml(description))
    else if ((role !== undefined && captions.has(role)) || (role === undefined && visual)) {
      if (visual || !repeatsHeadline(text, draft)) {
        const owner = mediaUri === undefined ? {} : { mediaUri }
        draft.add(
          'captions',
          readCaption(text, { role: visual ? 'main' : 'metadata', ...owner }),
          'contentMeta/description',
        )
      }
    } else if (role === undefined || summaries.has(role)) placeSummary(text, draft)
    else draft.add('notes', text, 'contentMeta/description')
  }
  return body.join('\n')
}

/** Parts of a clip: each part's description is a line of the shot list. */
export function readParts(item: XmlElement): string {
  return children(item, 'partMeta')
    .flatMap((part) => children(part, 'description'))
    .map((description) => textOf(description))
    .filter((text) => text !== undefined)
    .map((text) => `<p>${escapeHtml(text)}</p>`)
    .join('\n')
}

function placeSummary(text: string, draft: ItemDraft): void {
  const known = draft.get('abstract')
  if (known === undefined) draft.set('abstract', text, 'contentMeta/description')
  else if (known !== text) draft.add('notes', text, 'contentMeta/description')
}

function repeatsHeadline(text: string, draft: ItemDraft): boolean {
  const headline = draft.get('headline')
  return headline !== undefined && text.endsWith(headline)
}

/** ANSA ships the result of its text analysis as JSON in a description. */
function isMachineData(text: string): boolean {
  return /^[{[]\s{0,20}["{[]/.test(text)
}

/** Lines parted by `br`, or plain text. */
function scriptHtml(description: XmlElement): string {
  if (children(description).length === 0) return plainTextHtml(rawText(description))
  const lines: string[] = ['']
  for (const node of description.children) {
    if (!isElement(node)) lines[lines.length - 1] += node
    else if (node.name === 'br') lines.push('')
    else lines[lines.length - 1] += ` ${textOf(node) ?? ''} `
  }
  return lines
    .filter((line) => line.trim() !== '')
    .map((line) => `<p>${escapeHtml(line.trim().replace(/\s+/g, ' '))}</p>`)
    .join('\n')
}
