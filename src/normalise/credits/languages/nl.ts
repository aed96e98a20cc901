import type { CreditWords } from '../credit-words.ts'

export const nl: CreditWords = {
  labels: 'foto fotos beeld afbeelding bron fotografie illustratie',
  strongLabels: 'fotograaf fotocredit',
  by: 'van door',
  connectors: 'voor en via de het',
  flags: { file: 'archief archieffoto archiefbeeld' },
  remarks: {
    handout: ['eigen foto', 'foto: eigen foto', 'rr', 'aangeleverd', 'eigen beeld', 'beeld rv', 'rv'],
    file: ['archieffoto', 'archiefbeeld', 'archief'],
    illustration: ['foto ter illustratie', 'ter illustratie', 'stockfoto'],
  },
}
