import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createRandom } from '../../src/simulator/random.ts'
import type { Intent, WireEvent } from '../../src/simulator/wire/event.ts'
import { expectedState } from '../../src/simulator/wire/expected-state.ts'
import { scriptedDay } from '../../src/simulator/wire/scripted-day.ts'

const day = scriptedDay({ seed: 7 })
const itemid = 'a'.repeat(32)

function filing(version: number, intent: Partial<Intent> = {}, edit = 1): WireEvent {
  return {
    atSeconds: version,
    itemid,
    version,
    etag: `${itemid}_${version}a${edit}aza0c0`,
    envelope: {},
    intent: {
      outcome: 'stored',
      shows: 'a filing of this test',
      type: 'text',
      status: 'usable',
      headline: `version ${version}, edit ${edit}`,
      versionCreated: `2026-03-12T0${version}:0${edit}:00Z`,
      captions: [],
      ...intent,
    },
  }
}
const only = (events: readonly WireEvent[], now?: string) => {
  const [story] = expectedState(events, now).stories
  if (story === undefined) throw new Error('no story came out')
  return story
}

describe('the oracle', () => {
  test('does not depend on the order of arrival, nor on repeats', () => {
    const canonical = JSON.stringify(sorted(expectedState(day)))
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = createRandom(seed)
        const shuffled = random.shuffle([...day, ...day.filter(() => random.chance(0.4))])
        expect(JSON.stringify(sorted(expectedState(shuffled)))).toBe(canonical)
      }),
      { numRuns: 25 },
    )
  })

  test('takes the highest version as a number', () => {
    expect(only([filing(9), filing(2), filing(8)]).version).toBe(9)
  })

  test('counts a version twice only when its etag moved, and takes the later of the two', () => {
    const story = only([filing(0, {}, 4), filing(0, {}, 1), filing(0, {}, 4)])
    expect(story).toMatchObject({ revisions: 2, headline: 'version 0, edit 4' })
  })

  test('keeps a killed story closed for late versions, whatever came first', () => {
    const kill = filing(2, { status: 'canceled' })
    for (const order of [
      [kill, filing(0), filing(1)],
      [filing(0), filing(1), kill],
      [filing(0), kill, filing(1)],
    ]) {
      expect(only(order)).toMatchObject({ status: 'canceled', publishable: false, version: 2, revisions: 3 })
    }
  })

  test('keeps it closed for the same version under a later etag', () => {
    expect(only([filing(2, { status: 'canceled' }), filing(2, {}, 7)])).toMatchObject({ status: 'canceled' })
  })

  test('opens it again for a higher version only', () => {
    expect(only([filing(1, { status: 'canceled' }), filing(2)])).toMatchObject({ status: 'usable', publishable: true })
    expect(only([filing(1, { status: 'withheld' }), filing(0)])).toMatchObject({
      status: 'withheld',
      publishable: false,
    })
  })

  test('lets an embargo pass with time and only with time', () => {
    const held = filing(0, { status: 'embargoed', embargoedUntil: '2026-03-12T18:00:00Z' })
    expect(only([held]).publishable).toBe(false)
    expect(only([held], '2026-03-12T17:59:00Z').publishable).toBe(false)
    expect(only([held], '2026-03-12T18:00:01Z').publishable).toBe(true)
  })

  test('joins the forms of a caption, keeps its newest text, and leaves captions of closed stories open', () => {
    const caption = (text: string, form: string) => ({ family: 'one', text, form })
    const first = filing(0, {
      captions: [caption('A boat, old.', 'A boat, old. (AP Photo)'), caption('A boat, old.', 'A boat, old.(AP)')],
    })
    const second = filing(1, { captions: [caption('A boat, new.', 'A boat, new. (AP Photo)')] })
    expect(only([second, first]).captions).toEqual([
      {
        family: 'one',
        text: 'A boat, new.',
        forms: ['A boat, new. (AP Photo)', 'A boat, old. (AP Photo)', 'A boat, old.(AP)'],
      },
    ])
    expect(only([first, filing(2, { status: 'canceled' })]).captions).toBeUndefined()
  })

  test('keeps refusals out of the stories', () => {
    const state = expectedState([filing(0), { ...filing(1, { outcome: 'refused' }), itemid: 'b'.repeat(32) }])
    expect(state.stories).toHaveLength(1)
    expect(state.refusals).toMatchObject([{ certain: true }])
  })

  test('accounts for every filing of the day: a revision, a repeat, or a refusal', () => {
    const state = expectedState(day)
    const distinct = new Set(day.map((event) => event.etag)).size
    expect(state.revisions + state.refusals.length).toBe(distinct)
    expect(state.refusals.filter((refusal) => refusal.certain)).toHaveLength(4)
  })

  test('tells frames of one event apart and joins refilings of one photo', () => {
    const families = new Map<string, Set<string>>()
    for (const story of expectedState(day).stories) {
      for (const { family } of story.captions ?? [])
        families.set(family, (families.get(family) ?? new Set()).add(story.uri))
    }
    expect([...families.values()].filter((stories) => stories.size >= 6).length).toBeGreaterThanOrEqual(1)
    const frames = day.filter((event) => event.intent.shows.startsWith('one frame of an event'))
    expect(new Set(frames.flatMap((event) => event.intent.captions.map((caption) => caption.family))).size).toBe(4)
  })
})

function sorted(state: ReturnType<typeof expectedState>) {
  const byKey = <T>(list: readonly T[], keyOf: (member: T) => string): T[] =>
    [...list].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  return {
    ...state,
    refusals: byKey(state.refusals, (refusal) => refusal.etag),
    stories: byKey(state.stories, (story) => story.uri),
  }
}
