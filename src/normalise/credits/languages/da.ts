import type { CreditWords } from '../credit-words.ts'

export const da: CreditWords = {
  labels: 'foto billede grafik kilde illustration',
  strongLabels: 'fotograf',
  by: 'af',
  connectors: 'og for via fra',
  flags: { file: 'arkiv arkivfoto', handout: 'pr-foto privatfoto' },
  remarks: {
    file: ['arkivfoto', 'arkiv'],
    handout: ['pressefoto', 'privatfoto', 'skærmbillede'],
    illustration: ['modelfoto', 'genrefoto'],
  },
}
