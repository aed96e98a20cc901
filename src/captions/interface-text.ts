import { interfaceWords } from './interface-words.ts'
import type { InterfaceWords } from './interface-phrases.ts'

const all = Object.values(interfaceWords)

function indexed(phrases: readonly string[], key: (phrase: string) => string): ReadonlyMap<string, readonly string[]> {
  const map = new Map<string, string[]>()
  for (const phrase of phrases) map.set(key(phrase), [...(map.get(key(phrase)) ?? []), phrase])
  for (const list of map.values()) list.sort((a, b) => b.length - a.length)
  return map
}
const firstWord = (phrase: string): string => phrase.slice(0, (phrase + ' ').indexOf(' '))
const lastWord = (phrase: string): string => phrase.slice(phrase.lastIndexOf(' ') + 1)

/** A button of several words stands before a caption as well, glued to it from the teaser above. */
const buttons = (words: InterfaceWords): readonly string[] =>
  words.tail.filter((phrase) => /^\p{L}+ \p{L}/u.test(phrase))
const heads = indexed(
  [...new Set(all.flatMap((words) => [...words.head, ...words.both, ...buttons(words)]))],
  firstWord,
)
const tails = indexed([...new Set(all.flatMap((words) => [...words.tail, ...words.both]))], lastWord)

const startsLikeCaption = /^["'“„«‘(\[]?[\p{Lu}\p{Lo}\p{N}]/u
const counter =
  /^(?:(?:image|photo|picture|slide|item|foto|bild|imagen|immagine|imagem|kuva|bilde|billede|фото|φωτογραφία|gallery) ?:? ?)?([[(]?)(\d{1,3}) ?(of|\/|von|de|sur|di|af|av|van|из|з|z|ze|od|din|dari|の|από) ?(\d{1,3})(?:枚目?|張|张|장)?([\])]?)( ?[|:.–—\-\n] ?| ?)/iu
const tailCounter =
  / ?[|(\[–—-]? ?(?:(?:image|photo|foto|bild|imagen|immagine|imagem) )?\d{1,3} ?(?:of|\/|von|sur|di|из) ?\d{1,3}[\])]?$/iu
const headDuration =
  /^[([]?(?:\d{1,2}:)?\d{1,2}:[0-5]\d[)\]]?(?: min\.?)?(?: ?[|–—-] ?| )(?!uhr|am\b|pm\b|a\.m|p\.m|gmt|h\b|ora\b|klo\b)/iu
const tailDuration =
  / ?[|([–—-]? ?(?:(?:duration|dauer|durée|duración|durata|duração|duur|length|video|vidéo|längd|varighed|varighet|kesto) ?:? ?)?(?:\d{1,2}:)?\d{1,2}:[0-5]\d(?: ?(?:min|mins|minutes|minuten|minuti|minutos)\.?)?[)\]]?$/iu
// the BBC says it to readers of the page aloud
const spokenDuration =
  / ?(?:Duration|Video|Length):? \d{1,3} (?:hours?|minutes?|seconds?)(?:(?:,| and|, and)? \d{1,2} (?:minutes?|seconds?)){0,2}$/u
const preposition =
  /(?:^|\s)(?:in|at|um|gegen|by|to|of|since|until|till|from|à|a|alle|ore|las|às|kl\.?|klo|om|is|was|time|uhr|before|after|around|about|on|with|vers|nach|ab|bis|record|score|won|win|beat|в)$/iu
const machineHead =
  /^(?:[a-z][a-z ,'&-]{6,110}|(?:this )?image may contain|may be an image of [^:\n]{3,120}): (?=["'“]?\p{Lu})/u
const lastOfMore = /[.…] ?(?:di )?\p{Ll}{3,4}$/u
const ellipsisMore = /(?:\.{2,4}|…) ?(?:more|mehr|plus|más|mas|mais|meer|mer|mere|di più)$/iu

/** Takes one piece of interface text off the head; undefined when there is none. */
export function peelInterfaceHead(text: string): string | undefined {
  const first = text.charCodeAt(0)
  const digitOrBracket = (first >= 0x30 && first <= 0x39) || first === 0x28 || first === 0x5b
  const lower = text.slice(0, 48).toLowerCase()
  const phrases = heads.get(/^[^\s|]*/u.exec(lower)![0])
  if (phrases) {
    for (const phrase of phrases) {
      if (!lower.startsWith(phrase)) continue
      const rest = text.slice(phrase.length)
      if (!/^(?:[\s|:>»·.–—-]|$)/u.test(rest) && !/[:,]$/u.test(phrase)) continue
      const peeled = rest.replace(/^[\s|:>»·,.–—-]{1,8}/u, '')
      if (peeled === '' || startsLikeCaption.test(peeled) || heads.has(firstWord(peeled.slice(0, 24).toLowerCase())))
        return peeled
    }
  }
  // the longest label before a counter, with its colon and bracket
  if (digitOrBracket || /\d/.test(text.slice(0, 16))) {
    const match = counter.exec(lower.length < 48 ? lower : text.slice(0, 48))
    if (match && Number(match[2]) <= Number(match[4])) {
      const rest = text.slice(match[0].length)
      const marked = match[1] !== '' || /[|:\n]/u.test(match[6]!) || !/^\d/u.test(match[0]) || match[6] === ''
      if (rest === '' || (startsLikeCaption.test(rest) && (marked || match[3] !== '/' || match[6] === ' ')))
        return rest.trimStart()
    }
    const duration = digitOrBracket ? headDuration.exec(text.slice(0, 48)) : null
    if (duration && startsLikeCaption.test(text.slice(duration[0].length))) return text.slice(duration[0].length)
  }
  if (first >= 0x61 && first <= 0x7a) {
    const match = machineHead.exec(text.slice(0, 140))
    if (match) return text.slice(match[0].length)
  } else if (/^(?:This image|Image|May be)/u.test(text)) {
    const match = /^(?:(?:This )?[Ii]mage may contain|May be an image of)[^:\n]{0,120}: (?=\p{Lu})/u.exec(text)
    if (match) return text.slice(match[0].length)
  }
  return undefined
}

/** The last run of characters without a blank or bar, read from the end: a pattern would try every place before it. */
function lastRun(text: string): string {
  let at = text.length
  while (at > 0 && text[at - 1] !== '|' && !/\s/u.test(text[at - 1]!)) at--
  return text.slice(at)
}

/** Takes one piece of interface text off the end; undefined when there is none. */
export function peelInterfaceTail(text: string): string | undefined {
  const tail = text.slice(-64)
  const lower = tail.toLowerCase()
  const more = lastOfMore.test(lower.slice(-9)) ? ellipsisMore.exec(lower) : null
  if (more) return text.slice(0, text.length - more[0].length) + '...'
  const phrases = tails.get(lastRun(lower))
  if (phrases) {
    for (const phrase of phrases) {
      if (!lower.endsWith(phrase)) continue
      const rest = text.slice(0, text.length - phrase.length)
      const printed = text.slice(text.length - phrase.length)
      // a single word ends a sentence of its own, or it belongs to the caption: "... he has little to share"
      const ends = /[.!?…"'”»)\]|\n–—-]\s*$/u.test(rest)
      if (
        rest === '' ||
        (/[\s|]$/u.test(rest) &&
          (ends || (phrase.includes(' ') && /^[\p{Lu}.…]/u.test(printed)) || /^(?:hide|toggle) /u.test(phrase))) ||
        // "at least 14...Show more", "Show moreShow less": buttons glued on
        (phrase.includes(' ') && /^\p{Lu}/u.test(printed) && /[\p{Ll}\p{N}.!?…"'”»)\]]$/u.test(rest))
      )
        return rest.replace(/[\s|–—-]{1,6}$/u, '')
    }
  }
  const spoken = /[es]$/u.test(lower) ? spokenDuration.exec(tail) : null
  if (spoken && spoken.index > 0) return text.slice(0, text.length - spoken[0].length)
  // both end in digits, in a bracket or with "min." behind them: few captions come this far
  if (/\d[\])]?(?: ?min[a-z]{0,4}\.?)?[\])]?$/u.test(lower.slice(-16))) {
    const duration = tailDuration.exec(tail)
    if (duration) {
      const rest = text.slice(0, text.length - duration[0].length)
      if (!preposition.test(rest.slice(-12)) && duration.index > 0 && /^[\s|(\[–—-]/u.test(duration[0]))
        return rest.trimEnd()
    }
    const counted = tailCounter.exec(tail)
    if (
      counted &&
      counted.index > 0 &&
      /[.!?"”»)]\s*$/u.test(text.slice(0, text.length - counted[0].length)) &&
      /^[\s|(\[–—-]/u.test(counted[0])
    )
      return text.slice(0, text.length - counted[0].length).trimEnd()
  }
  return undefined
}
