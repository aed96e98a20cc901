import type { CreditWords } from '../credit-words.ts'

export const pt: CreditWords = {
  labels: 'foto fotos fotografia imagem imagens crédito créditos fonte vídeo arte',
  strongLabels: 'divulgação reprodução fotógrafo',
  by: 'por de',
  connectors: 'para do da dos das e via o a',
  flags: { file: 'arquivo', handout: 'divulgação', courtesy: 'cortesia' },
  remarks: {
    file: ['foto de arquivo', 'imagem de arquivo', 'arquivo'],
    illustration: ['imagem ilustrativa', 'foto ilustrativa'],
    handout: [
      'divulgação',
      'foto: divulgação',
      'reprodução',
      'foto: reprodução',
      'imagem: reprodução',
      'arquivo pessoal',
      'acervo pessoal',
      'direitos reservados',
      'd.r',
      'dr',
      'redes sociais',
    ],
  },
}
