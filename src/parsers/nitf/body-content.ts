import { setRenderedBody } from '../../normalise/body.ts'
import { readBylines } from '../../normalise/byline.ts'
import { foldSpace } from '../../normalise/text.ts'
import type { ItemDraft } from '../../story/draft.ts'
import { readCaption } from '../newsml/caption.ts'
import { escapedIn, readTextPayload } from '../newsml/text-payload.ts'
import { renderBlocks } from '../xml/block.ts'
import { child, children, descendants, isElement, rawText, textOf } from '../xml/read.ts'
import type { XmlElement, XmlNode } from '../xml/read.ts'
import { datelineOf } from './body-head.ts'
import { readMedia } from './media.ts'

// read into their own fields, from a block as from the head
const furniture: ReadonlySet<string> = new Set([
  'media',
  'media-group',
  'byline',
  'dateline',
  'copyrite',
  'distributor',
])
const mediaOnly: ReadonlySet<string> = new Set(['media', 'media-group'])

/**
 * NITF `body.content` (there may be several) and `body.end`. Content is not always inside `block`: AP sends `p` and
 * `table` beside it, and several blocks; everything under the body is read, in order.
 */
export function readBodyContent(body: XmlElement | undefined, draft: ItemDraft, prefix: string): void {
  if (body === undefined) return
  const from = `${prefix}body/body.content`
  const contents = children(body, 'body.content')
  for (const media of contents.flatMap((content) => descendants(content, 'media')))
    readMedia(media, draft, `${from}/media`)
  const captions = contents
    .flatMap((content) => descendants(content, 'block'))
    .filter((block) => /^caption$/i.test(block.attributes.get('id') ?? ''))
  for (const caption of captions) readCaptionBlock(caption, draft, `${from}/block[Caption]`)
  readBlockHeads(contents, draft, from)
  if (draft.has('bodyHtml')) return
  const characters = charactersOf(contents)
  if (characters !== undefined) {
    const payload = readTextPayload(characters, { path: from, headline: draft.get('headline') })
    if (payload.kind === 'html') {
      const end = renderBlocks(endOf(body))
      const join = (one: string, other: string, by: string): string => (other === '' ? one : `${one}${by}${other}`)
      setRenderedBody(
        draft,
        { html: join(payload.html, end.html, '\n'), text: join(payload.text, end.text, '\n\n') },
        from,
      )
    }
    return
  }
  const nodes: XmlNode[] = contents
    .flatMap((content) => content.children)
    .filter((node) => !isElement(node) || !captions.includes(node))
  if (contents.length === 0)
    nodes.push(...body.children.filter((node) => !isElement(node) || !node.name.startsWith('body.')))
  const rendered = renderBlocks([...dropRepeatedHeading(nodes, draft), ...endOf(body)], { leaveOut: leaveOut(draft) })
  if (rendered.text !== '') setRenderedBody(draft, rendered, from)
}

/**
 * The body when it holds no elements but blocks: some systems send HTML escaped or in CDATA, or bare wire lines, where
 * NITF wants paragraphs. Undefined for an ordinary body.
 */
function charactersOf(contents: readonly XmlElement[]): string | undefined {
  const [first] = contents
  const escaped = first === undefined || contents.length > 1 ? undefined : escapedIn(first)
  if (escaped !== undefined) return escaped
  const nodes = contents.flatMap((content) => content.children)
  const bare = nodes.every(
    (node) => !isElement(node) || (node.name === 'block' && node.children.every((inner) => !isElement(inner))),
  )
  if (!bare) return undefined
  const text = nodes.map((node) => (isElement(node) ? rawText(node) : node)).join('\n\n')
  return text.trim() === '' ? undefined : text
}

// what a block's own byline or dateline said stays in the text unless the fields took it
function leaveOut(draft: ItemDraft): ReadonlySet<string> {
  return draft.has('byline') && draft.has('dateline') ? furniture : mediaOnly
}

/** AP's caption rendition: the caption of a picture as the block "Caption" of a NITF of its own. */
function readCaptionBlock(block: XmlElement, draft: ItemDraft, from: string): void {
  const raw = foldSpace(renderBlocks([block]).text)
  const known = draft.get('captions') ?? []
  if (known.some((caption) => (caption.raw ?? caption.text) === raw)) return
  draft.add('captions', readCaption(raw, { role: 'main' }), from)
}

/** A block may have a byline, dateline and copyright line of its own; they count where the head has none. */
function readBlockHeads(contents: readonly XmlElement[], draft: ItemDraft, from: string): void {
  for (const block of contents.flatMap((content) => descendants(content, 'block'))) {
    const byline = textOf(child(block, 'byline'))
    if (byline !== undefined && !draft.has('byline')) {
      draft.set('byline', byline, `${from}/block/byline`)
      const people = readBylines(byline)
      if (people.length > 0) draft.set('bylines', people, `${from}/block/byline`)
    }
    const dateline = child(block, 'dateline')
    if (dateline !== undefined && !draft.has('dateline'))
      draft.set('dateline', datelineOf(dateline), `${from}/block/dateline`)
    draft.fill('copyrightNotice', textOf(child(block, 'copyrite')), `${from}/block/copyrite`)
  }
}

/** AP agate begins with a heading that only repeats the slug: printed twice it would be the first line of the story. */
function dropRepeatedHeading(nodes: readonly XmlNode[], draft: ItemDraft): readonly XmlNode[] {
  const first = nodes.find((node): node is XmlElement => isElement(node) && node.children.length > 0)
  if (first === undefined || (first.name !== 'hl2' && !(first.name === 'block' && onlyHeading(first)))) return nodes
  const text = foldSpace(rawText(first))
  return text === draft.get('headline') || text === draft.get('slug') ? nodes.filter((node) => node !== first) : nodes
}

function onlyHeading(block: XmlElement): boolean {
  return block.children.every((node) => (isElement(node) ? node.name === 'hl2' : node.trim() === ''))
}

/** The tagline is where AP and others sign off. */
function endOf(body: XmlElement): XmlNode[] {
  return children(body, 'body.end').flatMap((end) => [...end.children])
}
