import type { CreditWords } from '../credit-words.ts'

/** Indonesian and Malay. */
export const id: CreditWords = {
  labels: 'foto gambar sumber dok',
  strongLabels: '',
  by: '',
  connectors: 'dan oleh',
  flags: { file: 'arsip dokumentasi', handout: 'istimewa', illustration: 'ilustrasi hiasan' },
  remarks: {
    file: ['foto arsip', 'arsip', 'foto dokumentasi'],
    illustration: ['ilustrasi', 'foto ilustrasi', 'gambar hiasan', 'foto hiasan', 'gambar ilustrasi', 'sekadar hiasan'],
    handout: ['istimewa', 'ist', 'foto istimewa', 'tangkapan layar'],
  },
}
