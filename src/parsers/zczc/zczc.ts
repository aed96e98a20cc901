import { charsetOf, decodeText } from '../../normalise/charset.ts'
import { tidyText } from '../../normalise/text.ts'
import type { ParsedItem } from '../../story/draft.ts'
import type { Parser, ParserInput, ParseOutcome, Probe } from '../parser.ts'
import { frameStories } from './frame.ts'
import { parseStory } from './story.ts'

/** ZCZC..NNNN text: AAP with field marks, Pagemasters, racing copy, telex style without any marks. */
export const zczc: Parser = { format: 'zczc', title: 'ZCZC text', detect, mostCertain: 80, parse }

function detect({ start, xmlRoot, looksLikeJson }: Probe): number {
  if (xmlRoot !== undefined || looksLikeJson) return 0
  if (/^ZCZC\b/i.test(start)) return 80
  return /^(?:.{0,80}\r?\n){0,5}[ \t]{0,8}ZCZC/.test(start.slice(0, 600)) ? 50 : 0
}

function parse(input: ParserInput): ParseOutcome {
  const { format } = zczc
  const { text, charset, warnings } = decodeText(input.bytes, { transport: charsetOf(input.contentType) })
  const frames = frameStories(tidyText(text))
  const items: ParsedItem[] = []
  for (const frame of frames) {
    const item = parseStory(frame, input)
    if (item !== undefined) items.push(item)
  }
  if (items.length === 0) {
    return {
      kind: 'refused',
      format,
      code: 'parse.no-items',
      detail: `${frames.length} ZCZC lines, no words behind them`,
    }
  }
  return { kind: 'parsed', format, items, charset, ...(warnings.length > 0 && { warnings }) }
}
