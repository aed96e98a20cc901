import { describe, expect, it } from 'vitest'
import { formGroups } from '../../src/copies/group.ts'
import type { GroupStory } from '../../src/copies/group.ts'

const member = (id: number, fields: Partial<GroupStory> = {}): GroupStory => ({
  id,
  identity: `story ${id}`,
  outlet: `paper${id}.example`,
  ownAgency: undefined,
  page: false,
  made: 1000,
  words: 100,
  ...fields,
})
const chain = (ids: readonly number[]) => ids.slice(1).map((b, at) => ({ a: ids[at]!, b, aInB: 1, bInA: 1 }))
const placesOf = (stories: readonly GroupStory[]) => {
  const [group] = formGroups(stories, chain(stories.map(({ id }) => id)))
  return { order: group!.members.map(({ story }) => story.id), reason: group!.canonicalReason }
}

describe('what stands for a group', () => {
  it('is the agency’s own record, before its own page, before the earliest copy', () => {
    const stories = [
      member(1, { made: 10 }),
      member(2, { ownAgency: 'nordwire', page: true, made: 20 }),
      member(3, { ownAgency: 'nordwire', made: 30 }),
    ]
    expect(placesOf(stories)).toEqual({ order: [3, 2, 1], reason: 'the own record of nordwire' })
    expect(placesOf(stories.slice(0, 2))).toEqual({ order: [2, 1], reason: 'the own page of nordwire' })
  })

  it('is the earliest without the agency; what gives no time comes last', () => {
    const stories = [member(1, { made: undefined }), member(2, { made: 20 }), member(3, { made: 10 })]
    expect(placesOf(stories)).toEqual({ order: [3, 2, 1], reason: 'the earliest' })
  })

  it('is the fullest of the earliest', () => {
    const stories = [member(1, { words: 80 }), member(2, { words: 90 })]
    expect(placesOf(stories)).toEqual({ order: [2, 1], reason: 'the fullest of the earliest' })
  })
})
