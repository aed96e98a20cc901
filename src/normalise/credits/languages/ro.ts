import type { CreditWords } from '../credit-words.ts'

/** Romanian. */
export const ro: CreditWords = {
  labels: 'foto sursa sursă fotografie imagine captură credit',
  strongLabels: '',
  by: '',
  connectors: 'și şi de',
  flags: { file: 'arhivă arhiva', illustration: 'ilustrativ ilustrativă' },
  remarks: {
    file: ['foto arhivă', 'foto: arhivă', 'imagine de arhivă', 'imagine din arhivă', 'fotografie de arhivă', 'arhivă'],
    illustration: [
      'foto ilustrativ',
      'foto cu rol ilustrativ',
      'imagine ilustrativă',
      'imagine cu caracter ilustrativ',
      'fotografie ilustrativă',
    ],
    handout: ['captură video', 'captură foto', 'captură de ecran'],
  },
}
