import { setRenderedBody } from '../../normalise/body.ts'
import type { ItemDraft } from '../../story/draft.ts'
import type { ItemType } from '../../story/item.ts'
import { attr, children } from '../xml/read.ts'
import type { XmlElement } from '../xml/read.ts'
import type { ReadingOptions } from '../newsml/options.ts'
import { placeFigures } from '../newsml/figures.ts'
import { mergeInner, repeats, WordSet } from '../newsml/merge.ts'
import { withoutSecrets } from '../../normalise/rendition.ts'
import { contentKind, isCaptionRole, isMediaTree, innerComponents, languageOf, roleOf } from './components.ts'
import { readContent } from './content.ts'
import type { Content } from './content.ts'
import { readLooseMedium, readMediaTree } from './media.ts'

type Place = 'headline' | 'subheadline' | 'abstract' | 'note' | 'keywords' | 'caption' | 'body'

const places: readonly (readonly [RegExp, Place])[] = [
  [/^(?:title|headline|hl1?|titre)$/, 'headline'],
  [/^(?:subheadline|sub-?title|hl2|deck|kicker)$/, 'subheadline'],
  [/^(?:lead|abstract|summary|intro|synopsis|chapeau|teaser)/, 'abstract'],
  [/^(?:edit(?:or|orial)[ -]?(?:note|info)|advisory|instructions?)/, 'note'],
  [/^keywords?$/, 'keywords'],
]

/** Where a component's text belongs, by its role; a text without a telling role is body. */
function placeOf(role: string): Place {
  if (isCaptionRole(role)) return 'caption'
  return places.find(([pattern]) => pattern.test(role))?.[1] ?? 'body'
}

interface Piece extends Content {
  readonly html: string
  readonly language: string | undefined
  /** Stands after everything else, wherever it came. */
  readonly last: boolean
  /** A sibling of these is the same content in another form. */
  readonly equivalents: XmlElement | undefined
}

/** What the components of a story turned out to hold. */
export interface StoryContent {
  /** Media found inside the story, by type. */
  readonly media: ReadonlySet<ItemType>
  readonly bodied: boolean
}

/**
 * Reads the content of a story: texts by their roles, media trees as media with captions, everything else as body in
 * document order. Forms that only repeat what is there (plain text beside NITF) are left out; other words never are.
 */
export function readStoryContent(
  root: XmlElement,
  shared: readonly XmlElement[],
  storyUri: string,
  options: ReadingOptions,
  draft: ItemDraft,
): StoryContent {
  const media = new Set<ItemType>()
  if (isMediaTree(root)) {
    for (const tree of shared) readMedium(tree)
    const type = readMediaTree(root, storyUri, draft)
    if (type !== undefined) media.add(type)
    return { media, bodied: false }
  }
  const pieces: Piece[] = []
  for (const tree of shared) readMedium(tree)
  visit(root, undefined)
  // press releases give their contacts before the text
  const ordered = [...pieces.filter((piece) => !piece.last), ...pieces.filter((piece) => piece.last)]
  return { media, bodied: setBodyOf(ordered, draft) }

  function visit(component: XmlElement, parent: XmlElement | undefined): void {
    if (component !== root && isMediaTree(component)) {
      readMedium(component)
      return
    }
    readOwn(component, attr(parent, 'EquivalentsList')?.toLowerCase() === 'yes' ? parent : undefined)
    for (const inner of innerComponents(component)) visit(inner, component)
  }

  function readMedium(tree: XmlElement): void {
    const type = readMediaTree(tree, undefined, draft)
    if (type !== undefined) media.add(type)
  }

  function readOwn(component: XmlElement, equivalents: XmlElement | undefined): void {
    const place = placeOf(roleOf(component))
    for (const content of children(component, 'ContentItem')) {
      const kind = contentKind(content)
      if (kind === 'style') continue
      if (kind === 'document') {
        const href = attr(content, 'Href')
        if (href !== undefined) draft.add('links', { rel: 'seeAlso', uri: withoutSecrets(href) }, 'ContentItem@Href')
      } else if (kind !== 'text') {
        readLooseMedium(content, kind, draft)
        media.add(kind)
      } else placeText(component, place, readContent(content, draft.get('headline'), options), equivalents)
    }
  }

  function placeText(component: XmlElement, place: Place, content: Content, equivalents: XmlElement | undefined): void {
    if (content.payload.kind === 'html') {
      for (const note of content.payload.notes) draft.add('notes', note, 'DataContent')
      placeFigures(content.payload.figures ?? [], draft, 'DataContent/figure')
    }
    if (content.payload.kind === 'binary')
      draft.warn('newsml.binary-content', `${content.payload.bytes} bytes that are no text`)
    if (content.text === '') return
    if (place === 'body') {
      pieces.push({
        ...content,
        html: htmlOf(content),
        language: languageOf(component),
        equivalents,
        last: /^(?:contacts?|boilerplate|about)\b/.test(roleOf(component)),
      })
    } else placeLine(place, content.text, draft)
  }
}

function htmlOf({ payload }: Content): string {
  if (payload.kind === 'nitf') return payload.item.bodyHtml ?? ''
  return payload.kind === 'html' || payload.kind === 'foreign' ? payload.html : ''
}

function placeLine(place: Place, text: string, draft: ItemDraft): void {
  const from = 'NewsComponent/ContentItem'
  const line = text.replace(/\s+/g, ' ')
  if (place === 'headline') {
    // the NewsLines have the same words without markup
    if (!draft.has('headline')) draft.set('headline', line, from)
    else if (!repeats(line, draft.get('headline') ?? '')) draft.add('notes', line, from)
  } else if (place === 'subheadline') fillOrNote('headlineExtended', line)
  else if (place === 'abstract') fillOrNote('abstract', text)
  else if (place === 'note') fillOrNote('editorialNote', text)
  else if (place === 'keywords') for (const keyword of line.split(/[;,]/)) draft.add('keywords', keyword, from)
  else draft.add('notes', text, from)

  function fillOrNote(field: 'headlineExtended' | 'abstract' | 'editorialNote', value: string): void {
    const known = draft.get(field)
    if (known === undefined) draft.set(field, value, from)
    else if (!repeats(value, known)) draft.add('notes', value, from)
  }
}

/** Puts the pieces together. An equivalent in another language is kept for the desk, in another form not at all. */
function setBodyOf(pieces: readonly Piece[], draft: ItemDraft): boolean {
  const html: string[] = []
  const text: string[] = []
  const seen = new Map<XmlElement, string | undefined>()
  const words = new WordSet()
  for (const piece of pieces) {
    if (text.length > 0 && words.holds(piece.text)) continue
    const group = piece.equivalents
    if (group !== undefined && seen.has(group) && seen.get(group) !== piece.language) {
      draft.add('notes', piece.text, 'NewsComponent[@EquivalentsList]')
      continue
    }
    if (group !== undefined) seen.set(group, piece.language)
    if (piece.payload.kind === 'nitf') mergeInner(draft, piece.payload.item, 'ContentItem/DataContent')
    if (piece.payload.kind === 'html') draft.fill('headline', piece.payload.title, 'DataContent/html/head/title')
    html.push(piece.html)
    text.push(piece.text)
    words.add(piece.text)
  }
  if (text.length === 0) return false
  setRenderedBody(draft, { html: html.join(''), text: text.join('\n\n') }, 'ContentItem/DataContent')
  return true
}
