import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { compareCaptions } from '../../src/captions/compare.ts'

interface Pair {
  readonly a: string
  readonly b: string
  readonly same: boolean
  readonly kind: string
}

const read = (path: string): Pair[] =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Pair)

const merged = (a: string, b: string): boolean => ['exact', 'contained'].includes(compareCaptions(a, b).relation)

function score(pairs: readonly Pair[]): { precision: number; recall: number; wrong: string[] } {
  let [right, falsely, missed] = [0, 0, 0]
  const wrong: string[] = []
  for (const { a, b, same, kind } of pairs) {
    const found = merged(a, b)
    if (found && same) right++
    else if (found) falsely++
    else if (same) missed++
    if (found !== same) wrong.push(`${same ? 'missed' : 'merged'} [${kind}] ${a} <> ${b}`)
  }
  return { precision: right / (right + falsely), recall: right / (right + missed), wrong }
}

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

describe('invented pairs in many languages', () => {
  it.each([
    './pairs.jsonl',
    './pairs.held.jsonl',
    './pairs.pages.jsonl',
    // sixty ways of printing in 43 languages; odd lines here, even lines held back while the rules were written
    './pairs.lands.jsonl',
    './pairs.lands.held.jsonl',
    // prepositions and other small words; each scored before the rules that it taught: P .815 R .936, P .500 R .857
    './pairs.prepositions.jsonl',
    './pairs.small-words.jsonl',
    // written when they were mended and not seen by them: P .909 R 1 at first sight, P .588 R 1 before
    './pairs.small-words.held.jsonl',
  ])('%s: no false merge of a changed fact, hardly a repeat missed', (name) => {
    const { precision, recall, wrong } = score(read(here(name)))
    expect(precision, wrong.join('\n')).toBeGreaterThanOrEqual(0.985)
    expect(recall, wrong.join('\n')).toBeGreaterThanOrEqual(0.95)
  })

  it('do not care which caption comes first', () => {
    for (const { a, b } of read(here('./pairs.jsonl'))) {
      const [forth, back] = [compareCaptions(a, b), compareCaptions(b, a)]
      expect(back.relation).toBe(forth.relation)
      expect(back.reasons).toEqual(forth.reasons)
    }
  })
})

describe('the forms in which pages print one caption', () => {
  const forms = new Map<string, Pair[]>()
  for (const pair of read(here('./pairs.pages.jsonl')))
    if (pair.same) forms.set(pair.a, [...(forms.get(pair.a) ?? []), pair])

  it('are one caption, whichever of them comes first', () => {
    const apart: string[] = []
    let compared = 0
    for (const pairs of forms.values()) {
      for (const [at, one] of pairs.entries()) {
        for (const other of pairs.slice(at + 1)) {
          compared++
          if (!merged(one.b, other.b)) apart.push(`${one.b} <> ${other.b}`)
        }
      }
    }
    expect(compared).toBeGreaterThan(1_500)
    expect(apart.length, apart.join('\n')).toBeLessThanOrEqual(compared * 0.01)
  })
})

const shared = fileURLToPath(new URL('../../../shared/captions/pairs.dev.jsonl', import.meta.url))

describe('pairs from real pages', () => {
  it.skipIf(!existsSync(shared))('score at least .99 and .99 (skipped without the folder ../shared)', () => {
    const { precision, recall, wrong } = score(read(shared))
    expect(precision, wrong.join('\n')).toBeGreaterThanOrEqual(0.99)
    expect(recall, wrong.join('\n')).toBeGreaterThanOrEqual(0.99)
  })
})
