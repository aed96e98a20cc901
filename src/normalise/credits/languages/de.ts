import type { CreditWords } from '../credit-words.ts'

export const de: CreditWords = {
  labels: 'foto fotos bild bilder quelle aufnahme grafik montage fotomontage fotografie illustration copyright imago',
  strongLabels:
    'bildquelle bildnachweis bildrechte fotograf fotografin fotocredit bildcredit fotoquelle bildautor symbolfoto',
  by: 'von',
  connectors: 'vom über für und der die das des via in kollektion collage redaktion',
  flags: {
    file: 'archiv archivbild archivfoto archivaufnahme',
    handout: 'handout privat',
    illustration: 'symbolbild symbolfoto themenbild',
  },
  remarks: {
    file: ['archivbild', 'archivfoto', 'archiv', 'archivaufnahme', 'foto: archiv'],
    illustration: ['symbolbild', 'symbolfoto', 'themenbild', 'sujetbild', 'illustration', 'undatiertes archivbild'],
  },
}
