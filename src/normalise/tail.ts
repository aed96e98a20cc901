import { codesOf, foldSpace } from './text.ts'

export interface SplitTail {
  readonly body: string[]
  /** Promotion and boilerplate: kept, not printed. */
  readonly notes: string[]
  readonly copyrightNotice?: string
}

const rule = /^[\s_*=~\u2014-]{3,60}$/
const copyright =
  /^(?:\(?(?:©|\(c\)|Copyright|COPYRIGHT)\s?(?:\(c\)|©)?\s?(?:\d{4}|The |by |AP\b|AFP|Reuters).{0,400}$)|^.{0,200}(?:All rights reserved|Alle Rechte vorbehalten|Tous droits réservés|Todos los derechos reservados).{0,200}$/isu
const copyrightStart = /^\(?(?:©|\(c\)|Copyright)/iu
// "reserved", "réservés", "reservados", "vorbehalten"
const reserving = /r[eé]serv|vorbehalten/iu
const material = /^This material may not be (?:published|broadcast|rewritten|redistributed)/i
/** The words with which promotion and boilerplate begin: nearly every paragraph is ruled out by its first. */
const beginnings = /^(?:AP|Find|Follow|For|Full|More|Read|This)[\s\u180e\u200b\u2060]/i
// first letters of the three, in either case: nearly every paragraph begins with another
const beginningCodes = codesOf('AFMRTafmrt')
const copyrightCodes = codesOf('(©Cc')
const promotion =
  /^(?:Follow (?:the )?(?:AP|Associated Press)(?:['’]s)?\b|Follow @?\w{1,40} on (?:Twitter|X|Facebook|Instagram|Threads)\b|Follow .{3,60} (?:on|at) (?:Twitter|X|Facebook|https?:|www\.)|Find (?:all of )?(?:the )?AP(?:['’]s)?\b.{0,80}\bat\b|More AP .{3,40}: ?(?:https?:|www\.|apnews)|AP .{2,40}: ?(?:https?:\/\/|www\.|apnews\.com)|For (?:more|full) (?:AP )?coverage\b|Full coverage: ?(?:https?:|www\.)|Read (?:more|all) (?:of )?AP)/i
// how many paragraphs at the end may be tail matter
const reach = 12

/**
 * Classifies the end of a story (B.8 of the format notes: rule, contribution line, promotion, links, disclosure,
 * copyright). Contribution lines, "Online:" links and disclosures are editorial and stay; promotion becomes a note; the
 * copyright sentence becomes metadata. Nothing is deleted but a rule that then stands at the end.
 */
export function splitTail(paragraphs: readonly string[]): SplitTail {
  const from = Math.max(1, paragraphs.length - reach)
  const body: string[] = paragraphs.slice(0, from)
  const notes: string[] = []
  const notices: string[] = []
  for (const paragraph of paragraphs.slice(from)) {
    const start = paragraph.trimStart()
    const first = start.charCodeAt(0)
    const begins = beginningCodes.has(first) && beginnings.test(start)
    const mayNotice =
      paragraph.length <= 2_000 && ((copyrightCodes.has(first) && copyrightStart.test(start)) || reserves(paragraph))
    if (!begins && !mayNotice) {
      body.push(paragraph)
      continue
    }
    const text = foldSpace(paragraph)
    if (material.test(text) || (mayNotice && text.length <= 500 && copyright.test(text))) notices.push(text)
    else if (text.length <= 300 && promotion.test(text)) notes.push(text)
    else body.push(paragraph)
  }
  if (notices.length + notes.length > 0) while (body.length > 1 && rule.test(body.at(-1) ?? '')) body.pop()
  return { body, notes, ...(notices.length > 0 && { copyrightNotice: notices.join(' ') }) }
}

/** The words of reservation share a rare letter, and its neighbours tell: far cheaper than the expression everywhere. */
function reserves(paragraph: string): boolean {
  return (isNear(paragraph, 'v') || isNear(paragraph, 'V')) && reserving.test(paragraph)
}

function isNear(paragraph: string, letter: string): boolean {
  for (let at = paragraph.indexOf(letter); at >= 0; at = paragraph.indexOf(letter, at + 1)) {
    // "reserved": er before it; "vorbehalten": or behind it
    const isLatin = at > 3 && lowerAt(paragraph, at - 1) === 0x72 && lowerAt(paragraph, at - 2) === 0x65
    if (isLatin || (lowerAt(paragraph, at + 1) === 0x6f && lowerAt(paragraph, at + 2) === 0x72)) return true
  }
  return false
}

/** The code of an ASCII letter in lower case. */
function lowerAt(text: string, at: number): number {
  return text.charCodeAt(at) | 0x20
}

/** A line of dashes or underscores that parts sections. */
export function isRule(paragraph: string): boolean {
  return rule.test(paragraph)
}
