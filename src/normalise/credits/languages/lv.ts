import type { CreditWords } from '../credit-words.ts'

/** Latvian. */
export const lv: CreditWords = {
  labels: 'foto attēls fotogrāfija avots autors autore',
  strongLabels: 'publicitātes',
  by: '',
  connectors: 'un',
  flags: { file: 'arhīvs arhīva', illustration: 'ilustratīvs ilustratīva' },
  remarks: {
    file: ['arhīva foto', 'foto no arhīva', 'attēls no arhīva'],
    illustration: ['ilustratīvs foto', 'ilustratīvs attēls', 'ilustratīva fotogrāfija'],
    handout: ['publicitātes foto', 'ekrānuzņēmums', 'foto no personīgā arhīva', 'foto no privātā arhīva'],
  },
}
