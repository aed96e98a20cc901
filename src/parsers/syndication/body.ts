import { setBody, setTextBody } from '../../normalise/body.ts'
import { dropParagraphs } from '../../normalise/paragraphs.ts'
import { countWords } from '../../normalise/words.ts'
import { foldSpace } from '../../normalise/text.ts'
import type { ItemDraft } from '../../story/draft.ts'
import { figuresOfShortcodes, readBodyPictures } from './body-pictures.ts'
import { absoluteHtml, flatten } from './markup.ts'
import type { Markup } from './markup.ts'
import type { Medium } from './medium.ts'
import { addParagraphs, lacksParagraphs } from './paragraphs.ts'

/** Longer than this, or in several paragraphs, a description is the story itself and no summary. */
const longestSummary = 700

/**
 * Sets body and abstract from what a feed calls content and description. A feed without content puts the story into the
 * description; then a short one is the abstract and a long one the body. Gives the pictures that stood in the body.
 */
export function setTexts(
  draft: ItemDraft,
  texts: { content: Markup | undefined; summary: Markup | undefined; from: [content: string, summary: string] },
  base: string | undefined,
): Medium[] {
  const { content, summary, from } = texts
  if (content !== undefined) {
    const media = setMarkup(draft, content, from[0], base)
    if (draft.has('bodyText') || summary === undefined) {
      setAbstract(draft, summary, from[1])
      return [...media, ...(summary === undefined ? [] : picturesOf(summary, base).media)]
    }
  }
  if (summary === undefined) return []
  const { media } = picturesOf(summary, base)
  if (isWholeStory(summary)) return setMarkup(draft, summary, from[1], base)
  setAbstract(draft, summary, from[1])
  return media
}

function picturesOf(markup: Markup, base: string | undefined): { html: string; media: Medium[] } {
  if (markup.kind === 'text') return { html: '', media: [] }
  return readBodyPictures(absoluteHtml(figuresOfShortcodes(markup.html), base), base)
}

function isWholeStory(markup: Markup): boolean {
  if (markup.kind === 'html') {
    // no summary has a table
    if ((markup.html.match(/<p[\s>]/gi)?.length ?? 0) > 2 || /<table[\s>]/i.test(markup.html)) return true
  }
  return (flatten(markup)?.length ?? 0) > longestSummary
}

function setMarkup(draft: ItemDraft, markup: Markup, from: string, base: string | undefined): Medium[] {
  if (markup.kind === 'text') {
    setTextBody(draft, markup.text, from)
    return []
  }
  const { html, media } = picturesOf(markup, base)
  setBody(draft, lacksParagraphs(html) ? addParagraphs(html) : html, from)
  dropFurniture(draft)
  return media
}

function setAbstract(draft: ItemDraft, summary: Markup | undefined, from: string): void {
  const line = summary === undefined ? undefined : withoutFurniture(flattenParagraphs(summary))
  draft.fill('abstract', line, from)
}

function flattenParagraphs(markup: Markup): string {
  if (markup.kind === 'text') return markup.text
  return flatten({ kind: 'html', html: readBodyPictures(figuresOfShortcodes(markup.html), undefined).html }) ?? ''
}

/** What WordPress and its kin put under each story of a feed, in the languages they speak. */
const furniture =
  /^(?:The post|Der Beitrag|L['’]article|La entrada|Het bericht|L['’]articolo|O post|Inlägget|Innlegget|Indlægget|Artikkeli) .{1,400} (?:appeared first on|erschien zuerst auf|est apparu en premier sur|se publicó primero en|verscheen eerst op|proviene da|apareceu primeiro em|dök först upp på|dukket først opp på|blev først udgivet på|julkaistiin ensimmäisen kerran sivulla) .{1,120}$/u
const continued =
  /^(?:\[?(?:…|\.\.\.)\]?\s?)?(?:Continue reading|Read more|Read the full (?:story|article)|Weiterlesen|Lire la suite|Leer más)(?: .{0,200})?$/iu

function isFurniture(paragraph: string): boolean {
  const line = foldSpace(paragraph)
  return line.length < 700 && (furniture.test(line) || continued.test(line))
}

const openings = ['The post ', 'Der Beitrag ', 'L’article ', "L'article ", 'La entrada ', 'Het bericht ', 'L’articolo ', "L'articolo ", 'O post '] // prettier-ignore

function withoutFurniture(text: string): string {
  const line = foldSpace(text)
  const at = Math.max(...openings.map((opening) => line.lastIndexOf(opening)))
  return at > 0 && isFurniture(line.slice(at)) ? line.slice(0, at) : line
}

/** Such lines leave the body and are kept as notes. Only at its end: a story may speak of posts. */
function dropFurniture(draft: ItemDraft): void {
  const paragraphs = (draft.get('bodyText') ?? '').split(/\n{2,}/)
  const dropped: string[] = []
  while (paragraphs.length > 1 && isFurniture(paragraphs.at(-1) ?? '')) dropped.unshift(paragraphs.pop() ?? '')
  if (dropped.length === 0) return
  const text = paragraphs.join('\n\n')
  draft.rewrite('bodyHtml', dropParagraphs(draft.get('bodyHtml') ?? '', dropped)).set('bodyText', text, 'bodyHtml')
  draft.set('wordCount', countWords(text), 'bodyHtml')
  for (const paragraph of dropped) draft.add('notes', foldSpace(paragraph), 'bodyHtml')
}
