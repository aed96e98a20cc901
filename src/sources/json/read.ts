import { WireError } from '../../story/errors.ts'
import type { HttpAnswer } from '../http/answer.ts'
import { FaultyAnswer } from '../http/faulty-answer.ts'
import { colon, comma, endOfString, openList, openObject, quote, skipMark } from './bounds.ts'

/** Longer is no envelope of a list, no record, and no feed whose entries are looked at. */
const mostBytes = 16_777_216

/**
 * Names, values and brackets together. Two bytes of JSON can take 160 of memory, and V8 ends the process, not the
 * reading, when there is no more. A record of an agency has some 10,000 of them.
 */
const mostParts = 1_000_000

/** Fewer bytes than this cannot hold enough parts to matter. */
const harmlessBytes = mostParts

/** An answer is JSON, but more of it than any honest one. */
export class TooMuchJson extends WireError {
  constructor(detail: string) {
    super('source.bad-answer', detail)
    this.name = 'TooMuchJson'
  }
}

/**
 * Parses JSON that a stranger sent, in the process that all feeds share: what would take too much memory or time is
 * refused before it is parsed. Throws TooMuchJson, and SyntaxError for what is no JSON.
 */
export function readJson(bytes: Buffer): unknown {
  if (bytes.length > mostBytes) throw new TooMuchJson(`${bytes.length} bytes of JSON in one piece`)
  if (bytes.length > harmlessBytes && hasMoreParts(bytes)) {
    throw new TooMuchJson(`more than ${mostParts} names and values in one piece`)
  }
  return JSON.parse(bytes.toString('utf8', skipMark(bytes))) as unknown
}

function hasMoreParts(bytes: Buffer): boolean {
  let parts = 0
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]
    if (byte === quote) {
      at = endOfString(bytes, at) - 1
      if (at < 0) return false
    } else if (byte === comma || byte === colon || byte === openList || byte === openObject) {
      parts += 1
      if (parts > mostParts) return true
    }
  }
  return false
}

/**
 * Runs a reading of an answer. What is no JSON, cut (undefined) or too much becomes `source.bad-answer`, with the answer
 * as evidence; `what` begins the sentence: "the page is".
 */
export function fromAnswer<T>(answer: HttpAnswer, what: string, read: () => T | undefined): T {
  let found: T | undefined
  try {
    found = read()
  } catch (error) {
    const detail = error instanceof TooMuchJson ? `too much: ${error.detail}` : 'not JSON'
    throw new FaultyAnswer('source.bad-answer', `${what} ${detail}`, answer, { cause: error })
  }
  if (found === undefined) throw new FaultyAnswer('source.bad-answer', `${what} cut or not JSON`, answer)
  return found
}
