import { readBylines } from '../../normalise/byline.ts'
import { readUrgency } from '../../normalise/urgency.ts'
import type { ItemDraft } from '../../story/draft.ts'
import { compact } from '../../story/draft.ts'
import type { Byline, Dateline, Entity, ItemType, NotPublishable, Subject } from '../../story/item.ts'
import { apCategoryNames } from '../newsml/catalogs/categories.ts'
import { readPrintedDateline } from '../newsml/dateline.ts'
import { hold } from '../newsml/status.ts'
import { attr, child, children, textOf } from '../xml/read.ts'
import type { XmlElement } from '../xml/read.ts'

const mediaTypes: ReadonlyMap<string, ItemType> = new Map([
  ['text', 'text'],
  ['photo', 'picture'],
  ['graphic', 'graphic'],
  ['audio', 'audio'],
  ['video', 'video'],
  ['complexdata', 'composite'],
])

export function readMediaType(metadata: XmlElement | undefined): ItemType | undefined {
  return mediaTypes.get(textOf(child(metadata, 'MediaType'))?.toLowerCase() ?? '')
}

/** Kinds of content that AP never means for readers. */
const unprintable: ReadonlyMap<string, NotPublishable> = new Map([
  ['advisory', 'advisory'],
  ['daybook', 'daybook'],
  ['digest', 'digest'],
])

/** Reads `apcm:ContentMetadata`. */
export function readContentMetadata(metadata: XmlElement | undefined, draft: ItemDraft): void {
  if (metadata === undefined) return
  const line = (name: string): string | undefined => textOf(child(metadata, name))
  draft.set('headline', line('HeadLine') ?? line('OriginalHeadLine'), 'apcm:HeadLine')
  draft.set('headlineExtended', line('ExtendedHeadLine'), 'apcm:ExtendedHeadLine')
  draft.set('slug', line('SlugLine'), 'apcm:SlugLine')
  draft.set('source', line('Source'), 'apcm:Source')
  draft.set('creditLine', line('CreditLine'), 'apcm:CreditLine')
  const priority = child(metadata, 'Priority')
  const urgency = readUrgency(attr(priority, 'Numeric')) ?? readUrgency(attr(priority, 'Legacy'), 'anpa')
  draft.set('urgency', urgency, 'apcm:Priority')
  for (const keywords of children(metadata, 'Keywords')) {
    for (const keyword of (textOf(keywords) ?? '').split(/[,;]/)) draft.add('keywords', keyword, 'apcm:Keywords')
  }
  readBylineElements(metadata, draft)
  draft.set('dateline', readDatelineElements(metadata), 'apcm:DateLine')
  readClassifications(metadata, draft)
  const kind = unprintable.get(line('ItemContentType')?.toLowerCase() ?? '')
  if (kind !== undefined) hold(draft, kind, 'apcm:ItemContentType')
  draft.add('genres', line('ItemContentType'), 'apcm:ItemContentType')
  for (const property of children(metadata, 'Property')) {
    if (attr(property, 'Name') === 'Top Headline Parent') hold(draft, 'digest', 'apcm:Property')
  }
}

/** ByLineOriginal goes before ByLine, which may have been shortened on the way (AP's own converter). */
function readBylineElements(metadata: XmlElement, draft: ItemDraft): void {
  const original = children(metadata, 'ByLineOriginal').filter((element) => textOf(element) !== undefined)
  const elements = original.length > 0 ? original : children(metadata, 'ByLine')
  const titles = children(metadata, 'ByLine').map((element) => attr(element, 'Title'))
  const printed: string[] = []
  const bylines: Byline[] = []
  for (const [position, element] of elements.entries()) {
    const text = textOf(element)
    if (text === undefined) continue
    printed.push(text)
    bylines.push(...readBylines(text, attr(element, 'Title') ?? titles[position]))
  }
  draft.set('byline', printed.join(', '), 'apcm:ByLine').set('bylines', bylines, 'apcm:ByLine')
}

function readDatelineElements(metadata: XmlElement): Dateline | undefined {
  const printed = readPrintedDateline(textOf(child(metadata, 'DateLine')))
  if (printed === undefined) return undefined
  const location = child(metadata, 'DateLineLocation')
  return compact<Dateline>({
    ...printed,
    city: printed.city ?? attr(location, 'City'),
    region: printed.region ?? attr(location, 'CountryAreaName'),
    country: printed.country ?? attr(location, 'CountryName'),
  })
}

function readClassifications(metadata: XmlElement, draft: ItemDraft): void {
  for (const subject of children(metadata, 'SubjectClassification')) {
    const scheme = attr(subject, 'Authority')
    const code = attr(subject, 'Id')
    const value = attr(subject, 'Value') ?? textOf(subject)
    if (scheme !== undefined && /category/i.test(scheme))
      readCategory(shortest(code, value), /supp/i.test(scheme), draft)
    const name =
      scheme !== undefined && /category code/i.test(scheme) ? (apCategoryNames.get(value ?? '') ?? value) : value
    if (code !== undefined || name !== undefined) {
      draft.add('subjects', compact<Subject>({ code, name, scheme }), 'apcm:SubjectClassification')
    }
  }
  for (const entity of children(metadata, 'EntityClassification')) {
    const scheme = attr(entity, 'Authority')
    const member = compact<Entity>({ name: attr(entity, 'Value') ?? textOf(entity), code: attr(entity, 'Id'), scheme })
    const kind = scheme?.toLowerCase() ?? ''
    const list = /compan|organi/.test(kind)
      ? 'organisations'
      : /geo|place|location/.test(kind)
        ? 'places'
        : /event/.test(kind)
          ? 'events'
          : 'people'
    draft.add(list, member, 'apcm:EntityClassification')
  }
}

/** Of id and value the one that is a letter code; the other may be a name or a key of a database. */
function shortest(code: string | undefined, value: string | undefined): string | undefined {
  if (code === undefined || value === undefined) return code ?? value
  return code.length <= value.length ? code : value
}

/** "v" is an advisory, "V" the notice about a picture; supplemental categories have three letters and no such meaning. */
function readCategory(code: string | undefined, supplemental: boolean, draft: ItemDraft): void {
  draft.add('categories', code, 'apcm:SubjectClassification')
  if (supplemental) return
  if (code === 'v') hold(draft, 'advisory', 'apcm:SubjectClassification')
  if (code === 'V') hold(draft, 'banner', 'apcm:SubjectClassification')
}
