import { readLanguage } from '../../normalise/language.ts'
import { readUrgency } from '../../normalise/urgency.ts'
import type { ItemDraft } from '../../story/draft.ts'
import { compact } from '../../story/draft.ts'
import { all, attr, child, children, textOf } from '../xml/read.ts'
import type { XmlElement } from '../xml/read.ts'
import { formalName, propertyValues } from './named.ts'
import { splitKeywords } from './news-lines.ts'
import { readSubjectCodes } from './subjects.ts'
import type { TopicNames } from './subjects.ts'

/** Reads administrative, rights, descriptive and free metadata of one component, nearest component first. */
export function readMetadata(component: XmlElement, topics: TopicNames, draft: ItemDraft): void {
  for (const element of children(component)) {
    // TASS writes "DescriptiveMetada": the first letters tell
    if (element.name.startsWith('Administrative')) readAdministrative(element, draft)
    else if (element.name.startsWith('Rights')) readRights(element, draft)
    else if (element.name.startsWith('Descriptive')) readDescriptive(element, topics, draft)
    else if (element.name === 'Metadata') readFreeMetadata(element, draft)
  }
}

function readAdministrative(admin: XmlElement, draft: ItemDraft): void {
  const party = (name: string): string | undefined =>
    all(admin, `${name}/Party`)
      .map(formalName)
      .find((value) => value !== undefined)
  draft.fill('provider', party('Provider'), 'AdministrativeMetadata/Provider')
  draft.fill('source', party('Source'), 'AdministrativeMetadata/Source')
  // Belga's properties
  draft.fill('editorialNote', propertyValues(admin, 'EditorialInfo').join('\n'), 'AdministrativeMetadata/Property')
  draft.fill('urgency', readUrgency(propertyValues(admin, 'Priority')[0]), 'AdministrativeMetadata/Property')
  draft.fill('slug', propertyValues(admin, 'Topic')[0], 'AdministrativeMetadata/Property')
  draft.fill('creditLine', propertyValues(admin, 'Credit')[0], 'AdministrativeMetadata/Property')
}

function readRights(rights: XmlElement, draft: ItemDraft): void {
  for (const usage of children(rights, 'UsageRights')) {
    const terms = children(usage)
      .map(usageText)
      .filter((text) => text !== undefined)
    draft.add('usageTerms', terms.join('; '), 'RightsMetadata/UsageRights')
  }
  for (const copyright of children(rights, 'Copyright')) {
    draft.fill('copyrightHolder', textOf(child(copyright, 'CopyrightHolder')), 'RightsMetadata/Copyright')
  }
}

/** UsageType says it alone; Geography, Limitations and the like need their name beside them. */
function usageText(element: XmlElement): string | undefined {
  const text = textOf(element)
  return text === undefined || element.name === 'UsageType' ? text : `${element.name}: ${text}`
}

function readDescriptive(meta: XmlElement, topics: TopicNames, draft: ItemDraft): void {
  const language = readLanguage(formalName(child(meta, 'Language')))
  const known = draft.get('language')
  // the same language named more exactly: xml:lang="en", Language "en-GB"
  if (language !== undefined && known !== undefined && language.startsWith(`${known}-`))
    draft.rewrite('language', language)
  draft.fill('language', language, 'DescriptiveMetadata/Language')
  for (const genre of children(meta, 'Genre')) draft.add('genres', formalName(genre), 'DescriptiveMetadata/Genre')
  readSubjectCodes(meta, topics, draft)
  for (const value of propertyValues(meta, 'Keyword')) {
    for (const keyword of splitKeywords(value)) draft.add('keywords', keyword, 'DescriptiveMetadata/Property')
  }
  for (const location of children(meta, 'Location')) readLocation(location, draft)
  // ANA puts the place straight into the properties
  readPlace(meta, draft)
}

function readLocation(location: XmlElement, draft: ItemDraft): void {
  const { city, region, country } = readPlace(location, draft)
  if (attr(location, 'HowPresent')?.toLowerCase() !== 'origin') return
  const dateline = draft.get('dateline')
  if (dateline === undefined) return
  draft.set(
    'dateline',
    {
      ...dateline,
      ...(dateline.city === undefined && city !== undefined ? { city } : {}),
      ...(dateline.region === undefined && region !== undefined ? { region } : {}),
      ...(dateline.country === undefined && country !== undefined && !isCode(country) ? { country } : {}),
    },
    'DescriptiveMetadata/Location',
  )
}

function readPlace(holder: XmlElement, draft: ItemDraft): { city?: string; region?: string; country?: string } {
  const value = (...names: string[]): string | undefined => names.flatMap((name) => propertyValues(holder, name))[0]
  const place = compact<{ city?: string; region?: string; country?: string }>({
    city: value('City'),
    region: value('Area', 'CountryArea', 'State'),
    country: value('Country'),
  })
  for (const name of [value('SubLocation'), place.city, place.region, place.country]) {
    if (name === undefined) continue
    draft.add('places', isCode(name) ? { code: name } : { name }, 'DescriptiveMetadata/Location')
  }
  return place
}

/** A country code rather than a name. */
function isCode(name: string): boolean {
  return /^[A-Z]{2,3}$/.test(name)
}

/** Press releases: company symbols and the distributor's keywords (Business Wire, Cision). */
function readFreeMetadata(meta: XmlElement, draft: ItemDraft): void {
  const type = formalName(child(meta, 'MetadataType'))?.toLowerCase() ?? ''
  if (type.includes('securit')) {
    const exchange = propertyValues(meta, 'Exchange')[0]
    const symbol = propertyValues(meta, 'Ticker Symbol')[0] ?? propertyValues(meta, 'Ticker')[0]
    if (symbol !== undefined) {
      draft.add('keywords', exchange === undefined ? symbol : `${exchange}:${symbol}`, 'Metadata/Property')
    }
    return
  }
  for (const property of children(meta, 'Property')) {
    if (/keyword/i.test(attr(property, 'FormalName') ?? '')) {
      draft.add('keywords', attr(property, 'Value') ?? textOf(property), 'Metadata/Property')
    }
  }
}
