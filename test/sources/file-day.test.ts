import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FilePlace, FoundFile, Grain } from '../../src/sources/files/found-file.ts'
import { inOrder } from '../../src/sources/files/found-file.ts'
import { pollFiles } from '../../src/sources/files/poll-files.ts'
import { putAwayRemote } from '../../src/sources/files/put-away-remote.ts'
import { readCursor } from '../../src/sources/files/cursor.ts'
import { noon } from './poll-context.ts'

/**
 * Days of a place with files, made up at random: writers who write in pieces, replace, touch and delete; polls that are
 * committed or lost, acknowledgements that come twice or never. What stands still at the end must have been offered, and
 * nothing that was not offered may be put away.
 */
const seed = 20310304
const spans: Record<Grain, number> = { exact: 1, second: 1000, minute: 60_000, day: 86_400_000, none: 0 }

interface Written {
  content: string
  at: number
  /** Committed in this state. */
  isIn?: boolean
}

class Place {
  readonly files = new Map<string, Written>()
  readonly lost: string[] = []
  readonly twice: string[] = []
  readonly offered: { name: string; content: string }[] = []
  readonly grain: Grain
  readonly mode: 'keep' | 'move' | 'delete'
  now = noon.getTime()
  cursor: unknown

  constructor(grain: Grain, mode: 'keep' | 'move' | 'delete') {
    this.grain = grain
    this.mode = mode
  }

  get settings() {
    return {
      mode: this.mode,
      processed: 'processed',
      settleSeconds: 2,
      everySeconds: 5,
      fileBytes: 1000,
      filesAtOnce: 3,
      bytesAtOnce: 1000,
    }
  }

  /** As a listing has it, by a clock that is three hours off. */
  stampOf({ content, at }: Written): string {
    const span = spans[this.grain]
    return `${content.length}:${span === 0 ? '' : Math.floor((at + 10_800_000) / span)}`
  }

  take(name: string): 'done' {
    const { content } = this.files.get(name)!
    if (!this.offered.some((offer) => offer.name === name && offer.content === content)) {
      this.lost.push(`${name}: ${content}`)
    }
    this.files.delete(name)
    return 'done'
  }

  asPlace(): FilePlace {
    const place: FilePlace = {
      title: 'the place',
      look: async () => ({
        files: inOrder(
          [...this.files].map(([name, written]): FoundFile => ({
            name,
            size: written.content.length,
            stamp: this.stampOf(written),
            grain: this.grain,
            marked: false,
            ...(this.grain === 'none' ? {} : { modifiedMs: written.at }),
          })),
        ),
        complete: true,
        unnameable: 0,
      }),
      read: async ({ name }) => {
        const written = this.files.get(name)
        return written === undefined ? { kind: 'gone' } : { kind: 'read', bytes: Buffer.from(written.content) }
      },
      stillSame: async (files) =>
        new Set(
          files
            .filter(({ name, stamp }) => {
              const written = this.files.get(name)
              return written !== undefined && this.stampOf(written) === stamp
            })
            .map(({ name }) => name),
        ),
      putAway: (taken, now) =>
        putAwayRemote(place, this.settings, taken, now, {
          rename: async ({ name }) => this.take(name),
          remove: async (name) => (this.files.has(name) ? this.take(name) : 'refused'),
        }),
    }
    return place
  }

  async acknowledge(): Promise<void> {
    await this.asPlace().putAway(readCursor(this.cursor).taken, new Date(this.now))
  }

  async poll(isCommitted = true): Promise<void> {
    this.now += 2500
    const now = new Date(this.now)
    const result = await pollFiles(this.asPlace(), this.settings, {
      cursor: this.cursor,
      now,
      signal: new AbortController().signal,
    })
    if (!isCommitted) return
    this.cursor = JSON.parse(JSON.stringify(result.cursor))
    for (const { key, bytes } of result.offers) {
      const offer = { name: key, content: Buffer.from(bytes).toString() }
      const written = this.files.get(key)!
      if (written.isIn === true) this.twice.push(key)
      written.isIn = true
      this.offered.push(offer)
    }
  }
}

const name = fc.constantFrom('a.xml', 'a.xml', 'b.xml', 'c.xml')
const content = fc.constantFrom('one', 'two', 'six', 'story')
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('write' as const), name, content }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('touch' as const), name }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), name }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('wait' as const), seconds: fc.constantFrom(1, 30, 61, 700) }) },
  { weight: 12, arbitrary: fc.constant({ kind: 'poll' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'lost poll' as const }) },
  { weight: 5, arbitrary: fc.constant({ kind: 'acknowledge' as const }) },
)

async function happen(place: Place, event: typeof step extends fc.Arbitrary<infer E> ? E : never): Promise<void> {
  switch (event.kind) {
    case 'write':
      place.files.set(event.name, { content: event.content, at: place.now })
      break
    case 'touch': {
      const file = place.files.get(event.name)
      if (file !== undefined) place.files.set(event.name, { content: file.content, at: place.now })
      break
    }
    case 'remove':
      place.files.delete(event.name)
      break
    case 'wait':
      place.now += event.seconds * 1000
      break
    case 'acknowledge':
      await place.acknowledge()
      break
    default:
      await place.poll(event.kind === 'poll')
  }
  place.now += 100
}

describe.each(['second', 'minute', 'none'] as const)('a place whose listings tell time by the %s', (grain) => {
  it.each(['keep', 'move', 'delete'] as const)('loses nothing in any day (%s)', async (mode) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60, size: 'max' }), async (day) => {
        const place = new Place(grain, mode)
        for (const event of day) await happen(place, event)
        const standing = [...place.files].map(([standingName, written]) => [standingName, written.content] as const)
        // The writers have gone home: after a quarter of an hour of polls everything is in.
        for (let round = 0; round < 12; round += 1) {
          place.now += 90_000
          for (let time = 0; time < 4; time += 1) await place.poll()
          await place.acknowledge()
        }
        for (const [standingName, written] of standing) {
          const last = place.offered.filter((offer) => offer.name === standingName).at(-1)
          expect(last?.content, standingName).toBe(written)
        }
        expect([place.lost, place.twice]).toEqual([[], []])
        expect([...place.files.keys()]).toEqual(mode === 'keep' ? standing.map(([kept]) => kept) : [])
      }),
      { seed, numRuns: 150 },
    )
  })
})
