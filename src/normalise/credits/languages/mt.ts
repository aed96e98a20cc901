import type { CreditWords } from '../credit-words.ts'

/** Maltese. */
export const mt: CreditWords = {
  labels: 'ritratt ritratti sors filmat',
  strongLabels: '',
  by: 'minn',
  connectors: '',
  flags: { file: 'arkivju' },
  remarks: {
    file: ['ritratt tal-arkivju', 'ritratt mill-arkivju', 'ritratt: arkivju', 'arkivju'],
  },
}
