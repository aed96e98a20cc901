import { peelCredits } from '../normalise/credits/credit.ts'
import type { CreditFlag } from '../normalise/credits/credit-words.ts'
import { dropRepeatedSentences, partDoubled, sameHalves } from './doubling.ts'
import { peelFilePrefix } from './file-prefix.ts'
import { peelInterfaceHead, peelInterfaceTail } from './interface-text.ts'
import { peelNotice } from './notices.ts'

/** What is left of a caption, and what came off. */
export interface PeeledCaption {
  readonly text: string
  readonly credit?: string
  readonly photographers: readonly string[]
  readonly agencies: readonly string[]
  readonly flags: readonly CreditFlag[]
  /** The date a file prefix gave, as printed. */
  readonly dates: readonly string[]
  /** Everything removed, as printed, in the order of removal. */
  readonly peeled: readonly string[]
}

/** Honest captions are done after three rounds. */
const maxRounds = 8

class Peeling {
  text: string
  credit: string | undefined
  private withoutCredits = ''
  readonly photographers: string[] = []
  readonly agencies: string[] = []
  readonly flags = new Set<CreditFlag>()
  readonly dates: string[] = []
  readonly peeled: string[] = []

  constructor(text: string) {
    this.text = text
  }

  run(depth: number): this {
    for (let round = 0; round < maxRounds; round++) {
      const before = this.text
      this.interfaceText()
      this.credits()
      if (depth === 0) this.doubled()
      this.filePrefix()
      if (this.text === before || this.text === '') break
    }
    return this
  }

  private take(rest: string | undefined): boolean {
    if (rest === undefined || rest.length >= this.text.length) return false
    const at = this.text.indexOf(rest)
    this.peeled.push(at > 0 ? this.text.slice(0, at).trim() : this.text.slice(rest.length).trim())
    this.text = rest
    return true
  }

  private interfaceText(): void {
    for (let round = 0; round < maxRounds && this.text !== ''; round++) {
      const head = this.take(peelInterfaceHead(this.text))
      const tail = this.take(peelInterfaceTail(this.text))
      if (!head && !tail) break
    }
    this.take(peelNotice(this.text))
  }

  private credits(): void {
    if (this.text === this.withoutCredits) return
    const split = peelCredits(this.text)
    if (split.text.length < this.text.length) {
      this.text = split.text
      this.peeled.push(...split.peeled)
      if (split.credit !== undefined && (this.credit === undefined || split.credit.length > this.credit.length))
        this.credit = split.credit
      this.photographers.push(...(split.photographer === undefined ? [] : split.photographer.split(', ')))
      if (split.agency !== undefined) this.agencies.push(split.agency)
      for (const flag of split.flags) this.flags.add(flag)
    } else this.text = split.text
    this.withoutCredits = this.text
  }

  private filePrefix(): void {
    const found = peelFilePrefix(this.text)
    if (!found) return
    this.text = found.rest
    this.peeled.push(found.peeled)
    if (found.date !== undefined) this.dates.push(found.date)
    if (found.flag !== undefined) this.flags.add(found.flag)
  }

  private doubled(): void {
    const halves = partDoubled(this.text)
    if (!halves) return
    const [first, second] = halves.map((half) => new Peeling(half).run(1)) as [Peeling, Peeling]
    const kept = sameHalves(first.text, second.text)
    if (kept === undefined) {
      this.take(dropRepeatedSentences(this.text))
      return
    }
    this.peeled.push((kept === first.text ? halves[1] : halves[0]) ?? '')
    this.text = kept
    for (const half of [first, second]) {
      if (half.credit !== undefined && (this.credit ?? '').length < half.credit.length) this.credit = half.credit
      this.photographers.push(...half.photographers)
      this.agencies.push(...half.agencies)
      for (const flag of half.flags) this.flags.add(flag)
      this.dates.push(...half.dates)
    }
  }
}

/** Takes interface text, notices, credits, file prefixes and doublings off a clean caption until nothing more comes. */
export function peelCaption(clean: string): PeeledCaption {
  const { text, credit, photographers, agencies, flags, dates, peeled } = new Peeling(clean).run(0)
  return {
    text: text.trim(),
    ...(credit === undefined ? {} : { credit }),
    photographers: [...new Set(photographers)],
    agencies: [...new Set(agencies)],
    flags: [...flags],
    dates,
    peeled: peeled.filter((part) => part !== ''),
  }
}
