import type { Byline } from '../story/item.ts'
import { compact } from '../story/draft.ts'
import { isDesk, isOrganisation, isTitle, singularTitle } from './byline-words.ts'
import { remember } from './memo.ts'
import { readReporters } from './reporters.ts'
import { foldSpace } from './text.ts'
import { titleCaseName } from './name-case.ts'

export { titleCaseName } from './name-case.ts'

// "Byron" keeps its first letters, "By" needs a blank behind it; the other languages need a capital after it
const lead = /^(?:by|text by|story by)[:\s]\s*|^(?:Von|Par|Por|Di|Av|Af|Od|Door|Texto de|Texte de)[:\s]\s*(?=\p{Lu})/iu
const leadCased = /^(?:Von|Par|Por|Di|Av|Af|Od|Door)[:\s]\s*\p{Lu}/u
// words that no name begins with, in scripts and languages where that is certain
const foreignLead =
  /^(?:Oleh|Írta|Piše|Pišu|Το[υύ]|Της|Των|Автор|Автори|מאת|بقلم|كتبت?|โดย)[:：]?\s+(?=[\p{Lu}\p{Lo}])/u
const conjunction =
  /\s+(?:and|und|et|och|og|ja|with|&|\/|•|\|)\s+|\s+[-–—]\s+(?=\p{Lu}\S* \p{Lu})|\s*;\s*|\s+y\s+(?=\p{Lu})|\s+e\s+(?=\p{Lu})/u
const suffix = /^(?:Jr|Sr|II|III|IV|M\.?D|Ph\.?\s?D|Esq)\.?$/i

/**
 * Reads the people of a byline: "By JANE DOE and RICHARD ROE" with title "AP Sports Writers" gives two, each an AP Sports
 * Writer. A title that is the name of a paper is the organisation; a byline that names no person gives the organisation.
 */
export function readBylines(byline: string, title = ''): readonly Byline[] {
  return bylinesOf(`${byline}\0${title}`)
}

/** A byline and its title, parted by what no text holds: the same people write all day. */
const bylinesOf = remember((printed): readonly Byline[] => {
  const end = printed.lastIndexOf('\0')
  const byline = printed.slice(0, end)
  const title = printed.slice(end + 1)
  // CP and Superdesk: a stray "--Par" at the end, remarks in brackets
  const start = byline.slice(0, 1_000)
  let text = foldSpace(start.includes('(') ? start.replace(/\([^()]{0,100}\)/g, ' ') : start)
  if (text.endsWith('Par')) text = text.replace(/-{1,2}Par$/, '')
  const shared = readRole(foldSpace(title))
  if (leadCased.test(text) || /^(?:by|text by|story by)[:\s]/i.test(text)) text = text.replace(lead, '')
  else if (foreignLead.test(text)) text = text.replace(foreignLead, '')
  text = text.replace(/^[\s,.–—-]+|[\s,;=<–—-]+$/g, '')
  if (text === '') return []
  const reporters = readReporters(text)
  if (reporters !== undefined) return reporters.map((name) => ({ name }))
  // "STT–Jane Roe", "AFP - Jane Roe": the agency before the name; with blanks it could be a town, so it must be known
  const before = /^(\p{Lu}{3,5})(\s?)[–—-]\s?(?=\p{Lu}\p{Ll})/u.exec(text)
  const agency = before !== null && (before[2] === '' || isOrganisation(before[1] ?? '')) ? before : null
  if (agency !== null) text = text.slice(agency[0].length)

  const found: { name: string; role: Role }[] = []
  let group = 0
  for (const part of text.split(conjunction)) {
    for (const piece of splitAtCommas(part)) {
      const last = found.at(-1)
      if (piece === '') continue
      if (suffix.test(piece) && last !== undefined) last.name = `${last.name}, ${piece}`
      else if (last !== undefined && isRole(piece)) {
        const role = readRole(piece)
        for (const person of found.slice(group)) person.role = { ...person.role, ...role }
        group = found.length
      } else found.push({ name: piece, role: {} })
    }
  }
  return found.map(({ name, role }) => {
    if (isOrganisation(name)) {
      const organisation = organisationName(name.replace(/^for\s+/i, ''))
      return { name: organisation, organisation }
    }
    return compact<Byline>({
      name: titleCaseName(withoutPlace(name)),
      title: role.title ?? shared.title,
      organisation: role.organisation ?? shared.organisation ?? agency?.[1],
    })
  })
})

/** What stands behind a name: a title, an employer, an agency's initials alone or with its desk. */
function isRole(piece: string): boolean {
  return isTitle(piece) || isOrganisation(piece) || isDesk(piece) || /^\p{Lu}{2,5}$/u.test(piece)
}

/** "Dev Anand in Coral Point": where somebody reports from is no part of the name. */
function withoutPlace(name: string): string {
  return name.replace(/^(\p{Lu}\S{0,40} \p{Lu}\S{0,40}) in \p{Lu}.{1,60}$/u, '$1')
}

interface Role {
  title?: string | undefined
  organisation?: string | undefined
}

/** A title line holds a title ("AP Business Writers"), an employer ("The Example Gazette"), or a client's credit. */
const readRole = remember((raw): Role => {
  const text = raw.replace(/^[\s,/-]+|[\s,=<]+$/g, '')
  if (text === '') return {}
  const forWhom = /^for (the .{2,60}|[A-Z].{1,60})$/i.exec(text)?.[1]
  if (forWhom !== undefined) return { title: text, organisation: organisationName(forWhom) }
  if (isTitle(text)) {
    const title = singularTitle(titleCaseName(text))
    return /^(?:the )?(?:ap|associated press)\b/i.test(text)
      ? { title, organisation: 'The Associated Press' }
      : { title }
  }
  return {
    organisation: organisationName(text.replace(/^(?:(?:da|do|de la|della|der|von der)\s|de l['’])/u, '')),
  }
})

/** "TT" and "ANSA" stay as they are: one short word in capitals is a set of initials. */
function organisationName(text: string): string {
  return /^\p{Lu}{2,5}$/u.test(text) ? text : titleCaseName(text)
}

function splitAtCommas(part: string): string[] {
  if (!part.includes(',') && !part.includes('/')) return [part.trim()]
  return part.split(/\s*,\s*(?:and\s+)?|\s*\/\s*/).map((piece) => piece.trim())
}
