import type { CaptionWords } from '../caption-words.ts'

export const ro: CaptionWords = {
  months:
    'ianuarie|ian februarie|feb martie|mart aprilie|apr mai iunie|iun iulie|iul august|aug septembrie|sept octombrie|oct noiembrie|noi decembrie|dec',
  // "luni" are months, "Marti" and "Joi" are names as well: they stay words
  weekdays: 'duminica - - miercuri - vineri sambata',
  functionWords: 'si in din un o a ai ale al ca care este sunt era au fost cel cea cei lui sai sale isi iar',
  negations: 'nu fara nici niciun nicio nimeni nimic niciodata',
  opposites: 'cu|fara',
  subordinators: 'cand',
  numbers: 'doi|2 doua|2 trei|3 patru|4 cinci|5 sase|6 sapte|7 opt|8 zece|10',
  positions: 'stanga dreapta centru mijloc fundal',
  shortForms: '',
  pictureWords: 'foto fotografie imagine imagini arhiva captura ilustrativ',
}
