import { foldSpace, tidyText } from '../../normalise/text.ts'
import { ItemDraft } from '../../story/draft.ts'
import { nitfIn } from '../nitf/capitals.ts'
import { readNitf } from '../nitf/nitf.ts'
import { renderBlocks } from '../xml/block.ts'
import { attr, child, children, descendants, isElement, rawText, textOf } from '../xml/read.ts'
import type { XmlElement, XmlNode } from '../xml/read.ts'
import { readFigure, readImage } from './figures.ts'
import type { Figure } from './figures.ts'
import { isHardWrapped, readTextBlocks } from './plain-text.ts'
import { escapedIn, readTextPayload } from './text-payload.ts'
import type { Payload, PayloadHints } from './text-payload.ts'

/** Elements that tell markup for readers from XML of another trade. */
const markup = new Set(
  (
    'p div section article main header footer figure media block h1 h2 h3 h4 h5 h6 hl1 hl2 table ul ol dl pre blockquote bq ' +
    'br hr b i u em strong span a sub sup'
  ).split(' '),
)

/** Opens a wrapper and reads what it holds. */
export function readPayload(wrapper: XmlElement, hints: PayloadHints): Payload {
  const elements = children(wrapper)
  const inner = elements.length === 1 ? elements[0] : undefined
  const nitf = elements.map(nitfIn).find((element) => element !== undefined)
  if (nitf !== undefined) return readNitfPayload(nitf, hints)
  if (elements.length === 0) return readTextPayload(rawText(wrapper), hints)
  // NITF without its root: AFP's "bcNITF2.5" and others send body or body.content alone
  if (inner?.name === 'body.content')
    return holdsMedia(inner)
      ? readNitfPayload(around('nitf', [around('body', [inner])]), hints)
      : readMarkup(inner, hints)
  if (inner?.name === 'body' && child(inner, 'body.content') !== undefined)
    return readNitfPayload(around('nitf', [inner]), hints)
  if (inner?.name !== 'html' && inner?.name !== 'body' && holdsMedia(wrapper)) {
    const content = around('body.content', wrapper.children)
    return readNitfPayload(around('nitf', [around('body', [content])]), hints)
  }
  if (inner?.name === 'html')
    return readMarkup(child(inner, 'body') ?? inner, hints, textOf(child(child(inner, 'head'), 'title')))
  if (inner?.name === 'body') return readMarkup(inner, hints)
  if (elements.some((element) => markup.has(element.name))) return readMarkup(wrapper, hints)
  return readForeign(elements[0]!, wrapper)
}

/** NITF's media among paragraphs that came without their NITF: only its reader knows their captions. */
function holdsMedia(element: XmlElement): boolean {
  return descendants(element, 'media-caption').length > 0 || descendants(element, 'media-reference').length > 0
}

function around(name: string, inside: readonly XmlNode[]): XmlElement {
  return { name, prefix: '', attributes: new Map(), children: inside }
}

function readNitfPayload(root: XmlElement, { path, zone, receivedAt }: PayloadHints): Payload {
  const draft = new ItemDraft()
  readNitf(root, draft, { prefix: `${path}/nitf/`, zone, receivedAt })
  const { item } = draft.fill('uri', 'urn:x-writethru:inline', path).finish()
  return { kind: 'nitf', item }
}

function readMarkup(container: XmlElement, hints: PayloadHints, title?: string): Payload {
  const escaped = escapedIn(container)
  if (escaped !== undefined) return readTextPayload(escaped, { path: hints.path, headline: hints.headline })
  const notes: string[] = []
  const figures: Figure[] = []
  const { html, text } = renderBlocks([withoutFurniture(container, hints.headline, notes, figures)])
  if (text.trim() === '' && notes.length === 0 && figures.length === 0) return { kind: 'empty' }
  return {
    kind: 'html',
    html: tidyText(html),
    text: tidyText(text),
    notes,
    ...(figures.length > 0 && { figures }),
    ...(title === undefined ? {} : { title }),
  }
}

/**
 * A copy of the body without what is no body: a first heading that repeats the headline; dpa's header list of subjects
 * and its clock; the notepad (notes and telephone numbers that must not be published), whose text goes to `notes`.
 * Pictures go to `figures`, with the captions of those that have one. Text that was wrapped by hand inside one paragraph is parted into its paragraphs.
 */
function withoutFurniture(
  container: XmlElement,
  headline: string | undefined,
  notes: string[],
  figures: Figure[],
): XmlElement {
  const wanted = headline === undefined ? undefined : foldSpace(headline).toLowerCase()
  let sawHeadline = false
  return visit(container, 0)

  function visit(element: XmlElement, depth: number): XmlElement {
    if (depth > 6) return element
    return { ...element, children: element.children.flatMap((node) => keep(node, element, depth)) }
  }

  function keep(node: XmlNode, parent: XmlElement, depth: number): XmlNode[] {
    if (!isElement(node)) {
      // text directly in the body, wrapped by hand: Opta's tables through Reuters
      return parent === container && isHardWrapped(node) ? paragraphs(node) : [node]
    }
    const figure = node.name === 'figure' ? readFigure(node) : node.name === 'img' ? readImage(node) : undefined
    if (figure !== undefined) {
      figures.push(figure)
      return []
    }
    if (isNotepad(node)) {
      notes.push(renderBlocks([node]).text)
      return []
    }
    if (parent.name === 'header' && (node.name === 'time' || hasClass(node, 'slugline'))) return []
    if (!sawHeadline && wanted !== undefined && (node.name === 'h1' || node.name === 'title')) {
      if (foldSpace(rawText(node)).toLowerCase() === wanted) {
        sawHeadline = true
        return []
      }
    }
    if (node.name === 'p' && node.children.every((inner) => !isElement(inner))) {
      const text = rawText(node)
      return isHardWrapped(text) ? paragraphs(text) : [node]
    }
    return [visit(node, depth + 1)]
  }
}

/** Wrapped text as p and pre elements. */
function paragraphs(text: string): XmlElement[] {
  return readTextBlocks(text).map((block) => ({
    name: block.columns ? 'pre' : 'p',
    prefix: '',
    attributes: new Map<string, string>(),
    children: [block.text],
  }))
}

function isNotepad(element: XmlElement): boolean {
  return hasClass(element, 'notepad') || hasClass(element, 'np-nonpublic')
}

function hasClass(element: XmlElement, name: string): boolean {
  return (attr(element, 'class') ?? '').split(/\s+/).includes(name)
}

function readForeign(root: XmlElement, wrapper: XmlElement): Payload {
  const title = descendants(root, 'name')
    .map(textOf)
    .find((name) => name !== undefined)
  return {
    kind: 'foreign',
    name: root.name,
    ...renderBlocks(descendants(wrapper, 'p')),
    ...(title === undefined ? {} : { title }),
  }
}
