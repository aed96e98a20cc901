import { agencies } from './agencies.ts'
import type { Agency } from './agencies.ts'

interface Form {
  readonly words: readonly string[]
  readonly agency: Agency
  readonly exact: boolean
}

const formsByFirstWord = new Map<string, Form[]>()
/** Last words of agency names, for text glued on without a blank: "Getty ImagesProtesters". */
export const lastWords = new Set<string>()
/** Wire acronyms of three letters and more, for names glued to a word: "MilanAFP". */
export const acronyms = new Set<string>()

function learn(form: string, agency: Agency, exact: boolean): void {
  const words = form.split(' ')
  const first = bareWord(words[0]!).toLowerCase()
  const known = formsByFirstWord.get(first) ?? []
  known.push({ words, agency, exact })
  formsByFirstWord.set(first, known)
  lastWords.add(words.at(-1)!.toLowerCase())
  if (exact && agency.outlet !== true && /^\p{Lu}{3,}$/u.test(form)) acronyms.add(form)
}
for (const agency of agencies) {
  for (const form of agency.exact ?? []) learn(form, agency, true)
  for (const form of agency.forms ?? []) learn(form, agency, false)
}
for (const forms of formsByFirstWord.values()) forms.sort((a, b) => b.words.length - a.words.length)

function isStop(code: number): boolean {
  return code === 0x2e || code === 0x21 || code === 0x3f || code === 0x22 || code === 0x201d || code === 0xbb
}

/** A word without the full stop or quote that ends it. */
export function bareWord(word: string): string {
  let end = word.length
  while (end > 1 && isStop(word.charCodeAt(end - 1))) end--
  return end === word.length ? word : word.slice(0, end)
}

/** True when some agency's name starts with this word. */
export const startsAgencyName = (word: string): boolean => formsByFirstWord.has(word.toLowerCase())

/** The longest agency name that starts at word `at`, with its length in words. `lower` is that word bare and in lower case. */
export function agencyAt(
  wordAt: (index: number) => string | undefined,
  at: number,
  lower: string,
): { readonly agency: Agency; readonly length: number } | undefined {
  const forms = formsByFirstWord.get(lower)
  if (!forms) return undefined
  for (const form of forms) if (standsAt(wordAt, at, form)) return { agency: form.agency, length: form.words.length }
  return undefined
}

/** From the last word on: "the" opens a dozen names, and hardly ever one of them. */
function standsAt(wordAt: (index: number) => string | undefined, at: number, { words, exact }: Form): boolean {
  for (let offset = words.length - 1; offset >= 0; offset--)
    if (!sameWord(wordAt(at + offset), words[offset]!, exact)) return false
  return true
}

function sameWord(found: string | undefined, word: string, exact: boolean): boolean {
  if (found === undefined || found.length < word.length) return false
  const bare = bareWord(found)
  if (exact) return found === word || bare === word
  return bare.toLowerCase() === word || (found.length === word.length && found.toLowerCase() === word)
}
