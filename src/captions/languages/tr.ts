import type { CaptionWords } from '../caption-words.ts'

export const tr: CaptionWords = {
  months: 'ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik',
  // "pazar" is a market as well, "salı" and "cuma" are short: they stay words
  weekdays: '- pazartesi - carsamba persembe - cumartesi',
  functionWords: 've bir bu da de ile ki icin gunu',
  negations: 'degil yok hicbir hic kimse',
  opposites: '',
  subordinators: 'iken',
  numbers: 'iki|2 uc|3 dort|4 bes|5 alti|6 yedi|7 sekiz|8 dokuz|9 on|10',
  positions: 'solda sagda ortada soldan sagdan',
  shortForms: '',
  pictureWords: 'fotograf foto gorsel arsiv temsili',
}
