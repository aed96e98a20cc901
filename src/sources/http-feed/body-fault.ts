import { isWholeJson } from '../json/bounds.ts'
import { readRoot } from './document-root.ts'

/** Root elements of what a login page, a captive portal or a CDN's apology begins with. */
const pageRoots = new Set(['html', 'head', 'body', 'script', 'style', 'meta', 'title', 'div', 'center', 'h1', 'p'])

/** How far from its end a document may close its root: caches append comments. */
const tailBytes = 65_536

/**
 * What is wrong with a body before any parser looks at it, in words; undefined when it may be news. Judged by the bytes,
 * never by Content-Type: feeds are served as text/html, and portals as application/xml.
 */
export function bodyFault(bytes: Buffer, expect: 'feed' | 'page'): string | undefined {
  if (bytes.length === 0) return 'the body is empty'
  const text = bytes.toString('latin1', 0, 65_536)
  if (isWide(bytes)) return undefined
  const start = text.replace(/^\xef\xbb\xbf/, '').trimStart()
  if (start === '') return bytes.length > 65_536 ? undefined : 'the body is blank'
  if (start.startsWith('{') || start.startsWith('[')) {
    return isWholeJson(bytes) ? undefined : 'the JSON is cut'
  }
  if (!start.startsWith('<')) return undefined
  const root = readRoot(start)
  if (root === undefined) return undefined
  if (root.isHtml || pageRoots.has(root.name.toLowerCase())) {
    return expect === 'page' ? undefined : 'a web page stands where the feed was'
  }
  if (root.selfClosed) return undefined
  const tail = bytes.toString('latin1', Math.max(0, bytes.length - tailBytes))
  return tail.includes(`</${root.name}`) ? undefined : `the XML is cut: <${root.name}> is never closed`
}

/** UTF-16, which none of the checks reads; the parser decides. */
const isWide = (bytes: Buffer): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff) || bytes[1] === 0
