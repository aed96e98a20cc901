import type { CreditWords } from '../credit-words.ts'

/** Czech and Slovak. */
export const cs: CreditWords = {
  labels: 'foto fotografie fotografia zdroj autor autorka video',
  strongLabels: 'reprofoto',
  by: '',
  connectors: 'a',
  flags: { file: 'archiv archív archivní archívne', illustration: 'ilustrační ilustračné ilustračná' },
  remarks: {
    file: ['archivní foto', 'archivní snímek', 'archívne foto', 'archívna snímka', 'archiv', 'archív'],
    illustration: [
      'ilustrační foto',
      'ilustrační snímek',
      'ilustrační fotografie',
      'ilustračné foto',
      'ilustračná snímka',
      'ilustračný obrázok',
    ],
    handout: ['foto: se souhlasem', 'reprofoto'],
  },
}
