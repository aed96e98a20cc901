import type { Cut } from './cut.ts'
import { readCredit } from './grammar.ts'
import { readPieces } from './pieces.ts'

/**
 * The BBC and its services print, for readers of the page aloud, "Image source, Getty Images Image caption, A woman ...":
 * the credit between two labels, in each service's language.
 */
const sourceLabel =
  /^(?:(?:image|media) (?:source|copyright|credit)|fuente de la imagen|crédito|crédit photo|автор фото|джерело зображення|görsel kaynağı|nguồn hình ảnh|sumber gambar|chanzo cha picha|asalin hoton|ahoto|מקור|圖像來源|图像来源|画像提供|이미지 출처|صدر الصورة|مصدر الصورة|تصویر کا ذریعہ|इमेज स्रोत)[,，、: ]/iu
/** The first words of those labels, which nearly no caption begins with. */
const firstWords = new Set(
  'image media fuente crédito crédit автор джерело görsel nguồn sumber chanzo asalin ahoto מקור 圖像來源 图像来源 画像提供 이미지 صدر مصدر تصویر इमेज'.split(
    ' ',
  ),
)
const captionLabel =
  /(?:[ ,]|(?<=\p{L}))(?:(?:image|media) caption|pie de foto|legenda da foto|légende image|подпись к фото|підпис до фото|altyazı|keterangan gambar|maelezo ya picha|bayanan hoto|圖像加註文字|图像加注文字|画像説明|사진 설명|التعليق على الصورة|تصویر کا کیپشن|इमेज कैप्शन)[,，、: ]/iu
const reach = 140

/** Takes such a credit, with both labels, off the head. */
export function cutCaptioned(text: string): Cut | undefined {
  if (!firstWords.has(/^[^,，、: ]{0,12}/u.exec(text)![0].toLowerCase())) return undefined
  const head = text.slice(0, reach)
  const source = sourceLabel.exec(head)
  if (!source) return undefined
  const caption = captionLabel.exec(head.slice(source[0].length - 1))
  if (!caption) return undefined
  const from = source[0].length
  const to = from - 1 + caption.index
  const credit = text.slice(from, to).replace(/^[\s,]+|[\s,]+$/gu, '')
  const reading = readCredit(readPieces(credit))
  const rest = text.slice(to + caption[0].length).replace(/^[\s,，、:]+/u, '')
  if (!reading || rest === '') return undefined
  return { rest, credit, reading }
}
