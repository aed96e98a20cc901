import type { HttpAnswer } from '../http/answer.ts'
import type { FeedEntry } from './entries.ts'
import { feedEntries } from './entries.ts'

const mostLinks = 5000
/** Links that are looked at, whether they count or not. */
const mostLooks = 50_000

/**
 * The documents a list names: the links of a feed's entries, or the files of a folder that a web server shows. Of a
 * page only links below its own address count, and no folders; the rest are menus.
 */
export function listedLinks(answer: HttpAnswer): readonly FeedEntry[] {
  const entries = feedEntries(answer.bytes, answer.url)
  if (entries.length > 0) return entries
  const folder = new URL('.', answer.url)
  const links = new Map<string, FeedEntry>()
  const text = answer.bytes.toString('utf8')
  let looks = 0
  for (const [, href] of text.matchAll(/<a\s[^<>]{0,500}?href\s?=\s?["']([^"'<>]{1,2000})["']/gi)) {
    looks += 1
    if (links.size >= mostLinks || looks > mostLooks) break
    const reference = (href as string).replaceAll('&amp;', '&')
    if (!URL.canParse(reference, answer.url)) continue
    const url = new URL(reference, answer.url)
    url.hash = ''
    const isBelow = url.origin === folder.origin && url.pathname.startsWith(folder.pathname)
    if (isBelow && !url.pathname.endsWith('/') && url.href !== answer.url)
      links.set(url.href, { link: url.href, mark: '' })
  }
  return [...links.values()]
}
