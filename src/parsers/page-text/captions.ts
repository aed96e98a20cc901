import { compact } from '../../story/draft.ts'
import type { Caption, CaptionRole } from '../../story/item.ts'
import { endsSentence } from './lines.ts'
import type { RoleLine } from './roles.ts'

/** A caption of a flattened page with the position of its line. */
export interface PlacedCaption {
  readonly at: number
  readonly caption: Caption
}

const fewestWords = 6
/** A picture's words; a paragraph that ends in a bare agency name is the story's last one: "... said. (dpa)". */
const pictureWord = /photo|foto|image|bild|file|pool|archiv|handout|courtesy|getty|via|\/|©|photograph|scanpix|写真/iu

/**
 * The captions of a flattened page: lines with a credit glued on or in the next line, and lines that repeat one of them,
 * all before the body begins; within the body only lines that show a picture's credit.
 */
export function findCaptions(lines: readonly RoleLine[], bodyFrom: number, bodyTo: number): PlacedCaption[] {
  const counts = new Map<string, number>()
  const credited = new Set<string>()
  for (const [at, line] of lines.slice(0, bodyTo).entries()) {
    if (line.words < fewestWords) continue
    if (line.role === 'prose' || line.role === 'captioned' || line.role === 'short')
      counts.set(line.key, (counts.get(line.key) ?? 0) + 1)
    if (line.role === 'captioned' && isPictureCredit(line, at < bodyFrom)) credited.add(line.key)
  }
  const found: PlacedCaption[] = []
  const gallery = [...counts].some(([key, count]) => count > 1 && credited.has(key)) || credited.size > 1
  for (const [at, line] of lines.slice(0, bodyTo).entries()) {
    const before = at < bodyFrom
    const role: CaptionRole = gallery ? 'gallery' : before ? 'main' : 'body'
    if (line.role === 'captioned' && isPictureCredit(line, before))
      found.push({ at, caption: splitCaption(line, role) })
    else if (line.role === 'prose' || line.role === 'short' || line.role === 'captioned') {
      const repeated = line.words >= fewestWords && (counts.get(line.key) ?? 0) > 1
      if (repeated && endsSentence(line.text) && (credited.has(line.key) || before))
        found.push({ at, caption: { text: line.text, role } })
      else if (line.words >= 5 && line.role !== 'captioned') {
        const credit = creditBelow(lines, at)
        if (credit) found.push({ at, caption: withCredit(line, credit, role) })
      }
    }
  }
  return found
}

function isPictureCredit(line: RoleLine, beforeBody: boolean): boolean {
  if (line.role !== 'captioned') return false
  const { photographer, credit } = line.split
  return beforeBody || pictureWord.test(credit ?? '') || (photographer !== undefined && line.words < 60)
}

function splitCaption(line: RoleLine & { role: 'captioned' }, role: CaptionRole): Caption {
  const { text, credit, photographer, agency, flags } = line.split
  return compact<Caption>({ text, credit, photographer, agency, flags, role, raw: line.text })
}

/** The credit of a caption in the line below it, with "hide caption" between at most. */
export function creditBelow(lines: readonly RoleLine[], at: number): (RoleLine & { role: 'credit' }) | undefined {
  const next = lines[at + 1]
  return next?.role === 'credit' && (!next.gap || pictureWord.test(next.text)) ? next : undefined
}

function withCredit(line: RoleLine, below: RoleLine & { role: 'credit' }, role: CaptionRole): Caption {
  const { credit, photographer, agency, flags } = below.split
  return compact<Caption>({
    text: line.text,
    credit,
    photographer,
    agency,
    flags,
    role,
    raw: `${line.text}\n${below.text}`,
  })
}
