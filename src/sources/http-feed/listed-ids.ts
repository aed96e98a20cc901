import { createHash } from 'node:crypto'
import { readJson } from '../json/read.ts'

/** No window of a feed is larger; a complete archive need not be compared. */
const mostEntries = 1000
/** Of one entry; ids stand near its top. */
const entryReach = 20_000

const shorten = (id: string): string => createHash('sha1').update(id.trim()).digest('base64url').slice(0, 7)

/**
 * Short digests of the ids and links a body lists, without parsing it: enough to tell whether a sliding window still
 * overlaps with the one before. Empty for documents that list nothing.
 */
export function listedIds(bytes: Buffer): readonly string[] {
  const first = bytes
    .toString('latin1', 0, 512)
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()[0]
  const found = first === '{' || first === '[' ? idsOfJson(bytes) : idsOfXml(bytes.toString('utf8'))
  return [...new Set(found.map(shorten))]
}

function idsOfXml(text: string): string[] {
  const ids: string[] = []
  const entry = /<(?:[\w-]{1,20}:)?(?:item|entry)[\s>]/g
  const starts: number[] = []
  for (let match = entry.exec(text); match !== null && starts.length < mostEntries; match = entry.exec(text)) {
    starts.push(match.index)
  }
  for (const [index, start] of starts.entries()) {
    const end = Math.min(starts[index + 1] ?? text.length, start + entryReach)
    const chunk = text.slice(start, end)
    for (const pattern of idPatterns) {
      const id = pattern.exec(chunk)?.[1]
      if (id !== undefined) ids.push(id)
    }
  }
  return ids
}

/** RSS guid, Atom id; RSS link, Atom link; RDF about. */
const idPatterns = [
  /<(?:guid|id|atom:id)(?:\s[^<>]{0,300})?>\s{0,40}(?:<!\[CDATA\[)?\s{0,40}([^<\]]{1,500})/i,
  /<link(?:\s[^<>]{0,300})?>\s{0,40}(?:<!\[CDATA\[)?\s{0,40}([^<\]]{1,500})/i,
  /<link\s[^<>]{0,300}?href\s?=\s?["']([^"'<>]{1,500})/i,
  /^<[^<>]{1,100}rdf:about\s?=\s?["']([^"'<>]{1,500})/i,
]

function idsOfJson(bytes: Buffer): string[] {
  let page: unknown
  try {
    page = readJson(bytes)
  } catch {
    return []
  }
  return listOf(page)
    .slice(0, mostEntries)
    .flatMap((entry) => {
      if (typeof entry !== 'object' || entry === null) return []
      const { id, guid, uri, url, link } = entry as Record<string, unknown>
      return [id ?? guid ?? uri, url ?? link].flatMap((value) =>
        typeof value === 'string' || typeof value === 'number' ? [String(value)] : [],
      )
    })
}

/** The list of entries: the page itself, or the first member that is a list of objects, one level down at most. */
function listOf(page: unknown, depth = 0): readonly unknown[] {
  if (Array.isArray(page)) return page
  if (typeof page !== 'object' || page === null || depth > 1) return []
  const members = Object.values(page)
  const list = members.find((member) => Array.isArray(member) && typeof member[0] === 'object')
  if (Array.isArray(list)) return list
  return members.map((member) => listOf(member, depth + 1)).find((found) => found.length > 0) ?? []
}
