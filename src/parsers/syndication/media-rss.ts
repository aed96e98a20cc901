import type { ItemDraft } from '../../story/draft.ts'
import type { Rendition } from '../../story/item.ts'
import { readCount } from '../../normalise/rendition.ts'
import { attr, child, children, textOf } from '../xml/read.ts'
import type { XmlElement } from '../xml/read.ts'
import { resolveAddress } from './address.ts'
import { lineOf } from './markup.ts'
import { rendition, typeOfMedium } from './medium.ts'
import type { Medium } from './medium.ts'
import type { Members } from './members.ts'

/** What media elements say for everything nested in them, unless it says otherwise (Media RSS 1.5.1, "level"). */
interface Scope {
  readonly caption: string | undefined
  readonly credit: string | undefined
  readonly photographer: string | undefined
  readonly thumbnails: readonly XmlElement[]
}

/** Reads Media RSS: groups, contents, thumbnails, with their captions and credits. */
export function readMediaRss(members: Members, base: string | undefined): Medium[] {
  const media: Medium[] = []
  const outer: Scope = {
    caption: lineOf(members.one('media', 'description')),
    credit: readCredits(members.of('media', 'credit')),
    photographer: readMaker(members.of('media', 'credit')),
    thumbnails: members.of('media', 'thumbnail'),
  }
  for (const group of members.of('media', 'group')) media.push(...readGroup(group, outer, base))
  for (const content of members.of('media', 'content')) {
    const medium = readContent(content, outer, base)
    if (medium !== undefined) media.push(medium)
  }
  return placeThumbnails(media, outer, base)
}

/** Keywords, copyright and restrictions that hold for the item. */
export function readMediaTerms(members: Members, draft: ItemDraft): void {
  for (const line of members.of('media', 'keywords')) {
    for (const keyword of (textOf(line) ?? '').split(',')) draft.add('keywords', keyword, 'media:keywords')
  }
  for (const category of members.of('media', 'category')) draft.add('categories', attr(category, 'label') ?? textOf(category), 'media:category') // prettier-ignore
  draft.fill('copyrightNotice', textOf(members.one('media', 'copyright')), 'media:copyright')
  for (const restriction of members.of('media', 'restriction')) {
    const terms = [attr(restriction, 'relationship'), attr(restriction, 'type'), textOf(restriction)]
    draft.add('usageTerms', terms.filter((term) => term !== undefined).join(' '), 'media:restriction')
  }
  // "deleted" and "blocked" take a thing back that stays in the feed
  const status = attr(members.one('media', 'status'), 'state')?.toLowerCase()
  if (status === 'deleted') draft.set('status', 'canceled', 'media:status').set('editorialType', 'kill', 'media:status')
  else if (status === 'blocked') draft.set('status', 'withheld', 'media:status')
}

/** The contents of a group are one thing in several forms, unless each is captioned for itself. */
function readGroup(group: XmlElement, outer: Scope, base: string | undefined): Medium[] {
  const scope = inner(group, outer)
  const contents = children(group, 'content')
  const separate = contents.filter((content) => child(content, 'description') !== undefined).length > 1
  const media = contents.map((content) => readContent(content, scope, base)).filter((medium) => medium !== undefined)
  if (separate || media.length < 2) return placeThumbnails(media, scope, base)
  // the default goes first: it gives the medium its address
  const sorted = [...media].sort((a, b) => rank(a.renditions[0]) - rank(b.renditions[0]))
  const clip = sorted.find(({ type }) => type === 'video' || type === 'audio') ?? sorted[0]
  if (clip === undefined) return []
  const renditions = sorted.flatMap((medium) =>
    medium.renditions.map((one) => (medium.type === clip.type ? one : { ...one, role: 'thumbnail' })),
  )
  const caption = clip.caption ?? sorted.find((medium) => medium.caption !== undefined)?.caption
  return placeThumbnails([{ ...clip, caption, renditions }], scope, base)
}

function rank(one: Rendition | undefined): number {
  return one?.role === 'main' ? 0 : 1
}

function inner(element: XmlElement, outer: Scope): Scope {
  const own = children(element, 'thumbnail')
  return {
    caption: lineOf(child(element, 'description')) ?? outer.caption,
    credit: readCredits(children(element, 'credit')) ?? outer.credit,
    photographer: readMaker(children(element, 'credit')) ?? outer.photographer,
    thumbnails: own,
  }
}

function readContent(content: XmlElement, outer: Scope, base: string | undefined): Medium | undefined {
  const player = attr(child(content, 'player'), 'url')
  const href = resolveAddress(attr(content, 'url') ?? player, base)
  if (href === undefined) return undefined
  const mimeType = attr(content, 'type')
  const type = typeOfMedium({ medium: attr(content, 'medium'), mimeType, href })
  if (type === undefined) return undefined
  const scope = inner(content, outer)
  const isMain = attr(content, 'isDefault') === 'true' || attr(content, 'isDefault') === undefined
  const main = rendition({
    role: isMain ? 'main' : (attr(content, 'expression') ?? 'alternate'),
    href,
    mimeType: mimeType?.includes('/') === true ? mimeType : undefined,
    width: readCount(attr(content, 'width')),
    height: readCount(attr(content, 'height')),
    bytes: readCount(attr(content, 'fileSize')),
  })
  const small = scope.thumbnails.map((element) => readThumbnail(element, base)).filter((one) => one !== undefined)
  const caption = scope.caption ?? (type === 'picture' ? readTitle(content) : undefined)
  return {
    type,
    renditions: [main, ...small],
    caption,
    credit: scope.credit,
    photographer: scope.photographer,
    role: 'media',
  }
}

/** The title of a picture without a description says what it shows, unless it is a name of two words or of a file. */
function readTitle(content: XmlElement): string | undefined {
  const title = lineOf(child(content, 'title'))
  return title !== undefined && title.split(' ').length > 2 ? title : undefined
}

function readThumbnail(element: XmlElement, base: string | undefined): Rendition | undefined {
  const href = resolveAddress(attr(element, 'url') ?? textOf(element), base)
  if (href === undefined) return undefined
  const size = { width: readCount(attr(element, 'width')), height: readCount(attr(element, 'height')) }
  return rendition({ role: 'thumbnail', href, ...size })
}

/** Thumbnails beside the contents belong to the only medium there is; without one they are the picture. */
function placeThumbnails(media: Medium[], scope: Scope, base: string | undefined): Medium[] {
  const small = scope.thumbnails.map((element) => readThumbnail(element, base)).filter((one) => one !== undefined)
  if (small.length === 0) return media
  const only = media.length === 1 ? media[0] : undefined
  if (only !== undefined) return [{ ...only, renditions: [...only.renditions, ...small] }]
  if (media.length > 0) return media
  return [
    {
      type: 'picture',
      renditions: small,
      caption: scope.caption,
      credit: scope.credit,
      photographer: scope.photographer,
      role: 'media',
    },
  ]
}

/** The one person whom a credit names as the maker. */
function readMaker(elements: readonly XmlElement[]): string | undefined {
  const makers = elements.filter((element) => /photo/i.test(attr(element, 'role') ?? '')).map(lineOf)
  const only = makers.length === 1 ? makers[0] : undefined
  return only !== undefined && /^\p{Lu}[\p{L}.'’-]*(?: [\p{L}.'’-]+){1,4}$/u.test(only) ? only : undefined
}

const author = /photo|author|artist|camera|creator|producer/i

/** Several credits as one, the person before the agency: "Jane Doe/Example Images". */
function readCredits(elements: readonly XmlElement[]): string | undefined {
  const credits = elements
    .map((element) => ({ text: lineOf(element), person: author.test(attr(element, 'role') ?? '') }))
    .filter((credit) => credit.text !== undefined)
  const sorted = [...credits.filter(({ person }) => person), ...credits.filter(({ person }) => !person)]
  const texts = [...new Set(sorted.map(({ text }) => text))]
  return texts.length === 0 ? undefined : texts.slice(0, 4).join('/')
}
