import { Parser } from 'htmlparser2'
import { decodeEntities } from '../../normalise/entities.ts'
import { foldSpace } from '../../normalise/text.ts'
import { readCount } from '../../normalise/rendition.ts'
import { resolveAddress } from './address.ts'
import { rendition } from './medium.ts'
import type { Medium } from './medium.ts'

interface Figure {
  readonly name: string
  readonly from: number
  readonly pictures: Medium[]
  caption: string
  /** Words beside the caption: a table, a quotation. Such a figure is text and stays. */
  words: number
}

/** WordPress keeps captions as shortcodes in what it exports: [caption ...]<img> The words[/caption]. */
const shortcode = /\[caption([^\]]{0,1000})\]((?:(?!\[\/caption\])[\s\S]){0,6000})\[\/caption\]/g

/** Shortcodes as figures, so that one reader serves both. */
export function figuresOfShortcodes(html: string): string {
  if (!html.includes('[caption')) return html
  return html.replace(shortcode, (_, attributes: string, inner: string) => {
    const named = /\bcaption="([^"]{0,2000})"/.exec(attributes)?.[1]
    const at = inner.lastIndexOf('<img')
    const end = at < 0 ? -1 : inner.indexOf('>', at) + 1
    const image = end <= 0 ? '' : inner.slice(at, end)
    const words = (named ?? inner.slice(Math.max(end, 0))).replace(/^\s{0,100}<\/a>/, '')
    return `<figure>${image}<figcaption>${words}</figcaption></figure>`
  })
}

const captionClass = /(?:^|\s)(?:wp-caption-text|caption|image-caption|photo-caption|media-caption)(?:\s|$)/
const frameClass = /(?:^|\s)(?:wp-caption|captioned-image-container|image-container|media)(?:\s|$)/
/** Counters and smileys, by their addresses. */
const furniture =
  /feedburner\.com|feedsportal|doubleclick|\/pixel(?:\.|\/|\?|$)|pixel\.wp\.com|stats\.wordpress|images\/core\/emoji|gravatar\.com|google-analytics|\/(?:tracker|beacon)[./?]/i

/**
 * Finds the pictures in the HTML of a story with their captions. A figure that holds nothing but a picture and its caption
 * leaves the text, as media of other formats stand beside it; pictures without a caption stay where they are.
 */
export function readBodyPictures(html: string, base: string | undefined): { html: string; media: Medium[] } {
  if (!/<img|<figure/i.test(html)) return { html, media: [] }
  const media: Medium[] = []
  const cuts: [from: number, to: number][] = []
  const figures: Figure[] = []
  let captionDepth = 0
  const names: { name: string; role: 'figure' | 'caption' | 'other' }[] = []
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (names.length > 1_000) return
        const style = attributes['class'] ?? ''
        const isFigure = name === 'figure' || (name === 'div' && frameClass.test(style))
        const inFigure = figures.length > 0
        const isCaption = inFigure && (name === 'figcaption' || captionClass.test(style))
        names.push({ name, role: isFigure ? 'figure' : isCaption ? 'caption' : 'other' })
        if (isFigure) figures.push({ name, from: parser.startIndex, pictures: [], caption: '', words: 0 })
        if (isCaption) captionDepth++
        if (name !== 'img') return
        const picture = readImage(attributes, base)
        if (picture === undefined) return
        const figure = figures.at(-1)
        if (figure === undefined) media.push(picture)
        else figure.pictures.push(picture)
      },
      ontext(text) {
        const figure = figures.at(-1)
        if (figure === undefined) return
        if (captionDepth > 0) figure.caption += text
        else if (text.trim() !== '') figure.words++
      },
      onclosetag(name) {
        const top = names.at(-1)
        if (top?.name !== name) return
        names.pop()
        if (top.role === 'caption') {
          captionDepth--
          const figure = figures.at(-1)
          if (figure !== undefined) figure.caption += ' '
        }
        if (top.role === 'figure') closeFigure(figures.pop(), parser.endIndex + 1)
      },
    },
    { decodeEntities: true },
  )

  function closeFigure(figure: Figure | undefined, to: number): void {
    if (figure === undefined) return
    const caption = foldSpace(figure.caption)
    const moves = figure.pictures.length > 0 && figure.words === 0 && caption !== ''
    for (const picture of figure.pictures) media.push(moves ? { ...picture, caption } : picture)
    if (moves) cuts.push([figure.from, to])
  }

  parser.end(html)
  return { html: withoutCuts(html, cuts), media }
}

function withoutCuts(html: string, cuts: [number, number][]): string {
  if (cuts.length === 0) return html
  let kept = ''
  let at = 0
  for (const [from, to] of cuts.sort((a, b) => a[0] - b[0])) {
    if (from > at) kept += `${html.slice(at, from)} `
    at = Math.max(at, to)
  }
  return kept + html.slice(at)
}

function readImage(attributes: Record<string, string>, base: string | undefined): Medium | undefined {
  // lazy loading keeps the address elsewhere and a placeholder in src
  const source = [attributes['data-src'], attributes['data-lazy-src'], attributes['src']].find(
    (value) => value !== undefined && value !== '' && !value.startsWith('data:'),
  )
  const href = resolveAddress(source === undefined ? undefined : decodeEntities(source), base)
  const width = readCount(attributes['width'])
  const height = readCount(attributes['height'])
  if (href === undefined || furniture.test(href)) return undefined
  if ((width !== undefined && width <= 2) || (height !== undefined && height <= 2)) return undefined
  return { type: 'picture', renditions: [rendition({ role: 'main', href, width, height })], role: 'body' }
}
