import { remember } from './memo.ts'

// lower-case inside a name, unless they begin it
const particles = new Set(['van', 'von', 'de', 'der', 'den', 'del', 'della', 'di', 'da', 'das', 'dos', 'du', 'la', 'las', 'los', 'le', 'el', 'al', 'bin', 'ibn', 'ter', 'ten', 'zu', 'zur', 'y', 'e', 'of', 'and', 'for', 'in', 'the', 'och', 'und', 'et']) // prettier-ignore
const asTheyAre = new Set(['II', 'III', 'IV', 'AP', 'AFP', 'UPI', 'BBC', 'CNN', 'NBC', 'CBS', 'ABC', 'TV', 'US', 'UK', 'PA', 'USA', 'AAP', 'EFE', 'ANSA', 'TASS', 'AJ', 'CJ', 'DJ', 'JD', 'JJ', 'JP', 'JR', 'PJ', 'RJ', 'TJ', 'BJ', 'KC', 'DC', 'NY', 'LA']) // prettier-ignore
// inside names of places: CAP-AUX-MOUETTES, VILLE-SUR-MER; never their last word
const joints = new Set(['AU', 'AUX', 'À', 'LEZ', 'SUR', 'SOUS', 'LÈS', 'DE', 'DES', 'DU', 'LA', 'LE', 'LES', 'EN', 'AM', 'AN', 'UPON', 'ON', 'DEL', 'DELLA', 'DI']) // prettier-ignore
// Mac is a prefix in these; in Mackey, Macias, Machado and most others it is not
const macNames =
  /^mac(?=(?:donald|arthur|intyre|kenzie|leod|millan|gregor|pherson|farlane|lean|neil|kay|dougall|farquhar|innis|isaac|askill|kinnon|allister|aulay|beth|callum|duff|lachlan|namara|quarrie|rae|ritchie|tavish|vicar)s?$)/

/**
 * Title case for a name set in capitals: "MCCARTHY", "O'BRIEN", "LUDWIG VAN DER ROHE", "JEAN-LUC D'ARCY", "J.R. SMITH III".
 * A name that is not in capitals stays as it is.
 */
export const titleCaseName: (name: string) => string = remember((name) => {
  const words = name.split(' ')
  if (
    words.some(
      (word) => /^\p{Lu}\p{Ll}{2,}$/u.test(word) && !/^(?:Mc|Mac|Van|Von|Del)$/.test(word) && !isLeadWord(word),
    )
  )
    return withSurnameInCapitals(words)
  if (!words.some((word) => /\p{Lu}{2}/u.test(word))) return name
  const cased = words.map((word, at) => caseWord(word, at === 0)).join(' ')
  return dottedCapital.test(name) ? inTurkish(name, cased) : cased
})

// letters that only Turkish and Azerbaijani have: there I and İ are two letters, and each has its small one
const dottedCapital = /[İĞı]/

/** The same cases with the letters of Turkish: "ÇİĞDEM IŞIKLI" is "Çiğdem Işıklı". */
function inTurkish(name: string, cased: string): string {
  const letters = [...cased.normalize('NFC').replaceAll('i\u0307', 'i')]
  const capitals = [...name.normalize('NFC')]
  if (letters.length !== capitals.length) return cased
  return letters
    .map((letter, at) => {
      const was = capitals[at] ?? letter
      return letter !== was ? was.toLocaleLowerCase('tr') : was
    })
    .join('')
}

/** "Solène GARRIGUE" (AFP): only the surname is in capitals; four letters at least, for shorter ones are initials. */
function withSurnameInCapitals(words: readonly string[]): string {
  const at = words.findIndex((word) => surname.test(word))
  const whole = at > 0 && words.length <= 5 && words.slice(at).every((word) => surname.test(word))
  if (!whole) return words.join(' ')
  return words.map((word, position) => (position < at ? word : caseWord(word, false))).join(' ')
}

const surname = /^\p{Lu}[\p{Lu}'’-]{3,30}$/u

function isLeadWord(word: string): boolean {
  return word === 'The' || word === 'For'
}

function caseWord(word: string, first: boolean): string {
  const bare = word.replace(/[.,]+$/, '')
  if (!/\p{Lu}{2}/u.test(word)) return particles.has(word.toLowerCase()) && !first ? word.toLowerCase() : word
  if (asTheyAre.has(bare) && bare !== 'LA' && bare !== 'JR') return word
  if (bare === 'JR' || bare === 'SR') return `${bare[0] ?? ''}r${word.slice(2)}`
  if (!first && particles.has(bare.toLowerCase())) return word.toLowerCase()
  return word
    .split('-')
    .map((part, at, parts) =>
      at > 0 && at < parts.length - 1 && joints.has(part) ? part.toLowerCase() : casePart(part),
    )
    .join('-')
}

function casePart(part: string): string {
  // initials: J.R., K.
  if (/^(?:\p{L}\.){1,4}$/u.test(part)) return part
  // "McCARTNEY", "DeANGELIS": the agency itself marked the prefix
  const marked = /^(\p{Lu}\p{Ll}{1,2})(\p{Lu}{2,}.*)$/u.exec(part)
  if (marked !== null) return `${marked[1] ?? ''}${capitalise(marked[2] ?? '')}`
  const lower = part.toLocaleLowerCase('en')
  const apostrophe = /^([odlt]|mc)['’](\p{L}{2}.*)$/iu.exec(lower)
  if (apostrophe !== null)
    return `${capitalise(apostrophe[1] ?? '')}${part[(apostrophe[1] ?? '').length] ?? "'"}${capitalise(apostrophe[2] ?? '')}`
  const scottish = /^(mc)(\p{L}{2}.*)$/u.exec(lower)
  if (scottish !== null) return `Mc${capitalise(scottish[2] ?? '')}`
  if (macNames.test(lower)) return `Mac${capitalise(lower.slice(3))}`
  return capitalise(lower)
}

function capitalise(text: string): string {
  const lower = text.toLocaleLowerCase('en')
  const at = lower.search(/\p{L}/u)
  return at < 0 ? lower : `${lower.slice(0, at)}${(lower[at] ?? '').toLocaleUpperCase('en')}${lower.slice(at + 1)}`
}
