import { buttonPhrases, endPhrases, listPhrases, promoHeads, promoWords } from './furniture-words.ts'

/**
 * What a line of a page is when it is not part of the story:
 *   end     the story is over
 *   list    a label over links to other stories
 *   button  a menu entry, a share link, a label
 *   promo   the site speaks of itself
 */
export type Furniture = 'end' | 'list' | 'button' | 'promo'

const ends = new Set(endPhrases)
const lists = new Set(listPhrases)
const buttons = new Set(buttonPhrases)
const headsByLetter = new Map<string, string[]>()
for (const head of promoHeads) {
  const key = head.slice(0, 2)
  const known = headsByLetter.get(key)
  if (known) known.push(head)
  else headsByLetter.set(key, [head])
}

/** A line longer than this is prose, whatever it speaks of. */
const promoLength = 420
const phraseLength = 60

// "24 Comments", "Comments (3)", "0 comments"
const counted = /^(?:\(?\d{1,5}\)?\s)?(?<phrase>\D{3,30}?)(?:\s?\(?\d{1,5}\)?)?$/u
// [1/5], 1 of 9, Image 1 of 9, 2:58, 1/12
const counter = /^(?:\p{L}{3,10}\s)?[[(]?\d{1,3}\s?(?:of|\/|von|sur|de|di|van|av|af|:)\s?\d{1,3}(?::\d\d)?[\])]?$/iu
// "More from Nation & World", "Mehr aus Sport"
const moreFrom =
  /^(?:more (?:from|in|on|about|stories|news|coverage)|mehr (?:aus|zu|von)|plus de|más (?:de|en|sobre)|altro da|mais (?:de|em|sobre)|meer (?:van|over)|mer (?:om|från|fra)) .{2,60}$|^more .{2,40} (?:stories|news|coverage|headlines|articles)$/u
const shareRow =
  /^(?:(?:facebook|twitter|tweet|e-?mail|share|print|linkedin|whatsapp|pinterest|reddit|pint|baixar|download|x|copy link|save|sms|messenger|flipboard|telegram|teilen|drucken|partager|compartir|comments?|bluesky|threads)[\s|•·,/]{0,3}){2,14}$/iu
const copyright =
  /^(?:copyright\b|©|\(c\)\s|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos|todos os direitos|tutti i diritti)/iu
const rightsTail = /all rights reserved\.?$|may not be (?:published|reproduced)[^.]{0,160}\.?$/iu
const readingTime =
  /^(?:~\s?)?\d{1,2}(?:-| )?(?:min(?:ute)?s?\.?)(?: de)? (?:read|reading|lesezeit|lecture|lectura|leitura|lettura|leestijd)(?: time)?$|^(?:lesezeit|temps de lecture|tiempo de lectura|tempo de leitura|tempo di lettura|leestijd|reading time)\b.{0,24}$/iu

/** Lower case, without the arrows, colons and icons that sites hang on a label. */
export function foldLabel(text: string): string {
  return text
    .toLowerCase()
    .replace(/^[\s>»›→▶►•·|+×✕–—-]+/u, '')
    .replace(/[\s:>»›→▶►•·|+×✕.…!–—-]+$/u, '')
    .replace(/\s+/gu, ' ')
}

/** What kind of furniture a line is, or undefined when it may belong to the story. */
export function readFurniture(text: string): Furniture | undefined {
  if (text.length > promoLength) return rightsNotice(text) && text.length < 900 ? 'end' : undefined
  const label = foldLabel(text)
  if (label === '') return 'button'
  if (label.length <= phraseLength) {
    const phrase = counted.exec(label)?.groups?.phrase?.trim() ?? label
    if (buttons.has(label)) return 'button'
    if (lists.has(label) || lists.has(phrase)) return 'list'
    if (moreFrom.test(label) && !/[.!?]$/u.test(text)) return 'list'
    if (ends.has(label) || ends.has(phrase)) return 'end'
    if (counter.test(label) || readingTime.test(label)) return 'button'
  }
  if (label.length <= 160 && shareRow.test(label)) return 'button'
  if (rightsNotice(text)) return 'end'
  if (headsByLetter.get(label.slice(0, 2))?.some((head) => startsWith(label, head))) return 'promo'
  return speaksOfItself(label) ? 'promo' : undefined
}

/** A row of share links: two networks or more, and nothing else. */
export function isShareRow(text: string): boolean {
  return text.length <= 160 && shareRow.test(foldLabel(text))
}

/** A copyright notice; the words belong into the item's copyright notice. */
export function rightsNotice(text: string): boolean {
  return copyright.test(text) || (text.length < 600 && rightsTail.test(text))
}

function startsWith(label: string, head: string): boolean {
  if (!label.startsWith(head)) return false
  const next = label[head.length]
  return next === undefined || !/[\p{L}\p{N}]/u.test(head.at(-1) ?? '') || !/[\p{L}\p{N}]/u.test(next)
}

const speaking = new RegExp(`(?<![\\p{L}\\p{N}])(?:${promoWords.join('|')})(?![\\p{L}\\p{N}])`, 'gu')
const addressed =
  /(?<!\p{L})(?:you|your|our|us|we|sie|ihre?n?|unsere?|vous|votre|nos|notre|tu|su|usted|nuestr[ao]s?|você|nosso|nossa|il tuo|je|jouw|din|ditt|vår|vores)(?!\p{L})/u

/** Two words of the trade of selling, and the visitor is spoken to. */
function speaksOfItself(label: string): boolean {
  // the visitor first: few lines address one, and the words of the trade are many
  if (label.length > 160 || !addressed.test(label)) return false
  return new Set(label.match(speaking) ?? []).size >= 2
}
