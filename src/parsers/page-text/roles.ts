import { splitCredit } from '../../normalise/credits/credit.ts'
import type { SplitCredit } from '../../normalise/credits/credit.ts'
import type { BylineLine } from './byline-line.ts'
import { readBylineLine } from './byline-line.ts'
import type { Furniture } from './furniture.ts'
import { readFurniture } from './furniture.ts'
import type { PageLine } from './lines.ts'
import { isProse, lineKey } from './lines.ts'
import type { Stamp } from './stamps.ts'
import { readStamps } from './stamps.ts'

/** A line with what it can be by itself; its place decides the rest. */
export type RoleLine = PageLine &
  (
    | { readonly role: 'furniture'; readonly furniture: Furniture }
    | { readonly role: 'stamp'; readonly stamps: readonly Stamp[] }
    | { readonly role: 'byline'; readonly byline: BylineLine }
    | { readonly role: 'captioned'; readonly split: SplitCredit }
    | { readonly role: 'credit'; readonly split: SplitCredit }
    | { readonly role: 'prose' | 'short' }
  ) & {
    /** What the line, without a credit, is compared by. */
    readonly key: string
  }

const captionLength = 1500
// only a line that holds one of these can end or begin in a credit: the costly reading is spared for the others
const creditHint =
  /[/©(|]|\b(?:photo|foto|image|bild|credit|crédit|courtesy|via|file|pool|AP|AFP|Reuters|REUTERS|Getty|dpa|EPA|EFE|ANSA)\b|写真|撮影/iu

/** What each line can be. */
export function readRoles(lines: readonly PageLine[]): RoleLine[] {
  return lines.map((line) => {
    const key = lineKey(line.text)
    const furniture = readFurniture(line.text)
    if (furniture) return { ...line, key, role: 'furniture', furniture }
    const stamps = readStamps(line.text)
    if (stamps.length > 0) return { ...line, key, role: 'stamp', stamps }
    const byline = readBylineLine(line.text)
    if (byline && !byline.bare) return { ...line, key, role: 'byline', byline }
    if (line.text.length <= captionLength && creditHint.test(line.text)) {
      const split = splitCredit(line.text)
      if (split.credit !== undefined) {
        if (split.text === '') return { ...line, key, role: 'credit', split }
        // "(ANSA) - ROMA, 21 MAR - ..." opens a story: a caption's credit is not its first word in brackets
        if (split.text.split(' ').length >= 4 && !line.text.startsWith('('))
          return { ...line, key: lineKey(split.text), role: 'captioned', split }
      }
    }
    if (byline) return { ...line, key, role: 'byline', byline }
    return { ...line, key, role: isProse(line) ? 'prose' : 'short' }
  })
}

/** A byline, agency or time stamp: what stands beside a headline and not beside a teaser. */
export function isAnchor(line: RoleLine | undefined): boolean {
  return line !== undefined && (line.role === 'stamp' || (line.role === 'byline' && !line.byline.bare))
}
