import { describe, expect, it } from 'vitest'
import { copySection, copyWarning } from '../../src/cli/story-copies.ts'
import type { StoryCopies } from '../../src/store/copies/read.ts'

const terminal = { out: () => {}, err: () => {}, columns: 80, paint: (_: unknown, text: string) => text } as never
const paint = ((_: unknown, text: string) => text) as never

const copies: StoryCopies = {
  group: 3,
  place: 2,
  canonicalStory: 3,
  canonicalReason: 'the own record of nordwire',
  closed: null,
  others: [
    {
      storyId: 3,
      uri: 'urn:newsml:nordwire.example:20260310:dredging',
      outlet: 'nordwire.example',
      feed: 'nordwire',
      headline: 'Port Ellery to dredge its channel\u001b[31m',
      status: 'usable',
      changedAt: new Date('2026-03-10T20:00:00Z'),
      relation: 'same-copy',
      ownPart: 1,
      otherPart: 0.42,
      reasons: ['both are of nordwire'],
      passages: [{ text: 'The harbour board\nvoted late', from: 0, to: 29, otherFrom: 0, otherTo: 29 }],
      place: 1,
    },
  ],
}

describe('writethru story', () => {
  it('says which outlets carry the text, how much of it, and which story stands for them', () => {
    const text = copySection(copies, terminal, false).join('\n')
    expect(text).toContain('Also carried by 1 other story')
    expect(text).toContain('same-copy  story 3  nordwire.example')
    expect(text).toContain('100 % of this text there, 42 % of that text here')
    expect(text).toMatch(/stands for all\s+the own record of nordwire/)
    expect(text).not.toContain('\u001b')
    expect(text).not.toContain('voted late')
  })

  it('prints the shared passages on demand', () => {
    expect(copySection(copies, terminal, true).join('\n')).toContain('The harbour board voted late')
  })

  it('warns of a copy whose original is closed, and not of the closed story itself', () => {
    const closed = { ...copies, closed: 'canceled' }
    expect(copyWarning({ copies: closed, status: 'usable' }, paint)).toBe(
      'of story 3, which was killed: do not print unseen',
    )
    expect(copyWarning({ copies: closed, status: 'canceled' }, paint)).toBeUndefined()
    expect(copyWarning({ copies, status: 'usable' }, paint)).toBeUndefined()
  })

  it('says nothing of a story that stands alone', () => {
    expect(copySection({ ...copies, others: [] }, terminal, true)).toEqual([])
  })
})
