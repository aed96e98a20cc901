import { foldName } from './fold.ts'

// Names and abbreviations the trade uses, in the case that stands in a date (Slavic and Greek genitives); folded of case,
// accents and points before they are looked up. "listopada" is November in Polish and October in Croatian: it is read as
// the former.
const names: readonly string[] = [
  'january jan januar janner jaenner janvier janv enero ene gennaio gen janeiro januari januar tammikuu tammi ianuarie gener jaanuar ocak stycznia ledna januara sijecnja sausio января січня януари јануара јануар ιανουαριου янв ιαν يناير जनवरी',
  'february feb februar fevrier fevr fev febrero febbraio fevereiro februari helmikuu helmi februarie febrer veebruar subat lutego unora februara veljace vasario февраля лютого февруари фебруара фебруар φεβρουαριου фев φεβ فبراير شباط फरवरी',
  'march mar marz maerz mrz mars marzo marco maart mrt maaliskuu maalis martie marcius marts marc mart marca brezna ozujka kovo марта березня март μαρτιου мар μαρ مارس آذار मार्च',
  'april apr avril avr abril abr aprile huhtikuu huhti aprilie aprilis aprill nisan kwietnia dubna aprila travnja balandzio апреля квітня април априла απριλιου апр απρ أبريل نيسان अप्रैल',
  'may mai mayo maggio mag maio mei maj toukokuu touko majus maig mayıs maja kvetna svibnja geguzes мая травня май маја μαιου مايو أيار मई',
  'june jun juni juin junio giugno giu junho kesakuu kesa junius iunie juny juuni haziran czerwca cervna juna lipnja birzelio июня червня юни јуна ιουνιου ιουν يونيو حزيران जून',
  'july jul juli juillet juil julio luglio lug julho heinakuu heina julius iulie juliol juuli temmuz lipca cervence jula srpnja liepos июля липня юли јула ιουλιου ιουλ يوليو تموز जुलाई julai',
  'august aug aout agosto ago augustus augusti elokuu elo augusztus agost agustos sierpnia srpna augusta kolovoza rugpjucio августа серпня август αυγουστου авг αυγ أغسطس آب अगस्त ogos',
  'september sep sept septembre septiembre settembre set setembro syyskuu syys szeptember septembrie setembre eylul wrzesnia zari septembra rujna rugsejo сентября вересня септември септембра септембар σεπτεμβριου сен сент σεπ سبتمبر أيلول सितंबर',
  'october oct oktober okt octobre octubre ottobre ott outubro out lokakuu loka octombrie oktoober ekim pazdziernika rijna oktobra spalio октября жовтня октомври октобра октобар οκτωβριου окт οκτ أكتوبر अक्टूबर',
  'november nov novembre noviembre novembro marraskuu marras noiembrie kasım listopada listopadu novembra studenoga lapkricio ноября листопада ноември новембра новембар νοεμβριου ноя νοε نوفمبر नवंबर',
  'december dec dezember dez decembre diciembre dic dicembre dezembro desember des joulukuu joulu decembrie detsember aralık grudnia prosince decembra prosinca gruodzio декабря грудня декември децембра децембар δεκεμβριου дек δεκ ديسمبر दिसंबर disember dis',
]

const months = new Map<string, number>()
names.forEach((line, index) => {
  for (const name of line.split(' ').map(foldName)) if (!months.has(name)) months.set(name, index + 1)
})

/** 1-12 for a month's name or abbreviation in the languages of the wire; undefined for any other word. */
export function readMonth(word: string): number | undefined {
  const folded = foldName(word)
  // Finnish dates use the partitive: "3. tammikuuta"
  return months.get(folded) ?? months.get(folded.replace(/ta$/, ''))
}
