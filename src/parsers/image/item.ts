import { readBylines } from '../../normalise/byline.ts'
import { isOrganisation } from '../../normalise/byline-words.ts'
import { finishDraft } from '../../normalise/finish.ts'
import { readDateline } from '../../normalise/dateline.ts'
import { readLanguage } from '../../normalise/language.ts'
import { foldSpace } from '../../normalise/text.ts'
import { readTake } from '../../normalise/take.ts'
import { readUrgency } from '../../normalise/urgency.ts'
import { ItemDraft, compact } from '../../story/draft.ts'
import type { ParsedItem } from '../../story/draft.ts'
import type { Dateline, Rendition, Subject } from '../../story/item.ts'
import { withoutSecrets } from '../../normalise/rendition.ts'
import type { ParserInput } from '../parser.ts'
import { readCaption } from '../syndication/medium.ts'
import type { Container } from './container.ts'
import { identifyPicture } from './identity.ts'
import type { Metadata } from './metadata.ts'
import { setPictureTimes } from './times.ts'

/** What cameras write into the description by themselves. */
const cameraNoise = /^(?:olympus digital camera|sony dsc|samsung csc|digital camera|minolta digital camera|exif[_ ]jpeg[_ \w]{0,20}|dcim.{0,20}|untitled|default|binary comment)$/i // prettier-ignore

/** Makes the item of a picture file; the names are those of the IPTC Photo Metadata Standard 2023.2. */
export function readPicture(metadata: Metadata, container: Container, input: ParserInput): ParsedItem {
  const draft = new ItemDraft()
  const { uri, from } = identifyPicture(metadata, container)
  draft.set('uri', uri, from).set('type', 'picture', container.mimeType)
  draft.set('headline', metadata.one('Headline', '2:105'), 'photoshop:Headline')
  const title = metadata.one('title', '2:5')
  if (title !== undefined && !/^\d+$/.test(title)) draft.set('slug', title, 'dc:title')
  readPeople(metadata, draft)
  readRights(metadata, draft)
  readSubjects(metadata, draft)
  readPlace(metadata, draft)
  setPictureTimes(metadata, draft, input)
  draft.set('urgency', readUrgency(metadata.one('Urgency', '2:10')), 'photoshop:Urgency')
  draft.set('language', readLanguage(metadata.one('language', '2:135')), 'dc:language')
  readCaptions(metadata, draft, uri)
  // 2:07 says in the provider's words what a filing is: "Lead", "CORRECTION"
  const edited = metadata.one(undefined, '2:7')
  if (edited !== undefined) draft.set('editorialType', readTake(edited), 'iim/2:07')
  const reference = metadata.one('TransmissionReference', '2:103')
  if (reference !== undefined) draft.add('notes', `transmission reference ${reference}`, 'iim/2:103')
  const href = input.url === undefined ? undefined : withoutSecrets(input.url)
  const { mimeType, width, height } = container
  const rendition = compact<Rendition>({ role: 'main', href, mimeType, width, height, bytes: input.bytes.byteLength })
  draft.add('media', { uri, type: 'picture', renditions: [rendition] }, 'file')
  if (metadata.brokenXmp) draft.warn('image.xmp-unreadable', 'the XMP packet is damaged; IIM and EXIF were read')
  if (metadata.isEmpty) draft.warn('image.no-metadata', 'neither XMP nor IIM: no caption, no credit')
  if (container.truncated === true) draft.warn('image.truncated', 'the file ends before its picture does')
  return finishDraft(draft, { zone: input.zone, receivedAt: input.receivedAt })
}

function readCaptions(metadata: Metadata, draft: ItemDraft, mediaUri: string): void {
  const exif = metadata.exif(270)
  const told = exif === undefined || cameraNoise.test(exif) ? undefined : exif
  const raw = metadata.one('description', '2:120') ?? told
  const credit = [draft.get('byline'), draft.get('creditLine')].filter((part) => part !== undefined).join('/')
  if (raw !== undefined) {
    const caption = readCaption(raw, credit === '' ? undefined : credit, { role: 'main', mediaUri })
    draft.add('captions', caption, 'dc:description')
  }
  for (const name of ['AltTextAccessibility', 'ExtDescrAccessibility']) {
    const alt = metadata.one(name)
    if (alt !== undefined) draft.add('captions', readCaption(alt, undefined, { role: 'alt', mediaUri }), `Iptc4xmpCore:${name}`) // prettier-ignore
  }
  for (const writer of metadata.all('CaptionWriter', '2:122')) draft.add('notes', `caption by ${writer}`, 'photoshop:CaptionWriter') // prettier-ignore
}

function readPeople(metadata: Metadata, draft: ItemDraft): void {
  const creators = metadata.all('creator', '2:80')
  const artist = metadata.exif(315)
  const names = creators.length > 0 ? creators : artist === undefined ? [] : [artist]
  const titles = metadata.all('AuthorsPosition', '2:85')
  draft.set('byline', names.join(', '), 'dc:creator')
  const bylines = names.flatMap((name, at) => {
    const title = titles[at] ?? titles[0]
    // the field holds a title by definition, though some desks put their house there
    const isWord = title !== undefined && readBylines(name, title)[0]?.organisation === title && !isOrganisation(title)
    return isWord ? readBylines(name).map((person) => ({ ...person, title })) : readBylines(name, title)
  })
  draft.set('bylines', bylines, 'dc:creator')
  for (const name of metadata.all('PersonInImage')) draft.add('people', { name }, 'Iptc4xmpExt:PersonInImage')
  for (const name of metadata.all('OrganisationInImageName')) draft.add('organisations', { name }, 'Iptc4xmpExt:OrganisationInImageName') // prettier-ignore
  for (const name of metadata.all('Event')) draft.add('events', { name }, 'Iptc4xmpExt:Event')
}

function readRights(metadata: Metadata, draft: ItemDraft): void {
  draft.set('creditLine', metadata.one('Credit', '2:110'), 'photoshop:Credit')
  draft.set('source', metadata.one('Source', '2:115'), 'photoshop:Source')
  draft.set('copyrightNotice', metadata.one('rights', '2:116') ?? metadata.exif(33_432), 'dc:rights')
  for (const terms of metadata.all('UsageTerms').slice(0, 1)) draft.add('usageTerms', terms, 'xmpRights:UsageTerms')
  draft.set('editorialNote', metadata.one('Instructions', '2:40'), 'photoshop:Instructions')
}

function readSubjects(metadata: Metadata, draft: ItemDraft): void {
  for (const keyword of metadata.all('subject', '2:25')) {
    // some desks put the whole list into one field
    for (const part of keyword.split(/[;\n]/)) draft.add('keywords', foldSpace(part), 'dc:subject')
  }
  const categories = [...metadata.all('Category', '2:15'), ...metadata.all('SupplementalCategories', '2:20')]
  for (const category of categories) draft.add('categories', category, 'photoshop:Category')
  for (const code of metadata.all('SubjectCode')) draft.add('subjects', { code, scheme: 'subj' }, 'Iptc4xmpCore:SubjectCode') // prettier-ignore
  for (const reference of metadata.all(undefined, '2:12')) {
    // provider, eight digits, then up to three names
    const [, code, ...names] = reference.split(':')
    draft.add('subjects', compact<Subject>({ code, name: names.filter(Boolean).at(-1), scheme: 'subj' }), 'iim/2:12')
  }
  const source = metadata.one('DigitalSourceType')?.split('/').at(-1)
  draft.add('genres', source, 'Iptc4xmpExt:DigitalSourceType')
}

/** City, state and country: where the picture was taken; the state may be a postal code. */
function readPlace(metadata: Metadata, draft: ItemDraft): void {
  const city = metadata.one('City', '2:90')
  const region = metadata.one('State', '2:95')
  const country = metadata.one('Country', '2:101')
  const text = [city, region, country].filter((part) => part !== undefined).join(', ')
  if (text !== '') {
    draft.set('dateline', compact<Dateline>({ text, city, region, country }), 'photoshop:City')
    draft.add('places', compact({ name: text, code: metadata.one('CountryCode', '2:100') }), 'photoshop:City')
  }
  // the newer fields part where the camera stood from what it shows
  const created = metadata.one('LocationCreated')
  if (created !== undefined) draft.fill('dateline', readDateline(created), 'Iptc4xmpExt:LocationCreated')
  for (const name of ['LocationCreated', 'LocationShown'])
    for (const place of metadata.all(name)) draft.add('places', { name: place }, `Iptc4xmpExt:${name}`)
  const codes = metadata.all(undefined, '2:26')
  for (const [at, name] of metadata.all(undefined, '2:27').entries())
    draft.add('places', compact({ name, code: codes[at] }), 'iim/2:27')
  const venue = metadata.one('Location', '2:92')
  if (venue !== undefined) draft.add('places', { name: venue }, 'Iptc4xmpCore:Location')
}
