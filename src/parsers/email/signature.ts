import { Parser } from 'htmlparser2'
import { htmlToText } from '../../normalise/html.ts'
import { findForwarded } from './forwarding.ts'

/** How mail programs mark what they put below a text: Gmail, Thunderbird, Outlook, Apple, Yahoo. */
const marks =
  /(?:^|\s)(?:gmail_signature(?:_prefix)?|moz-signature|AppleMailSignature|ms-outlook-mobile-signature|yahoo_signature|signature-block)(?:\s|$)/i
/** The mail that was answered, as Gmail, Yahoo and Thunderbird mark it. */
const quoted = /(?:^|\s)(?:gmail_quote|yahoo_quoted|moz-cite-prefix)(?:\s|$)/i
const anyMark = /signature|gmail_quote|yahoo_quoted|moz-cite|type=["']?cite/i
const mostCuts = 1_000
const headLines = 60

/**
 * Takes signature and quoted mail, marked as such by the mail program, out of the HTML of a mail; their words are given
 * apart. A mail that was passed on is marked like a quoted one, and is the text.
 */
export function splitSignature(html: string): { html: string; signature?: string } {
  if (!anyMark.test(html)) return { html }
  const isForwarded = findForwarded(htmlToText(html).split('\n').slice(0, headLines)) !== undefined
  const kept: string[] = []
  const cut: string[] = []
  let at = 0
  for (const [from, to] of findMarked(html, !isForwarded)) {
    kept.push(html.slice(at, from))
    cut.push(html.slice(from, to))
    at = to
  }
  const rest = kept.join('') + html.slice(at)
  const signature = htmlToText(cut.join('')).trim()
  return signature === '' || htmlToText(rest).trim() === '' ? { html } : { html: rest, signature }
}

/** Where the marked elements stand, outermost only and in order. */
function findMarked(html: string, withQuoted: boolean): [from: number, to: number][] {
  const found: [from: number, to: number][] = []
  let open: { from: number; depth: number } | undefined
  let depth = 0
  const parser = new Parser({
    onopentag(name, attributes) {
      depth++
      const named = `${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`
      const isQuoted = quoted.test(named) || (name === 'blockquote' && attributes['type'] === 'cite')
      if (open === undefined && (marks.test(named) || (withQuoted && isQuoted))) {
        open = { from: parser.startIndex, depth }
      }
    },
    onclosetag() {
      if (open?.depth === depth && found.length < mostCuts) found.push([open.from, parser.endIndex + 1])
      if (open?.depth === depth) open = undefined
      depth--
    },
  })
  parser.end(html)
  return found
}
