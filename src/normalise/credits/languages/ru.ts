import type { CreditWords } from '../credit-words.ts'

/** Russian, with the Ukrainian and Bulgarian forms that share its pages. */
export const ru: CreditWords = {
  labels: 'фото фотография снимок изображение источник иллюстрация кадр світлина джерело снимка',
  strongLabels: 'фотограф',
  by: 'от',
  connectors: 'и для через с сайта пресс-служба из',
  flags: { file: 'архив архивное', handout: 'пресс-служба' },
  remarks: {
    file: ['архивное фото', 'фото из архива', 'архив'],
    illustration: ['иллюстративное фото', 'фото носит иллюстративный характер'],
  },
}
