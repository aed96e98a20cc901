import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyChain, placeRevision } from '../../src/story/chain.ts'
import type { Placement } from '../../src/story/chain.ts'
import type { Status } from '../../src/story/item.ts'
import { compareVersions } from '../../src/story/version.ts'

interface Sent {
  readonly version?: string
  readonly at?: number
  readonly status: Status
  readonly bare?: boolean
}

function fold(sent: readonly Sent[]): Placement[] {
  const placements: Placement[] = []
  let state = emptyChain
  for (const { version, at, status, bare = false } of sent) {
    const placement = placeRevision(state, { version, versionCreated: at, status, bare })
    placements.push(placement)
    state = placement.state
  }
  return placements
}

/** What readers see in the end, by the filing it came from and not by its number of arrival. */
function endState(sent: readonly Sent[]) {
  const last = fold(sent).at(-1)!
  const shown = sent[last.shows - 1]!
  return { closedAs: last.closedAs, shown: `${shown.version} ${shown.at} ${shown.status}` }
}

describe('versions are numbers', () => {
  it.each([
    ['1.10', '1.9', 1],
    ['2', '10', -1],
    ['978556838', '1542761538', -1],
    ['1', '1.0', 0],
    ['007', '7', 0],
  ])('%s against %s', (a, b, sign) => {
    expect(Math.sign(compareVersions(a, b)!)).toBe(sign)
  })

  it('a version that is no number has no order', () => {
    expect(compareVersions('draft', '2')).toBeUndefined()
    expect(compareVersions(undefined, '2')).toBeUndefined()
    expect(compareVersions('9'.repeat(5000), '2')).toBeUndefined()
  })
})

describe('the state of a story', () => {
  it('a later version replaces, an older one is stale', () => {
    const [first, second, late] = fold([
      { version: '0', at: 1, status: 'usable' },
      { version: '2', at: 3, status: 'usable' },
      { version: '1', at: 2, status: 'usable' },
    ])
    expect([first!.outcome, second!.outcome, late!.outcome]).toEqual(['new', 'revised', 'stale'])
    expect([first!.change, second!.change, late!.change]).toEqual(['created', 'revised', undefined])
    expect(late!.shows).toBe(2)
  })

  it('the same version with a later time is a new revision', () => {
    const [, second] = fold([
      { version: '1', at: 1, status: 'usable' },
      { version: '1', at: 2, status: 'usable' },
    ])
    expect(second).toMatchObject({ outcome: 'revised', shows: 2 })
  })

  it('a kill that comes first wins over the story that comes later', () => {
    const [kill, story] = fold([
      { version: '1', at: 2, status: 'canceled' },
      { version: '0', at: 1, status: 'usable' },
    ])
    expect(kill).toMatchObject({ outcome: 'killed', change: 'killed', closedAs: 'canceled' })
    expect(story).toMatchObject({ outcome: 'stale', change: undefined, closedAs: 'canceled' })
  })

  it('a late repeat of the killed version does not resurrect it, a higher version does', () => {
    const placements = fold([
      { version: '3', at: 1, status: 'usable' },
      { version: '3', at: 2, status: 'canceled' },
      { version: '3', at: 9, status: 'usable' },
      { version: '4', at: 5, status: 'usable' },
    ])
    expect(placements.map((placement) => placement.closedAs)).toEqual([undefined, 'canceled', 'canceled', undefined])
    expect(placements.at(-1)).toMatchObject({ outcome: 'revised', change: 'reopened', shows: 4 })
  })

  it('a kill without a version closes what was made before it', () => {
    const before: Sent = { version: '3', at: 10, status: 'usable' }
    const kill: Sent = { at: 20, status: 'canceled' }
    const after: Sent = { version: '4', at: 30, status: 'usable' }
    expect(endState([before, kill]).closedAs).toBe('canceled')
    expect(endState([kill, before]).closedAs).toBe('canceled')
    expect(endState([kill, after, before]).closedAs).toBeUndefined()
    expect(endState([before, { status: 'canceled' }, after]).closedAs).toBe('canceled')
  })

  it('a kill outranks a withhold of the same version, whichever came first', () => {
    const withheld: Sent = { version: '2', at: 1, status: 'withheld' }
    const killed: Sent = { version: '2', at: 1, status: 'canceled' }
    expect(endState([withheld, killed]).closedAs).toBe('canceled')
    expect(endState([killed, withheld]).closedAs).toBe('canceled')
    expect(fold([withheld, killed]).map((placement) => placement.change)).toEqual(['withheld', 'killed'])
  })

  it('ends the same in every order of arrival', () => {
    const revision = fc.record({
      version: fc.integer({ min: 0, max: 4 }).map(String),
      at: fc.integer({ min: 1, max: 1000 }),
      status: fc.constantFrom<Status>('usable', 'embargoed', 'withheld', 'canceled'),
      bare: fc.boolean(),
    })
    const revisions = fc.uniqueArray(revision, {
      minLength: 1,
      maxLength: 8,
      // Two filings with the same place have only their arrival left to tell them apart.
      selector: ({ version, at }) => `${version} ${at}`,
    })
    fc.assert(
      fc.property(revisions, fc.infiniteStream(fc.nat()), (sent, dice) => {
        const shuffled = [...sent]
        for (let at = shuffled.length - 1; at > 0; at--) {
          const other = dice.next().value % (at + 1)
          ;[shuffled[at], shuffled[other]] = [shuffled[other]!, shuffled[at]!]
        }
        expect(endState(shuffled)).toEqual(endState(sent))
      }),
      { numRuns: 2000 },
    )
  })

  it('tells readers of every change of what they may print, and of nothing else', () => {
    const revision = fc.record({
      version: fc.integer({ min: 0, max: 3 }).map(String),
      at: fc.integer({ min: 1, max: 50 }),
      status: fc.constantFrom<Status>('usable', 'withheld', 'canceled'),
    })
    fc.assert(
      fc.property(fc.array(revision, { minLength: 1, maxLength: 10 }), (sent) => {
        let visible: string | undefined
        for (const placement of fold(sent)) {
          const now = placement.closedAs ?? `open ${placement.shows}`
          expect(placement.change !== undefined).toBe(now !== visible)
          visible = now
        }
      }),
      { numRuns: 2000 },
    )
  })
})
