import { escapeHtml } from './entities.ts'

/** Looks an attribute up by lower-case name. */
export type AttributeReader = (name: string) => string | undefined

// browsers ignore controls and blanks inside a scheme, so they are taken out before it is looked at

const ignored = /[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\ufeff]+/g

/** The attribute of a link that a reader may follow, with a leading blank; undefined when the link must be unwrapped. */
export function readLink(attribute: AttributeReader): string | undefined {
  const href = (attribute('href') ?? '').trim()
  const scheme = href.replace(ignored, '').toLowerCase()
  if (!/^(?:https?:\/\/|mailto:[^/])/.test(scheme)) return undefined
  return ` href="${escapeHtml(href.slice(0, 4_000))}"`
}

/** An image a reader sees; undefined for tracking pixels and for what is not on the web. */
export function readImage(attribute: AttributeReader): string | undefined {
  const source = (attribute('src') ?? '').trim()
  if (!/^https?:\/\//i.test(source)) return undefined
  const width = size(attribute('width'))
  const height = size(attribute('height'))
  if ((width !== undefined && width <= 2) || (height !== undefined && height <= 2)) return undefined
  let tag = `<img src="${escapeHtml(source.slice(0, 4_000))}"`
  const alt = attribute('alt')?.trim()
  if (alt !== undefined && alt !== '') tag += ` alt="${escapeHtml(alt)}"`
  if (width !== undefined) tag += ` width="${width}"`
  if (height !== undefined) tag += ` height="${height}"`
  return `${tag}>`
}

function size(raw: string | undefined): number | undefined {
  const value = /^\s{0,8}(\d{1,5})(?:px)?\s{0,8}$/.exec(raw ?? '')?.[1]
  return value === undefined ? undefined : Number(value)
}
