import type { CreditWords } from '../credit-words.ts'

/** Chinese, Japanese, Korean, Thai, and what is left. */
export const elsewhere: CreditWords = {
  labels:
    '写真 写真提供 画像 画像提供 提供 撮影 図 图 圖 图源 图片 圖片 图片来源 圖片來源 资料图 来源 來源 摄影 攝影 摄 攝 사진 사진제공 출처 ภาพ แฟ้มภาพ',
  strongLabels: '記者 记者 撮 촬영',
  by: '',
  connectors: 'i a',
  flags: { file: '資料 资料 資料写真 자료', handout: 'handout' },
  remarks: {
    file: ['資料写真', '资料图', '资料图片', '資料圖片', '資料照', '資料照片', '本報資料照片', '자료사진', 'แฟ้มภาพ'],
    illustration: ['示意圖', '示意图', '※写真はイメージ', '写真はイメージ', '写真はイメージです', 'イメージ'],
  },
}
