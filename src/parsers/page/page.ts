import { decodeText, charsetOf } from '../../normalise/charset.ts'
import { finishDraft } from '../../normalise/finish.ts'
import { tidyText } from '../../normalise/text.ts'
import { ItemDraft } from '../../story/draft.ts'
import { WireError } from '../../story/errors.ts'
import type { Parser, ParserInput, ParseOutcome } from '../parser.ts'
import { fillFlatStory } from '../page-text/page-text.ts'
import { readFlatStory } from '../page-text/story.ts'
import { detectPage } from './detect.ts'
import { fillPage } from './fill.ts'
import { readPage } from './tree.ts'
import { writeLines } from './flatten.ts'

const format = 'page'
/** Characters. Story pages have some hundred kilobytes, with everything inlined some megabytes. */
const lengthLimit = 12_000_000

/** Story pages of news sites. */
export const page: Parser = { format, title: 'HTML story page', detect: detectPage, parse: parsePage }

/** Parses an HTML page into the one story it shows. */
export function parsePage(input: ParserInput): ParseOutcome {
  const decoded = decodeText(input.bytes, {
    declared: declaredCharset(input.bytes),
    transport: charsetOf(input.contentType),
  })
  if (decoded.text.length > lengthLimit) {
    return { kind: 'refused', format, code: 'parse.too-large', detail: `${decoded.text.length} characters in a page` }
  }
  const html = tidyText(decoded.text)
  const draft = new ItemDraft()
  try {
    if (!fillPage(draft, readPage(html), input)) {
      // no paragraphs anywhere: some sites print a story as bare lines
      const story = readFlatStory(writeLines(readPage(html).body))
      if (!story) return { kind: 'refused', format, code: 'parse.no-items', detail: 'no story found on the page' }
      fillFlatStory(draft, story, input)
    }
  } catch (error) {
    if (error instanceof WireError) return { kind: 'refused', format, code: error.code, detail: error.detail }
    throw error
  }
  const item = finishDraft(draft, { zone: input.zone, receivedAt: input.receivedAt })
  return { kind: 'parsed', format, items: [item], charset: decoded.charset, warnings: decoded.warnings }
}

/** The charset a page declares in its first 4 KiB (HTML 13.2.3.2 looks at 1 KiB; pages put it later). */
function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1')
  return (
    /<meta[^>]{0,200}?charset\s{0,4}=\s{0,4}["']?\s{0,4}([a-z0-9_:.+-]{1,40})/iu.exec(head)?.[1] ??
    /^<\?xml[^>]{0,100}encoding=["']([a-z0-9_-]{1,40})/iu.exec(head)?.[1]
  )
}
