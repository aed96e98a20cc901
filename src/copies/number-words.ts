/** Folded words for two to twenty: agencies spell small numbers out, and at the head of a sentence every number. */
const words: ReadonlySet<string> = new Set(
  (
    'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty ' +
    'zwei drei vier funf fuenf sechs sieben acht neun zehn elf zwolf zwoelf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn zwanzig ' +
    'deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt ' +
    'dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte ' +
    'due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici venti ' +
    'dois duas quatro sete oito dez doze treze vinte ' +
    'twee drie vijf zes zeven negen tien twaalf dertien veertien vijftien zestien twintig ' +
    'tva fyra fem sex sju atta nio tio tolv tretton fjorton femton sexton tjugo to fire seks syv sju atte otte ni ti elleve tyve'
  ).split(' '),
)

/** True for a small number written as a word, in the languages of the wire. */
export function isNumberWord(form: string): boolean {
  return words.has(form)
}
