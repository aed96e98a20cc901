import { setRenderedBody } from '../../normalise/body.ts'
import { findDateline } from '../../normalise/dateline.ts'
import { finishDraft } from '../../normalise/finish.ts'
import { dayOf, derivedUri, digestUri } from '../../normalise/identity.ts'
import { readTake } from '../../normalise/take.ts'
import { foldSpace } from '../../normalise/text.ts'
import { readTime, setTime } from '../../normalise/time.ts'
import { readUrgency } from '../../normalise/urgency.ts'
import { ItemDraft } from '../../story/draft.ts'
import type { ParsedItem } from '../../story/draft.ts'
import type { ParserInput } from '../parser.ts'
import { renderBlocks } from '../wire-text/blocks.ts'
import { readWrapped } from '../wire-text/wrapped.ts'
import { readFields } from './fields.ts'
import type { Fields } from './fields.ts'
import type { Frame } from './frame.ts'
import { splitSignOff } from './sign-off.ts'

const format = 'zczc'
const subjectCodes = 'http://cv.iptc.org/newscodes/subjectcode/'

/** Parses one story. Undefined when it holds no words. */
export function parseStory(frame: Frame, input: ParserInput): ParsedItem | undefined {
  const fields = readFields(frame.lines)
  const { body: lines, signOff } = splitSignOff(fields.body)
  const body = renderBlocks(readWrapped(lines))
  if (body.text === '' && fields.headline === undefined) return undefined
  const dateline = findDateline(firstWords(body.text, fields.headline))
  const agency = readAgency(frame.code, signOff, dateline?.agency)

  const draft = new ItemDraft()
  draft.set('uri', readUri(fields, agency, frame.closing ?? dateline?.dateline.date, body.text, input), 'fields')
  setRenderedBody(draft, body, 'text')
  draft.set('slug', fields.slug, 'slug line')
  draft.set('takeKey', fields.take, 'take')
  draft.set('editorialType', fields.take === undefined ? undefined : readTake(fields.take), 'take')
  draft.set('headline', foldSpace(fields.headline ?? [fields.slug, fields.take].join(' ')), 'headline')
  draft.set('dateline', dateline?.dateline, 'text')
  draft.set('source', agency, 'sign-off')
  draft.set('urgency', readUrgency(fields.urgency), 'head')
  if (fields.category !== undefined) draft.add('categories', fields.category, 'category')
  for (const code of new Set(fields.subjects)) draft.add('subjects', { code, scheme: subjectCodes }, 'code')
  if (fields.place !== undefined) draft.add('places', { name: fields.place }, 'place')
  if (frame.closing !== undefined) setTime(draft, 'versionCreated', frame.closing, 'closing', times(input))
  for (const note of [frame.code, ...fields.notes, signOff]) if (note !== undefined) draft.add('notes', note, 'fields')
  return finishDraft(draft, times(input))
}

function times(input: ParserInput): { zone?: string; receivedAt?: string } {
  return {
    ...(input.zone !== undefined && { zone: input.zone }),
    ...(input.receivedAt !== undefined && { receivedAt: input.receivedAt }),
  }
}

function firstWords(text: string, headline: string | undefined): string {
  const [first = '', second = ''] = text.split(/\n+/, 2)
  return first === headline ? second : first
}

function readAgency(code: string, signOff: string | undefined, tag: string | undefined): string | undefined {
  const named = signOff?.split(/[ -]/)[0]?.replace(/\.$/, '')
  if (named !== undefined) return named
  return tag ?? (/^[A-Z]{2,5}$/.test(code) ? code : undefined)
}

/**
 * Agency, day, slug and take; a take that only counts leads stays out, so that a lead follows its story. Results and
 * fields recur with one slug every week: when the text has no date, the day of arrival tells them apart.
 */
function readUri(
  fields: Fields,
  agency: string | undefined,
  date: string | undefined,
  words: string,
  input: ParserInput,
): string {
  const name = agency ?? 'unnamed'
  const dated = dayOf(readTime(date, times(input))?.iso) ?? date
  const day = dated ?? dayOf(input.receivedAt) ?? 'undated'
  const take = fields.take !== undefined && readTake(fields.take) === undefined ? fields.take : ''
  const title = [fields.slug ?? fields.headline, take].join(' ').trim()
  return title === '' ? digestUri(format, name, words) : derivedUri(format, name, day, title)
}
