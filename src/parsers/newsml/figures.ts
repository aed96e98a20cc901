import { foldSpace } from '../../normalise/text.ts'
import type { ItemDraft } from '../../story/draft.ts'
import { compact } from '../../story/draft.ts'
import type { Media, Rendition } from '../../story/item.ts'
import { attr, descendants, rawText, textOf } from '../xml/read.ts'
import type { XmlElement } from '../xml/read.ts'
import { readCaption } from './caption.ts'
import { readCount, withoutSecrets } from '../../normalise/rendition.ts'

/** A picture that stands in the markup of a text. */
export interface Figure {
  readonly rendition: Rendition
  readonly caption?: string
}

const mostFigures = 200

/** The picture of an `img`; undefined for counters of one pixel and for pictures sent inside the address. */
export function readImage(image: XmlElement): Figure | undefined {
  const source = attr(image, 'src')
  const width = readCount(attr(image, 'width'))
  const height = readCount(attr(image, 'height'))
  if (source === undefined || source.startsWith('data:')) return undefined
  if ((width ?? 9) <= 2 || (height ?? 9) <= 2) return undefined
  return { rendition: compact<Rendition>({ role: 'main', href: withoutSecrets(source), width, height }) }
}

/** A `figure` that is one picture and its caption; undefined when it holds other words, for then it is text. */
export function readFigure(figure: XmlElement): Figure | undefined {
  const images = descendants(figure, 'img')
  const image = images.length === 1 && images[0] !== undefined ? readImage(images[0]) : undefined
  const captions = descendants(figure, 'figcaption')
  const caption = captions.length === 1 ? textOf(captions[0]) : undefined
  if (image === undefined || caption === undefined) return undefined
  return foldSpace(rawText(figure)) === foldSpace(rawText(captions[0])) ? { ...image, caption } : undefined
}

/** Pictures of the markup become media of the story, their captions captions. */
export function placeFigures(figures: readonly Figure[], draft: ItemDraft, from: string): void {
  for (const { rendition, caption } of figures.slice(0, mostFigures)) {
    const uri = rendition.href
    if (uri === undefined) continue
    draft.add('media', compact<Media>({ uri, type: 'picture', renditions: [rendition] }), from)
    if (caption === undefined) continue
    const read = readCaption(caption, { role: 'body', mediaUri: uri })
    if (read === undefined) draft.add('notes', caption, from)
    else draft.add('captions', read, from)
  }
}
