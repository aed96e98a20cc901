import type { CreditWords } from '../credit-words.ts'

export const no: CreditWords = {
  labels: 'foto bilde grafikk kilde illustrasjon',
  strongLabels: 'fotograf',
  by: 'av',
  connectors: 'og for via fra',
  flags: {
    file: 'arkiv arkivbilde arkivfoto',
    handout: 'privat',
    illustration: 'illustrasjonsfoto illustrasjonsbilde',
  },
  remarks: {
    handout: ['skjermdump', 'privat'],
    file: ['arkivfoto', 'arkivbilde', 'arkiv'],
    illustration: ['illustrasjonsfoto', 'illustrasjonsbilde'],
  },
}
