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

describe('two records of one agency', () => {
  const record = (id: number) => member(id, { ownAgency: 'nordwire', outlet: 'nordwire.example', made: id })
  const pair = (a: number, b: number, aInB: number) => ({ a, b, aInB, bInA: aInB })
  const groupsOf = (stories: readonly GroupStory[], pairs: readonly ReturnType<typeof pair>[]) =>
    formGroups(stories, pairs).map(({ members }) => members.map(({ story }) => story.id))

  it('are not joined by copies that resemble each other, whatever comes first', () => {
    const stories = [record(1), record(2), member(3), member(4)]
    const pairs = [pair(3, 4, 0.63), pair(1, 3, 0.9), pair(2, 4, 0.8)]
    const expected = [
      [1, 3],
      [2, 4],
    ]
    expect(groupsOf(stories, pairs)).toEqual(expected)
    expect(groupsOf([...stories].reverse(), [...pairs].reverse())).toEqual(expected)
  })

  it('keep each the copy that is nearer to it, and leave alone what has no other', () => {
    const pairs = [pair(1, 3, 0.7), pair(2, 3, 0.9)]
    expect(groupsOf([record(1), record(2), member(3)], pairs)).toEqual([[2, 3]])
  })

  it('are in one group when they are the same themselves', () => {
    const pairs = [pair(1, 3, 1), pair(2, 4, 1), pair(1, 2, 0.82), pair(3, 4, 0.9)]
    expect(groupsOf([record(1), record(2), member(3), member(4)], pairs)).toEqual([[1, 2, 3, 4]])
  })

  it('are no pages, which come under several addresses, nor stories of papers', () => {
    const page = member(2, { ownAgency: 'nordwire', outlet: 'nordwire.example', page: true })
    expect(groupsOf([record(1), page, member(3)], [pair(1, 3, 0.9), pair(2, 3, 0.9)])).toEqual([[1, 2, 3]])
    const twice = [3, 4].map((id) => member(id, { outlet: 'tribune.example' }))
    expect(groupsOf([record(1), ...twice], [pair(1, 3, 0.9), pair(1, 4, 0.9)])).toEqual([[1, 3, 4]])
  })

  it('show a copy beside a member of its own group', () => {
    const stories = [record(1), record(2), member(3), member(4), member(5)]
    const pairs = [pair(1, 3, 1), pair(3, 5, 0.7), pair(2, 4, 1), pair(4, 5, 0.6)]
    const [first] = formGroups(stories, pairs)
    expect(first!.members.map(({ story, comparedWith }) => [story.id, comparedWith])).toEqual([
      [1, undefined],
      [3, 1],
      [5, 3],
    ])
  })
})
