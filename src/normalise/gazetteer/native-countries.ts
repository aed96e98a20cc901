import { foldName } from '../fold.ts'

const languages = ['fr', 'es', 'de', 'it', 'pt', 'nl'] as const
let known: ReadonlySet<string> | undefined

/**
 * Names of countries in the languages whose agencies print the country in brackets behind the city, folded. From the
 * CLDR data of the runtime, made when the first such dateline comes.
 */
export function nativeCountries(): ReadonlySet<string> {
  return (known ??= new Set(languages.flatMap(countriesIn)))
}

function countriesIn(language: string): string[] {
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  return letters
    .flatMap((one) => letters.map((other) => names.of(one + other)))
    .filter((name) => name !== undefined)
    .map(foldName)
}
