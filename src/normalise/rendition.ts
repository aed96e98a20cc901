import type { ItemType } from '../story/item.ts'

/** A whole number of pixels or bytes; undefined when it is anything else, or beyond what a file can be. */
export function readCount(raw: string | undefined): number | undefined {
  if (raw === undefined || !/^\d{1,15}$/.test(raw)) return undefined
  return Number(raw)
}

/** Type of a medium by its MIME type; undefined for documents. */
export function mediaType(mimeType: string | undefined): ItemType | undefined {
  const kind = mimeType?.toLowerCase().split('/')[0]
  return kind === 'image' ? 'picture' : kind === 'video' ? 'video' : kind === 'audio' ? 'audio' : undefined
}

/** An address without keys and session tokens, which must not be stored or shown. */
export function withoutSecrets(href: string): string {
  const at = href.indexOf('?')
  if (at < 0) return href
  const kept = href
    .slice(at + 1)
    .split('&')
    .filter(
      (pair) =>
        !/^(?:[a-z_-]{0,30}(?:token|apikey|api_key|session|signature|password|auth)[a-z_-]{0,30}|sid|key|sig)=/i.test(
          pair,
        ),
    )
  return href.slice(0, at) + (kept.length > 0 ? `?${kept.join('&')}` : '')
}
