import type { CreditWords } from '../credit-words.ts'

export const it: CreditWords = {
  labels: 'ph foto fotografia immagine immagini credito crediti credits fonte grafica',
  strongLabels: 'fotografo',
  by: 'di da',
  connectors: 'del della per e via il la concessione',
  flags: { file: 'archivio repertorio', handout: 'frame' },
  remarks: {
    file: ["foto d'archivio", 'foto di archivio', "immagine d'archivio", 'immagine di repertorio', 'archivio'],
    handout: ['ufficio stampa', 'foto dal web', 'screenshot', 'frame da video', 'frame video'],
    illustration: ['foto di repertorio', 'immagine simbolica', 'foto simbolica'],
  },
}
