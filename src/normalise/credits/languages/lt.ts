import type { CreditWords } from '../credit-words.ts'

/** Lithuanian: the label closes the credit and is cut short, "BNS nuotr.", "Rimo Balčiūno nuotr.". */
export const lt: CreditWords = {
  labels: 'nuotrauka nuotraukos nuotraukų autorius autorė šaltinis',
  strongLabels: 'nuotr',
  by: '',
  connectors: 'ir iš',
  flags: { file: 'archyvo archyvas', illustration: 'asociatyvi' },
  remarks: {
    file: ['archyvo nuotrauka', 'archyvo nuotr', 'nuotrauka iš archyvo'],
    illustration: ['asociatyvi nuotrauka', 'asociatyvi nuotr', 'asociatyvinė nuotrauka', 'asociatyvinė nuotr'],
    handout: ['ekrano nuotrauka', 'asmeninio albumo nuotr', 'asmeninio archyvo nuotr', 'bendrovės nuotr'],
  },
}
