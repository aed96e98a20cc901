/** How much of the beginning must come again before a text is looked at as doubled. */
const probe = 28

/**
 * Parts a text that contains its own beginning again ("X X (credit)", "X less X, shortened ... more"): the two halves,
 * for the caller to peel and compare. Undefined when the beginning does not recur.
 */
export function partDoubled(text: string): readonly [string, string] | undefined {
  if (text.length < 2 * probe) return undefined
  const at = text.indexOf(text.slice(0, probe), probe)
  return at < 0 ? undefined : [text.slice(0, at).trimEnd(), text.slice(at)]
}

const ellipsis = /(?:\.{3,}|…)$/u
const loose = /[\s.,;:!?…"'()-]+/gu

/** The fuller of two halves when they say the same, one perhaps cut short; undefined when they differ. */
export function sameHalves(first: string, second: string): string | undefined {
  const a = first.replace(loose, ' ').trim().toLowerCase()
  const b = second.replace(loose, ' ').trim().toLowerCase()
  if (a === '' || b === '') return undefined
  if (a === b) return first.length >= second.length ? first : second
  if (b.startsWith(a + ' ') || (ellipsis.test(first) && b.startsWith(a))) return second
  if (ellipsis.test(second) && a.startsWith(b)) return first
  return a.startsWith(b + ' ') && b.length > a.length / 3 ? first : undefined
}

/** Drops sentences that came before, word for word; short ones stay, they may be meant. */
export function dropRepeatedSentences(text: string): string {
  const sentences = text.split(/(?<=[.!?]["'”»)]?) (?=["'“„«(]?\p{Lu})/u)
  if (sentences.length < 2) return text
  const seen = new Set<string>()
  const kept = sentences.filter((sentence) => {
    const key = sentence.toLowerCase()
    if (key.length > 24 && seen.has(key)) return false
    seen.add(key)
    return true
  })
  return kept.length === sentences.length ? text : kept.join(' ')
}
