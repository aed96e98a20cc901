import type { CreditWords } from '../credit-words.ts'

/** Icelandic. */
export const is: CreditWords = {
  labels: 'ljósmynd ljósmyndir mynd myndir',
  strongLabels: 'ljósmyndari',
  by: '',
  connectors: 'og',
  flags: { handout: 'aðsend', file: 'safn' },
  remarks: {
    file: ['úr safni', 'mynd úr safni'],
    handout: ['aðsend', 'aðsend mynd', 'skjáskot'],
  },
}
