import { WireError } from '../../story/errors.ts'
import type { HttpAnswer } from '../http/answer.ts'
import { FaultyAnswer } from '../http/faulty-answer.ts'
import { stripKeys } from '../http/redact-url.ts'
import { statusFault } from '../http/status-fault.ts'
import type { OfferedCompanion } from '../source.ts'
import type { ApApi } from './api.ts'
import type { CompanionMemory, FetchedCompanion } from './companion-memory.ts'
import type { PageElement } from './page.ts'

/** A story of the length of a book has 2 MB; nothing larger is a text rendition. */
const largestRendition = 8 * 1024 * 1024
/** With so many bytes of renditions a page is large enough: the others are fetched later, story by story. */
const enoughBytes = 4 * largestRendition

/**
 * Fetches one rendition. Throws as any request does, and `source.bad-answer` for an empty answer, or an error object or
 * a web page in the place of the rendition.
 */
export async function fetchRendition(
  api: ApApi,
  url: string,
  now: Date,
  deadlineMs = 20_000,
): Promise<FetchedCompanion> {
  const answer = await api.get(url, { deadlineMs, maxBytes: largestRendition })
  const fault = statusFault(answer, now)
  if (fault !== undefined) throw fault
  if (!looksLikeRendition(answer)) throw new FaultyAnswer('source.bad-answer', 'not a rendition', answer)
  const contentType = answer.headers.get('content-type')
  return { bytes: answer.bytes, ...(contentType === undefined ? {} : { contentType }) }
}

function looksLikeRendition(answer: HttpAnswer): boolean {
  if (answer.bytes.length === 0) return false
  const start = answer.bytes
    .toString('latin1', 0, 512)
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .toLowerCase()
  return start !== '' && !start.startsWith('{') && !start.startsWith('<!doctype html') && !start.startsWith('<html')
}

/** The renditions of an element worth a request: asked for, licensed (with a link), and free of charge. */
function wanted(api: ApApi, element: PageElement): OfferedCompanion[] {
  const roles: readonly string[] = api.config.companions
  return element.renditions.flatMap(({ role, href, priced }) =>
    roles.includes(role) && href !== undefined && !priced && URL.canParse(href) ? [{ role, url: stripKeys(href) }] : [],
  )
}

/** Pauses that mean the whole account has to wait, not this one rendition. */
const stopsAll = new Set(['source.rate-limited', 'source.unauthorized'])

/**
 * The companions of every element, fetched side by side within one time for all of them. What fails, or is not reached
 * in time, is offered without bytes: the story is kept now and the rendition is asked for again later.
 */
export async function fetchCompanions(
  api: ApApi,
  elements: readonly PageElement[],
  memory: CompanionMemory,
  now: Date,
): Promise<{ readonly companions: readonly (readonly OfferedCompanion[])[]; readonly missing: number }> {
  const lists = elements.map((element) => wanted(api, element))
  const tasks = lists.flatMap((list, element) => list.map((_, index) => ({ element, index })))
  const end = performance.now() + api.config.companionSeconds * 1000
  let halted = false
  let missing = 0
  let bytes = 0

  const work = async (): Promise<void> => {
    for (let task = tasks.shift(); task !== undefined; task = tasks.shift()) {
      const list = lists[task.element] as OfferedCompanion[]
      const companion = list[task.index] as OfferedCompanion
      const name = `${(elements[task.element] as PageElement).key} ${companion.role}`
      const left = end - performance.now()
      const fetched = memory.get(name) ?? (halted || left < 100 ? undefined : await attempt(companion.url, left))
      if (fetched === undefined) missing += 1
      else {
        bytes += fetched.bytes.length
        if (bytes > enoughBytes) halted = true
        memory.keep(name, fetched)
        list[task.index] = { ...companion, ...fetched }
      }
    }
  }

  const attempt = async (url: string, left: number): Promise<FetchedCompanion | undefined> => {
    try {
      return await fetchRendition(api, url, now, left)
    } catch (error) {
      if (!(error instanceof WireError)) throw error
      if (stopsAll.has(error.code)) halted = true
      return undefined
    }
  }

  await Promise.all(Array.from({ length: Math.min(api.config.companionsAtOnce, tasks.length) }, work))
  return { companions: lists, missing }
}
