import type { CreditWords } from '../credit-words.ts'

/** Labels of languages without files of their own: Polish, Czech, Hungarian, Turkish, and scripts without capitals. */
export const elsewhere: CreditWords = {
  labels:
    'zdjęcie zdjęcia fot źródło zdroj fotó kép forrás fotoğraf kaynak 写真 写真提供 画像 画像提供 提供 撮影 図 图 圖 图源 图片 圖片 图片来源 圖片來源 资料图 来源 來源 摄影 攝影 摄 攝 사진 사진제공 출처 صورة الصورة تصوير المصدر عکس צילום קרדיט फोटो तस्वीर ภาพ',
  strongLabels: '記者 记者 撮 촬영',
  by: '',
  connectors: 'i a és és/',
  flags: { file: 'archiwum archiv archív arşiv 資料 资料 資料写真 자료 أرشيف ארכיון', handout: 'handout' },
  remarks: {
    file: ['資料写真', '资料图', '资料图片', '자료사진', 'أرشيفية', 'zdjęcie ilustracyjne', 'ilustrační foto'],
  },
}
