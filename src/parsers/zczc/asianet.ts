import { setRenderedBody } from '../../normalise/body.ts'
import { charsetOf, decodeText } from '../../normalise/charset.ts'
import { findDateline } from '../../normalise/dateline.ts'
import { finishDraft } from '../../normalise/finish.ts'
import { derivedUri, digestUri } from '../../normalise/identity.ts'
import { linesOf } from '../../normalise/lines.ts'
import { foldSpace, tidyText } from '../../normalise/text.ts'
import { setTime } from '../../normalise/time.ts'
import { ItemDraft } from '../../story/draft.ts'
import type { Parser, ParserInput, ParseOutcome, Probe } from '../parser.ts'
import { renderBlocks } from '../wire-text/blocks.ts'
import type { Block } from '../wire-text/blocks.ts'
import { readWrapped } from '../wire-text/wrapped.ts'

/** Press releases of AsiaNet: issuer, release number, title, a dateline on a line of its own. */
export const asianet: Parser = { format: 'asianet', title: 'AsiaNet press release', detect, mostCertain: 85, parse }

const release = /^\s{0,8}MEDIA RELEASE\s{1,8}([A-Z]{0,4}\d{2,8})/i
const issuerLine = /^\s{0,8}SOURCE\s{0,4}:?\s{1,8}(\S.{0,160})$/i

function detect({ start, xmlRoot, looksLikeJson }: Probe): number {
  if (xmlRoot !== undefined || looksLikeJson) return 0
  const opening = start.slice(0, 1_024)
  if (!/media release/i.test(opening)) return 0
  return linesOf(opening)
    .slice(0, 4)
    .some((line) => release.test(line))
    ? 85
    : 0
}

function parse(input: ParserInput): ParseOutcome {
  const { format } = asianet
  const { text, charset, warnings } = decodeText(input.bytes, { transport: charsetOf(input.contentType) })
  const lines = tidyText(text).split('\n')
  const at = lines.slice(0, 12).findIndex((line) => release.test(line))
  const number = release.exec(lines[at] ?? '')?.[1]
  const issuer = issuerLine
    .exec(lines.slice(0, Math.max(at, 0)).find((line) => issuerLine.test(line)) ?? '')?.[1]
    ?.trim()
  let from = at + 1
  while (from < lines.length && (lines[from] ?? '').trim() === '') from++
  let to = from
  while (to < lines.length && (lines[to] ?? '').trim() !== '') to++
  const headline = foldSpace(lines.slice(from, to).join(' '))
  const blocks = joinDateline(readWrapped(lines.slice(to)))
  const body = renderBlocks(blocks)
  if (headline === '' || body.text === '') {
    return { kind: 'refused', format, code: 'parse.no-items', detail: 'a release without title or text' }
  }

  const draft = new ItemDraft()
  draft.set('uri', number === undefined ? digestUri(format, headline, body.text) : derivedUri(format, number), 'number')
  draft.set('headline', headline, 'title')
  draft.set('source', 'AsiaNet', 'format')
  // AAP, which distributes the releases, files them under their issuer
  draft.set('takeKey', issuer, 'source line')
  if (issuer !== undefined) draft.add('organisations', { name: issuer }, 'source line')
  draft.add('genres', 'press release', 'format')
  if (number !== undefined) draft.add('notes', `release ${number}`, 'number')
  setRenderedBody(draft, body, 'text')
  const dateline = findDateline(body.text.slice(0, 200).replace(/\/[A-Za-z -]{3,30}AsiaNet\//, '/AsiaNet/'))?.dateline
  draft.set('dateline', dateline, 'text')
  setTime(draft, 'versionCreated', dateline?.date, 'dateline', { zone: input.zone, receivedAt: input.receivedAt })
  const item = finishDraft(draft, { zone: input.zone, receivedAt: input.receivedAt })
  return { kind: 'parsed', format, items: [item], charset, ...(warnings.length > 0 && { warnings }) }
}

/** Shorter paragraphs are kickers and repeated titles, which carry no dateline. In characters. */
const fewestWords = 80

/** A dateline on a line of its own goes before the first words of the text. */
function joinDateline(blocks: readonly Block[]): Block[] {
  for (const [at, block] of blocks.slice(0, 3).entries()) {
    const next = blocks[at + 1]
    if (block.kind !== 'paragraph' || next?.kind !== 'paragraph') continue
    const text = foldSpace(block.text)
    if (!/\/[^/]{3,40}\/(?:\s?--?)?$/.test(text) || text.length > 120) continue
    if (next.text.length < fewestWords || next.text.trim().startsWith('--')) continue
    const joined: Block = { kind: 'paragraph', text: `${text.replace(/\/$/, '/ --')} ${next.text.trim()}` }
    return [...blocks.slice(0, at), joined, ...blocks.slice(at + 2)]
  }
  return [...blocks]
}
