import { describe, expect, it } from 'vitest'
import { attachToFamily, relatedFamilies } from '../../src/captions/family.ts'
import { normaliseCaption } from '../../src/captions/normalise.ts'
import { chooseRicher } from '../../src/captions/richer.ts'
import { shingles } from '../../src/captions/shingles.ts'

const full = normaliseCaption(
  'Mayor Lena Hartwick speaks with dock workers in Port Ellery, Oregon, March 12, 2024. (AP Photo/Tomas Reed)',
)
const short = normaliseCaption('Mayor Lena Hartwick speaks with dock workers in Port Ellery.')
const other = normaliseCaption('Mayor Lena Hartwick argues with dock workers in Port Ellery.')

describe('a family', () => {
  it('takes in what its richest member holds', () => {
    expect(attachToFamily([{ id: 7, richest: full }], short)).toMatchObject({
      candidate: { id: 7 },
      comparison: { relation: 'contained', richer: 'b' },
    })
  })

  it('is the best candidate and not the first', () => {
    const candidates = [
      { id: 'longer', richest: full },
      { id: 'equal', richest: short },
    ]
    expect(attachToFamily(candidates, short)?.candidate.id).toBe('equal')
    expect(attachToFamily(candidates.toReversed(), short)?.candidate.id).toBe('equal')
  })

  it('does not take in another fact, but links it', () => {
    expect(attachToFamily([{ id: 1, richest: full }], other)).toBeUndefined()
    expect(relatedFamilies([{ id: 1, richest: full }], other)).toHaveLength(1)
  })

  it('takes in a changed caption of the same picture as a version', () => {
    const attached = attachToFamily([{ id: 1, richest: full, context: { sameMedia: true } }], other)
    expect(attached?.comparison.relation).toBe('version')
  })
})

describe('the richer caption', () => {
  it('does not depend on the order', () => {
    expect(chooseRicher(full, short)).toBe('a')
    expect(chooseRicher(short, full)).toBe('b')
    expect(chooseRicher(short, other) === 'a').toBe(chooseRicher(other, short) === 'b')
  })
})

describe('shingles', () => {
  it('are sorted 32-bit integers, each once', () => {
    const hashes = [...shingles(full.words)]
    expect(hashes).toEqual([...new Set(hashes)].sort((a, b) => a - b))
    for (const hash of hashes) expect(Number.isInteger(hash) && Math.abs(hash) <= 2 ** 31).toBe(true)
  })

  it('are shared by a caption and what was cut from it', () => {
    const known = new Set(shingles(full.words))
    expect([...shingles(short.words)].some((hash) => known.has(hash))).toBe(true)
  })

  it('of a short caption are one, of none none', () => {
    expect(shingles(['a', 'boat'])).toHaveLength(1)
    expect(shingles([])).toHaveLength(0)
  })

  it('never change, since they are stored', () => {
    expect([...shingles(['a', 'boat', 'lies', 'on', 'the', 'beach'])]).toMatchInlineSnapshot(`
      [
        -2093205699,
        1726182883,
      ]
    `)
  })
})
