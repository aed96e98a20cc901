import { readWords } from '../captions/words.ts'
import { findDateline } from '../normalise/dateline.ts'
import { isRule, splitTail } from '../normalise/tail.ts'

/** A word of a body: folded, with its place in the text. */
export interface BodyWord {
  readonly form: string
  /** Characters of the body text, end exclusive. */
  readonly start: number
  readonly end: number
  readonly digit: boolean
  /** A name, as far as capitals tell: not the first word of a sentence. */
  readonly name: boolean
  /** The first word of a sentence: a name, or any other word. */
  readonly opens: boolean
  readonly paragraph: number
}

/** What is beyond is not compared: a longer text is an archive or an attack. */
const mostWords = 6000
const mostParagraphs = 1500
const longestParagraph = 20_000
const longestBody = 400_000

/** Lines that say who wrote, helped or took pictures; every outlet words them its own way. */
const creditLines: readonly RegExp[] = [
  /^(?:by|von|par|por|da|door|af|av|di)\s\p{Lu}[^.!?]{1,80}$/iu,
  /^(?:the )?(?:associated press|agence france-presse|reuters|ap|afp|dpa|bloomberg)(?: (?:news|sports|staff|business))?(?: (?:writers?|reporters?|editors?))?$/iu,
  /\bcontributed (?:to|reporting|from)\b.{0,80}$/iu,
  /^\(?(?:additional )?(?:reporting|writing|editing|compiled) by\b/iu,
  /^\(?(?:mit (?:material|informationen) (?:von|der)|avec (?:l')?afp|con (?:información|informaciones) de|met medewerking van)\b/iu,
  /^\(?(?:AP|AFP|Reuters|EPA|dpa|Getty)? ?(?:photos?|foto|bild)\b ?[/:]/iu,
  /^\([\p{L}/ .-]{2,24}\)$/u,
  /^(?:this (?:story|article) (?:was|is|has been) (?:originally |first )?(?:published|produced|provided|updated|corrected)|copyright|©)/iu,
]
const shortLine = 220

const quotes = /[\u2018\u2019\u02bc\uff07]/gu

/**
 * The words of a story that are its own: without dateline, credit lines, rules, promotion and copyright. Linear in the
 * length of the text; what lies beyond the bounds is left out.
 */
export function readBodyWords(bodyText: string): BodyWord[] {
  const paragraphs = splitParagraphs(bodyText.slice(0, longestBody))
  const kept = new Set(splitTail(paragraphs.map(({ text }) => text)).body)
  const words: BodyWord[] = []
  let number = 0
  for (const { text, start } of paragraphs) {
    if (!kept.has(text) || isRule(text) || isCreditLine(text)) continue
    // keeps every length, so that places stay places in the body
    const plain = text.slice(0, longestParagraph).replace(quotes, "'")
    const from = words.length === 0 ? (findDateline(plain)?.length ?? 0) : 0
    let sentence = -1
    for (const word of readWords(plain.slice(from))) {
      if (words.length >= mostWords) return words
      const opens = word.sentence !== sentence
      sentence = word.sentence
      if (word.form === '') continue
      words.push({
        form: word.form,
        start: start + from + word.start,
        end: start + from + word.end,
        digit: word.digit,
        name: word.capital && !opens,
        opens: opens && !word.digit,
        paragraph: number,
      })
    }
    number++
  }
  return words
}

function splitParagraphs(text: string): { text: string; start: number }[] {
  const found: { text: string; start: number }[] = []
  let start = 0
  for (const part of text.split('\n')) {
    if (part.trim() !== '') {
      if (found.length >= mostParagraphs) break
      found.push({ text: part, start })
    }
    start += part.length + 1
  }
  return found
}

function isCreditLine(text: string): boolean {
  const line = text.trim()
  return line.length <= shortLine && creditLines.some((pattern) => pattern.test(line))
}
