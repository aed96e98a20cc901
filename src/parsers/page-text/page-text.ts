import { charsetOf, decodeText } from '../../normalise/charset.ts'
import { textToHtml } from '../../normalise/html.ts'
import { finishDraft } from '../../normalise/finish.ts'
import { setBody } from '../../normalise/body.ts'
import { findDateline } from '../../normalise/dateline.ts'
import { tidyText } from '../../normalise/text.ts'
import { setTime } from '../../normalise/time.ts'
import { ItemDraft } from '../../story/draft.ts'
import type { Parser, ParserInput, ParseOutcome } from '../parser.ts'
import { readAgencyTag } from './agency-lines.ts'
import { detectPageText } from './detect.ts'
import { pageUri } from './identity.ts'
import { readFlatStory } from './story.ts'
import type { FlatStory } from './story.ts'
import type { Stamp } from './stamps.ts'

const format = 'page-text'
/** Flattened pages are some kilobytes; what is larger is no page. In characters. */
const lengthLimit = 2_000_000

/** Story pages of news sites as text: what a browser's "select all" or a text browser gives. */
export const pageText: Parser = {
  format,
  title: 'Flattened story page',
  detect: detectPageText,
  parse: parsePageText,
}

/** Parses a flattened story page into one item. */
export function parsePageText(input: ParserInput): ParseOutcome {
  const decoded = decodeText(input.bytes, { transport: charsetOf(input.contentType) })
  if (decoded.text.length > lengthLimit) {
    return { kind: 'refused', format, code: 'parse.too-large', detail: `${decoded.text.length} characters in a page` }
  }
  const story = readFlatStory(tidyText(decoded.text))
  if (!story) {
    return { kind: 'refused', format, code: 'parse.no-items', detail: 'no headline with a story below it' }
  }
  const draft = new ItemDraft()
  fillFlatStory(draft, story, input)
  return {
    kind: 'parsed',
    format,
    items: [finishDraft(draft, finishOptions(input))],
    charset: decoded.charset,
    warnings: decoded.warnings,
  }
}

/** Fills what the lines of a flattened page say; also the last resort for HTML pages without paragraphs. */
export function fillFlatStory(draft: ItemDraft, story: FlatStory, input: ParserInput): void {
  const sure = (value: number): string => value.toFixed(2)
  const provenance: Record<string, string> = {
    headline: `lines ${sure(story.confidence)}`,
    bodyText: `lines ${sure(0.7)}`,
  }
  draft.set('headline', story.headline, 'lines')
  draft.set('byline', story.byline?.printed, 'lines')
  if (story.byline) provenance.byline = `lines ${sure(0.8)}`
  draft.set('abstract', story.abstract, 'lines')
  draft.set('dateline', story.dateline, 'lines')
  if (story.dateline) provenance.dateline = `lines ${sure(0.9)}`
  for (const section of story.sections) draft.add('categories', section, 'lines')
  for (const caption of story.captions) addCaption(draft, caption)
  setBody(draft, textToHtml(story.paragraphs), 'lines')
  draft.set('copyrightNotice', story.copyrightNotice, 'lines')
  setStamps(draft, story.stamps, input, provenance)
  const found = findDateline(story.paragraphs[0] ?? '')
  const agency = story.byline?.agency?.printed ?? found?.agency
  draft.set('source', agency, 'lines')
  const tag = agency === undefined ? undefined : readAgencyTag(agency)
  draft.set(
    'uri',
    pageUri({ url: input.url, agency: tag, headline: story.headline, day: draft.get('firstCreated') }),
    'derived',
  )
  draft.set('provenance', provenance, 'lines')
}

// three printings are three mentions: captions are not folded here
function addCaption(draft: ItemDraft, caption: NonNullable<FlatStory['captions']>[number]): void {
  draft.set('captions', [...(draft.get('captions') ?? []), caption], 'lines')
}

/** Absolute stamps become times, relative ones ("4 minutes ago") stay raw in the notes: nobody knows when they were read. */
function setStamps(
  draft: ItemDraft,
  stamps: readonly Stamp[],
  input: ParserInput,
  provenance: Record<string, string>,
): void {
  const options = { zone: input.zone, receivedAt: input.receivedAt }
  for (const stamp of stamps) draft.add('notes', stamp.raw, 'lines')
  const dated = stamps.filter((stamp) => stamp.iso !== undefined)
  const first =
    dated.find((stamp) => stamp.label === 'published') ?? dated.find((stamp) => stamp.label === undefined) ?? dated[0]
  const last = dated.find((stamp) => stamp.label === 'updated') ?? first
  if (!first || !last) return
  setTime(draft, 'firstCreated', first.iso, 'lines', options)
  setTime(draft, 'versionCreated', last.iso, 'lines', options)
  provenance.firstCreated = provenance.versionCreated = 'lines 0.70'
}

function finishOptions(input: ParserInput): { zone?: string; receivedAt?: string } {
  return {
    ...(input.zone === undefined ? {} : { zone: input.zone }),
    ...(input.receivedAt === undefined ? {} : { receivedAt: input.receivedAt }),
  }
}
