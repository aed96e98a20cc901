import type { Dateline } from '../story/item.ts'
import { compact } from '../story/draft.ts'
import { foldName } from './fold.ts'
import type { FoundDateline } from './found-dateline.ts'
import { datelineAgencies } from './gazetteer/agencies.ts'
import { standAloneCities } from './gazetteer/cities.ts'
import { countries } from './gazetteer/countries.ts'
import { nativeCountries } from './gazetteer/native-countries.ts'
import { otherRegions, usStates } from './gazetteer/us-states.ts'
import { findEastAsianDateline } from './east-asian-dateline.ts'
import { remember } from './memo.ts'
import { readMonth } from './months.ts'
import { titleCaseName } from './name-case.ts'
import { foldSpace } from './text.ts'

const longest = 180

/** Reads a dateline that the metadata gave: "BUFFALO, N.Y.", "NORTHPORT, Aug 29, 2014 (AFP) -". `text` stays as printed. */
export function readDateline(text: string): Dateline {
  const printed = foldSpace(text.slice(0, 400)).replace(/\s*[-–—―_=]+$/, '')
  const bare = printed
    .replace(/\s*\(([^()]{2,40})\)\.?$/, (tag, inner: string) => (namesCountry(inner) ? tag : ''))
    .replace(/\s*\/[\p{L} -]{2,30}\/\.?$/u, '')
    .replace(/\s(?:AAP|AP|AFP|Kyodo|KYODO|dpa|Reuters|Xinhua|TASS|PTI)$/, '')
    .replace(/[\s,]+$/, '')
  return { ...readPlace(bare.replace(pointed, '$1, $2')), text: printed }
}

// Interfax and its neighbours part place, date and their name by full stops: "Зимогорск. 23 ноября. ИНТЕРФАКС"
const pointed = /^([^.\d]{2,60})\. (\d{1,2} \p{L}{3,12})\. \p{Lu}[\p{Lu} -]{2,24}$/u

// The agency's tag in brackets or slashes, behind a place and perhaps a date.
const tagged = /^([^()\n/]{0,120}?)\s?(?:\(([^()\n]{2,40})\)|\/([\p{L} -]{2,24})\/)(\s?[-–—―_.:]{0,3}\s?)/u
const separator = /^\s?(?:[-–—―_]{1,3}|:)\s?/
// Business Wire prints its date behind the tag: "--(BUSINESS WIRE)--Dec 5, 2024--"
const dateBehind =
  /^\(?((?:[A-Z][a-z]{2,8}\.?\s\d{1,2},?\s\d{4})|(?:\d{1,2}\s[A-Z][a-z]{2,8}\.?\s\d{4}))\)?\s?[-–—]{1,2}\s?/
// Kyodo and AAP print their name bare: "NORTHPORT, Japan, Dec. 9 Kyodo - "
const bareTag = /^(\p{Lu}[^()\n]{2,100}?)\s(Kyodo|KYODO|AAP|Xinhua|APA|PTI|TASS|dpa|Reuters|AFP)\s?[-–—―_]{1,2}\s/u
const plain = /^(\p{Lu}[\p{Lu}\p{M}.,'’ -]{2,60}?(?:,\s[\p{L}.' ]{2,24})?)\s?(?:[–—―]|--|\s-|\s_)\s/u

/**
 * Finds the dateline at the head of a story's first paragraph, in the forms of the trade:
 *   CITY, State (AP) — · City (dpa) - · CITY, Dec 5, 2024 (AFP) - · (ANSA) - CITY, JUL 11 - · CITY, January 21. /TASS/.
 *   CITY, State--(BUSINESS WIRE)--Dec 5, 2024-- · CITY, Dec. 9 Kyodo - · CITY — (capitals only)
 */
export function findDateline(firstParagraph: string): FoundDateline | undefined {
  const head = firstParagraph.slice(0, longest).replace(/[\u00a0\u2009\u202f\t\n]/g, ' ')
  return findTagged(head) ?? findBareTag(head) ?? findPlain(head) ?? findBracketed(head) ?? findEastAsianDateline(head)
}

// AFP, EFE and Lusa set the country or province in brackets: "Ribera Alta (España), 23 nov (EFE).- "
const bracketed =
  /^(\p{Lu}[^()\n/]{1,60}?\s?\([^()\n]{3,40}\))(,[^()\n/]{2,40}?)?\s?\(([^()\n]{2,24})\)\s?[-–—―_.:]{1,3}\s?/u

function findBracketed(head: string): FoundDateline | undefined {
  const match = head.includes(')') ? bracketed.exec(head) : null
  const city = match?.[1]?.slice(0, match[1].indexOf('(')).trim()
  if (match === null || city === undefined || !isPlace(city) || !isAgency(match[3] ?? '')) return undefined
  const dateline = readPlace(`${match[1] ?? ''}${match[2] ?? ''}`)
  return { dateline, agency: match[3] ?? '', length: skipBlank(head, match[0].length) }
}

function findTagged(head: string): FoundDateline | undefined {
  const match = tagged.exec(head)
  if (match === null) return undefined
  const printed = (match[1] ?? '').trim().replace(/[\s,]*[-–—]+$/, '')
  const before = printed.includes('. ') ? printed.replace(cityAlone, '$1, ') : printed
  const agency = (match[2] ?? match[3] ?? '').trim()
  const known = isAgency(agency)
  let length = match[0].length
  // BTA and its kind give place, date, reporter and agency a line of their own
  const isWhole = length >= head.trimEnd().length
  const hasSeparator =
    isWhole || separator.test(match[4] ?? '') || (match[3] !== undefined && /\./.test(match[4] ?? ''))
  // "Place, Sep 15 (PTI) The bridge ...": in India nothing parts the tag from the text
  const isBare = !hasSeparator && !known
  if (isBare && !looksLikeTag(agency)) return undefined
  if (before === '')
    return hasSeparator && (known || isUnlisted(agency)) ? findAfterTag(head, agency, known, length) : undefined
  const isTag = known || (looksLikeTag(agency) && !isWhole)
  if (!isTag && !isUnlisted(agency)) return undefined
  const place = findPlace(before)
  // scripts without capitals, and names of agencies nobody listed: the date tells a dateline from a sentence
  const isClear = isTag && !isBare && (!/^\p{Lo}/u.test(before) || (known && before.split(' ').length <= 4))
  if (place === undefined || (place.date === undefined && !isClear)) return undefined
  if (isBare && !/[,،]/.test(before)) return undefined
  const behind = dateBehind.exec(head.slice(length))
  if (behind !== null) length += behind[0].length
  const date = place.date ?? behind?.[1]
  return { dateline: { ...place, ...(date !== undefined && { date }) }, agency, length: skipBlank(head, length) }
}

/** ANSA and its kind put the tag first: "(ANSA) - ROME, JUL 11 - ". */
function findAfterTag(head: string, agency: string, known: boolean, from: number): FoundDateline | undefined {
  const rest = /^(\p{Lu}[^()\n]{1,80}?)\s(?:[-–—])\s/u.exec(head.slice(from))
  const place = rest?.[1] === undefined ? undefined : findPlace(rest[1])
  if (rest?.[1] === undefined || place === undefined) return undefined
  if (place.date === undefined && !(known && /^\p{Lu}{2}/u.test(rest[1]))) return undefined
  return { dateline: place, agency, length: skipBlank(head, from + rest[0].length) }
}

function findBareTag(head: string): FoundDateline | undefined {
  const match = bareTag.exec(head)
  const place = match?.[1] === undefined ? undefined : findPlace(match[1])
  if (match?.[2] === undefined || place === undefined) return undefined
  return { dateline: place, agency: match[2], length: skipBlank(head, match[0].length) }
}

/** Without a tag only capitals tell a dateline from the beginning of a sentence. */
function findPlain(head: string): FoundDateline | undefined {
  const match = plain.exec(head)
  if (match?.[1] === undefined) return undefined
  const city = match[1].split(',')[0] ?? ''
  if (!/\p{Lu}{3}/u.test(city) || city.split(' ').length > 4) return undefined
  const place = readPlace(match[1])
  // a shouted kicker ("UPDATE —", "FILE —") is no place: it needs a region, a country, or a city that stands alone
  if (place.region === undefined && place.country === undefined && place.date === undefined) return undefined
  return { dateline: place, length: skipBlank(head, match[0].length) }
}

/** Splits "BUFFALO, N.Y., Aug 29" into city, region, country and date. */
const readPlace = remember((text): Dateline => {
  const { place, date } = splitDate(text)
  const parts = place
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  const [whole, ...rest] = parts
  // "Mulhouse (France)", "Alcalá de Henares (Madrid)": AFP, EFE, Lusa
  const within = /^([^()]{2,60})\s?\(([^()]{2,40})\)$/.exec(whole ?? '')
  const first = within?.[1] ?? whole
  let region: string | undefined
  let country: string | undefined
  // "Grandcombe VS": Keystone-SDA names the canton of a smaller place
  const canton = /^(\p{Lu}\p{Ll}.{0,40}) (A[GIR]|B[ELS]|FR|G[ELR]|JU|LU|N[EW]|OW|S[GHOZ]|T[GI]|UR|V[DS]|Z[GH])$/u.exec(
    first ?? '',
  )
  if (canton !== null) {
    region = canton[2]
    // Arkansas and Nebraska go by the same letters
    country = region === 'AR' || region === 'NE' ? undefined : 'Switzerland'
  } else if (within?.[2] !== undefined && isCountry(within[2])) country = titleCaseName(within[2])
  else if (within?.[2] !== undefined) region = titleCaseName(within[2])
  for (const part of rest) {
    const key = part.toLowerCase()
    const other = Object.hasOwn(otherRegions, key) ? otherRegions[key] : undefined
    if (Object.hasOwn(usStates, key) && !(key === 'georgia' && region !== undefined)) {
      region ??= usStates[key]
      country ??= 'United States'
    } else if (other !== undefined) {
      region ??= other[0]
      country ??= other[1]
    } else if (countries.has(key)) country ??= titleCaseName(part)
    else if (rest.length === 1 || region === undefined) region ??= titleCaseName(part)
  }
  const city = first === undefined ? undefined : cityOf(canton?.[1] ?? first)
  const known =
    region === undefined && country === undefined ? standAloneCities.get((city ?? '').toLowerCase()) : undefined
  return compact<Dateline>({
    text: text.trim().replace(/(\d)\.$/, '$1'),
    city,
    region: region ?? known?.region,
    country: country ?? known?.country,
    date,
  })
})

/** A tag in brackets is rarely a country, and an agency's never. */
function namesCountry(tag: string): boolean {
  return /^\p{Lu}\p{Ll}/u.test(tag) && !isAgency(tag) && isCountry(tag)
}

/** A country in English, or as the languages that set it in brackets behind the city call it. */
function isCountry(name: string): boolean {
  return countries.has(name.toLowerCase()) || nativeCountries().has(foldName(name))
}

/** The place that a text names; undefined for words that name none. */
const findPlace = remember((text): Dateline | undefined => (isPlace(text) ? readPlace(text) : undefined))

/** The first of dual cities; "ABOARD THE EXAMPLE" and "ON THE BORDER" are places without being cities. */
function cityOf(first: string): string | undefined {
  if (/^(?:aboard|on the|in the|near|along|over)\s/i.test(first)) return undefined
  const city = (first.split(/\s?\/\s?|\s(?:and|und|et|y)\s/i)[0] ?? first).trim()
  return titleCaseName(city)
}

const month = String.raw`([\p{L}\p{M}]{3,14})\.?`
const day = String.raw`[\d\u0660-\u0669]{1,2}(?:\.|er|º|st|nd|rd|th)?`
const trailingDate = [
  // MTI: "Szőlőhegy, 2026. november 23., hétfő"
  new RegExp(String.raw`,\s(\d{4}\.\s${month}\s\d{1,2}\.)(?:,\s\p{L}{3,12})?$`, 'u'),
  // Lithuanian writes "rugsėjo 15 d."
  new RegExp(String.raw`,?\s(${month}\s\d{1,2}(?:\sd)?(?:,?\s\d{4})?)\.?$`, 'u'),
  /,?\s(\d{1,2}\.\s?\d{1,2}\.\s?\d{4})\.?$/u,
  new RegExp(String.raw`[,،]?\s(?:(?:في|le|den|el|am)\s)?(${day}\s${month}(?:,?\s\d{4})?)\.?$`, 'u'),
]
const onlyDate = [
  new RegExp(String.raw`^(${month}\s\d{1,2}(?:,?\s\d{4})?)\.?$`, 'u'),
  new RegExp(String.raw`^(${day}\s${month}(?:,?\s\d{4})?)\.?$`, 'u'),
]

function splitDate(text: string): { place: string; date?: string } {
  for (const pattern of onlyDate) {
    const match = pattern.exec(text)
    if (match?.[1] !== undefined && readMonth(match[2] ?? '') !== undefined) return { place: '', date: match[1] }
  }
  for (const pattern of trailingDate) {
    const match = pattern.exec(text)
    if (match?.[1] === undefined || (match[2] !== undefined && readMonth(match[2]) === undefined)) continue
    // the full stop of a sentence is no part of a month that is written out: "23 ноября."
    return { place: text.slice(0, match.index), date: match[1].replace(/(\p{L}{5})\.$/u, '$1') }
  }
  return {
    place: text.replace(/\.$/, (dot) =>
      /\p{Lu}\.$|\b(?:Calif|Mass|Conn|Ala|Ariz|Ark|Colo|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Vt|Va|Wash|Wis|Wyo|Alta|Man|Ont|Que|Sask)\.$/iu.test(
        text,
      )
        ? dot
        : '',
    ),
  }
}

// words that a place name may hold in lower case
const joints = new Set([
  'and',
  'und',
  'et',
  'y',
  'de',
  'del',
  'la',
  'le',
  'les',
  'of',
  'the',
  'on',
  'am',
  'an',
  'der',
  'den',
  'sur',
  'upon',
  'in',
  'near',
  'do',
  'da',
  'i',
  'al',
  'el',
  'bei',
  'im',
  'aan',
  'd',
  'di',
])

// "KYIV. Sept 15": Interfax parts them by a full stop
const cityAlone = /^([^.\d,]{3,40})\. (?=\d|\p{L}{3,10}\.? \d)/u
const weekday =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo)(?![\p{L}])/iu

/** The name of an agency, perhaps behind its reporter's, in the writing of titles: "Vijest", "Jane Doe, ВЕСТ". */
function isUnlisted(tag: string): boolean {
  return unlisted.test(tag) && !weekday.test(tag) && !/ \p{Ll}/u.test(tag)
}

const unlisted = /^[\p{Lu}\p{Lo}][\p{L}\p{M}&., -]{1,39}$/u

/** Every word begins with a capital, is a joint, or belongs to a date; and there are few of them. */
function isPlace(text: string): boolean {
  // MTI: "2026. november 23., hétfő"
  const words = text
    .replace(/(\d\.), \p{Ll}{3,12}$/u, '$1')
    .split(/[\s,/-]+/)
    .filter(Boolean)
  if (words.length === 0 || words.length > 10 || text.length > 120) return false
  if (!/^[\p{Lu}\p{Lo}\d]/u.test(text) || weekday.test(text) || /[!?;:"“”„]/.test(text)) return false
  return words.every(
    (word) =>
      /^[\p{Lu}'’]/u.test(word) ||
      joints.has(word.toLowerCase()) ||
      /^(?:\d{1,4}(?:\.|er|º|st|nd|rd|th)?|d\.|\d{1,2}\.\d{1,2}\.\d{4}\.?)$/.test(word) ||
      readMonth(word) !== undefined ||
      /^\p{Lo}/u.test(word),
  )
}

const isAgency = remember((tag): boolean => {
  const folded = foldName(tag).replace(/\s+/g, ' ')
  if (datelineAgencies.has(folded)) return true
  // two agencies share a story: "tca/dpa", "AP/dpa"
  const shared = folded.split('/')
  return shared.length > 1 && shared.length <= 3 && shared.some((part) => datelineAgencies.has(part.trim()))
})

/** A tag nobody listed: capitals or a short word, no years, no party letters ("D-Ohio"). */
function looksLikeTag(tag: string): boolean {
  return /^\p{Lu}[\p{Lu}\d/&. -]{1,20}$/u.test(tag) && !/\d{4}|^[A-Z]-/.test(tag)
}

function skipBlank(head: string, from: number): number {
  let at = from
  while (at < head.length && (head[at] === ' ' || head[at] === '-')) at++
  return at
}
