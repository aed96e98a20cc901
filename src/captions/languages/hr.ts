import type { CaptionWords } from '../caption-words.ts'

/** Croatian, with the Bosnian and Serbian forms in Latin letters. */
export const hr: CaptionWords = {
  months:
    'sijecnja|sijecanj|januara|januar veljace|veljaca|februara|februar ozujka|ozujak|marta|mart travnja|travanj|aprila|april svibnja|svibanj|maja|maj lipnja|lipanj|juna|jun srpnja|srpanj|jula|jul kolovoza|kolovoz|avgusta|avgust rujna|rujan|septembra|septembar listopada|listopad|oktobra|oktobar studenoga|studenog|studeni|novembra|novembar prosinca|prosinac|decembra|decembar',
  weekdays: 'nedjelja|nedjelju ponedjeljak|ponedeljak utorak srijeda|srijedu|sredu cetvrtak petak subota|subotu',
  functionWords:
    'i u na tijekom tokom je su se bio bila bilo bili bile koji koja koje kako te njegov njezin njihov sa s',
  negations: 'ne nije nisu nece nema nisam bez nikad nitko niko nista niti ni',
  opposites: 's|bez sa|bez',
  subordinators: 'dok kada',
  numbers: 'dva|2 dvije|2 dve|2 tri|3 cetiri|4 pet|5 sest|6 sedam|7 osam|8 devet|9 deset|10',
  positions: 'lijevo desno levo sredini lijeva desna pozadini',
  shortForms: '',
  pictureWords: 'foto fotografija slika arhiva arhiv ilustracija',
  tellingWords: 'do od po pred pri kod iz uz nakon prije',
}
