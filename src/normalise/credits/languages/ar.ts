import type { CreditWords } from '../credit-words.ts'

/** Arabic and Persian. */
export const ar: CreditWords = {
  labels: 'صورة الصورة تصوير عدسة المصدر مصدر عکس عکاس تصویر منبع',
  strongLabels: '',
  by: 'از',
  connectors: 'وكالة عن',
  flags: { file: 'أرشيفية أرشيف آرشیو آرشیوی', illustration: 'تعبيرية توضيحية' },
  remarks: {
    file: ['أرشيفية', 'أرشيف', 'صورة أرشيفية', 'صورة من الأرشيف', 'عکس آرشیوی', 'آرشیو'],
    illustration: ['صورة تعبيرية', 'صورة توضيحية', 'تعبيرية', 'عکس تزئینی', 'عکس تزئینی است'],
    handout: ['مواقع التواصل', 'مواقع التواصل الاجتماعي', 'الإنترنت', 'وسائل التواصل الاجتماعي'],
  },
}
