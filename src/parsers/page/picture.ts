import type { PageElement } from './tree.ts'

/** Where an agency's own id of a picture stands in the addresses its sites and members use. */
const assetIds: readonly RegExp[] = [
  // AP: https://assets.apnews.com/<id>.jpg, https://storage.googleapis.com/afs-prod/media/<id>/800.jpeg
  /(?:assets\.apnews\.com\/|afs-prod\/media\/|mapi\.associatedpress\.com\/v\d\/items\/|afs-prod%2Fmedia%2F|assets\.apnews\.com%2F|ap:)(?:[a-f0-9]{2}\/[a-f0-9]{2}\/)?(?<id>[a-f0-9]{32})/iu,
  /assets\.apnews\.com(?:\/|%2F)(?:[a-f0-9]{2}(?:\/|%2F)){0,4}(?<id>[a-f0-9]{20,32})/iu,
]

/**
 * What tells one photo from another: the agency's id where the address holds it (equal ids are the same photo whatever
 * the caption says), else the address without query and fragment.
 */
export function pictureUri(raw: string | undefined, base?: string): string | undefined {
  if (raw === undefined || raw.length > 4000 || /^\s*data:/iu.test(raw)) return undefined
  for (const pattern of assetIds) {
    const id = pattern.exec(raw)?.groups?.id
    if (id !== undefined) return id.toLowerCase()
  }
  try {
    const url = new URL(raw.trim(), base)
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined
    return `${url.protocol}//${url.host}${url.pathname}`
  } catch {
    return undefined
  }
}

/** The address of an img: lazy loading hides it in data attributes, and src holds a placeholder then. */
export function imageSource(image: PageElement): string | undefined {
  const { attributes } = image
  for (const name of ['data-src', 'data-lazy-src', 'data-original', 'data-hi-res-src', 'data-full-src', 'src']) {
    const value = Object.hasOwn(attributes, name) ? attributes[name] : undefined
    if (value !== undefined && value !== '' && !/^\s*data:/iu.test(value)) return value
  }
  const set = attributes.srcset ?? attributes['data-srcset']
  return set?.slice(0, 4000).trim().split(/\s/u, 1)[0]
}
