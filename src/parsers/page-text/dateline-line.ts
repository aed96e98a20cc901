import { readDateline } from '../../normalise/dateline.ts'
import type { Dateline } from '../../story/item.ts'
import type { RoleLine } from './roles.ts'

const city = /^\p{Lu}[\p{Lu}\s.'’-]{2,40}(?=$|,|\s\()/u
const agency = /\s?\((?:AP|AFP|dpa|Reuters|EFE|CP|PA|AAP|ANSA|APA|UPI|TNS)\)\s?[—–-]*$/u

/**
 * A dateline that stands on a line of its own above the text: "MARLOW, England". McClatchy's sites part it from the first
 * paragraph so. Capitals are required: a place in small letters is a section or a tag.
 */
export function readDatelineLine(line: RoleLine | undefined): Dateline | undefined {
  return line !== undefined && (line.role === 'short' || line.role === 'byline')
    ? readStandingDateline(line.text)
    : undefined
}

/** The same for the text of a line. */
export function readStandingDateline(line: string): Dateline | undefined {
  if (line.length > 70 || line.split(' ').length > 8) return undefined
  const text = line.replace(agency, '').replace(/\s?[—–-]+$/u, '')
  if (!city.test(text) || /[!?:;"]/u.test(text)) return undefined
  const rest = text.slice(city.exec(text)?.[0].length ?? 0)
  if (rest !== '' && !/^,\s?\p{Lu}/u.test(rest)) return undefined
  return readDateline(text)
}
