import type { Item } from '../../../src/index.ts'
import type { Expected } from './document.ts'

/** One value that a document states and how the item answers it. */
export interface Verdict {
  readonly field: string
  readonly right: boolean
  readonly want: unknown
  readonly got: unknown
}

/** Words of a text that the item kept, and words it added. */
export interface WordCount {
  readonly wanted: number
  readonly kept: number
  readonly added: readonly string[]
  readonly lost: readonly string[]
}

const times = new Set(['firstCreated', 'versionCreated', 'embargoedUntil', 'expires'])
const listsOfParts = new Set(['subjects', 'links', 'captions'])

/** Quotation marks, dashes and white space are set differently by every house; the words are the same. */
function fold(value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number') return JSON.stringify(value) ?? ''
  return String(value)
    .normalize('NFKC')
    .replace(/[\u2018\u2019`]/gu, "'")
    .replace(/[\u201c\u201d]/gu, '"')
    .replace(/[\u2010-\u2015]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim()
}

function words(text: string): string[] {
  return fold(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}

function sameInstant(want: unknown, got: unknown): boolean {
  const [left, right] = [Date.parse(String(want)), Date.parse(String(got))]
  return Number.isNaN(left) ? want === got : left === right
}

/** Every member that is wanted is there with the same words. */
function holds(want: object, got: unknown): boolean {
  if (typeof got !== 'object' || got === null) return false
  const members = got as Record<string, unknown>
  return Object.entries(want).every(([name, value]) => fold(value) === fold(members[name]))
}

function addresses(item: Item): string[] {
  return (item.media ?? []).flatMap(({ uri, renditions }) => [uri, ...(renditions ?? []).map(({ href }) => href ?? '')])
}

function isRight(field: string, want: unknown, item: Item): boolean {
  const got: unknown = item[field as keyof Item]
  if (times.has(field)) return sameInstant(want, got)
  if (field === 'dateline') return holds(want as object, got)
  if (field === 'hrefs') return (want as string[]).every((href) => addresses(item).includes(href))
  if (field === 'notInBody') {
    return (want as string[]).every((text) => !`${item.bodyText ?? ''} ${item.bodyHtml ?? ''}`.includes(text))
  }
  if (Array.isArray(want)) {
    const members = Array.isArray(got) ? (got as unknown[]) : []
    if (listsOfParts.has(field)) return want.every((part) => members.some((member) => holds(part as object, member)))
    if (want.length !== members.length) return false
    return want.every((part: unknown, at) =>
      typeof part === 'object' && part !== null ? holds(part, members[at]) : fold(part) === fold(members[at]),
    )
  }
  return fold(want) === fold(got)
}

/** What the item makes of every value that is stated, the body excepted. */
export function verdicts(expected: Expected, item: Item): Verdict[] {
  return Object.entries(expected)
    .filter(([field]) => field !== 'body')
    .map(([field, want]) => ({
      field,
      right: isRight(field, want, item),
      want,
      got: field === 'hrefs' ? addresses(item) : item[field as keyof Item],
    }))
}

function counts(list: readonly string[]): Map<string, number> {
  const seen = new Map<string, number>()
  for (const word of list) seen.set(word, (seen.get(word) ?? 0) + 1)
  return seen
}

function without(list: readonly string[], other: readonly string[]): string[] {
  const left = counts(other)
  return list.filter((word) => {
    const count = left.get(word) ?? 0
    if (count > 0) left.set(word, count - 1)
    return count === 0
  })
}

/** The words of the body as text; those of the body as HTML must be the same. */
export function bodyWords(body: string, item: Item): WordCount {
  const wanted = words(body)
  const got = words(item.bodyText ?? '')
  const html = words((item.bodyHtml ?? '').replace(/<[^>]{0,2000}>/gu, ' ').replace(/&amp;/gu, '&'))
  const lost = without(wanted, got)
  return {
    wanted: wanted.length,
    kept: wanted.length - lost.length,
    added: without(got, wanted),
    lost: item.bodyHtml === undefined ? lost : [...lost, ...without(got, html).map((word) => `html:${word}`)],
  }
}
