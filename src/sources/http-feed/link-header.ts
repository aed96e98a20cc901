const longest = 8192

/**
 * The links of a Link header (RFC 8288), a pair of relation and address for every relation each names. Reads every
 * character once; what is not well formed is passed over.
 */
export function linkHeader(value: string | undefined): (readonly [rel: string, href: string])[] {
  const text = (value ?? '').slice(0, longest)
  const links: (readonly [string, string])[] = []
  let at = text.indexOf('<')
  while (at >= 0) {
    const close = text.indexOf('>', at)
    if (close < 0) break
    const href = text.slice(at + 1, close).trim()
    const next = endOfLink(text, close + 1)
    const rel = /;\s{0,20}rel\s{0,5}=\s{0,5}(?:"([^"]{0,500})"|([^\s;,"]{1,100}))/i.exec(text.slice(close + 1, next))
    for (const name of (rel?.[1] ?? rel?.[2] ?? '').toLowerCase().split(/\s{1,20}/)) {
      if (name !== '' && href !== '') links.push([name, href])
    }
    at = text.indexOf('<', next)
  }
  return links
}

/** Where the parameters of a link end: at a comma outside quotes. */
function endOfLink(text: string, from: number): number {
  let quoted = false
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '"') quoted = !quoted
    else if (text[at] === ',' && !quoted) return at
  }
  return text.length
}
