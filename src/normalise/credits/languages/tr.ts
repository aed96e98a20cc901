import type { CreditWords } from '../credit-words.ts'

/** Turkish. */
export const tr: CreditWords = {
  labels: 'fotoğraf fotoğraflar foto görsel kaynak haber',
  strongLabels: '',
  by: '',
  connectors: 've',
  flags: { file: 'arşiv', illustration: 'temsili' },
  remarks: {
    file: ['arşiv', 'arşiv fotoğrafı', 'fotoğraf: arşiv', 'arşiv fotoğraf'],
    illustration: ['temsili', 'temsili fotoğraf', 'temsili görsel', 'fotoğraf temsilidir'],
    handout: ['ekran görüntüsü', 'sosyal medya'],
  },
}
