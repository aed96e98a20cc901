import { withoutUnstorable } from '../../normalise/charset.ts'
import { datelineAgencies } from '../../normalise/gazetteer/agencies.ts'
import { foldSpace } from '../../normalise/text.ts'
import { headerLine } from './frame.ts'

export interface Iptc7901Header {
  /** "eca0124": service letters and number; restarts daily. */
  readonly service?: string
  readonly number?: string
  readonly priority?: string
  readonly category?: string
  /** "dpa", "KNA": the agency as the optional part names it. */
  readonly agency?: string
  /** "1888": the agency's own number of the item. */
  readonly item?: string
  /** "Germany/election/results": keywords, without the slash at the end. */
  readonly slug?: string
}

/** Reads the lines before the text: the header line, and the keyword line that a slash ends. */
export function readHeader(lines: readonly string[]): Iptc7901Header {
  const header: { -readonly [K in keyof Iptc7901Header]: Iptc7901Header[K] } = {}
  const keywords: string[] = []
  for (const raw of lines.slice(0, 20)) {
    const line = raw.trim()
    const found = header.service === undefined ? headerLine.exec(line) : null
    if (found !== null) {
      const [, service = '', number = '', priority = '', category = '', , rest = ''] = found
      header.service = service.toLowerCase()
      header.number = number
      header.priority = priority
      header.category = category
      const { agency, item } = readOptional(rest)
      if (agency !== undefined) header.agency = agency
      if (item !== undefined) header.item = item
    } else if (line !== '') keywords.push(line)
  }
  const slug = foldSpace(keywords.join(' ')).replace(/ ?\/$/, '')
  if (slug !== '') header.slug = withoutUnstorable(slug.slice(0, 300))
  return header
}

/** "ccccb   dpa 099": options nobody needs, the agency, its number. */
function readOptional(rest: string): { agency?: string; item?: string } {
  const numbered = /(?:^|\s)([A-Za-z]{2,8})[ -]{1,4}(\d{1,5})\s*$/.exec(rest)
  if (numbered?.[1] !== undefined && numbered[2] !== undefined) return { agency: numbered[1], item: numbered[2] }
  const known = rest.split(/\s+/).find((word) => datelineAgencies.has(word.toLowerCase()))
  return known === undefined ? {} : { agency: known }
}
