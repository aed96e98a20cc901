import type { CreditWords } from '../credit-words.ts'

export const es: CreditWords = {
  labels: 'foto fotos fotografía fotografia imagen imágenes crédito créditos fuente vídeo video captura infografía',
  strongLabels: 'fotógrafo fotógrafa',
  by: 'por de',
  connectors: 'para del la el los las y vía via agencia cedida',
  flags: { file: 'archivo', courtesy: 'cortesía', handout: 'cedida', pool: 'pool' },
  remarks: {
    file: ['foto de archivo', 'fotografía de archivo', 'imagen de archivo', 'archivo'],
    illustration: [
      'imagen referencial',
      'foto referencial',
      'imagen ilustrativa',
      'foto ilustrativa',
      'imagen de referencia',
    ],
    courtesy: ['cortesía', 'foto cortesía', 'gentileza', 'foto: gentileza', 'foto gentileza'],
    handout: ['cedida', 'especial', 'captura de pantalla', 'captura de video', 'captura de vídeo', 'redes sociales'],
  },
}
