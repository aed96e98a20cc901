import { compareNormalised } from './compare.ts'
import type { CaptionComparison, ComparisonContext } from './compare.ts'
import { captionNormaliserVersion, normaliseCaption } from './normalise.ts'
import type { KnownCredit, NormalisedCaption } from './normalise.ts'

/** The rules of one version, with a memory: families ask for the same captions and pairs again and again. */
export interface CaptionRules {
  readonly version: number
  normalise(raw: string, known: KnownCredit): NormalisedCaption
  compare(a: NormalisedCaption, b: NormalisedCaption, context: ComparisonContext): CaptionComparison
}

const rememberedCaptions = 4000
const rememberedPairs = 40_000
const rememberedNames = 20_000
/** Captions that are told apart by number. */
const mostNamed = 2 ** 25
/** Longer texts are rare and large: they are worked out anew. */
const longestRemembered = 4000

/** Opens the rules of this program, or those of another version, as a change of rules is rehearsed. */
export function openCaptionRules(
  version = captionNormaliserVersion,
  normalise: CaptionRules['normalise'] = normaliseCaption,
): CaptionRules {
  const captions = new Map<string, NormalisedCaption>()
  const pairs = new Map<number, CaptionComparison>()
  const names = new Map<string, number>()
  const numbers = new WeakMap<NormalisedCaption, number>()
  // what `compareNormalised` looks at beside the words, which the key stands for
  const numberOf = (caption: NormalisedCaption): number => {
    let number = numbers.get(caption)
    if (number === undefined) {
      const { key, text, credit, photographers, agencies } = caption
      const name = [key, text, credit, photographers.join(), agencies.join()].join('\0')
      number = remember(names, rememberedNames, name, () => ++named)
      numbers.set(caption, number)
    }
    return number
  }
  let named = 0
  return {
    version,
    normalise: (raw, known) => {
      if (raw.length > longestRemembered) return normalise(raw, known)
      return remember(
        captions,
        rememberedCaptions,
        [raw, known.credit, known.photographer, known.agency].join('\0'),
        () => normalise(raw, known),
      )
    },
    compare: (a, b, context) => {
      const kind = (context.scope === 'elsewhere' ? 1 : 0) + (context.sameMedia === true ? 2 : 0)
      const pair = (numberOf(a) * mostNamed + (numberOf(b) % mostNamed)) * 4 + kind
      // beyond that the numbers of a pair would no longer tell it from another
      if (named >= mostNamed) return compareNormalised(a, b, context)
      return remember(pairs, rememberedPairs, pair, () => compareNormalised(a, b, context))
    },
  }
}

function remember<K, T>(memory: Map<K, T>, most: number, name: K, work: () => T): T {
  const known = memory.get(name)
  if (known !== undefined) return known
  // a batch repeats what it asked a moment ago; older answers go all at once
  if (memory.size >= most) memory.clear()
  const made = work()
  memory.set(name, made)
  return made
}
