import type { HttpAnswer } from '../http/answer.ts'
import { FaultyAnswer } from '../http/faulty-answer.ts'
import { fromAnswer, readJson } from '../json/read.ts'
import { sliceList } from '../json/slices.ts'
import type { AfpPosition } from './cursor.ts'

/** One document of a search. */
export interface AfpDocument {
  readonly bytes: Buffer
  readonly key: string
  /** Its text without what differs from answer to answer. */
  readonly revision: string
  /** Milliseconds. */
  readonly published: number | undefined
}

/** Reads the documents of a search. Throws `source.bad-answer` when it is none, or only half of one. */
export function readPage(answer: HttpAnswer): readonly AfpDocument[] {
  const sliced = fromAnswer(answer, 'the documents are', () => sliceList(answer.bytes, ['response', 'docs']))
  const envelope = fromAnswer(answer, 'the search is', () => readJson(sliced.envelope)) as {
    response?: { docs?: unknown; numFound?: unknown } | null
  }
  const { docs, numFound } = envelope.response ?? {}
  // A search that finds nothing may leave the list out; any other answer has one.
  if (!Array.isArray(docs) && numFound !== 0) {
    throw new FaultyAnswer('source.bad-answer', 'an answer without documents', answer)
  }
  return sliced.elements.map(({ start, end }) => readDocument(answer.bytes.subarray(start, end)))
}

function readDocument(bytes: Buffer): AfpDocument {
  const text = bytes.toString('utf8')
  // Links to pictures are signed anew in every answer.
  const revision = text.replaceAll(/\?[^"\\\s?]{1,2000}"/g, '"')
  try {
    const { uno, revision: number, published } = readJson(bytes) as Record<string, unknown>
    const at = Date.parse(String(published))
    const name = typeof uno === 'string' && uno !== '' ? uno.slice(0, 200) : 'unnamed'
    const numbered = typeof number === 'number' || typeof number === 'string' ? `/${String(number).slice(0, 20)}` : ''
    return { bytes, key: `${name}${numbered}`, revision, published: Number.isNaN(at) ? undefined : at }
  } catch {
    return { bytes, key: 'unnamed', revision, published: undefined }
  }
}

/** A search never gives more (AFP Core API). */
const mostRows = 1000

/** What to ask for after a page; `skipped` when documents of one second are more than a search can give. */
export interface NextSearch {
  readonly position: AfpPosition | undefined
  readonly skipped?: string
}

/**
 * Where a pass goes on: from the moment of the newest document of a full page, that moment included, because documents
 * of one second may stand on both sides of the page's end. When a whole page is of one second, more rows are asked for;
 * when even the most rows are, the second is left behind, and said to be.
 */
export function nextSearch(asked: AfpPosition, documents: readonly AfpDocument[], baseRows: number): NextSearch {
  if (documents.length < asked.rows) return { position: undefined }
  const newest = Math.max(...documents.flatMap(({ published }) => (published === undefined ? [] : [published])))
  const from = Number.isFinite(newest) ? secondsOf(newest) : asked.from
  if (Date.parse(from) > Date.parse(asked.from)) return { position: { from, rows: baseRows } }
  if (asked.rows < mostRows) return { position: { from: asked.from, rows: Math.min(mostRows, asked.rows * 2) } }
  const behind = secondsOf(Date.parse(asked.from) + 1000)
  return { position: { from: behind, rows: baseRows }, skipped: asked.from }
}

/** "2031-03-04T09:30:00Z": the form AFP documents, down to the second. */
export function secondsOf(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`
}
