import { readBylines, titleCaseName } from '../../normalise/byline.ts'
import { readDateline } from '../../normalise/dateline.ts'
import { foldSpace } from '../../normalise/text.ts'
import { compact } from '../../story/draft.ts'
import type { ItemDraft } from '../../story/draft.ts'
import type { Byline, Dateline } from '../../story/item.ts'
import { renderBlocks } from '../xml/block.ts'
import { child, children, descendants, textOf } from '../xml/read.ts'
import type { XmlElement } from '../xml/read.ts'

/** NITF `body.head`: headlines, bylines, dateline, abstract, distributor. Any of them may occur several times. */
export function readBodyHead(head: XmlElement | undefined, draft: ItemDraft, prefix: string): void {
  if (head === undefined) return
  const from = `${prefix}body/body.head`
  for (const hedline of children(head, 'hedline')) readHedline(hedline, draft, `${from}/hedline`)
  if (!draft.has('byline')) readByline(children(head, 'byline'), draft, `${from}/byline`)
  const dateline = child(head, 'dateline')
  if (dateline !== undefined && !draft.has('dateline')) draft.set('dateline', datelineOf(dateline), `${from}/dateline`)
  const abstracts = children(head, 'abstract')
  if (abstracts.length > 0) draft.fill('abstract', renderBlocks(abstracts).text, `${from}/abstract`)
  draft.fill('provider', textOf(child(head, 'distributor')), `${from}/distributor`)
  const rights = child(head, 'rights')
  if (rights !== undefined) draft.fill('copyrightNotice', textOf(rights), `${from}/rights`)
  for (const note of children(head, 'note')) readNote(note, draft, `${from}/note`)
  for (const series of children(head, 'series')) draft.add('notes', textOf(series), `${from}/series`)
}

// what desks head a note to their colleagues with, where no class says so
const forDesk = /^\(?(?:eds|NDLR|NDR|N\.D\.L\.R\.|editor['’]?s['’]? note|editors['’]? note|note to editors)\b/i

/** A note of the class editorsnote goes to the desk like an `ed-msg` (NITF 3.x, note@noteclass); all others are kept. */
function readNote(note: XmlElement, draft: ItemDraft, from: string): void {
  const text = foldSpace(renderBlocks([note]).text)
  if (text === '') return
  const known = draft.get('editorialNote')
  if (note.attributes.get('noteclass') !== 'editorsnote' && !forDesk.test(text)) draft.add('notes', text, from)
  else if (known === undefined || !known.includes(text))
    draft.set('editorialNote', [known, text].filter(Boolean).join(' '), from)
}

function readHedline(hedline: XmlElement, draft: ItemDraft, from: string): void {
  const mains = children(hedline, 'hl1')
  draft.fill('headline', cleanHeadline(textOf(mains[0]) ?? ''), `${from}/hl1`)
  // AP repeats the headline of the first version in an hl2
  const others = [
    ...mains.slice(1),
    ...children(hedline, 'hl2').filter((line) => line.attributes.get('id') !== 'originalHeadline'),
  ]
  const extended = others
    .map((line) => textOf(line))
    .filter((text) => text !== undefined && text !== draft.get('headline'))
  draft.fill('headlineExtended', extended.join(' '), `${from}/hl2`)
}

/** Marks of priority before a headline: ANSA's ">>>ANSA/". */
export function cleanHeadline(headline: string): string {
  return headline.replace(/^>{1,5}\s?(?:\p{Lu}{2,10}\/)?\s?/u, '')
}

/**
 * A byline is mixed text with `byttl` and `person` inside; read as plain text, name and title would be glued together.
 * Some agencies (ANSA) put a sub-headline here: many words, most of them in lower case.
 */
function readByline(elements: readonly XmlElement[], draft: ItemDraft, from: string): void {
  const printed: string[] = []
  const people: Byline[] = []
  for (const element of elements) {
    const name = foldSpace(textWithout(element, new Set(['byttl'])))
    if (name === '') continue
    if (isSentence(name)) {
      draft.fill('headlineExtended', name, from)
      continue
    }
    const title = descendants(element, 'byttl').map(textOf).filter(Boolean).join(', ')
    printed.push(name)
    people.push(...readBylines(name, title))
  }
  draft.fill('byline', printed.join(', '), from)
  if (people.length > 0) draft.set('bylines', people, from)
}

function isSentence(text: string): boolean {
  const words = text.split(' ')
  if (words.length < 6 || /^by\s/i.test(text)) return false
  return words.filter((word) => /^\p{Ll}/u.test(word)).length > words.length / 2
}

function textWithout(element: XmlElement, leaveOut: ReadonlySet<string>): string {
  let text = ''
  for (const node of element.children) {
    if (typeof node === 'string') text += node
    else if (!leaveOut.has(node.name)) text += node.name === 'br' ? ' ' : textWithout(node, leaveOut)
    else text += ' '
  }
  return text
}

/** The location may be split into city, region and country elements; where it is, nothing has to be guessed. */
export function datelineOf(element: XmlElement): Dateline | undefined {
  const location = child(element, 'location')
  // the elements of a dateline may touch: "<location>PORT SKERRY</location><story.date>Sept. 15</story.date>"
  const text = foldSpace(spacedText(element)).replace(/ (?=[,.;:)])/g, '')
  if (text === '') return undefined
  const read = readDateline(text)
  const part = (name: string): string | undefined => textOf(descendants(location, name)[0])
  const city = part('city')
  return compact<Dateline>({
    ...read,
    city: city === undefined ? read.city : titleCaseName(city),
    region: part('state') ?? part('region') ?? read.region,
    country: part('country') ?? read.country,
    date: bareDate(textOf(child(element, 'story.date'))) ?? read.date,
  })
}

function spacedText(element: XmlElement): string {
  return element.children.map((node) => (typeof node === 'string' ? node : ` ${textOf(node) ?? ''} `)).join('')
}

/** A date as printed; the agency and the dash behind it belong to the dateline: "23 nov. (EUROPA PRESS) -". */
function bareDate(text: string | undefined): string | undefined {
  const date = text?.replace(/ ?\([^()]{1,40}\) ?[-–—]{0,3}$| ?[-–—]{1,3}$/u, '').trim()
  return date === '' ? undefined : date
}
