import type { CreditWords } from '../credit-words.ts'

export const fr: CreditWords = {
  labels:
    'photo photos crédit crédits credit photographie illustration visuel image source infographie photo-illustration',
  strongLabels: 'photographe',
  by: 'par de',
  connectors: "pour du des la le les et via d'archives d'illustration avec",
  flags: { file: "archives d'archives archive", pool: 'pool', illustration: "d'illustration", handout: 'dr' },
  remarks: {
    handout: ['dr', 'photo dr', 'capture écran', "capture d'écran", "capture d'écran youtube", 'capture vidéo'],
    file: ["photo d'archives", "photo d'archive", "image d'archives", 'archives', 'archive'],
    illustration: ["photo d'illustration", "image d'illustration", 'illustration', 'photo prétexte', 'image prétexte'],
  },
}
