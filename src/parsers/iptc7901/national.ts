// ISO 646 and its national variants: where ASCII has brackets, each country has its own letters
const positions = '[\\]{|}~'
const variants = {
  // DIN 66003
  german: 'ÄÖÜäöüß',
  // SEN 850200, also of Finland; its tilde stays, for it is no letter in its first part
  swedish: 'ÄÖÅäöå~',
  // NS 4551 and DS 2089
  norwegian: 'ÆØÅæøå~',
} as const
type Language = keyof typeof variants

/** Short words of a language without any of those letters: they say whose letters the brackets are. */
const small: Readonly<Record<Language, ReadonlySet<string>>> = {
  german: new Set(['der', 'die', 'und', 'das', 'den', 'dem', 'ist', 'mit', 'nicht', 'von', 'ein', 'eine', 'auf', 'im', 'am']), // prettier-ignore
  swedish: new Set(['och', 'att', 'det', 'som', 'en', 'ett', 'inte', 'till', 'med', 'av', 'den', 'efter', 'om', 'ja', 'ei', 'oli', 'ovat']), // prettier-ignore
  norwegian: new Set(['og', 'at', 'det', 'som', 'en', 'et', 'ikke', 'til', 'med', 'af', 'av', 'den', 'efter', 'etter', 'om', 'er']), // prettier-ignore
}

const within = /\p{L}[{|}~]\p{Ll}|\p{L}[~}|{](?=[\s.,;:!?"')]|$)/gu
const fewest = 3

/**
 * Undoes the German, Swedish and Norwegian variants of the seven-bit code, in which letters stand where ASCII has
 * brackets: "M}nchen", "Malm|". Only for text without any character above 7 bits, and only when several such characters
 * stand within words or end them. Short words tell the language; German when none does.
 */
export function readNationalVariant(text: string): { text: string; used: boolean } {
  const mayUse = text.includes('{') || text.includes('|') || text.includes('}') || text.includes('~')
  if (!mayUse || /[^\u0000-\u007f]/.test(text)) return { text, used: false }
  if ((text.match(within) ?? []).length < fewest) return { text, used: false }
  const letters = variants[languageOf(text)]
  return {
    text: text.replace(/[[\\\]{|}~]/g, (character) => letters[positions.indexOf(character)] ?? character),
    used: true,
  }
}

function languageOf(text: string): Language {
  const score = { german: 0.5, swedish: 0, norwegian: 0 }
  // "{r" and "p}" are words of the north alone
  for (const word of text
    .toLowerCase()
    .split(/[^a-z{|}~[\]\\]+/)
    .slice(0, 2_000)) {
    for (const language of Object.keys(small) as Language[]) if (small[language].has(word)) score[language]++
    if (word === 'p}' || word === 'fr}n' || word === 'fr}') score.swedish += word === 'fr}n' ? 3 : 1
    if (word === 'p}' || word === 'fra' || word === 's}') score.norwegian++
  }
  const names = Object.keys(score) as Language[]
  return names.reduce((best, name) => (score[name] > score[best] ? name : best))
}
