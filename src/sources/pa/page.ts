import type { HttpAnswer } from '../http/answer.ts'
import { FaultyAnswer } from '../http/faulty-answer.ts'
import { fromAnswer, readJson } from '../json/read.ts'
import { sliceList } from '../json/slices.ts'

/** One item of the list. */
export interface PaItem {
  readonly bytes: Buffer
  readonly key: string
  /** What tells its revisions apart: its text without what differs from answer to answer. */
  readonly revision: string
  /** Milliseconds; undefined for an item without a time. */
  readonly issued: number | undefined
}

export interface PaPage {
  readonly items: readonly PaItem[]
  /** How many items the list holds, when the API says so. */
  readonly total: number | undefined
}

/** Reads a page of the list. Throws `source.bad-answer` when it is none, or only half of one. */
export function readPage(answer: HttpAnswer): PaPage {
  const sliced = fromAnswer(answer, 'the list is', () => sliceList(answer.bytes, ['item']))
  const envelope = fromAnswer(answer, 'the list is', () => readJson(sliced.envelope)) as {
    item?: unknown
    total?: unknown
  }
  if (!Array.isArray(envelope.item)) {
    throw new FaultyAnswer('source.bad-answer', 'an answer without a list of items', answer)
  }
  const { total } = envelope
  return {
    items: sliced.elements.map(({ start, end }) => readItem(answer.bytes.subarray(start, end))),
    total: typeof total === 'number' && total >= 0 ? total : undefined,
  }
}

function readItem(bytes: Buffer): PaItem {
  const text = bytes.toString('utf8')
  const revision = text
    // Signed links and rankings differ with every answer; neither makes a revision.
    .replaceAll(/\?[^"\\\s?]{1,2000}"/g, '"')
    .replaceAll(/"ranking"\s{0,4}:\s{0,4}[\d.]{1,20}/g, '')
  try {
    const { uri, version, issued, versioncreated } = readJson(bytes) as Record<string, unknown>
    const times = [issued, versioncreated].map((time) => Date.parse(String(time))).filter((time) => !Number.isNaN(time))
    const name = typeof uri === 'string' && uri !== '' ? uri.slice(0, 200) : 'unnamed'
    const numbered =
      typeof version === 'string' || typeof version === 'number' ? `/${String(version).slice(0, 20)}` : ''
    return { bytes, key: `${name}${numbered}`, revision, issued: times[0] }
  } catch {
    return { bytes, key: 'unnamed', revision, issued: undefined }
  }
}
