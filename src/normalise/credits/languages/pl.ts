import type { CreditWords } from '../credit-words.ts'

/** Polish. */
export const pl: CreditWords = {
  labels: 'zdjęcie zdjęcia zdj fot foto źródło autor grafika wideo',
  strongLabels: '',
  by: '',
  connectors: 'i oraz',
  flags: { file: 'archiwum archiwalne arch', handout: 'archiwum-prywatne' },
  remarks: {
    file: ['zdjęcie archiwalne', 'zdj. archiwalne', 'fot. archiwum', 'fot. arch', 'fot. archiwalne', 'archiwum'],
    illustration: [
      'zdjęcie ilustracyjne',
      'zdj. ilustracyjne',
      'zdjęcie poglądowe',
      'zdj. poglądowe',
      'fot. ilustracyjna',
      'zdjęcie ilustracyjne. fot. pixabay',
    ],
    handout: ['materiały prasowe', 'mat. prasowe', 'fot. materiały prasowe', 'archiwum prywatne', 'zrzut ekranu'],
  },
}
