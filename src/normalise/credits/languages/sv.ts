import type { CreditWords } from '../credit-words.ts'

export const sv: CreditWords = {
  labels: 'foto bild bilden bilder grafik källa fotografi',
  strongLabels: 'fotograf bildkälla',
  by: 'av',
  connectors: 'och för via från',
  flags: { file: 'arkiv arkivbild arkivfoto', handout: 'pressbild privat', illustration: 'genrebild' },
  remarks: {
    file: ['arkivbild', 'arkivfoto', 'arkiv'],
    handout: ['pressbild', 'skärmdump', 'privat'],
    illustration: ['genrebild', 'montage'],
  },
}
