import type { CreditWords } from '../credit-words.ts'

/** Hebrew. */
export const he: CreditWords = {
  labels: 'צילום צילומים קרדיט תמונה',
  strongLabels: '',
  by: '',
  connectors: 'באדיבות',
  flags: { file: 'ארכיון', illustration: 'אילוסטרציה' },
  remarks: {
    file: ['ארכיון', 'צילום ארכיון', 'תמונת ארכיון'],
    illustration: ['אילוסטרציה', 'צילום אילוסטרציה', 'תמונת אילוסטרציה'],
    handout: ['צילום מסך', 'מתוך פייסבוק', 'מתוך טוויטר', 'מתוך יוטיוב'],
  },
}
