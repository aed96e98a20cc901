import type { CreditWords } from '../credit-words.ts'

/** Croatian, Bosnian, Serbian and Slovenian. */
export const hr: CreditWords = {
  labels: 'foto fotografija fotografije izvor vir slika autor snimio snimila ilustracija',
  strongLabels: 'printscreen',
  by: '',
  connectors: 'i in',
  flags: { file: 'arhiva arhiv arhivska arhivski' },
  remarks: {
    file: ['arhivska fotografija', 'arhivski snimak', 'arhivska slika', 'foto arhiva', 'arhiva', 'arhiv'],
    illustration: [
      'ilustracija',
      'ilustrativna fotografija',
      'simbolična fotografija',
      'simbolna fotografija',
      'fotografija je simbolična',
    ],
    handout: ['privatni album', 'osebni arhiv', 'zaslonska slika', 'foto: screenshot', 'screenshot', 'printscreen'],
  },
}
