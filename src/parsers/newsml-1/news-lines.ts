import { readBylines } from '../../normalise/byline.ts'
import type { ItemDraft } from '../../story/draft.ts'
import { children, textOf } from '../xml/read.ts'
import type { XmlElement } from '../xml/read.ts'
import { readPrintedDateline } from '../newsml/dateline.ts'
import { childLike, childrenLike, formalName } from './named.ts'

/** Reads the `NewsLines` of one component into what no nearer component has given yet. */
export function readNewsLines(component: XmlElement, draft: ItemDraft): void {
  for (const lines of childrenLike(component, 'NewsLines')) readLines(lines, draft)
}

function readLines(lines: XmlElement, draft: ItemDraft): void {
  const line = (name: string): string | undefined =>
    childrenLike(lines, name)
      .map(textOf)
      .find((text) => text !== undefined)
  draft.fill('headline', line('HeadLine'), 'NewsLines/HeadLine')
  draft.fill('headlineExtended', line('SubHeadLine'), 'NewsLines/SubHeadLine')
  const byline = [...new Set(childrenLike(lines, 'ByLine').map(textOf))].filter(Boolean).join(', ') || undefined
  if (byline !== undefined && !draft.has('byline')) {
    draft.set('byline', byline, 'NewsLines/ByLine')
    draft.set('bylines', readBylines(byline, line('ByLineTitle')), 'NewsLines/ByLine')
  }
  draft.fill('dateline', readPrintedDateline(line('DateLine')), 'NewsLines/DateLine')
  draft.fill('creditLine', line('CreditLine'), 'NewsLines/CreditLine')
  readCopyright(line('CopyrightLine'), draft)
  for (const rights of childrenLike(lines, 'RightsLine'))
    draft.add('usageTerms', textOf(rights), 'NewsLines/RightsLine')
  draft.fill('slug', line('SlugLine'), 'NewsLines/SlugLine')
  for (const keywords of childrenLike(lines, 'KeywordLine')) {
    for (const keyword of splitKeywords(textOf(keywords))) draft.add('keywords', keyword, 'NewsLines/KeywordLine')
  }
  for (const series of childrenLike(lines, 'SeriesLine')) draft.add('notes', textOf(series), 'NewsLines/SeriesLine')
  for (const other of children(lines, 'NewsLine')) readOtherLine(other, draft)
}

/** A line that is nothing but a name is the holder's name (Belga); every other wording is a notice. */
function readCopyright(line: string | undefined, draft: ItemDraft): void {
  draft.fill('copyrightNotice', line, 'NewsLines/CopyrightLine')
  if (line === undefined || line.length > 40 || /[©\d]|copyright|\(c\)/i.test(line)) return
  draft.fill('copyrightHolder', line, 'NewsLines/CopyrightLine')
}

/** Lines an agency defined for itself: advisories to editors (AFP), product lines, addresses of galleries. */
function readOtherLine(line: XmlElement, draft: ItemDraft): void {
  const type = formalName(childLike(line, 'NewsLineType'))?.toLowerCase() ?? ''
  for (const entry of childrenLike(line, 'NewsLineText')) {
    const text = textOf(entry)
    if (text === undefined) continue
    if (/advisory|editor/.test(type)) draft.fill('editorialNote', text, 'NewsLines/NewsLine')
    else draft.add('notes', text, 'NewsLines/NewsLine')
  }
}

/** "ECO/ECO10;ECO-POST-CAO", "flood, river, Elm County" */
export function splitKeywords(raw: string | undefined): string[] {
  return (raw ?? '')
    .split(/[;,]/)
    .map((keyword) => keyword.trim())
    .filter((keyword) => keyword !== '')
}
