import type { CreditWords } from '../credit-words.ts'

export const en: CreditWords = {
  labels:
    'photo photos photograph photographs picture pictures pic pics image images credit credits source graphic illustration video screenshot screengrab photography artwork',
  strongLabels: 'photographer photographers photocredit creditcredit copyright mandatory',
  by: 'by from',
  connectors:
    'via for of the and at staff stf stringer contributor special to with should read correspondent member writer freelance supplied submitted provided released released/ hand all rights reserved',
  flags: {
    file: 'file files archive archives archival',
    pool: 'pool',
    handout: 'handout hand-out provided supplied submitted contributed',
    courtesy: 'courtesy',
    illustration: 'stock',
  },
  remarks: {
    file: ['file photo', 'file photograph', 'file picture', 'file image', 'archive photo', 'file', 'archive'],
    handout: [
      'handout',
      'handout photo',
      'submitted photo',
      'supplied',
      'photo supplied',
      'contributed photo',
      'photo provided',
      'provided photo',
      'courtesy photo',
      'screengrab',
      'screenshot',
    ],
    illustration: [
      'stock image',
      'stock photo',
      'representative image',
      'representational image',
      'representational photo',
      'representative photo',
      'for representation',
      'image for representation',
      'image used for representational purpose',
      'illustrative photo',
      'illustration',
    ],
  },
}
