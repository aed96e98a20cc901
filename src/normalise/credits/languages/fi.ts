import type { CreditWords } from '../credit-words.ts'

export const fi: CreditWords = {
  labels: 'kuva kuvat valokuva lähde grafiikka kuvaaja',
  strongLabels: 'valokuvaaja',
  by: '',
  connectors: 'ja',
  flags: { file: 'arkisto arkistokuva', handout: 'kuvakaappaus', illustration: 'kuvituskuva' },
  remarks: { file: ['arkistokuva', 'arkisto'], illustration: ['kuvituskuva'] },
}
