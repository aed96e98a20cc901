/** An absolute http(s) address for a reference found in a feed; undefined for anything else. */
export function resolveAddress(reference: string | undefined, base?: string): string | undefined {
  const raw = reference?.trim()
  if (raw === undefined || raw === '' || raw.length > 4_000) return undefined
  try {
    const url = base === undefined ? new URL(raw) : new URL(raw, base)
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined
    if (url.username !== '' || url.password !== '') {
      url.username = ''
      url.password = ''
      return url.href
    }
    // an address that is absolute already stays as the agency wrote it
    return /^https?:\/\//i.test(raw) && !/[\s\\]/.test(raw) ? raw : url.href
  } catch {
    return undefined
  }
}

/** Parameters that say where a reader came from, and never which story it is. */
const tracking =
  /^(?:utm_\w{1,30}|fbclid|gclid|mc_[ce]id|cmpid?|ftag|ns_\w{1,20}|at_\w{1,20}|xtor|rss|feed|source|partner|ref|smid|ocid|traffic_source|from)$/i

/** The address as an identity: no fragment, no tracking, host in lower case, parameters in order, no final slash. */
export function canonicalAddress(address: string): string {
  try {
    const url = new URL(address)
    url.hash = ''
    for (const name of [...url.searchParams.keys()]) if (tracking.test(name)) url.searchParams.delete(name)
    url.searchParams.sort()
    url.pathname = url.pathname.replace(/\/$/, '') || '/'
    return url.href
  } catch {
    return address
  }
}

/** The front page of a site: never the address of a story. */
export function isFrontPage(address: string): boolean {
  try {
    const url = new URL(address)
    return url.search === '' && /^\/(?:index\.\w{1,5})?$/.test(url.pathname)
  } catch {
    return false
  }
}

/** Host of an address, lower case, without "www."; the authority for ids that are unique within a site only. */
export function hostOf(address: string | undefined): string | undefined {
  if (address === undefined) return undefined
  try {
    const host = new URL(address.trim()).hostname.toLowerCase().replace(/^www\./, '')
    return host === '' ? undefined : host
  } catch {
    return undefined
  }
}
