import { SaxesParser } from 'saxes'

/** An object as a listing names it. */
export interface ListedObject {
  readonly key: string
  readonly size: number
  /** With its quotes, as conditions want it. */
  readonly etag: string
  /** ISO 8601, by the clock of the service. */
  readonly lastModified: string
}

export interface ListingPage {
  readonly objects: readonly ListedObject[]
  /** Keys that are no UTF-8 or cannot stand in an address. */
  readonly unnameable: number
  /** Where the next page begins; absent on the last one. */
  readonly token?: string
}

/** Fields of a listing are short; a value beyond this is no key. */
const longestValue = 8192
/** Services give a thousand objects a page, some a few thousand. */
const mostObjects = 20_000
/** Elements that are read; a listing may hold any others. */
const objectFields = new Set(['Key', 'Size', 'ETag', 'LastModified'])
const topFields = new Set(['IsTruncated', 'NextContinuationToken'])
const mostAttributes = 100

/**
 * Reads an answer of ListObjectsV2, asked for with `encoding-type=url`. Undefined for anything else: a web page, cut
 * XML, a list that says it goes on and not where, one that is longer than any service makes it.
 */
export function readListing(bytes: Buffer): ListingPage | undefined {
  const objects: ListedObject[] = []
  let unnameable = 0
  let fields = new Map<string, string>()
  const top = new Map<string, string>()
  const path: string[] = []
  let text = ''
  const parser = new SaxesParser()
  let attributes = 0
  parser.on('attribute', () => {
    attributes += 1
    if (attributes > mostAttributes) parser.fail('too many attributes')
  })
  parser.on('doctype', () => parser.fail('no listing has one'))
  parser.on('opentag', ({ name }) => {
    path.push(name)
    text = ''
    attributes = 0
    if (path.length > 5) parser.fail('too deep')
    if (path.length === 2 && name === 'Contents') fields = new Map()
  })
  parser.on('text', (part) => {
    if (text.length < longestValue) text += part
  })
  parser.on('closetag', ({ name }) => {
    if (path.length === 2 && name === 'Contents') {
      const object = readObject(fields)
      if (objects.length + unnameable >= mostObjects) parser.fail('too many objects')
      if (object === undefined) unnameable += 1
      else objects.push(object)
    } else if (path.length === 3 && path[1] === 'Contents') {
      if (objectFields.has(name)) fields.set(name, text)
    } else if (path.length === 2 && topFields.has(name)) top.set(name, text)
    path.pop()
    text = ''
    if (path.length === 0 && name !== 'ListBucketResult') parser.fail('no listing')
  })
  try {
    parser.write(bytes.toString('utf8')).close()
  } catch {
    return undefined
  }
  if (top.get('IsTruncated')?.trim() !== 'true') return { objects, unnameable }
  const token = top.get('NextContinuationToken') ?? ''
  return token === '' ? undefined : { objects, unnameable, token }
}

function readObject(fields: ReadonlyMap<string, string>): ListedObject | undefined {
  const size = fields.get('Size') ?? ''
  const key = decodeKey(fields.get('Key') ?? '')
  if (key === undefined || !/^\d{1,15}$/.test(size)) return undefined
  return { key, size: Number(size), etag: fields.get('ETag') ?? '', lastModified: fields.get('LastModified') ?? '' }
}

/**
 * The key of an object. One that cannot be asked for gives undefined: addresses resolve `.` and `..` away, and a
 * control character may end a header.
 */
function decodeKey(encoded: string): string | undefined {
  if (encoded === '' || encoded.length >= longestValue) return undefined
  try {
    const key = decodeURIComponent(encoded.replaceAll('+', ' '))
    const isPlain = !/[\u0000-\u001f\u007f\ufffd]/.test(key) && !/(?:^|\/)\.{1,2}(?:\/|$)/.test(key)
    return isPlain ? key : undefined
  } catch {
    return undefined
  }
}
