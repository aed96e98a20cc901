import { cutCaselessTail } from './caseless.ts'
import type { Cut } from './cut.ts'
import type { CreditFlag } from './credit-words.ts'
import { cutHanTail } from './han.ts'
import { cutHead, headReach } from './head.ts'
import { cutTail, tailReach } from './tail.ts'

/** A caption parted from its credits. */
export interface SplitCredit {
  /** The caption without its credit; empty when the whole was a credit. */
  readonly text: string
  /** The fullest credit as printed, without its brackets: "AP Photo/Jane Doe, File". */
  readonly credit?: string
  /** The photographer; several are parted by ", ". */
  readonly photographer?: string
  /** The agency as Writethru names it: "AP", "Reuters", "Getty Images"; the first printed when there are several. */
  readonly agency?: string
  /** file, pool, handout, courtesy, illustration. */
  readonly flags: CreditFlag[]
  /** Every credit that came off, as printed. */
  readonly peeled: readonly string[]
}

/** More credits than this on one caption are not honest. */
const maxCredits = 8

/**
 * Parts a caption as printed from the credits at its end and its head.
 *
 * A credit is what consists of capitalised words, connectors, labels, flags and agency names alone, with a label or an
 * agency to vouch for it (AP stylebook: the credit closes the caption in brackets; the web prints the same words with
 * other signs and at either end). It is repeated until nothing more comes off. Runs in linear time: only the outer
 * few hundred characters are read.
 */
export function splitCredit(raw: string): SplitCredit {
  return peelCredits(foldLines(raw))
}

/** Blanks folded to one, line ends kept: a credit on a line of its own needs no other sign. */
function foldLines(raw: string): string {
  return raw
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n[ \n]*/gu, '\n')
    .trim()
}

/** As splitCredit, for text whose blanks are folded already. */
export function peelCredits(folded: string): SplitCredit {
  let text = folded
  const cuts: Cut[] = []
  const peel = (cutOne: (text: string) => Cut | undefined): number => {
    let count = 0
    while (cuts.length < maxCredits && text !== '') {
      const cut = cutOne(text)
      if (!cut || cut.rest.length >= text.length) break
      text = cut.rest
      cuts.push(cut)
      count++
    }
    return count
  }
  // the two ends see each other's credit only in a short text
  for (let round = 0; round < 3; round++) {
    peel((rest) => cutTail(rest) ?? cutHanTail(rest) ?? cutCaselessTail(rest))
    if (peel(cutHead) === 0 || text.length > headReach + tailReach) break
  }
  const fullest = cuts.reduce<Cut | undefined>(
    (best, cut) => (best && weight(best) >= weight(cut) ? best : cut),
    undefined,
  )
  const photographers = distinctNames(cuts.flatMap((cut) => cut.reading.photographers))
  const agency = cuts.flatMap((cut) => cut.reading.agencies)[0]
  return {
    text: text.includes('\n') ? text.replaceAll('\n', ' ') : text,
    ...(fullest ? { credit: fullest.credit } : {}),
    ...(photographers.length > 0 ? { photographer: photographers.join(', ') } : {}),
    ...(agency === undefined ? {} : { agency }),
    flags: [...new Set(cuts.flatMap((cut) => cut.reading.flags))],
    peeled: cuts.map((cut) => cut.credit),
  }
}

function weight({ reading, credit }: Cut): number {
  return reading.photographers.length * 1000 + reading.agencies.length * 500 + Math.min(credit.length, 400)
}

function distinctNames(names: readonly string[]): string[] {
  const kept = new Map<string, string>()
  for (const name of names) {
    const key = name.toLowerCase()
    if (!kept.has(key)) kept.set(key, name)
  }
  return [...kept.values()]
}
