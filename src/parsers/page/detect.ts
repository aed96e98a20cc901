import type { Probe } from '../parser.ts'

const html = /^(?:<!--.{0,2000}?-->\s{0,200}|<\?xml[^>]{0,200}\?>\s{0,200}){0,4}(?:<!doctype html|<html[\s>])/isu
const tags = /<(?:html|head|body|title|meta|div|article|p)[\s>]/giu
const feed = /<(?:rss|feed|rdf:rdf|nitf|newsml|newsitem|newsmessage|newspackage)[\s>]/iu
// what a page, or a piece cut out of one, begins with
const roots = new Set('html head body meta title link div article main section header p h1'.split(' '))

/** HTML documents. Feeds and wires that carry HTML inside XML have roots of their own and are not mine. */
export function detectPage(probe: Probe): number {
  const start = probe.start.slice(0, 16_384)
  if (!start.startsWith('<'))
    return /^text\/html\b|xhtml/iu.test(probe.contentType ?? '') && /<(?:html|body)[\s>]/iu.test(start) ? 60 : 0
  if (probe.xmlRoot !== undefined && !roots.has(probe.xmlRoot.toLowerCase())) return 0
  if (html.test(start)) return 80
  if (feed.test(start)) return 0
  const found = new Set((start.match(tags) ?? []).map((tag) => tag.slice(1, -1).toLowerCase()))
  if (found.has('html') || found.has('body') || found.has('head')) return 60
  return found.has('div') && (found.has('p') || found.has('article')) ? 30 : 0
}
