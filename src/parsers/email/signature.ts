import { Parser } from 'htmlparser2'
import { htmlToText } from '../../normalise/html.ts'

/** How mail programs mark what they put below a text: Gmail, Thunderbird, Outlook, Apple, Yahoo. */
const marks =
  /(?:^|\s)(?:gmail_signature(?:_prefix)?|moz-signature|AppleMailSignature|ms-outlook-mobile-signature|yahoo_signature|signature-block)(?:\s|$)/i

/** Takes the signature, marked as such by the mail program, out of the HTML of a mail; its words are given apart. */
export function splitSignature(html: string): { html: string; signature?: string } {
  if (!/signature/i.test(html)) return { html }
  const cuts: [from: number, to: number][] = []
  let open: { from: number; depth: number } | undefined
  let depth = 0
  const parser = new Parser({
    onopentag(_name, attributes) {
      depth++
      const marked = marks.test(attributes['class'] ?? '') || marks.test(attributes['id'] ?? '')
      if (open === undefined && marked) open = { from: parser.startIndex, depth }
    },
    onclosetag() {
      if (open !== undefined && open.depth === depth) {
        cuts.push([open.from, parser.endIndex + 1])
        open = undefined
      }
      depth--
    },
  })
  parser.end(html)
  if (cuts.length === 0) return { html }
  let kept = ''
  let cut = ''
  let at = 0
  for (const [from, to] of cuts) {
    kept += html.slice(at, from)
    cut += html.slice(from, to)
    at = Math.max(at, to)
  }
  const signature = htmlToText(cut).trim()
  return { html: kept + html.slice(at), ...(signature !== '' && { signature }) }
}
