import type { CaptionComparison, ComparisonContext } from './compare.ts'
import type { NormalisedCaption } from './normalise.ts'
import { byRichness, isAnchor } from './world.ts'
import type { CaptionForm, CaptionWorld } from './world.ts'

/** Where a form belongs: to the family of its head, which is itself when it is the richest. */
export interface Placement {
  readonly head: number
  readonly relation: 'first' | 'exact' | 'contained' | 'version' | 'hand' | 'apart'
  readonly reasons: readonly string[]
}

export interface FamilyLink {
  readonly head: number
  readonly reasons: readonly string[]
}

export interface Settlement {
  /** Forms that were looked at again, with where they belong now. */
  readonly placed: ReadonlyMap<number, Placement>
  /** Heads that were looked at again, with the richer heads they are related to. */
  readonly related: ReadonlyMap<number, readonly FamilyLink[]>
  /** Heads that stay, and a richer head that is new beside them. */
  readonly linked: readonly { readonly from: number; readonly to: number; readonly reasons: readonly string[] }[]
  /** Forms whose surroundings must be surveyed before the rest can be told. Empty when all is settled. */
  readonly missing: readonly number[]
}

export type Compare = (a: NormalisedCaption, b: NormalisedCaption, context: ComparisonContext) => CaptionComparison

/** Forms one is compared with, at most: those whose shared runs of words tell most. */
const mostCandidates = 12

/**
 * Settles families after forms are new (`fresh`), or changed their credit or pictures (`changed`), or lost a
 * neighbour (`shaken`).
 *
 * The rule is one that does not know of time: forms are taken from the richest to the poorest; each joins the best
 * of those before it that others are compared with (`isAnchor`), or is the head of a family itself. Where a form goes depends on richer ones alone, so after a change only
 * those are looked at again that the change can reach, each once, the richest first; the outcome is that of starting
 * over. The best is what a person joined, then the same picture, then the same words, then containment, and among
 * equals the one closest in weight.
 */
export function settleFamilies(
  world: CaptionWorld,
  start: { fresh: Iterable<number>; changed: Iterable<number>; shaken: Iterable<number> },
  compare: Compare,
): Settlement {
  const run = new Run(world, compare)
  for (const id of start.fresh) run.queue(id)
  for (const id of start.shaken) run.queue(id)
  for (const id of start.changed) run.queueAround(id)
  return run.finish()
}

class Run {
  private readonly placed = new Map<number, Placement>()
  private readonly related = new Map<number, FamilyLink[]>()
  private readonly linked: { from: number; to: number; reasons: readonly string[] }[] = []
  private readonly missing = new Set<number>()
  private readonly changed = new Set<number>()
  private readonly queued = new Set<number>()
  /** Poorest first, so that the richest is popped. */
  private readonly line: CaptionForm[] = []
  private readonly world: CaptionWorld
  private readonly compare: Compare

  constructor(world: CaptionWorld, compare: Compare) {
    this.world = world
    this.compare = compare
  }

  queue(id: number): void {
    const form = this.world.forms.get(id)
    if (form === undefined || this.queued.has(id)) return
    this.queued.add(id)
    let [low, high] = [0, this.line.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (byRichness(this.line[middle]!, form) > 0) low = middle + 1
      else high = middle
    }
    this.line.splice(low, 0, form)
  }

  /** A form whose rank may have changed: richer ones may have looked at it as a head, and must look again. */
  queueAround(id: number): void {
    const form = this.world.forms.get(id)
    if (form === undefined) return
    this.changed.add(id)
    this.queue(id)
    for (const other of this.world.neighbours(form)) this.queue(other.id)
    for (const other of this.world.underSamePicture(form).keys()) this.queue(other)
    for (const other of this.world.membersOf(id)) this.queue(other)
  }

  finish(): Settlement {
    for (let form = this.line.pop(); form !== undefined; form = this.line.pop()) {
      if (this.world.surveyed.has(form.id)) this.place(form)
      else this.missing.add(form.id)
    }
    const linked = this.linked.filter(({ from }) => !this.placed.has(from))
    return { placed: this.placed, related: this.related, linked, missing: [...this.missing] }
  }

  /** Whether others are compared with this form; unknown while it waits for its turn. */
  private isAnchor(form: CaptionForm): boolean {
    const placed = this.placed.get(form.id)
    if (placed !== undefined) return isAnchor(placed.relation)
    return !this.queued.has(form.id) && form.anchor
  }

  private headOf(form: CaptionForm): number | undefined {
    return this.placed.get(form.id)?.head ?? (this.queued.has(form.id) ? undefined : form.head)
  }

  private place(form: CaptionForm): void {
    const links: FamilyLink[] = []
    const found = form.apart ? apart(form) : (this.best(form, links) ?? first(form))
    this.placed.set(form.id, found)
    if (found.head === form.id) this.related.set(form.id, links)
    const anchor = isAnchor(found.relation)
    if (found.head !== form.head || anchor !== form.anchor || this.changed.has(form.id))
      this.tell(form, found.head, anchor)
  }

  /** Lets those look again whose place may depend on this one. */
  private tell(form: CaptionForm, head: number, anchor: boolean): void {
    const poorer = (id: number): boolean => {
      const other = this.world.forms.get(id)
      return other !== undefined && !this.queued.has(id) && byRichness(form, other) < 0
    }
    const follow = (ids: Iterable<number>): void => {
      for (const id of ids) if (poorer(id)) this.queue(id)
    }
    follow(this.world.membersOf(form.id))
    follow(this.world.underSamePicture(form).keys())
    follow(this.world.joinedTo(form.id))
    follow(this.world.splitFrom(form.id))
    if (!anchor && !form.anchor) return
    for (const other of this.world.lookAlikes(form)) {
      const { id } = other
      if (!poorer(id)) continue
      const { relation, reasons } = this.compare(other.normal, form.normal, { scope: 'elsewhere' })
      const standsBy = relation === 'related' && other.head === id && head === form.id
      if (relation === 'exact' || relation === 'contained' || other.head === form.id) this.queue(id)
      else if (standsBy) this.linked.push({ from: id, to: form.id, reasons })
    }
  }

  private best(form: CaptionForm, links: FamilyLink[]): Placement | undefined {
    let best: { candidate: Candidate; compared: CaptionComparison; rank: number } | undefined
    const barred = this.barredHeads(form)
    const distance = ({ anchor }: Candidate): number => Math.abs(anchor.normal.weight - form.normal.weight)
    for (const candidate of this.candidates(form)) {
      const { anchor, head, picture, byHand } = candidate
      const context: ComparisonContext = picture === undefined ? { scope: 'elsewhere' } : { sameMedia: true }
      const compared = this.compare(form.normal, anchor.normal, context)
      const rank = rankOf(compared.relation, picture !== undefined, byHand)
      if (rank > 0 && barred.has(head)) links.push({ head, reasons: [...compared.reasons, 'split by hand'] })
      else if (rank === 0 && compared.relation === 'related') links.push({ head, reasons: compared.reasons })
      if (rank === 0 || barred.has(head)) continue
      const closer =
        best === undefined ||
        rank - best.rank ||
        distance(best.candidate) - distance(candidate) ||
        byRichness(best.candidate.anchor, anchor)
      if (closer === true || closer > 0) best = { candidate, compared, rank }
    }
    if (best === undefined) return undefined
    const { picture, byHand, head } = best.candidate
    const reasons = [
      ...(byHand ? ['joined by hand'] : []),
      ...(picture === undefined ? [] : [`the same picture ${picture}`]),
      ...best.compared.reasons.filter((reason) => reason !== 'same picture'),
    ]
    const relation = byHand ? 'hand' : (best.compared.relation as 'exact' | 'contained' | 'version')
    return { head, relation, reasons }
  }

  /** Heads this form must not join: one of theirs was split from it by hand. */
  private barredHeads(form: CaptionForm): Set<number> {
    const barred = new Set<number>()
    for (const id of this.world.splitFrom(form.id)) {
      const other = this.world.forms.get(id)
      const head = other === undefined || byRichness(other, form) > 0 ? undefined : this.headOf(other)
      if (head !== undefined) barred.add(head)
    }
    return barred
  }

  private candidates(form: CaptionForm): Candidate[] {
    const found = new Map<number, Candidate>()
    const take = (id: number, more: { picture?: string; byHand?: boolean }): void => {
      const anchor = this.richer(form, id)
      const head = anchor === undefined ? undefined : this.headOf(anchor)
      if (anchor === undefined || head === undefined) return
      const { picture = found.get(id)?.picture, byHand = found.get(id)?.byHand ?? false } = more
      found.set(id, { anchor, head, picture, byHand })
    }
    for (const id of this.world.joinedTo(form.id)) take(id, { byHand: true })
    for (const [id, picture] of this.world.underSamePicture(form)) take(id, { picture })
    let taken = 0
    for (const other of this.world.lookAlikes(form)) {
      if (!this.isAnchor(other) || other.apart || byRichness(other, form) > 0) continue
      take(other.id, {})
      if (++taken === mostCandidates) break
    }
    return [...found.values()]
  }

  private richer(form: CaptionForm, id: number): CaptionForm | undefined {
    const other = this.world.forms.get(id)
    return other === undefined || other.apart || byRichness(other, form) > 0 ? undefined : other
  }
}

interface Candidate {
  /** What the form is compared with. */
  readonly anchor: CaptionForm
  /** The head of the anchor's family. */
  readonly head: number
  readonly picture: string | undefined
  readonly byHand: boolean
}

const first = (form: CaptionForm): Placement => ({
  head: form.id,
  relation: 'first',
  reasons: ['the richest of its family'],
})
const apart = (form: CaptionForm): Placement => ({ head: form.id, relation: 'apart', reasons: ['never compared'] })

function rankOf(relation: CaptionComparison['relation'], samePicture: boolean, byHand: boolean): number {
  const words = relation === 'exact' ? 2 : relation === 'contained' ? 1 : 0
  if (byHand) return 20 + words
  if (samePicture) return 10 + words
  return words
}
