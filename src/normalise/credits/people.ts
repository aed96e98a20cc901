/** Words that make a capitalised run an organisation and not a person. */
const organisationWords = new Set(
  (
    'office police department newspaper times post news media service services press agency university ministry museum ' +
    'studio studios pictures tv television herald tribune journal gazette chronicle sheriff county committee government ' +
    'center centre institute club live inc inc. ltd ltd. llc gmbh ag plc company corp corporation collection library ' +
    'archives foundation network group gallery global international entertainment films sports united academy church school ' +
    'photography fotografie polizei ministerium verlag zeitung bundeswehr feuerwehr sammlung stadt verein presse ' +
    'gouvernement ministère mairie musée presidencia ministerio ayuntamiento policía gobierno periódico prensa ' +
    'comune ministero polizia governo prefeitura governo polícia gemeente politie kommun polisen politiet palácio ' +
    'getty images stock union record mail express mirror daily star globe council hospital airlines navy army force'
  ).split(' '),
)

const personWord = /^["'“«‘]?(?:\p{Lu}|\p{Lo})[\p{L}\p{M}'’.\-"”»]*$/u

/**
 * True for what reads like the name of one person: two to five words without digits and without a word of
 * organisations. Initials count as words; a single word is never enough, since agencies and towns look like it.
 */
export function isPerson(words: readonly string[]): boolean {
  if (words.length < 2 || words.length > 6) return false
  let long = 0
  for (const word of words) {
    const bare = word.replace(/[.,'’"”»]+$/u, '')
    if (organisationWords.has(bare.toLowerCase()) || /[’']s$/u.test(word)) return false
    if (!personWord.test(word) && !/^\p{Ll}{1,5}$/u.test(word)) return false
    if (bare.length > 1) long++
  }
  return long > 0
}

/** A name as a reader should see it: without quotes and final stop, capitals of agencies ("DAVID GRAY") lowered. */
export function printName(words: readonly string[]): string {
  return words
    .map((word, at) => {
      let text = word.replace(/^["'“«‘]+|["”»]+$/gu, '')
      if (at === words.length - 1 && !/^(?:jr|sr)\.$/iu.test(text)) text = text.replace(/(?<=\p{L}{2})\.$/u, '')
      return text.length > 2 && text === text.toUpperCase() && text !== text.toLowerCase() && !text.includes('.')
        ? lowered(text)
        : text
    })
    .join(' ')
}

function lowered(word: string): string {
  return word
    .toLowerCase()
    .replace(/(^|[-'’])(\p{L})/gu, (_, joint: string, letter: string) => joint + letter.toUpperCase())
}
