import type { CreditWords } from '../credit-words.ts'

export const de: CreditWords = {
  labels: 'foto fotos bild bilder quelle aufnahme grafik montage fotomontage fotografie illustration copyright',
  strongLabels:
    'bildquelle bildnachweis bildrechte fotograf fotografin fotocredit bildcredit fotoquelle bildautor symbolfoto',
  by: 'von',
  connectors: 'vom über für und der die das des via kollektion collage redaktion',
  flags: {
    file: 'archiv archivbild archivfoto archivaufnahme',
    handout: 'handout privat zvg pd',
    illustration: 'symbolbild symbolfoto themenbild',
  },
  remarks: {
    handout: ['zvg', 'privat', 'leserfoto', 'ki-generiert'],
    file: ['undatiertes foto', 'archivbild', 'archivfoto', 'archiv', 'archivaufnahme', 'foto: archiv'],
    illustration: ['symbolbild', 'symbolfoto', 'themenbild', 'sujetbild', 'illustration', 'undatiertes archivbild'],
  },
}
