import type { Cut } from './cut.ts'
import { trimEnd } from './cut.ts'

/**
 * Credits of scripts without blanks and capitals, at the end of a caption: "新华社记者 张三 摄", "、山田太郎撮影",
 * "홍길동 기자". The name stands between a mark and a closing word; nothing else can tell it from prose.
 */
const closings: readonly RegExp[] = [
  // "(新华社发)", "视觉中国供图": a house alone
  /[（(。 ](?<name>(?<house>新华社|新華社|中新社|中央社|视觉中国|視覺中國|人民视觉|东方IC|东方ic))(?:发|發|供图|供圖|图|圖|图片|圖片)[）)]?[。.]?$/u,
  // "图/新华社", "图源：视觉中国"
  /[（( 。](?:图|圖|图片|圖片|图源|圖源|图片来源|圖片來源|供图|供圖)[/／：:] ?(?<name>(?<house>[\p{Script=Han}A-Za-z]{2,10}))[）)]?[。.]?$/u,
  /(?:[（(]?(?<house>\p{Script=Han}{2,6}?)?(?:记者|記者) ?)(?<name>[\p{Script=Han} 、]{2,12}?) ?[摄攝撮][）)]?[。.]?$/u,
  /[、。，＝=（( ](?<name>[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー・]{2,9}?)(?:氏|記者|特派員)?(?:撮影|写す)[）)]?[。.]?$/u,
  /[.\]) ](?<name>\p{Script=Hangul}{2,4}) ?(?:선임)?기자(?: ?[\w.+-]{1,40}@[\w.-]{1,60})?[.]?$/u,
]

const houseNames: ReadonlyMap<string, string> = new Map([
  ['新华社', 'Xinhua'],
  ['新華社', 'Xinhua'],
  ['视觉中国', 'VCG'],
  ['視覺中國', 'VCG'],
  ['中央社', 'CNA'],
])
const reach = 60

/** Takes such a credit off the end. */
export function cutHanTail(text: string): Cut | undefined {
  const last = text.charCodeAt(text.length - 1)
  if (last < 0x80 && !/[)\].\w]$/u.test(text)) return undefined
  const from = Math.max(0, text.length - reach)
  const tail = text.slice(from)
  if (!/[摄攝撮影す자发發图圖]/u.test(tail)) return undefined
  for (const closing of closings) {
    const match = closing.exec(tail)
    if (!match) continue
    const { name, house } = match.groups as { name: string; house?: string }
    const mark = /^[、。，＝=（(.\]) ]/u.test(match[0]) && !/^[）)]/u.test(match[0]) ? 1 : 0
    const keep = /^[。.]/u.test(match[0]) ? 1 : 0
    return {
      rest: trimEnd(text.slice(0, from + match.index + keep)),
      credit: match[0].slice(mark).trim(),
      reading: {
        photographers: name === house ? [] : [name.trim()],
        agencies: house === undefined ? [] : [houseNames.get(house) ?? house],
        flags: [],
        label: true,
        wire: house !== undefined,
        organisation: house !== undefined,
        slash: false,
        nameWords: 1,
      },
    }
  }
  return undefined
}
