/** AP and others give a story 32 hexadecimal digits and put them into its id, its feeds and its address alike. */
const longId = /(?:^|[^0-9a-f])([0-9a-f]{32})(?![0-9a-f])/giu
const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/giu
const mostNames = 24

/**
 * The forms of a story's ids and addresses that can be compared: addresses without scheme, "www." and query, long ids
 * by themselves wherever they stand.
 */
export function readNames(names: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>()
  for (const raw of names.slice(0, mostNames)) {
    const name = raw.slice(0, 2000).trim()
    for (const match of name.matchAll(longId)) found.add(match[1]!.toLowerCase())
    for (const match of name.matchAll(uuid)) found.add(match[0].toLowerCase().replaceAll('-', ''))
    const address = /^https?:\/\/(?:www\.)?([^?#]{4,1000})/iu.exec(name)?.[1]
    // a front page is no story
    if (address !== undefined && /\/[^/]/u.test(address)) found.add(address.toLowerCase().replace(/\/$/u, ''))
    else if (address === undefined && name.length >= 8) found.add(name.toLowerCase())
  }
  return found
}
