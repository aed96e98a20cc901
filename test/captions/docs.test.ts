import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compareCaptions } from '../../src/captions/compare.ts'

const page = readFileSync(new URL('../../docs/captions.md', import.meta.url), 'utf8')
const base = /all against "([^"]+)"/u.exec(page)?.[1] ?? ''
const rows = [...page.matchAll(/^\| `([^`]+)` +\| (exact|contained|related|different) +\| /gmu)].filter(([, caption]) =>
  caption!.includes(' '),
)

describe('docs/captions.md tells the truth', () => {
  it('has a caption to compare with, and examples', () => {
    expect(base).toContain('Mayor')
    expect(rows.length).toBeGreaterThanOrEqual(8)
  })

  it.each(rows.map(([, caption, relation]) => [caption!, relation!] as const))('%s: %s', (caption, relation) => {
    expect(compareCaptions(base, caption).relation).toBe(relation)
  })
})
