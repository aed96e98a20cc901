import { dayOf, derivedUri } from '../../normalise/identity.ts'

/** Parameters that campaigns, shares and clicks hang on an address; the story is the same without them. */
const tracking =
  /^(?:utm_|at_|mc_|pk_|fb|gclid|gclsrc|dclid|msclkid|yclid|igshid|cmpid|cmp$|ito$|ns_|smid$|smtyp$|partner$|ref$|referrer$|src$|source$|share|tpcc|taid|sref$|output$|amp$|outputtype$)/iu

/**
 * The address under which a page's story is known: http(s) only, without fragment, credentials and tracking parameters,
 * the rest of the query in order. Undefined when the text is no such address.
 */
export function canonicalUrl(raw: string | undefined, base?: string): string | undefined {
  if (raw === undefined || raw.length > 2000) return undefined
  let url: URL
  try {
    url = new URL(raw.trim(), base)
  } catch {
    return undefined
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined
  url.hash = ''
  url.username = ''
  url.password = ''
  for (const name of [...url.searchParams.keys()]) if (tracking.test(name)) url.searchParams.delete(name)
  return url.href
}

/**
 * Identity of a story on a page: its canonical address; else agency, day and headline, which a page without an address
 * keeps through reloads. Never the position of anything, never the fetch time.
 */
export function pageUri(parts: {
  readonly url?: string | undefined
  readonly agency?: string | undefined
  readonly headline: string
  readonly day?: string | undefined
}): string {
  return (
    canonicalUrl(parts.url) ??
    derivedUri('page', parts.agency ?? 'unknown', dayOf(parts.day) ?? 'undated', parts.headline)
  )
}
