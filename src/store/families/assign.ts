import type { FormRow } from './forms.ts'
import type { FamilyPlan } from './plan.ts'

/** A family as it stands after a batch. */
export interface AssignedFamily {
  readonly head: number
  /** The number that survives; undefined for a family that nobody has seen yet. */
  readonly id: number | undefined
  /** Families that became part of it. */
  readonly absorbed: readonly number[]
  /** Why, in words. */
  readonly reason: string
}

export interface Assignment {
  readonly families: readonly AssignedFamily[]
  /** Families that stand for nothing any more: all their forms went elsewhere. */
  readonly emptied: readonly number[]
}

/**
 * Which number each family keeps. A family stays with its head; when the head joins another family, the whole goes
 * there, and of the numbers that meet the lowest survives. A family whose only wording was changed keeps its number
 * with the new wording.
 */
export function assignFamilies(plan: FamilyPlan): Assignment {
  const headOf = (form: FormRow): number => plan.settlement.placed.get(form.id)?.head ?? form.head ?? form.id
  const heads = new Map<number, Set<number>>()
  const touch = (head: number): Set<number> => {
    const known = heads.get(head)
    if (known !== undefined) return known
    const made = new Set<number>()
    heads.set(head, made)
    return made
  }
  const claimed = new Map<number, number>()
  const claim = (family: number, head: number): void => {
    if (claimed.has(family)) return
    claimed.set(family, head)
    touch(head).add(family)
  }
  for (const id of plan.settlement.placed.keys()) touch(headOf(plan.forms.get(id)!))
  for (const id of plan.reworded.keys()) touch(headOf(plan.forms.get(id)!))
  for (const id of plan.formOf.values()) touch(headOf(plan.forms.get(id)!))
  const involved = new Set<number>([...plan.removed.values()].map((form) => form.familyId!))
  for (const id of plan.settlement.placed.keys()) {
    const family = plan.forms.get(id)!.familyId
    if (family !== undefined) involved.add(family)
  }
  const byFamily = new Map<number, FormRow[]>()
  for (const form of plan.forms.values()) {
    if (form.familyId === undefined) continue
    byFamily.set(form.familyId, [...(byFamily.get(form.familyId) ?? []), form])
    // a head that stays keeps its family, whether or not anything else of it is known
    if (form.head === form.id && headOf(form) === form.id && heads.has(form.id)) claim(form.familyId, form.id)
  }
  for (const family of [...involved].sort((a, b) => a - b)) {
    if (claimed.has(family)) continue
    const forms = byFamily.get(family) ?? []
    const former = forms.find((form) => form.head === form.id) ?? forms.sort((a, b) => a.id - b.id)[0]
    if (former !== undefined) claim(family, headOf(former))
  }
  const emptied: number[] = []
  for (const form of plan.removed.values()) {
    const family = form.familyId!
    if (claimed.has(family)) continue
    const heir = plan.captions.find((caption) => caption.formId === form.id)
    const next = heir === undefined ? undefined : plan.forms.get(plan.formOf.get(heir.id)!)
    if (next === undefined) emptied.push(family)
    else claim(family, headOf(next))
  }
  return { families: [...heads].map(([head, ids]) => settleNumbers(plan, head, ids)), emptied }
}

function settleNumbers(plan: FamilyPlan, head: number, ids: ReadonlySet<number>): AssignedFamily {
  const known = plan.forms.get(head)!
  const all = new Set(ids)
  // a head that was not touched itself keeps the number it has
  if (known.head === head && known.familyId !== undefined) all.add(known.familyId)
  const [id, ...absorbed] = [...all].sort((a, b) => a - b)
  const reason = `one text holds both: ${known.text.slice(0, 200)}`
  return { head, id, absorbed, reason }
}
