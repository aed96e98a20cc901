import type { CreditWords } from '../credit-words.ts'

/** Hungarian. */
export const hu: CreditWords = {
  labels: 'fotó fotók fotója fotós kép képek felvétel felvétele forrás fényképezte',
  strongLabels: '',
  by: '',
  connectors: 'és a az',
  flags: { file: 'archív', illustration: 'illusztráció' },
  remarks: {
    file: ['archív fotó', 'archív felvétel', 'archív kép', 'archív'],
    illustration: [
      'illusztráció',
      'képünk illusztráció',
      'a kép illusztráció',
      'illusztrációs kép',
      'a felvétel illusztráció',
      'illusztrációs fotó',
    ],
    handout: ['képernyőfotó', 'képernyőkép'],
  },
}
