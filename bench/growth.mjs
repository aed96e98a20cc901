// How the cost of a document grows with its size: each format's own fixtures, blown up to 10 kB, 100 kB, 1 MB and 10 MB
// by repeating a paragraph, an entry or a line. An exponent of 1 is linear, 2 quadratic.
import { readDocuments } from './documents.mjs'
import { printTable, round } from './figures.mjs'

const sizes = [10_000, 100_000, 1_000_000, 10_000_000]
/** Smaller sizes are repeated until this much CPU time was spent, or start-up would be what is measured. */
const leastCpuMs = 60

export async function measureGrowth(bench) {
  const { parseDocument } = await bench.load('parsers/registry.js')
  const rows = []
  const done = new Set()
  for (const { format, origin, inputs } of await readDocuments(bench)) {
    if (origin !== 'fixtures' || done.has(format)) continue
    const grown = inputs.map(growing).find((grow) => grow !== undefined && reads(parseDocument, format, grow(sizes[0])))
    if (grown === undefined) continue
    done.add(format)
    const costs = sizes.map((size) => costOf(parseDocument, format, grown(size)))
    const last = costs.findLastIndex((cost) => cost !== undefined)
    rows.push({
      format,
      millisecondsPerMegabyte: costs.map((cost) => cost && round(cost.ms / cost.megabytes, 1)),
      largest: costs[last].megabytes,
      // from 100 kB on: below that the fixed cost of a document hides what is asked for
      exponent: last > 1 ? round(slope(costs[1], costs[last]), 2) : undefined,
    })
  }
  printTable(
    [
      ['format', ...sizes.map((size) => `ms/MB at ${size / 1000} kB`), 'exponent'],
      ...rows.map((row) => [
        row.format,
        ...row.millisecondsPerMegabyte.map((value) => value ?? 'refused'),
        row.exponent ?? '-',
      ]),
    ],
    bench.say,
  )
  return { sizes, formats: rows }
}

const slope = (small, large) => Math.log(large.ms / small.ms) / Math.log(large.megabytes / small.megabytes)

function reads(parseDocument, format, bytes) {
  const outcome = parseDocument({ bytes })
  return outcome.kind === 'parsed' && outcome.format === format
}

/** The least CPU time of several passes; undefined when the parser refuses a document of this size. */
function costOf(parseDocument, format, bytes) {
  if (!reads(parseDocument, format, bytes)) return undefined
  let least = Infinity
  const start = process.cpuUsage()
  for (let pass = 0; pass < 3 || msSince(start) < leastCpuMs; pass++) {
    const before = process.cpuUsage()
    parseDocument({ bytes })
    least = Math.min(least, msSince(before))
  }
  return { ms: least, megabytes: bytes.length / 1e6 }
}

function msSince(before) {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

const repeatable = /<(item|entry|RBNews|p)(?:\s[^>]*)?>[^]*?<\/\1>/g

/** A function from a size in bytes to a document of about that size; undefined for what has nothing to repeat. */
function growing({ bytes, companions }) {
  if (companions?.length > 0) return undefined
  const text = bytes.toString('utf8')
  if (/[\0\ufffd]/.test(text)) return undefined
  const start = text.trimStart()[0]
  const piece =
    start === '<' ? longest(text.match(repeatable)) : start === '{' ? jsonPiece(text) : longest(linesOf(text))
  if (piece === undefined) return undefined
  const at = text.indexOf(piece) + piece.length
  return (size) => {
    const parts = [text.slice(0, at)]
    for (let length = text.length, copy = 1; length < size; length += piece.length, copy++) {
      parts.push(start === '{' && piece.startsWith('{') ? `,${piece}` : differing(piece, copy))
    }
    return Buffer.from(parts.join('') + text.slice(at))
  }
}

/** Copies of a paragraph differ, or folding repeats would make the work too easy. */
const differing = (piece, copy) => piece.replace(/\b(?:the|a|der|die|et)\b/, (word) => `${word} ${copy}`)

const longest = (pieces) => pieces?.toSorted((a, b) => b.length - a.length)[0]

const linesOf = (text) => (text.match(/^.*\r?\n/gm) ?? []).filter((line) => /^[\p{L} \t][^^]*$/mu.test(line))

/** The last object of the first list of objects, or the first paragraph within a string. */
function jsonPiece(text) {
  const lists = []
  const visit = (value) => {
    if (Array.isArray(value) && typeof value[0] === 'object') lists.push(value)
    if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit)
  }
  try {
    visit(JSON.parse(text))
  } catch {
    return undefined // a fixture of broken JSON
  }
  for (const list of lists) {
    const piece = JSON.stringify(list.at(-1))
    if (piece.length > 200 && text.includes(piece)) return piece
  }
  return text.match(/<p>(?:[^<"\\]|\\.)*<\\?\/p>/)?.[0]
}
