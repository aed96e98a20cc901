import { createHash } from 'node:crypto'
import { normaliseCaption } from '../../captions/normalise.ts'
import { isWellFormed } from '../../normalise/charset.ts'
import { readTransmission } from '../../normalise/transmission.ts'
import type { ParseOutcome } from '../../parsers/parser.ts'
import type { PreparedCaption, PreparedDocument, PreparedItem, PreparedRefusal } from '../../store/prepared.ts'
import { isGlobalUri } from '../../story/global-uri.ts'
import type { ParsedItem } from '../../story/draft.ts'
import type { Caption } from '../../story/item.ts'

/** Longest uri that still fits the unique index of the stories. */
const longestUri = 2000

/** Turns what a parser made of a document into rows. Pure; runs in the parsing process. */
export function prepareDocument(outcome: ParseOutcome): PreparedDocument {
  if (outcome.kind === 'refused') {
    const refusal = { index: -1, code: outcome.code, detail: outcome.detail }
    return { ...(outcome.format === undefined ? {} : { format: outcome.format }), items: [], refusals: [refusal] }
  }
  const refusals: PreparedRefusal[] = [...(outcome.refused ?? [])]
  const taken = new Set(refusals.map((refusal) => refusal.index))
  const items: PreparedItem[] = []
  let index = 0
  for (const parsed of outcome.items) {
    while (taken.has(index)) index++
    if (parsed.item.uri.length > longestUri) {
      refusals.push({ index, code: 'parse.no-identity', detail: `the uri has ${parsed.item.uri.length} characters` })
    } else items.push(prepareItem(parsed, index, outcome.format))
    index++
  }
  if (items.length === 0 && refusals.length === 0) {
    refusals.push({ index: -1, code: 'parse.no-items', detail: `nothing that could be an item in ${outcome.format}` })
  }
  const { transmission } = outcome
  const numbered =
    transmission === undefined ? {} : { transmission: { ...transmission, series: storable(transmission.series) } }
  return { format: outcome.format, items, refusals, ...numbered }
}

/** What PostgreSQL cannot store, U+0000 and half surrogate pairs, as JSON escapes. */
const unstorableEscape = /\\u0000|\\ud[89a-f]/i

function storable(text: string): string {
  // encoding turns a half pair into U+FFFD and leaves whole pairs as they are
  return text.includes('\0') || !isWellFormed(text) ? Buffer.from(text.replaceAll('\0', '')).toString() : text
}

function stringify(value: unknown): string {
  return withStorable(JSON.stringify(value), value)
}

function withStorable(json: string, value: unknown): string {
  if (!json.includes('\\u') || !unstorableEscape.test(json)) return json
  return JSON.stringify(value, (_, member: unknown) => (typeof member === 'string' ? storable(member) : member))
}

/** One field of an item and its JSON, which row and fingerprint share. */
interface Field {
  readonly name: string
  readonly value: unknown
  readonly json: string
}

function fieldsOf(value: object): Field[] {
  const fields: Field[] = []
  for (const [name, member] of Object.entries(value)) {
    const json: string | undefined = JSON.stringify(member)
    if (json !== undefined) fields.push({ name, value: member, json })
  }
  return fields
}

function printFields(fields: readonly Field[]): string {
  return `{${fields.map(({ name, json }) => `${JSON.stringify(name)}:${json}`).join(',')}}`
}

/**
 * What counts as content. Addresses of renditions do not: agencies put hosts, sessions and ids into them that change
 * from one answer to the next, and a repeat would look like a revision.
 */
function fingerprintText(fields: readonly Field[]): string {
  // warnings and provenance tell how it was read, not what was sent
  const content = fields.filter(({ name }) => name !== 'warnings' && name !== 'provenance')
  // a replacer makes it many times as slow, and only media and links have addresses
  return printFields(content.map((field) => (field.json.includes('"href":') ? withoutAddresses(field) : field)))
}

function withoutAddresses({ name, value }: Field): Field {
  const json = JSON.stringify(value, (key, member: unknown) => (key === 'href' ? undefined : member))
  return { name, value, json }
}

function prepareItem({ item, authority }: ParsedItem, index: number, format: string): PreparedItem {
  const { bodyHtml, bodyText, ...rest } = item
  const fields = fieldsOf(rest)
  const key = createHash('sha256')
    .update([item.version ?? '', item.etag ?? '', bodyHtml ?? bodyText ?? '', fingerprintText(fields)].join('\0'))
    .digest('hex')
  const columns = {
    authority: isGlobalUri(item.uri) ? '' : authority,
    version: item.version,
    etag: item.etag,
    notPublishable: item.notPublishable,
    editorialType: item.editorialType,
    headline: item.headline,
    slug: item.slug,
    takeKey: item.takeKey,
    byline: item.byline,
    dateline: item.dateline?.text,
    language: item.language,
    urgency: item.urgency,
    versionCreated: readInstant(item.versionCreated),
    firstCreated: readInstant(item.firstCreated),
    embargoedUntil: item.embargoedUntil === 'indefinite' ? 'infinity' : readInstant(item.embargoedUntil),
    expires: readInstant(item.expires),
    bodyHtml,
    bodyText,
  }
  const present = Object.fromEntries(
    Object.entries(columns)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, typeof value === 'string' ? storable(value) : value]),
  ) as Partial<PreparedItem>
  const transmission = readTransmission(format, item)
  return {
    index,
    uri: storable(item.uri),
    key,
    type: item.type,
    status: item.status,
    publishable: item.publishable,
    itemJson: withStorable(printFields(fields), rest),
    captions: (item.captions ?? []).map(prepareCaption),
    media: (item.media ?? []).map((media) => ({
      uri: storable(media.uri),
      type: media.type,
      renditionsJson: stringify(media.renditions ?? []),
    })),
    links: (item.links ?? []).map((link) => ({ ...link, uri: storable(link.uri) })),
    ...present,
    ...(transmission === undefined ? {} : { transmission }),
  }
}

/** PostgreSQL takes years 4713 BC to 294276 AD; a wire of any other year has a broken clock and no usable time. */
function readInstant(value: string | undefined): string | undefined {
  if (value === undefined) return undefined
  const at = Date.parse(value)
  if (Number.isNaN(at)) return undefined
  const year = new Date(at).getUTCFullYear()
  return year < 1 || year > 9999 ? undefined : new Date(at).toISOString()
}

function prepareCaption(caption: Caption): PreparedCaption {
  const raw = storable(caption.raw ?? caption.text)
  // The normaliser knows more forms of credit and interface text than any one parser: its reading is what readers see.
  const normal = normaliseCaption(raw)
  const photographer = normal.photographers.join(', ')
  const agency = normal.agencies.join(', ')
  return {
    raw,
    text: normal.text === '' ? raw : normal.text,
    flags: [...new Set([...(caption.flags ?? []), ...normal.flags])],
    normal,
    ...optional('credit', normal.credit ?? caption.credit),
    ...optional('photographer', photographer === '' ? caption.photographer : photographer),
    ...optional('agency', agency === '' ? caption.agency : agency),
    ...optional('role', caption.role),
    ...optional('mediaUri', caption.mediaUri),
  }
}

function optional<K extends string>(name: K, value: string | undefined): Partial<Record<K, string>> {
  return value === undefined ? {} : ({ [name]: storable(value) } as Record<K, string>)
}
