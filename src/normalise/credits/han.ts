import type { Cut } from './cut.ts'
import { trimEnd } from './cut.ts'

/**
 * Credits of scripts without blanks and capitals, at the end of a caption: "新华社记者 张三 摄", "、山田太郎撮影",
 * "홍길동 기자". The name stands between a mark and a closing word; nothing else can tell it from prose.
 */
const closings: readonly RegExp[] = [
  /(?:[（(]?(?<house>\p{Script=Han}{2,6}?)?(?:记者|記者) ?)(?<name>[\p{Script=Han} 、]{2,12}?) ?[摄攝撮][）)]?[。.]?$/u,
  /[、。，＝=（( ](?<name>[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー・]{2,9}?)(?:氏|記者|特派員)?(?:撮影|写す)[）)]?[。.]?$/u,
  /[.\]) ](?<name>\p{Script=Hangul}{2,4}) ?(?:선임)?기자(?: ?[\w.+-]{1,40}@[\w.-]{1,60})?[.]?$/u,
]

const reach = 60

/** Takes such a credit off the end. */
export function cutHanTail(text: string): Cut | undefined {
  const last = text.charCodeAt(text.length - 1)
  if (last < 0x80 && !/[)\].\w]$/u.test(text)) return undefined
  const from = Math.max(0, text.length - reach)
  const tail = text.slice(from)
  if (!/[摄攝撮影す자]/u.test(tail)) return undefined
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
        photographers: [name.trim()],
        agencies: house === undefined ? [] : [house === '新华社' || house === '新華社' ? 'Xinhua' : house],
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
