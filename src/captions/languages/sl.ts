import type { CaptionWords } from '../caption-words.ts'

export const sl: CaptionWords = {
  months:
    'januarja|januar|januarju februarja|februar|februarju marca|marec|marcu aprila|april|aprilu maja|maj|maju junija|junij|juniju julija|julij|juliju avgusta|avgust|avgustu septembra|september|septembru oktobra|oktober|oktobru novembra|november|novembru decembra|december|decembru',
  weekdays: 'nedelja|nedeljo ponedeljek torek sreda|sredo cetrtek petek sobota|soboto',
  functionWords: 'in na med je so se bil bila bilo bili ki njegov njen njihov s z v ter',
  negations: 'ne ni niso nima brez nikoli nihce nic nobena noben nobeno niti',
  opposites: 'z|brez s|brez',
  subordinators: 'medtem ko',
  numbers: 'dva|2 dve|2 tri|3 trije|3 stiri|4 pet|5 sest|6 sedem|7 osem|8 devet|9 deset|10',
  positions: 'levo desno levi desni sredini ozadju',
  shortForms: '',
  pictureWords: 'foto fotografija slika arhiv arhivska simbolicna',
  tellingWords: 'do od po pred pri iz skozi ob',
}
