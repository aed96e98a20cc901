import { setRenderedBody } from '../../normalise/body.ts'
import { charsetOf, decodeText } from '../../normalise/charset.ts'
import { finishDraft } from '../../normalise/finish.ts'
import { digestUri } from '../../normalise/identity.ts'
import { linesOf } from '../../normalise/lines.ts'
import { tidyText } from '../../normalise/text.ts'
import { setTime } from '../../normalise/time.ts'
import { ItemDraft } from '../../story/draft.ts'
import type { ParsedItem } from '../../story/draft.ts'
import type { Parser, ParserInput, ParseOutcome, Probe } from '../parser.ts'
import { renderBlocks } from '../wire-text/blocks.ts'
import type { Block } from '../wire-text/blocks.ts'

/** News Bites company news: two-letter fields ended by a number sign, the text behind TX. */
export const newsbites: Parser = { format: 'newsbites', title: 'News Bites', detect, parse }

const field = /^([A-Z]{2})#(.*)$/
/** News Bites writes from Melbourne and gives no zone. */
const zoneOfPublisher = 'Australia/Melbourne'

function detect({ start, xmlRoot, looksLikeJson }: Probe): number {
  if (xmlRoot !== undefined || looksLikeJson) return 0
  const opening = start.slice(0, 2_048)
  if (!opening.includes('#')) return 0
  const lines = linesOf(opening)
  return lines.filter((line) => field.test(line)).length >= 4 ? 90 : 0
}

function parse(input: ParserInput): ParseOutcome {
  const { format } = newsbites
  const { text, charset, warnings } = decodeText(input.bytes, { transport: charsetOf(input.contentType) })
  const items: ParsedItem[] = []
  for (const part of tidyText(text).split(/^[ \t]{0,8}(?:zczc|nnnn)[^\n]{0,40}$/im)) {
    const item = parseStory(part, input)
    if (item !== undefined) items.push(item)
  }
  if (items.length === 0) return { kind: 'refused', format, code: 'parse.no-items', detail: 'no title and no text' }
  return { kind: 'parsed', format, items, charset, ...(warnings.length > 0 && { warnings }) }
}

/** Fields go on over the lines behind them; only TX has more than one as a rule. */
function readFields(text: string): Map<string, string[]> {
  const fields = new Map<string, string[]>()
  let open: string[] | undefined
  for (const line of text.split('\n')) {
    const found = fields.has('TX') ? null : field.exec(line)
    if (found?.[1] !== undefined) {
      open = [found[2] ?? '']
      fields.set(found[1], open)
    } else open?.push(line)
  }
  return fields
}

function parseStory(text: string, input: ParserInput): ParsedItem | undefined {
  const fields = readFields(text)
  const one = (name: string): string | undefined => {
    const value = (fields.get(name) ?? []).join(' ').trim()
    return value === '' || value === '*' ? undefined : value
  }
  // a line is a paragraph here, however short
  const body = renderBlocks((fields.get('TX') ?? []).map((line): Block => ({ kind: 'paragraph', text: line })))
  const headline = one('TI')
  if (headline === undefined && body.text === '') return undefined
  const number = one('AN')
  const draft = new ItemDraft()
  draft.set('uri', number ?? digestUri('newsbites', headline ?? '', body.text), 'AN')
  draft.set('headline', headline, 'TI')
  draft.set('abstract', one('AB'), 'AB')
  draft.set('byline', one('BY'), 'BY')
  draft.set('source', one('KN') ?? 'News Bites', 'KN')
  setRenderedBody(draft, body, 'TX')
  setTime(draft, 'versionCreated', one('PD'), 'PD', {
    zone: input.zone ?? zoneOfPublisher,
    receivedAt: input.receivedAt,
  })
  const ticker = one('CO')
  const exchange = one('SO')
  if (ticker !== undefined)
    draft.add('organisations', { code: ticker, ...(exchange !== undefined && { scheme: exchange }) }, 'CO')
  for (const keyword of one('KY')?.split(/\s+/) ?? []) draft.add('keywords', keyword, 'KY')
  return finishDraft(draft, {
    ...(number !== undefined && { authority: 'newsbites.com.au' }),
    zone: input.zone ?? zoneOfPublisher,
    receivedAt: input.receivedAt,
  })
}
