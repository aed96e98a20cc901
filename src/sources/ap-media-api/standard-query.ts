/**
 * AP tells two kinds of feed apart by their query. A standard feed (no query, or products joined by OR, and mindate)
 * starts anywhere in the last 72 hours; any other delivers only what is filed after the first request, so that a lost
 * token is lost news. Returns why a query does not make a standard feed, or undefined when it does.
 */
export function standardQueryFault(q: string): string | undefined {
  if (/[\u2018\u2019\u201c\u201d]/.test(q)) return 'AP refuses typographic quotes in a query'
  const fields = [...q.matchAll(/([a-z_.]{1,40})\s?:/gi)].map((match) => (match[1] as string).toLowerCase())
  const foreign = fields.find((field) => field !== 'productid' && field !== 'mindate')
  const resume = 'such a feed starts only at the first request and cannot be resumed without loss; filter after storing'
  if (foreign !== undefined) return `"${foreign}:" makes this a query feed: ${resume}`
  const rest = q
    .replace(/productid:\s?\(([\d\s]|OR)*\)/gi, 'P')
    .replace(/productid:\s?\d{1,12}/gi, 'P')
    .replace(/mindate:\s?>?=?\s?[^\s()]{1,64}/gi, 'M')
  const tokens = rest
    .replaceAll(/[()]/g, ' ')
    .trim()
    .split(/\s+/)
    .filter((token) => token !== '')
  const unknown = tokens.find((token) => !['P', 'M', 'OR', 'AND'].includes(token))
  if (unknown !== undefined) return `"${unknown.slice(0, 40)}" makes this a query feed: ${resume}`
  const joined = tokens.join(' ')
  if (/P AND P/.test(joined)) return `products joined by AND make this a query feed: ${resume}`
  return undefined
}
