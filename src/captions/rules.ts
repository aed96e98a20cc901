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
/** Longer texts are rare and large: they are worked out anew. */
const longestRemembered = 4000

/** Opens the rules of this program, or those of another version, as a change of rules is rehearsed. */
export function openCaptionRules(
  version = captionNormaliserVersion,
  normalise: CaptionRules['normalise'] = normaliseCaption,
): CaptionRules {
  const captions = new Map<string, NormalisedCaption>()
  const pairs = new Map<string, CaptionComparison>()
  const names = new WeakMap<NormalisedCaption, string>()
  // what `compareNormalised` looks at beside the words, which the key stands for
  const nameOf = (caption: NormalisedCaption): string => {
    let name = names.get(caption)
    if (name === undefined) {
      name = JSON.stringify([caption.key, caption.text, caption.credit, caption.photographers, caption.agencies])
      names.set(caption, name)
    }
    return name
  }
  return {
    version,
    normalise: (raw, known) => {
      if (raw.length > longestRemembered) return normalise(raw, known)
      return remember(captions, rememberedCaptions, JSON.stringify([raw, known]), () => normalise(raw, known))
    },
    compare: (a, b, context) => {
      const name = `${nameOf(a)} ${nameOf(b)} ${context.scope ?? ''} ${context.sameMedia === true}`
      if (name.length > longestRemembered) return compareNormalised(a, b, context)
      return remember(pairs, rememberedPairs, name, () => compareNormalised(a, b, context))
    },
  }
}

function remember<T>(memory: Map<string, T>, most: number, name: string, work: () => T): T {
  const known = memory.get(name)
  if (known !== undefined) return known
  // a batch repeats what it asked a moment ago; older answers go all at once
  if (memory.size >= most) memory.clear()
  const made = work()
  memory.set(name, made)
  return made
}
