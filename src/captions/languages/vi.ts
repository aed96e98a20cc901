import type { CaptionWords } from '../caption-words.ts'

export const vi: CaptionWords = {
  // months are numbers: "tháng 9"
  months: '- - - - - - - - - - - -',
  weekdays: '- - - - - - -',
  functionWords: 'va cua la cac nhung mot duoc nay ngay',
  negations: 'khong',
  opposites: '',
  subordinators: 'khi',
  numbers: '',
  positions: 'trai phai',
  shortForms: '',
  pictureWords: 'anh hinh',
}
