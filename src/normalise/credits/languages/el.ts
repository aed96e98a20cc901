import type { CreditWords } from '../credit-words.ts'

export const el: CreditWords = {
  labels: 'φωτ φωτό φωτογραφία φωτογραφίες φωτογραφια φωτο φώτο πηγή εικόνα',
  strongLabels: 'φωτογράφος',
  by: 'από του της',
  connectors: 'και για μέσω',
  flags: { file: 'αρχείου αρχείο' },
  remarks: { file: ['φωτογραφία αρχείου', 'φωτό αρχείου', 'εικόνα αρχείου', 'αρχείου'] },
}
