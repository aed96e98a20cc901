import type { CreditWords } from '../credit-words.ts'

/** Estonian. */
export const et: CreditWords = {
  labels: 'foto fotod pilt allikas autor',
  strongLabels: '',
  by: '',
  connectors: 'ja',
  flags: {
    file: 'arhiiv arhiivifoto',
    handout: 'erakogu',
    illustration: 'illustreeriv',
  },
  remarks: {
    file: ['arhiivifoto', 'arhiivipilt', 'foto on arhiivist', 'pilt on arhiivist'],
    illustration: [
      'illustreeriv foto',
      'illustreeriv pilt',
      'illustratiivne foto',
      'foto on illustratiivne',
      'pilt on illustratiivne',
      'foto on illustreeriv',
      'pilt on illustreeriv',
    ],
    handout: ['erakogu', 'ekraanitõmmis', 'kuvatõmmis'],
  },
}
