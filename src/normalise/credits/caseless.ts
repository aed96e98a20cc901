import type { CreditFlag } from './credit-words.ts'
import type { Cut } from './cut.ts'
import { trimEnd } from './cut.ts'

/**
 * What the papers of Japan, China, Taiwan and Korea set behind a caption beside the photographer's name (see `han.ts`):
 * who handed the picture out, a house, a remark. Nothing but the closing or opening word tells it from prose, so the
 * rest may be no longer than a name.
 */
const handedOut = /^[^をがはにで、。,]{0,16}?(?:提供|供图|供圖|제공|ヘリから|機から)$/u
const screen = /^[^をがはにで、。,]{0,14}?(?:截图|截圖|캡처|캡쳐|갈무리)$|^(?:圖[／/])?翻[攝拍]自?[^。,]{0,14}$/u
const pictures =
  /^[^をがはにで、。,]{0,10}?(?:资料图片?|資料圖片?|資料写真|資料照片?|檔案照片?|档案照片|자료사진|網上圖片|网络图片|圖片|光明图片|人民视觉|사진기자단|공동취재사진|공동취재단|代表撮影|示意圖|示意图)$/u
const labelled =
  /^(?:写真提供|画像提供|写真|画像|撮影|提供|カメラ|圖|图|图源|图片来源|圖片來源|來源|来源|摄影|攝影|摄|攝|사진제공|사진|이미지|자료|출처|그래픽|PHOTO|Photo)(?: ?[=＝:：／/・·|] ?)[^。、,，]{1,20}$/u
const taken =
  /^(?:資料照[，、])?[\p{Script=Han} ／/]{0,8}(?:记者|記者|通讯员|通訊員) ?[\p{Script=Han}]{2,4} ?[／/]? ?(?:摄影?|攝影?|图|圖)(?: ?\d{2,4}年\d{1,2}月\d{1,2}日)?$|^[\p{Script=Han}]{2,4} ?[／/]? ?[摄攝](?:，[^。，]{2,8}提供)?$/u
const house =
  /^(?:(?:AP|AFP|EPA|UPI|ロイター|ゲッティ|共同|共同通信社?|時事|時事通信社?|聯合|新華社|アフロ|毎日新聞|朝日新聞社?|読売新聞|産経新聞|日刊スポーツ|スポーツ報知|Getty Images|IC photo|CFP|新华社|中新社|东方IC|视觉中国|法新社|美联社|美聯社|路透社?|歐新社|中央社|明報|聯合報系?|연합뉴스|뉴시스|뉴스1|로이터|중앙포토|중앙일보|한겨레|조선일보|동아일보)(?:[＝=・/／ ]|(?=時事|共同|연합뉴스|뉴시스|뉴스1|图$|圖$|供|图))?){1,2}(?:图|圖|供图)?$/u
const illustration = /^(?:※?写真は)?イメージ(?:です)?$|^사진은 기사 내용과 무관(?:함)?$/u

const flagOf: readonly (readonly [RegExp, CreditFlag | undefined])[] = [
  [illustration, 'illustration'],
  [pictures, 'file'],
  [handedOut, 'handout'],
  [screen, undefined],
  [taken, undefined],
  [labelled, undefined],
  [house, undefined],
]

const bracketed = /[（(［[【]([^（(［[【）)］\]】]{1,32})[）)］\]】][.。]?$/u
/** Behind the last sentence, an equals sign or a slash. Korean sentences end in "다.". */
const loose = /(?:[。.．＝=／/]|(?<=[다음]) ) ?([^。.．＝=／/]{1,26})[.。]?$/u
/** A label with its sign needs no mark before it: "写真：時事", "사진=새울시 제공". */
const announced =
  /[、。.．／/ \]］)）]?((?:写真提供|画像提供|写真|撮影|提供|사진제공|사진|이미지|PHOTO|摄影|攝影|摄|攝) ?[=＝:：／/|] ?[^。、=＝:：]{1,24})[.。]?$/u
const mail = /(?:[.\])다。] ?)((?:\d{4}\. ?\d{1,2}\. ?\d{1,2}\.? ?)?[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{1,20}){1,3})$/u
const reach = 64

/** Kana, Han and Hangul all stand behind this code. */
function hasEastAsian(text: string, from: number): boolean {
  for (let at = from; at < text.length; at++) if (text.charCodeAt(at) >= 0x3040) return true
  return false
}

/** Takes such a credit off the end. */
export function cutCaselessTail(text: string): Cut | undefined {
  const from = Math.max(0, text.length - reach)
  if (!hasEastAsian(text, from)) return undefined
  const tail = text.slice(from)
  for (const place of [bracketed, mail, announced, loose]) {
    const match = place.exec(tail)
    if (!match || from + match.index < 6) continue
    const credit = match[1]!.trim()
    const sure = place === mail || place === announced
    const found = sure ? ([place, undefined] as const) : flagOf.find(([pattern]) => pattern.test(credit))
    if (found === undefined) continue
    // the stop stays
    const keep = /^[。.．]/u.test(match[0]) ? 1 : 0
    return {
      rest: trimEnd(text.slice(0, from + match.index + keep)),
      credit,
      reading: {
        photographers: [],
        agencies: [],
        flags: found[1] === undefined ? [] : [found[1]],
        label: true,
        wire: false,
        organisation: false,
        slash: false,
        nameWords: 0,
      },
    }
  }
  return undefined
}
