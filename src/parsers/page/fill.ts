import { setBody } from '../../normalise/body.ts'
import { readBylines } from '../../normalise/byline.ts'
import { textToHtml } from '../../normalise/html.ts'
import { findDateline } from '../../normalise/dateline.ts'
import { readLanguage } from '../../normalise/language.ts'
import { setTime } from '../../normalise/time.ts'
import { countWords } from '../../normalise/words.ts'
import type { ItemDraft } from '../../story/draft.ts'
import type { ParserInput } from '../parser.ts'
import { readAgency, readAgencyTag } from '../page-text/agency-lines.ts'
import { readStandingDateline } from '../page-text/dateline-line.ts'
import { pageUri } from '../page-text/identity.ts'
import { findDay, readStamps } from '../page-text/stamps.ts'
import { readAuthors } from './authors.ts'
import { writeBlocks } from './blocks.ts'
import type { Block } from './blocks.ts'
import { readMetaCaptions, readPageCaptions } from './captions.ts'
import { extractBody, extractByRule } from './extract.ts'
import { readLinkedArticle } from './json-ld.ts'
import type { LinkedArticle } from './json-ld.ts'
import { addMedia } from './media.ts'
import { readMeta, readPageHeadline, readPageUrl, readPrintedTimes } from './metadata.ts'
import { applyRule } from './rules/apply.ts'
import { chooseRule } from './rules/rule.ts'
import { siteRules } from './rules/sites.ts'
import type { Page } from './tree.ts'

/** Fewer words are no story unless the page says that it is one. */
const fewestWords = 25

/** Fills an item from a page: captions, metadata, then the body (which changes the tree). False when there is no story. */
export function fillPage(draft: ItemDraft, page: Page, input: ParserInput): boolean {
  const provenance: Record<string, string> = {}
  const note = (field: string, from: string, confidence: number): void => {
    provenance[field] = `${from} ${confidence.toFixed(2)}`
  }
  const { article, broken } = readLinkedArticle(page.jsonLd)
  if (broken > 0)
    draft.warn('page.json-ld-broken', `${broken} of ${page.jsonLd.length} JSON-LD blocks could not be read`)
  const url = readPageUrl(page, article, input.url)
  const base = url?.value ?? input.url
  const site = readMeta('site', page, article)
  const published = readMeta('published', page, article)
  const rule = chooseRule(siteRules, base, findDay(published?.value ?? '')?.iso ?? input.receivedAt?.slice(0, 10))

  const captions = readPageCaptions(page.body, base)
  const authors = readAuthors(page, article, site?.value)
  const printed = published === undefined ? readPrintedTimes(page.body) : []
  const metaHeadline = readPageHeadline(page, article, site?.value)
  const byRule = rule && applyRule(rule, page.root)
  const headline = byRule?.title === undefined ? metaHeadline : { value: byRule.title, from: 'rule', confidence: 0.98 }

  const context = {
    headline: headline?.value,
    captions: captions.flatMap((caption) => [caption.text, caption.raw ?? '']),
  }
  const body = (byRule && extractByRule(byRule.body, context)) ?? extractBody(page.body, context)
  const text = body?.blocks.map((block) => block.text).join('\n\n') ?? ''
  const linkedBody = article?.fields.get('body')
  const useLinked =
    linkedBody !== undefined && countWords(linkedBody) > 60 && countWords(text) < countWords(linkedBody) * 0.3
  if (!useLinked && (headline === undefined || countWords(text) < (article || published ? 1 : fewestWords)))
    return false

  setField(draft, 'headline', headline, note)
  draft.set('headlineExtended', article?.fields.get('alternative'), 'json-ld')
  setField(draft, 'abstract', readMeta('abstract', page, article), note)
  setField(draft, 'provider', site, note)
  setLanguage(draft, page, article, note)
  addSubjects(draft, page, article)
  if (captions.length > 0) note('captions', 'markup', 0.9)
  for (const caption of captions) draft.set('captions', [...(draft.get('captions') ?? []), caption], 'page')
  const alternatives = [page.metas.get('og:image:alt')?.[0], page.metas.get('twitter:image:alt')?.[0]]
  for (const caption of readMetaCaptions(article?.images ?? [], alternatives, headline?.value, base))
    draft.add('captions', caption, 'page head')
  addMedia(draft, page, article, base)

  if (useLinked) {
    setBody(draft, textToHtml(linkedBody.split(/\n{1,4}/u)), 'json-ld')
    note('bodyText', 'json-ld articleBody', 0.7)
  } else if (body) {
    // a dateline on a line of its own is no paragraph (McClatchy)
    const standing = readStandingDateline(body.blocks[0]?.text ?? '')
    draft.set('dateline', standing, body.how)
    setBody(draft, writeBlocks(standing ? body.blocks.slice(1) : body.blocks), body.how)
    draft.set('copyrightNotice', body.copyrightNotice, body.how)
    if (standing || findDateline(body.blocks[0]?.text ?? '')) note('dateline', 'head of the story', 0.85)
    note('bodyText', body.how, body.confidence)
  }
  setTimes(
    draft,
    {
      published: byRule?.date ?? published?.value,
      modified: readMeta('modified', page, article)?.value,
      printed,
      from: published?.from ?? 'page',
    },
    input,
    note,
  )
  if (byRule?.author !== undefined) {
    draft.set('byline', byRule.author, 'rule')
    draft.set('bylines', readBylines(byRule.author), 'rule')
    note('byline', 'rule', 0.95)
  } else if (authors) {
    draft.set('byline', authors.byline, authors.from)
    draft.set('bylines', authors.bylines, authors.from)
    note('byline', authors.from, authors.confidence)
  }
  const agency = readSource(draft, body?.blocks ?? [], article)
  if (agency !== undefined) {
    draft.set('source', agency, 'page')
    note('source', 'byline or head of the story', 0.8)
  }
  draft.set('copyrightHolder', article?.fields.get('copyrightHolder'), 'json-ld')
  draft.fill('copyrightNotice', article?.fields.get('copyrightNotice'), 'json-ld')
  draft.set(
    'uri',
    url?.value ??
      pageUri({
        agency: agency === undefined ? undefined : readAgencyTag(agency),
        headline: headline?.value ?? text.slice(0, 80),
        day: draft.get('firstCreated'),
      }),
    url?.from ?? 'derived',
  )
  note('uri', url?.from ?? 'derived', url?.confidence ?? 0.5)
  if (input.url !== undefined && url !== undefined && hostOf(url.value) !== hostOf(input.url))
    draft.add('links', { rel: 'alternate', uri: input.url }, 'address')
  draft.set('provenance', provenance, 'page')
  return true
}

type Note = (field: string, from: string, confidence: number) => void

function setField(
  draft: ItemDraft,
  field: 'headline' | 'abstract' | 'provider',
  found: { value: string; from: string; confidence: number } | undefined,
  note: Note,
): void {
  if (!found) return
  draft.set(field, found.value, found.from)
  note(field, found.from, found.confidence)
}

function setLanguage(draft: ItemDraft, page: Page, article: LinkedArticle | undefined, note: Note): void {
  const found = readMeta('language', page, article)
  const language = readLanguage(page.language) ?? readLanguage(found?.value)
  draft.set('language', language, 'page')
  if (language !== undefined)
    note('language', readLanguage(page.language) === undefined ? (found?.from ?? 'meta') : 'html lang', 0.8)
}

function addSubjects(draft: ItemDraft, page: Page, article: LinkedArticle | undefined): void {
  const section = readMeta('section', page, undefined)
  for (const name of article?.sections ?? []) draft.add('categories', name, 'json-ld')
  draft.add('categories', section?.value, section?.from ?? 'meta')
  const words = [
    ...(article?.keywords ?? []),
    ...(page.metas.get('article:tag') ?? []),
    ...(page.metas.get('news_keywords') ?? []).flatMap((list) => list.split(',')),
  ]
  for (const word of words.slice(0, 60)) draft.add('keywords', word.trim(), 'page head')
  if (article && !/^(?:NewsArticle|Article)$/u.test(article.type)) draft.add('genres', article.type, 'json-ld')
}

interface Times {
  readonly published: string | undefined
  readonly modified: string | undefined
  /** As printed on the page. */
  readonly printed: readonly string[]
  readonly from: string
}

/** Metadata's times; without them what is printed. Relative stamps ("4 minutes ago") stay raw in the notes. */
function setTimes(draft: ItemDraft, times: Times, input: ParserInput, note: Note): void {
  const options = { zone: input.zone, receivedAt: input.receivedAt }
  const stamps = times.printed
    .flatMap((raw) => raw.split(/[|•·]/u))
    .flatMap((part) => readStamps(part.slice(Math.max(0, part.search(/\d/u) - 30)).trim()))
  for (const stamp of stamps) if (stamp.relative) draft.add('notes', stamp.raw, 'page')
  const isoOf = (raw: string | undefined): string | undefined =>
    raw === undefined || /^\d{4}-?\d\d-?\d\d(?:T|$)/u.test(raw)
      ? raw
      : (readStamps(raw).find((stamp) => stamp.iso !== undefined)?.iso ?? raw)
  const first =
    times.published ??
    times.printed.find((raw) => /^\d{4}-\d\d-\d\d/u.test(raw)) ??
    stamps.find((stamp) => stamp.iso !== undefined && stamp.label !== 'updated')?.iso
  const last =
    times.modified ?? stamps.find((stamp) => stamp.label === 'updated' && stamp.iso !== undefined)?.iso ?? first
  setTime(draft, 'firstCreated', isoOf(first), times.from, options)
  setTime(draft, 'versionCreated', isoOf(last), times.from, options)
  if (draft.has('firstCreated')) note('firstCreated', times.from, times.published === undefined ? 0.6 : 0.9)
}

/** The agency: in the authors, in the first paragraphs' dateline, in a closing "(dpa)", or as publisher. */
function readSource(
  draft: ItemDraft,
  blocks: readonly Block[],
  article: LinkedArticle | undefined,
): string | undefined {
  for (const { name, organisation } of draft.get('bylines') ?? []) {
    const agency = readAgency(organisation ?? name)
    if (agency) return agency.printed
  }
  for (const block of blocks.slice(0, 3)) {
    const agency = findDateline(block.text)?.agency ?? readAgency(block.text)?.printed
    if (agency !== undefined) return agency
  }
  const closing = /\(([^()]{2,30})\)$/u.exec(blocks.at(-1)?.text ?? '')?.[1]
  const closed = closing === undefined ? undefined : readAgency(closing)?.printed
  return closed ?? readAgency(article?.fields.get('publisher') ?? '')?.printed
}

function hostOf(url: string): string {
  try {
    return new URL(url).hostname
  } catch {
    return ''
  }
}
