import type { WireEvent } from '../wire/event.ts'

/** A feed or search filter, read from `q`. */
export interface Query {
  /** Only products and mindate: such a feed can be entered anywhere in the last 72 hours and resumed. */
  readonly standard: boolean
  readonly products: ReadonlySet<number> | undefined
  /** Milliseconds. Only what the feed published later. */
  readonly minDate: number | undefined
  /** Milliseconds, both ends included. */
  readonly versionCreated: readonly [number, number] | undefined
  readonly types: ReadonlySet<string> | undefined
  readonly itemId: string | undefined
  /** Free words: all of them must stand in the headline. */
  readonly words: readonly string[]
}

/** What AP says about a query: its detail code and message. */
export interface QueryFault {
  readonly code: number
  readonly message: string
}

/** `now-2d`, `now-15m`, or ISO 8601. */
function readMoment(text: string, now: number): number {
  const relative = /^now(?:-(\d{1,6})([smhd]))?$/i.exec(text)
  if (relative === null) return Date.parse(text)
  const unit = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }[relative[2]?.toLowerCase() ?? 's'] ?? 0
  return now - Number(relative[1] ?? 0) * unit
}

/** Terms at the top level, parted by AND; parentheses hold together. */
function splitTerms(text: string): readonly string[] | undefined {
  const terms: string[] = []
  let depth = 0
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (character === '(' || character === '[') depth++
    if (character === ')' || character === ']') depth--
    if (depth < 0) return undefined
    if (depth === 0 && text.startsWith(' AND ', at)) {
      terms.push(text.slice(from, at))
      from = at + 5
      at += 4
    }
  }
  if (depth !== 0) return undefined
  terms.push(text.slice(from))
  return terms.map((term) => term.trim()).filter((term) => term !== '')
}

const alternatives = (value: string): readonly string[] =>
  value
    .replaceAll(/[()]/g, ' ')
    .split(/\s+OR\s+|\s+/)
    .filter((word) => word !== '')

/** Reads the Lucene-like expressions that the documentation shows. Curly quotes are refused, as AP refuses them. */
export function readQuery(text: string, now: number): Query | QueryFault {
  if (/[“”‘’]/.test(text)) return { code: 1000, message: 'Bad syntax: curly quotes are not supported.' }
  const terms = splitTerms(text)
  if (terms === undefined) return { code: 1000, message: 'Bad syntax: unbalanced parentheses.' }
  let products: Set<number> | undefined
  let minDate: number | undefined
  let versionCreated: readonly [number, number] | undefined
  let types: Set<string> | undefined
  let itemId: string | undefined
  let standard = true
  const words: string[] = []
  for (const term of terms) {
    const [, field = '', value = term] = /^([a-z.]{2,40}):(.*)$/is.exec(term.replace(/^\((.*)\)$/s, '$1')) ?? []
    switch (field.toLowerCase()) {
      case 'productid': {
        const ids = alternatives(value.replaceAll(/productid:/gi, ' ')).map(Number)
        if (ids.some((id) => !Number.isInteger(id))) return { code: 5001, message: `Bad value for productid: ${value}` }
        // A second productid term narrows the first: that is what makes a feed query-based.
        if (products !== undefined) standard = false
        products = new Set(products === undefined ? ids : ids.filter((id) => products?.has(id)))
        break
      }
      case 'mindate': {
        const moment = readMoment(value.replace(/^>=?/, '').trim(), now)
        if (Number.isNaN(moment)) return { code: 5003, message: `Bad date: ${value}` }
        minDate = moment
        break
      }
      case 'versioncreated': {
        standard = false
        const range = /^\[\s*(\S+) TO (\S+?)\s*\]$/i.exec(value.trim())
        const from =
          range === null ? readMoment(value.replace(/^>=?/, '').trim(), now) : readMoment(range[1] ?? '', now)
        const to = range === null || range[2] === '*' ? Number.POSITIVE_INFINITY : readMoment(range[2] ?? '', now)
        if (Number.isNaN(from) || Number.isNaN(to)) return { code: 5003, message: `Bad date range: ${value}` }
        if (from > to) return { code: 5004, message: 'The date range ends before it begins.' }
        versionCreated = [from, to]
        break
      }
      case 'type':
        standard = false
        types = new Set(alternatives(value))
        break
      case 'itemid':
        standard = false
        itemId = value.trim()
        break
      default:
        standard = false
        words.push(...alternatives(value).map((word) => word.toLowerCase()))
    }
  }
  return { standard, products, minDate, versionCreated, types, itemId, words }
}

interface Readable {
  readonly meta?: { readonly products?: readonly { readonly id: number }[] }
}

/** True when the event is one the query asks for. `publishedAt` in milliseconds. */
export function matches(query: Query, event: WireEvent, publishedAt: number): boolean {
  if (query.minDate !== undefined && publishedAt <= query.minDate) return false
  const wanted = query.products
  if (wanted !== undefined) {
    // A filing without products is an agency's slip; it reaches everyone, as slips do.
    const own = (event.envelope as Readable).meta?.products
    if (own !== undefined && !own.some((product) => wanted.has(product.id))) return false
  }
  if (query.itemId !== undefined && query.itemId !== event.itemid) return false
  if (query.versionCreated !== undefined) {
    const created = Date.parse(event.intent.versionCreated)
    if (created < query.versionCreated[0] || created > query.versionCreated[1]) return false
  }
  if (query.types !== undefined && !query.types.has(event.intent.type)) return false
  if (query.words.length === 0) return true
  const headline = event.intent.headline.toLowerCase()
  return query.words.every((word) => headline.includes(word))
}
