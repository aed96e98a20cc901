import { setRenderedBody } from '../../normalise/body.ts'
import { charsetOf, decodeText } from '../../normalise/charset.ts'
import { finishDraft } from '../../normalise/finish.ts'
import { dayOf, derivedUri } from '../../normalise/identity.ts'
import { foldSpace } from '../../normalise/text.ts'
import { readTime } from '../../normalise/time.ts'
import { ItemDraft } from '../../story/draft.ts'
import type { Parser, ParserInput, ParseOutcome, Probe } from '../parser.ts'
import { renderBlocks } from '../wire-text/blocks.ts'
import type { Block } from '../wire-text/blocks.ts'

/** Racing results of PDA: a title with the date, then rows parted by bars. */
export const pda: Parser = { format: 'pda', title: 'PDA racing results', detect, mostCertain: 75, parse }

const bars = /^[^|\r\n]{0,80}(?:\|[^|\r\n]{0,80}){3,30}$/

function detect({ start, xmlRoot, looksLikeJson }: Probe): number {
  if (xmlRoot !== undefined || looksLikeJson) return 0
  const opening = start.slice(0, 2_048)
  if (!opening.includes('|')) return 0
  const lines = opening
    .replace(/[\u0001-\u001f]+/g, '\n')
    .split('\n')
    .filter((line) => line.trim() !== '')
  if (lines.length < 4 || (lines[0] ?? '').includes('|')) return 0
  return lines.slice(1, 3).some((line) => bars.test(line)) && /\d{4}/.test(lines.slice(0, 2).join(' ')) ? 75 : 0
}

function parse(input: ParserInput): ParseOutcome {
  const { format } = pda
  const { text, charset } = decodeText(input.bytes, { transport: charsetOf(input.contentType) })
  const lines = text

    .replace(/[\u0001-\u0008\u000b-\u001f]+/g, '\n')
    .split('\n')
    .map(foldSpace)
    .filter((line) => line !== '')
  const title = lines[0]
  if (title === undefined || lines.length < 2) {
    return { kind: 'refused', format, code: 'parse.no-items', detail: 'a title without results' }
  }
  const draft = new ItemDraft()
  const date = /(\d{1,2} \p{L}{3,9} \d{4})/u.exec(title)?.[1]
  const race = /^Race \d{1,2}/i.exec(lines.find((line) => /^Race \d/i.test(line)) ?? '')?.[0] ?? ''
  const day = dayOf(readTime(date)?.iso) ?? dayOf(input.receivedAt) ?? 'undated'
  draft.set('uri', derivedUri(format, day, title, race), 'title')
  draft.set('headline', title, 'title')
  draft.set('slug', title.split(',')[0], 'title')
  setRenderedBody(draft, renderBlocks(readResults(lines.slice(1))), 'rows')
  draft.add('genres', 'results', 'format')
  return { kind: 'parsed', format, items: [finishDraft(draft, { receivedAt: input.receivedAt })], charset }
}

/** Neighbouring rows with bars are one table; every other line stays a line. */
function readResults(lines: readonly string[]): Block[] {
  const blocks: Block[] = []
  let rows: string[][] = []
  const flush = (): void => {
    if (rows.length > 0) blocks.push({ kind: 'table', rows })
    rows = []
  }
  for (const line of lines) {
    if (line.includes('|')) rows.push(line.split('|'))
    else {
      flush()
      blocks.push({ kind: 'paragraph', text: line })
    }
  }
  flush()
  return blocks
}
