import { foldName } from './fold.ts'

// Names and abbreviations the trade uses; folded of case, accents and points before they are looked up.
const names: readonly string[] = [
  'january jan januar janner jaenner janvier janv enero ene gennaio gen janeiro januari januar tammikuu tammi',
  'february feb februar fevrier fevr fev febrero febbraio fevereiro februari helmikuu helmi',
  'march mar marz maerz mrz mars marzo marco maart mrt maaliskuu maalis',
  'april apr avril avr abril abr aprile huhtikuu huhti',
  'may mai mayo maggio mag maio mei maj toukokuu touko',
  'june jun juni juin junio giugno giu junho kesakuu kesa',
  'july jul juli juillet juil julio luglio lug julho heinakuu heina',
  'august aug aout agosto ago augustus augusti elokuu elo',
  'september sep sept septembre septiembre settembre set setembro syyskuu syys',
  'october oct oktober okt octobre octubre ottobre ott outubro out lokakuu loka',
  'november nov novembre noviembre novembro marraskuu marras',
  'december dec dezember dez decembre diciembre dic dicembre dezembro desember des joulukuu joulu',
]

const months = new Map<string, number>()
names.forEach((line, index) => {
  for (const name of line.split(' ')) if (!months.has(name)) months.set(name, index + 1)
})

/** 1-12 for a month's name or abbreviation in the languages of the wire; undefined for any other word. */
export function readMonth(word: string): number | undefined {
  const folded = foldName(word)
  // Finnish dates use the partitive: "3. tammikuuta"
  return months.get(folded) ?? months.get(folded.replace(/ta$/, ''))
}
