import type { CreditWords } from '../credit-words.ts'

/** Vietnamese. */
export const vi: CreditWords = {
  labels: 'ảnh nguồn hình',
  strongLabels: '',
  by: '',
  connectors: 'và',
  flags: {},
  remarks: {
    file: ['ảnh tư liệu', 'ảnh tư liệu: ttxvn'],
    illustration: ['ảnh minh họa', 'ảnh minh hoạ', 'hình minh họa', 'hình minh hoạ'],
    handout: ['ảnh cắt từ clip', 'ảnh chụp màn hình'],
  },
}
