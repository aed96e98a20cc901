import { readCredit } from './grammar.ts'
import type { CreditReading } from './grammar.ts'

/** A caption parted from its credit. */
export interface SplitCredit {
  /** The caption without its credit; empty when the whole was a credit. */
  readonly text: string
  /** The credit as printed, without brackets and label. */
  readonly credit?: string
  readonly photographer?: string
  readonly agency?: string
  /** file, pool, handout, courtesy. */
  readonly flags: string[]
}

/** A credit stands within this many characters of an end of the caption. */
const reach = 240

/**
 * Parts a caption as printed from the credit at its end or head. It is a credit when every word is capitalised, a
 * connector, a label or an agency, and an agency or a label occurs. Repeated until nothing more comes off.
 */
export function splitCredit(raw: string): SplitCredit {
  let text = raw.replace(/\s+/gu, ' ').trim()
  const credits: string[] = []
  const readings: CreditReading[] = []
  for (let round = 0; round < 6; round++) {
    const cut = cutBrackets(text) ?? cutLabel(text) ?? cutSentence(text) ?? cutWhole(text)
    if (!cut) break
    text = cut.rest
    credits.push(cut.credit)
    readings.push(cut.reading)
  }
  const photographers = [...new Set(readings.flatMap((reading) => reading.photographers))]
  const agency = readings.flatMap((reading) => reading.agencies)[0]
  const flags = [...new Set(readings.flatMap((reading) => reading.flags))]
  return {
    text,
    ...(credits.length > 0 ? { credit: credits[0]! } : {}),
    ...(photographers.length > 0 ? { photographer: photographers[0]! } : {}),
    ...(agency !== undefined ? { agency } : {}),
    flags,
  }
}

interface Cut {
  readonly rest: string
  readonly credit: string
  readonly reading: CreditReading
}

/** "... in Pamplona. (AP Photo/Jane Doe)" */
function cutBrackets(text: string): Cut | undefined {
  const end = text.replace(/[.\s]+$/u, '')
  const close = end.at(-1)
  if (close !== ')' && close !== ']') return undefined
  const open = end.lastIndexOf(close === ')' ? '(' : '[')
  if (open < 0 || end.length - open > reach) return undefined
  const credit = end.slice(open + 1, -1).trim()
  const reading = readCredit(credit)
  return reading && { rest: end.slice(0, open).trim(), credit, reading }
}

const label =
  /(?:©|\b(?:photo(?:graph|s)?(?: credit)?|image(?: credit)?|picture|credit|foto|bild|crédit(?: photo)?|fotos|quelle|bildquelle|bildnachweis|fotó|фото)\s?:|\bphoto(?:graph)? by |\bcredit\.\.\.)/giu

/** "... in Pamplona. Photo: Jane Doe/AP" */
function cutLabel(text: string): Cut | undefined {
  const from = Math.max(0, text.length - reach)
  for (const match of text.slice(from).matchAll(label)) {
    const at = from + match.index
    const credit = text.slice(at).trim()
    const reading = readCredit(credit)
    if (reading) return { rest: text.slice(0, at).replace(/[\s|/,–—-]+$/u, ''), credit, reading }
  }
  return undefined
}

/** "... in Pamplona. Jane Doe/AP" */
function cutSentence(text: string): Cut | undefined {
  const from = Math.max(0, text.length - reach)
  for (const match of text.slice(from).matchAll(/[.!?”"»](?=\s|\p{Lu})/gu)) {
    const at = from + match.index + 1
    const credit = text.slice(at).trim()
    if (credit === '' || credit.split(' ').length > 10) continue
    if (/(?:^|[\s(])(?:\p{Lu}\.?)+$/u.test(text.slice(Math.max(0, at - 12), at))) continue
    const reading = readCredit(credit)
    if (reading?.strongAgency) return { rest: text.slice(0, at), credit, reading }
  }
  return undefined
}

/** The whole is a credit line. */
function cutWhole(text: string): Cut | undefined {
  if (text === '' || text.length > reach) return undefined
  const reading = readCredit(text)
  return reading && { rest: '', credit: text, reading }
}
