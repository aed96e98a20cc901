import { compact } from '../../story/draft.ts'
import type { ItemDraft } from '../../story/draft.ts'
import type { Media, Rendition } from '../../story/item.ts'
import type { LinkedArticle } from './json-ld.ts'
import { pictureUri } from './picture.ts'
import type { Page } from './tree.ts'

/** Pictures: those of captions, of JSON-LD and of og:image, one entry a photo. */
export function addMedia(
  draft: ItemDraft,
  page: Page,
  article: LinkedArticle | undefined,
  base: string | undefined,
): void {
  const found = new Map<string, Rendition[]>()
  const add = (raw: string | undefined, role: string, width?: number, height?: number): void => {
    const uri = pictureUri(raw, base)
    if (uri === undefined) return
    const renditions = found.get(uri) ?? []
    found.set(uri, renditions)
    const href = raw === undefined ? undefined : absolute(raw, base)
    if (href !== undefined && !renditions.some((known) => known.href === href))
      renditions.push(compact<Rendition>({ role, href, width, height }))
  }
  for (const image of article?.images ?? []) add(image.url, 'main', image.width, image.height)
  add(page.metas.get('og:image')?.[0], 'preview')
  for (const caption of draft.get('captions') ?? [])
    if (caption.mediaUri !== undefined && !found.has(caption.mediaUri)) found.set(caption.mediaUri, [])
  for (const [uri, renditions] of [...found].slice(0, 100))
    draft.add('media', compact<Media>({ uri, type: 'picture', renditions }), 'page')
}

// without query: signatures and session tokens stand there
function absolute(raw: string, base: string | undefined): string | undefined {
  try {
    const url = new URL(raw, base)
    return url.protocol === 'http:' || url.protocol === 'https:'
      ? `${url.protocol}//${url.host}${url.pathname}`
      : undefined
  } catch {
    return undefined
  }
}
