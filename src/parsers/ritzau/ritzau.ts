import { charsetOf, decodeText } from '../../normalise/charset.ts'
import type { ParsedItem } from '../../story/draft.ts'
import { isObject, parseJson, readValue } from '../json/read.ts'
import type { JsonObject } from '../json/read.ts'
import type { Parser, ParserInput, ParseOutcome, Probe } from '../parser.ts'
import { children } from '../xml/read.ts'
import { readXml } from '../xml/tree.ts'
import { jsonFields, xmlFields } from './fields.ts'
import type { RitzauFields } from './fields.ts'
import { readStory } from './story.ts'

/** Ritzau's RBNews, as XML and as JSON. */
export const ritzau: Parser = { format: 'ritzau', title: 'Ritzau RBNews', detect, parse }

const mostStories = 10_000

function detect({ xmlRoot, looksLikeJson, head }: Probe): number {
  if (xmlRoot !== undefined) return /^(?:ArrayOf)?RBNews$/.test(xmlRoot) ? 95 : 0
  if (!looksLikeJson) return 0
  return /"NewsID"\s{0,20}:/i.test(head) &&
    /"(?:strapline|sectionShort|TilRedaktionen|PublishDate)"\s{0,20}:/i.test(head)
    ? 95
    : 0
}

function parse(input: ParserInput): ParseOutcome {
  const { format } = ritzau
  const { text, charset, warnings } = decodeText(input.bytes, {
    declared: 'utf-8',
    transport: charsetOf(input.contentType),
  })
  if (text.trimStart().startsWith('<')) return parseXml(input)
  const json = parseJson(text)
  if (json.kind === 'refused') return { ...json, format }
  const outcome = toOutcome(objectsOf(json.value).map(jsonFields), input)
  const found = [...warnings, ...json.warnings]
  return outcome.kind === 'parsed' ? { ...outcome, charset, ...(found.length > 0 && { warnings: found }) } : outcome
}

function parseXml(input: ParserInput): ParseOutcome {
  const { format } = ritzau
  const xml = readXml(input)
  if (xml.kind === 'refused') return { ...xml, format }
  const elements = xml.root.name === 'RBNews' ? [xml.root] : children(xml.root, 'RBNews')
  const outcome = toOutcome(elements.slice(0, mostStories).map(xmlFields), input)
  if (outcome.kind === 'refused') return outcome
  return {
    ...outcome,
    ...(xml.charset !== undefined && { charset: xml.charset }),
    ...(xml.warnings.length > 0 && { warnings: xml.warnings }),
  }
}

function toOutcome(stories: readonly RitzauFields[], input: ParserInput): ParseOutcome {
  const { format } = ritzau
  const items = stories
    .map((fields) => readStory(fields, input))
    .filter((item): item is ParsedItem => item !== undefined)
  if (items.length > 0) return { kind: 'parsed', format, items }
  return { kind: 'refused', format, code: 'parse.no-items', detail: 'no story with a text or a headline' }
}

/** One story, a list of stories, or a list under a name. */
function objectsOf(value: unknown): JsonObject[] {
  if (Array.isArray(value)) return value.slice(0, mostStories).filter(isObject)
  if (!isObject(value)) return []
  for (const key of ['RBNews', 'news', 'items', 'data', 'results']) {
    const inner = readValue(value, key)
    if (Array.isArray(inner)) return inner.slice(0, mostStories).filter(isObject)
    if (isObject(inner)) return [inner]
  }
  return [value]
}
