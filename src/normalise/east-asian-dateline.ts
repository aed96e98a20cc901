import { compact } from '../story/draft.ts'
import type { FoundDateline } from './found-dateline.ts'

// Xinhua and its neighbours: agency, town, date, "telegram", reporters in brackets: "新讯社青芦9月15日电（记者林晓舟、赵一鸣）"
const chinese =
  /^[\s\u3000（(]{0,4}\p{Script=Han}{1,6}[社网網](\p{Script=Han}{2,8}?)(\d{1,2}月\d{1,2}日)[电電](?:\s?[（(]((?:记者|記者)[\p{Script=Han}、，\s]{2,40})[）)])?\s?/u
// Kyodo and Jiji for papers: 【北京共同】, 【ワシントン時事】, 【ロンドン＝山路あかり】
const japanese =
  /^[\s\u3000]{0,4}【([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー・]{2,14}?)(?:共同|時事|[=＝]([^】\n]{2,20}))】\s?/u
// Yonhap: "(바람포=소식통신) 한가람 기자 = "
const korean =
  /^[([](\p{Script=Hangul}{2,10})(?:[·ㆍ,]\s?\p{Script=Hangul}{2,10}){0,4}=([\p{L}\d]{2,16})[)\]]\s?(?:((?:\p{Script=Hangul}{2,5}[·ㆍ,\s]{1,2}){1,5}(?:기자|특파원))\s?=\s?)?/u

// Taiwan's CNA: agency, reporter, town and day in one pair of brackets; nearly every name has three characters
const taiwanese =
  /^[\s\u3000]{0,4}[（(]\p{Script=Han}{2,5}社((?:記者|记者)\p{Script=Han}{3})(\p{Script=Han}{2,6})(\d{1,2}日)[電电][）)]\s?/u

const eastAsian = /^[\s\u3000（([]{0,4}[【\p{Script=Han}\p{Script=Hangul}]/u

/** The datelines of Chinese, Japanese and Korean agencies, which know neither capitals nor dashes. */
export function findEastAsianDateline(head: string): FoundDateline | undefined {
  // a letter of any other script ends the question
  const first = head.charCodeAt(0)
  if ((first < 0x3000 && first !== 0x28 && first !== 0x5b && first !== 0x20) || !eastAsian.test(head)) return undefined
  const china = chinese.exec(head)
  if (china?.[1] !== undefined) return found(china, china[1], china[2], china[3])
  const taiwan = taiwanese.exec(head)
  if (taiwan?.[2] !== undefined) return found(taiwan, taiwan[2], taiwan[3], taiwan[1])
  const japan = japanese.exec(head)
  if (japan?.[1] !== undefined) return found(japan, japan[1], undefined, japan[2])
  const korea = korean.exec(head)
  return korea?.[1] === undefined ? undefined : found(korea, korea[1], undefined, korea[3])
}

function found(match: RegExpExecArray, city: string, date?: string, byline?: string): FoundDateline {
  return compact<FoundDateline>({
    dateline: compact({ text: `${city}${date ?? ''}`, city, date }),
    byline: byline?.trim(),
    length: match[0].length,
  })
}
