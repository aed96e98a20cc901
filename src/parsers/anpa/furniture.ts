import { isOrganisation, isTitle } from '../../normalise/byline-words.ts'
import { foldSpace } from '../../normalise/text.ts'
import { readCharacters } from './characters.ts'

/** How a furniture line ends: `<` quad left, `=` quad centre, or nothing at all. */
export type LineEnd = 'left' | 'centre' | 'open'

export interface FurnitureLine {
  readonly text: string
  readonly end: LineEnd
}

/** What the lines before the first paragraph say. */
export interface Furniture {
  slug?: string
  headline?: string
  headlineExtended?: string
  byline?: string
  title?: string
  notes: string[]
  /** "AP Photo XYZ101, XYZ102": for the picture desk. */
  pictures: string[]
  /** "$adv20", "FOR RELEASE SUNDAY, SEPT. 20, 2026, AND THEREAFTER": when an advance may be used. */
  release: string[]
  /** Lines that belong to the copy: centred headings of standings, lists of headlines. */
  rest: FurnitureLine[]
}

/** Reads `^text<` or `^text=`, with blanks anywhere behind. */
export function readFurnitureLine(line: string): FurnitureLine {
  const text = line.slice(1).trimEnd()
  const last = text.at(-1)
  if (last === '<') return { text: text.slice(0, -1).trim(), end: 'left' }
  if (last === '=') return { text: text.slice(0, -1).trim(), end: 'centre' }
  return { text: text.trim(), end: 'open' }
}

const note = /^\(?(?:Eds?\b\.?:|Editors?:|EDITORS?['’]?S? NOTE\b|Editors?['’]s note\b|Note to editors\b|NDLR\b)/i
const picture =
  /^\(?(?:With )?(?:AP|APTN|AFP|Kyodo) (?:Photos?|Pictures?|Graphics?|Video|Audio|Interactives?)\b[^.]{0,300}$/i
const release =
  /^(?:\$\s?adv\s?\d{1,2}(?:-\d{1,2})?$|(?:adv(?:ance)?\.? )?for (?:release|use) (?!with\b)|hold for release\b|embargoed\b)/i
const slugLine = /^(?:BC|AM|PM|AP)-\S/
const wordCount = /,\s?(\d{0,5})$/
// CP's French and AP's Spanish service
const byline = /^(?:By:?|BY:?|(?:Par|Por)(?= \p{Lu}))\s\S/u

/**
 * Sorts furniture by what it says, never by its position: alerts have no headline, sports agate has centred headings, a
 * summary may stand above the byline.
 */
export function readFurniture(lines: readonly FurnitureLine[]): Furniture {
  const found: Furniture = { notes: [], pictures: [], release: [], rest: [] }
  let afterByline = false
  for (const line of lines) {
    const text = foldSpace(readCharacters(line.text))
    if (text === '' || /^\*\d{3,6}$/.test(text)) continue
    const wasByline = afterByline
    afterByline = false
    if (found.slug === undefined && (slugLine.test(text) || (found.headline === undefined && wordCount.test(text)))) {
      found.slug = text.replace(wordCount, '')
    } else if (note.test(text)) found.notes.push(text)
    else if (release.test(text)) found.release.push(text)
    else if (picture.test(text)) found.pictures.push(text)
    else if (found.byline === undefined && byline.test(text) && line.end !== 'open' && text.length < 200) {
      found.byline = text
      afterByline = true
    } else if (wasByline && found.title === undefined && line.end === 'centre' && isRole(text)) found.title = text
    else if (line.end === 'left' && found.headline === undefined) found.headline = text
    else if (line.end === 'left' && found.headlineExtended === undefined) found.headlineExtended = text
    else found.rest.push({ text, end: line.end })
  }
  // standings have centred headings only, and the first of them is the headline
  const first = found.rest[0]
  if (found.headline === undefined && first?.end === 'centre') {
    found.headline = first.text
    found.rest.shift()
  }
  return found
}

function isRole(text: string): boolean {
  return isTitle(text) || isOrganisation(text) || /\b(?:Press|Writers?|Editors?|Correspondents?|News)$/.test(text)
}
