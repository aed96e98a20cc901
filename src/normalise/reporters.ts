const before = /^(?:本报)?(?:记者|記者|특파원)[:：\s]?/u
const behind = /(?:记者|記者|기자|특파원)$/u
const joined = /[、，,·・ㆍ\s]{1,4}/u
const name = /^(?:\p{Script=Han}{2,5}|\p{Script=Hangul}{2,5})$/u

/**
 * The names of a Chinese, Japanese or Korean byline that says "reporter" before or behind them: "记者林晓舟、赵一鸣",
 * "한가람 기자". Undefined for any other byline, and for one whose words are not all names.
 */
export function readReporters(byline: string): readonly string[] | undefined {
  const bare = byline.replace(before, '').replace(behind, '').trim()
  if (bare === byline || bare === '') return undefined
  const names = bare.split(joined).filter(Boolean)
  return names.every((entry) => name.test(entry)) ? names : undefined
}
