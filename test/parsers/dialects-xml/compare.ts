import type { Item } from '../../../src/story/item.ts'
import type { ParseOutcome } from '../../../src/parsers/parser.ts'

/** What a reader of a document states about one of its items: canonical fields, and the words that must survive. */
export type Statement = Readonly<Record<string, unknown>>

/** One value that a document states, with what was made of it. */
export interface Finding {
  readonly field: string
  readonly right: boolean
  readonly want: unknown
  readonly got: unknown
}

const fold = (value: unknown): string =>
  (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
    .normalize('NFC')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()

/** A word is a run of letters, marks and digits: marks belong to the letters of Indic and Thai scripts. */
const wordsOf = (text: string): string[] =>
  fold(text)
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

/** Words of `text` that `held` lacks, each counted as often as it stands. */
export function missingWords(text: string, held: string): string[] {
  const have = new Map<string, number>()
  for (const word of wordsOf(held)) have.set(word, (have.get(word) ?? 0) + 1)
  return wordsOf(text).filter((word) => {
    const left = have.get(word) ?? 0
    have.set(word, left - 1)
    return left <= 0
  })
}

const TIMES = new Set(['firstCreated', 'versionCreated', 'embargoedUntil', 'expires'])
const instant = (value: unknown): unknown => {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isNaN(time) ? value : time
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : [])
const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined

/** Every stated member of an object is there: `{name: 'A'}` holds of `{name: 'A', title: 'B'}`. */
const holds = (want: object, got: unknown): boolean =>
  Object.entries(want).every(([name, value]) => fold(member(got, name)) === fold(value))

type Check = (want: unknown, item: Item) => Finding[]
const one = (field: string, right: boolean, want: unknown, got: unknown): Finding[] => [{ field, right, want, got }]
const each = (field: string, want: unknown, got: unknown, right: (value: unknown) => boolean): Finding[] =>
  list(want).map((value) => ({ field, right: right(value), want: value, got }))

const named: (field: 'places' | 'people' | 'organisations') => Check = (field) => (want, item) =>
  each(field, want, item[field], (name) => list(item[field]).some((entity) => member(entity, 'name') === name))

const texts: (field: 'keywords' | 'usageTerms' | 'categories' | 'genres') => Check = (field) => (want, item) =>
  one(field, list(want).map(fold).join('|') === list(item[field]).map(fold).join('|'), want, item[field])

const CHECKS: Readonly<Record<string, Check>> = {
  keywords: texts('keywords'),
  usageTerms: texts('usageTerms'),
  categories: texts('categories'),
  genres: texts('genres'),
  places: named('places'),
  people: named('people'),
  organisations: named('organisations'),
  subjects: (want, item) =>
    each('subjects', want, item.subjects, (code) =>
      list(item.subjects).some((subject) => member(subject, 'code') === code),
    ),
  bylines: (want, item) => {
    const same =
      list(want).length === list(item.bylines).length &&
      list(want).every((byline, at) => holds(byline as object, item.bylines?.[at]))
    return one('bylines', same, want, item.bylines)
  },
  dateline: (want, item) =>
    Object.entries(want as object).flatMap(([part, value]) =>
      one(`dateline.${part}`, fold(member(item.dateline, part)) === fold(value), value, item.dateline),
    ),
  captions: (want, item) =>
    each('captions', want, item.captions, (caption) =>
      list(item.captions).some((found) => holds(caption as object, found)),
    ),
  media: (want, item) => {
    const hrefs = (item.media ?? []).flatMap((medium) => [
      medium.uri,
      ...(medium.renditions ?? []).map((rendition) => rendition.href),
    ])
    return each('media', want, item.media, (href) => hrefs.includes(href as string))
  },
  mediaCount: (want, item) => one('media', want === (item.media ?? []).length, want, item.media),
  links: (want, item) =>
    each('links', want, item.links, (link) =>
      (item.links ?? []).some((found) => found.rel === list(link)[0] && found.uri === list(link)[1]),
    ),
  warnings: (want, item) =>
    each('warnings', want, item.warnings, (code) => (item.warnings ?? []).some((warning) => warning.code === code)),
  editorialNoteHas: (want, item) =>
    each('editorialNote', want, item.editorialNote, (part) => fold(item.editorialNote).includes(fold(part))),
  versionCreatedDay: (want, item) =>
    one('versionCreated', (item.versionCreated ?? '').startsWith(want as string), want, item.versionCreated),
  body: (want, item) => {
    const missing = missingWords(want as string, `${item.bodyText ?? ''} ${(item.notes ?? []).join(' ')}`)
    return one('body', missing.length === 0, missing, item.bodyText)
  },
  bodyHas: (want, item) => each('body', want, item.bodyText, (part) => fold(item.bodyText).includes(fold(part))),
  notText: (want, item) => each('notText', want, item.bodyText, (part) => !fold(item.bodyText).includes(fold(part))),
  paragraphs: (want, item) =>
    one('paragraphs', want === (item.bodyText ?? '').split('\n\n').length, want, item.bodyText),
  paragraphsAtMost: (want, item) =>
    one('paragraphs', (item.bodyText ?? '').split('\n\n').length <= Number(want), want, item.bodyText),
}

/** Every value stated about a document, right or not. Items are found by their uri, else by their place. */
export function findings(statements: readonly Statement[], outcome: ParseOutcome): Finding[] {
  const items = outcome.kind === 'parsed' ? outcome.items.map((parsed) => parsed.item) : []
  return statements.flatMap((statement, at) => {
    const item = items.find((candidate) => candidate.uri === statement['uri']) ?? items[at]
    if (item === undefined) return one('document', false, statement['uri'], outcome)
    return Object.entries(statement).flatMap(([field, want]) => {
      const check = CHECKS[field]
      if (check !== undefined) return check(want, item)
      const got = item[field as keyof Item]
      const right = TIMES.has(field)
        ? instant(got) === instant(want)
        : typeof want === 'string'
          ? fold(got) === fold(want)
          : got === want
      return one(field, right, want, got)
    })
  })
}
