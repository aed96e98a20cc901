/** A story's fields by their marks, and the lines of its text. */
export interface Fields {
  readonly slug?: string
  readonly take?: string
  readonly headline?: string
  readonly category?: string
  /** Rank by the agency's digit, where its head has one. */
  readonly urgency?: string
  /** Eight digits: IPTC subject reference numbers. */
  readonly subjects: readonly string[]
  readonly place?: string
  /** Genre, user, format: of use to a desk only. */
  readonly notes: readonly string[]
  readonly body: readonly string[]
}

// AGI, Adnkronos and their kind: agency and number, rank, category, services: "ABC0123 3 CRO 0 R01 /"
const italianHead = /^[A-Z]{3,4}\d{3,5} ([1-9]) ([A-Z]{3}) [0-9](?: [A-Z0-9]{1,5}){1,8}(?: \/)?$/
const mark = /^([#$:=^%&*+@])(.*)$/
const weekday = /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/
const mostHeaderLines = 40

/**
 * Reads AAP's one-character marks: `#` slug, `:` slug, or take where a `#` is; `=` take, `^` headline, `$` category when
 * it is one or two letters and else headline, `+` and `*` IPTC code, `*` format, `@` place, `&` genre or user, `%` format.
 * The header ends at the first line that has none. Racing copy has routing lines and a bare title instead.
 */
export function readFields(lines: readonly string[]): Fields {
  const found = new Map<string, string[]>()
  const notes: string[] = []
  let italian: RegExpExecArray | null = null
  let at = 0
  for (; at < Math.min(lines.length, mostHeaderLines); at++) {
    const line = (lines[at] ?? '').trim()
    if (line === '') {
      if (found.size > 0 && !mark.test((lines[at + 1] ?? '').trim())) break
      continue
    }
    const marked = mark.exec(line)
    if (marked?.[1] !== undefined) {
      // a second field of one kind is text that happens to begin with its mark ("$2 million ...")
      if (found.has(marked[1]) && marked[1] !== '*' && marked[1] !== '+') break
      found.set(marked[1], [...(found.get(marked[1]) ?? []), (marked[2] ?? '').trim()])
    } else if (found.size === 0 && italian === null && (italian = italianHead.exec(line)) !== null) notes.push(line)
    else if (found.size === 0 && isRouting(line)) notes.push(line)
    else break
  }
  const one = (name: string): string | undefined => (found.get(name) ?? []).find((value) => value !== '')
  const codes = [...(found.get('+') ?? []), ...(found.get('*') ?? [])]
  for (const name of ['&', '%', '*']) {
    for (const value of found.get(name) ?? []) if (value !== '' && !isCode(value)) notes.push(`${name}${value}`)
  }
  const dollar = one('$')
  const category = dollar !== undefined && dollar.length <= 2 ? dollar : undefined
  const named = readNames(one('#'), one(':'), one('='))
  const headline = one('^') ?? (category === undefined ? dollar : undefined)
  const place = one('@')
  const rest = lines.slice(at)
  const fields: Fields = {
    ...named,
    ...(headline !== undefined && { headline }),
    ...(category !== undefined && { category }),
    subjects: codes.filter(isCode),
    ...(place !== undefined && { place }),
    notes,
    body: rest,
  }
  if (found.size > 0) return fields
  const headed = italian === null ? {} : { urgency: italian[1] ?? '', category: italian[2] ?? '' }
  return { ...readBareTitle(rest), ...headed, subjects: [], notes }
}

function isCode(value: string): boolean {
  return /^\d{8}$/.test(value)
}

/** "YY TDR", "HH TDCom", "R CRO S0A QBXB", "XEF45678_SXA_QBXB": addresses, no words. */
function isRouting(line: string): boolean {
  if (line.length > 40 || /[.!?,:]/.test(line)) return false
  const words = line.split(/\s+/)
  return (
    words.every((word) => word.length <= 4 || /[\d_/]/.test(word) || /^[A-Z]{2,3}[A-Z][a-z]{1,4}$/.test(word)) &&
    words.some((word) => /^[A-Z0-9]{1,3}$/.test(word) || /[\d_]/.test(word)) &&
    !words.some((word) => /^[a-z]/.test(word))
  )
}

function readNames(hash?: string, colon?: string, equals?: string): { slug?: string; take?: string } {
  // ":POTTED :Eagle Farm" names the kind first
  const second = colon === undefined ? undefined : /^[A-Za-z][A-Za-z ]{1,19}\s:\s{0,4}(\S.{0,200})$/.exec(colon)?.[1]
  const slug = hash ?? second ?? colon
  let take = hash === undefined ? equals : (colon ?? equals)
  if (take !== undefined && slug !== undefined && take.startsWith(slug))
    take = take.slice(slug.length).replace(/^[\s-]+/, '')
  // the day on which results were collected is no part of the name
  take = take?.replace(/\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/, '')
  return { ...(slug !== undefined && { slug }), ...(take !== undefined && take !== '' && { take }) }
}

/** A title that an equals sign ends, as on the lines of IPTC 7901; it may run over a few. */
function readClosedTitle(
  lines: readonly string[],
  from: number,
): { headline: string; body: readonly string[] } | undefined {
  const few = lines.slice(from, from + 4)
  const blank = few.findIndex((line) => line.trim() === '')
  const block = blank < 0 ? few : few.slice(0, blank)
  const last = block.findIndex((line) => /\S\s{0,4}=\s{0,8}$/.test(line))
  if (last < 0) return undefined
  const headline = block
    .slice(0, last + 1)
    .join(' ')
    .replace(/\s*=\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim()
  return headline === '' ? undefined : { headline, body: lines.slice(from + last + 1) }
}

/** Without marks the first line is the title, and a weekday in it begins the take: "Northport Comment Saturday races 1-6". */
function readBareTitle(lines: readonly string[]): Omit<Fields, 'subjects' | 'notes'> {
  const at = lines.findIndex((line) => line.trim() !== '')
  const title = (lines[at] ?? '').trim()
  if (title === '' || title.length > 120 || /^\s/.test(lines[at] ?? '')) return { body: lines }
  const day = weekday.exec(title)
  const ended = readClosedTitle(lines, at)
  if (ended !== undefined) return ended
  if (day === null || day.index === 0) return { headline: title, body: lines.slice(at + 1) }
  const slug = title.slice(0, day.index).trim()
  return { headline: title, slug, take: title.slice(day.index), body: lines.slice(at + 1) }
}
