import { SaxesParser } from 'saxes'
import { TooMuchJson } from '../json/read.ts'
import { sliceList } from '../json/slices.ts'
import { feedEntries } from './entries.ts'

/** No window of a feed is larger; a longer document is not taken apart. */
const mostEntries = 1000
const longestFeed = 16 * 1024 * 1024

/** What the entries' documents may hold together, in bytes: each repeats what stands before and after the entries. */
const mostBytes = 64 * 1024 * 1024

/** Deeper nests no feed. */
const deepest = 200
const mostUnknownNames = 1000
/** Of one element. */
const mostAttributes = 1000

/** One entry of a feed as a document of its own: the feed with all other entries left out, byte by byte as received. */
export interface EntrySlice {
  readonly bytes: Buffer
  /** The entry alone, to tell whether it changed. */
  readonly entry: Buffer
  /** Where its story stands; absent when it names no address. */
  readonly link?: string
  readonly mark: string
}

interface Bounds {
  readonly start: number
  readonly end: number
}

/**
 * Takes a feed apart by its entries. Undefined when it is no feed, when its markup is broken, when what surrounds the
 * entries outweighs them, or when entries share an id: which of them is which only the whole document can tell.
 */
export function sliceEntries(bytes: Buffer, base: string): readonly EntrySlice[] | undefined {
  if (bytes.length > longestFeed) return undefined
  const isJson = /^[\xef\xbb\xbf\s]{0,100}\{/.test(bytes.toString('latin1', 0, 110))
  const bounds = isJson ? jsonBounds(bytes) : xmlBounds(bytes)
  const first = bounds?.[0]
  const last = bounds?.at(-1)
  if (bounds === undefined || first === undefined || last === undefined || bounds.length > mostEntries) return undefined
  const before = bytes.subarray(0, first.start)
  const after = bytes.subarray(last.end)
  if ((before.length + after.length) * bounds.length > mostBytes) return undefined
  const ids = new Set<string>()
  const slices = bounds.map(({ start, end }): EntrySlice => {
    const entry = bytes.subarray(start, end)
    const slice = Buffer.concat([before, entry, after])
    const found = feedEntries(slice, base)[0]
    ids.add(idOf(entry) ?? found?.link ?? entry.toString('latin1'))
    return { bytes: slice, entry, mark: found?.mark ?? '', ...(found === undefined ? {} : { link: found.link }) }
  })
  return ids.size === slices.length ? slices : undefined
}

const idOf = (entry: Buffer): string | undefined =>
  /(?:<(?:guid|id|atom:id)(?:\s[^<>]{0,300})?>|"id"\s{0,5}:)\s{0,40}([^<,]{1,500})/i
    .exec(entry.toString('latin1', 0, 20_000))?.[1]
    ?.trim()

function jsonBounds(bytes: Buffer): readonly Bounds[] | undefined {
  try {
    return sliceList(bytes, ['items'])?.elements
  } catch (error) {
    if (error instanceof TooMuchJson) return undefined
    throw error
  }
}

/** Outermost item and entry elements. Read as latin-1: bytes and characters then have the same positions. */
function xmlBounds(bytes: Buffer): readonly Bounds[] | undefined {
  const text = bytes.toString('latin1').replace(/^\xef\xbb\xbf/, '\n\n\n')
  const start = text.search(/\S/)
  if (start < 0) return undefined
  const bounds: Bounds[] = []
  let depth = 0
  let opened: { readonly at: number; readonly depth: number } | undefined
  let unknownNames = 0
  let attributes = 0
  const parser = new SaxesParser({})
  // Names of characters that only HTML knows are the parser's business, not ours, unless there are absurdly many. At
  // the first other fault we stop: a fault costs more than the text around it.
  parser.on('error', (error) => {
    unknownNames += 1
    if (!error.message.includes('undefined entity') || unknownNames > mostUnknownNames) throw error
  })
  parser.on('attribute', () => {
    attributes += 1
    if (attributes > mostAttributes) throw new Error('has too many attributes')
  })
  parser.on('opentag', ({ name }) => {
    attributes = 0
    depth += 1
    if (depth > deepest) throw new Error('nests too deeply')
    if (opened !== undefined || !/^(?:[\w-]{1,20}:)?(?:item|entry)$/.test(name)) return
    opened = { at: text.lastIndexOf('<', start + parser.position - 1), depth }
  })
  parser.on('closetag', () => {
    if (opened?.depth === depth) {
      bounds.push({ start: opened.at, end: start + parser.position })
      if (bounds.length > mostEntries) throw new Error('has too many entries')
      opened = undefined
    }
    depth -= 1
  })
  try {
    parser.write(text.slice(start)).close()
  } catch {
    return undefined
  }
  return bounds
}
