import { misspelt } from './edit-distance.ts'
import type { CaptionToken } from './token.ts'

/** Which word of one caption is which of the other; -1 where there is none. */
export interface Alignment {
  readonly inB: Int32Array
  readonly inA: Int32Array
  /** Words of `a` that stand elsewhere in `b`. */
  readonly moved: readonly number[]
}

/** Beyond this many cells the order of the middle part is not looked at, only its words. */
const mostCells = 160_000
/** Beyond this many leftovers misspellings are not looked for: the captions differ anyway. */
const mostLeftovers = 40

/** Aligns two captions: common ends, then the longest common subsequence, then misspellings, compounds, moved words. */
export function align(a: readonly CaptionToken[], b: readonly CaptionToken[]): Alignment {
  const inB = new Int32Array(a.length).fill(-1)
  const inA = new Int32Array(b.length).fill(-1)
  const pair = (i: number, j: number): void => {
    inB[i] = j
    inA[j] = i
  }
  let head = 0
  while (head < a.length && head < b.length && a[head]!.form === b[head]!.form) pair(head, head++)
  let endA = a.length
  let endB = b.length
  while (endA > head && endB > head && a[endA - 1]!.form === b[endB - 1]!.form) pair(--endA, --endB)
  if ((endA - head) * (endB - head) <= mostCells) pairSubsequence(a, b, head, endA, endB, pair)
  const moved: number[] = []
  const leftA = unpaired(a, inB)
  const leftB = unpaired(b, inA)
  if (leftA.length > 0 && leftB.length > 0) {
    pairMisspelt(a, b, leftA, leftB, inB, inA, pair)
    pairCompounds(a, b, inB, inA, pair)
    pairCompounds(b, a, inA, inB, (j, i) => pair(i, j))
    pairMoved(a, b, leftA, leftB, inB, inA, (i, j) => {
      pair(i, j)
      moved.push(i)
    })
  }
  return { inB, inA, moved }
}

function unpaired(tokens: readonly CaptionToken[], partner: Int32Array): number[] {
  const left: number[] = []
  for (let at = 0; at < tokens.length; at++) if (partner[at] === -1 && tokens[at]!.kind !== 'function') left.push(at)
  return left
}

type Pair = (i: number, j: number) => void

/** The longest common subsequence of the middle part, by dynamic programming over lengths. */
function pairSubsequence(
  a: readonly CaptionToken[],
  b: readonly CaptionToken[],
  head: number,
  endA: number,
  endB: number,
  pair: Pair,
): void {
  const rows = endA - head
  const columns = endB - head
  if (rows === 0 || columns === 0) return
  const width = columns + 1
  const lengths = new Uint16Array((rows + 1) * width)
  for (let i = rows - 1; i >= 0; i--) {
    const form = a[head + i]!.form
    for (let j = columns - 1; j >= 0; j--) {
      const down = lengths[(i + 1) * width + j]!
      const right = lengths[i * width + j + 1]!
      lengths[i * width + j] =
        form === b[head + j]!.form ? lengths[(i + 1) * width + j + 1]! + 1 : down > right ? down : right
    }
  }
  let i = 0
  let j = 0
  while (i < rows && j < columns) {
    if (a[head + i]!.form === b[head + j]!.form) pair(head + i++, head + j++)
    else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i++
    else j++
  }
}

function pairMisspelt(
  a: readonly CaptionToken[],
  b: readonly CaptionToken[],
  leftA: readonly number[],
  leftB: readonly number[],
  inB: Int32Array,
  inA: Int32Array,
  pair: Pair,
): void {
  if (leftA.length > mostLeftovers || leftB.length > mostLeftovers) return
  for (const i of leftA) {
    for (const j of leftB) {
      if (inB[i] === -1 && inA[j] === -1 && a[i]!.form !== b[j]!.form && misspelt(a[i]!, b[j]!)) pair(i, j)
    }
  }
}

/** "photocall" and "photo-call": one word here, two there. */
function pairCompounds(
  a: readonly CaptionToken[],
  b: readonly CaptionToken[],
  inB: Int32Array,
  inA: Int32Array,
  pair: Pair,
): void {
  const compounds = new Map<string, number>()
  for (let j = 0; j + 1 < b.length; j++) {
    if (inA[j] === -1 && inA[j + 1] === -1) compounds.set(b[j]!.form + b[j + 1]!.form, j)
  }
  if (compounds.size === 0) return
  for (let i = 0; i < a.length; i++) {
    if (inB[i] !== -1 || a[i]!.form.length < 4) continue
    const j = compounds.get(a[i]!.form)
    if (j === undefined || inA[j] !== -1 || inA[j + 1] !== -1) continue
    pair(i, j)
    inA[j + 1] = i
  }
}

/** A word that stands elsewhere is no difference; single characters of scripts without blanks prove nothing. */
function pairMoved(
  a: readonly CaptionToken[],
  b: readonly CaptionToken[],
  leftA: readonly number[],
  leftB: readonly number[],
  inB: Int32Array,
  inA: Int32Array,
  pair: Pair,
): void {
  const places = new Map<string, number[]>()
  for (const j of leftB) {
    if (inA[j] !== -1) continue
    const form = b[j]!.form
    places.set(form, [...(places.get(form) ?? []), j])
  }
  for (const i of leftA) {
    const form = a[i]!.form
    if (inB[i] !== -1 || (form.length === 1 && form.charCodeAt(0) >= 0xe00)) continue
    const j = places.get(form)?.shift()
    if (j !== undefined) pair(i, j)
  }
}
