import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openCaptionRules } from '../../src/captions/rules.ts'
import { inventedCaptions, openNewsroom } from './newsroom.ts'
import type { Newsroom, Print } from './newsroom.ts'

let room: Newsroom
beforeAll(async () => {
  room = await openNewsroom()
})
afterAll(() => room.close())
beforeEach(() => room.clear())

const captions = [...new Set(inventedCaptions())]
const pictures = ['a', 'b', 'c'].map((name) => `urn:newsml:agency.example:2024:picture-${name}`)

/** Prints in this order and tells the families by their texts. */
async function familiesOf(prints: readonly Print[], relateEach: number): Promise<string[][]> {
  await room.clear()
  const nameOf = new Map<number, string>()
  for (const [at, print] of prints.entries()) {
    nameOf.set(await room.print(print), `${print.outlet}/${print.story} ${print.raw}`)
    if (at % relateEach === relateEach - 1) await room.relate()
  }
  await room.relate()
  return named(nameOf)
}

async function named(nameOf: ReadonlyMap<number, string>): Promise<string[][]> {
  const families = await room.families()
  return families.map((family) => family.map((id) => nameOf.get(id)!).sort()).sort((a, b) => (a[0]! < b[0]! ? -1 : 1))
}

/** Captions that are close to each other: neighbours in the list of pairs, cut, joined, under a picture or two. */
const closePrints = fc
  .tuple(
    fc.nat(captions.length - 8),
    fc.array(
      fc.record({
        caption: fc.nat(7),
        cut: fc.constantFrom(0, 0, 0, 1, 2),
        also: fc.option(fc.nat(7), { freq: 5 }),
        picture: fc.option(fc.nat(pictures.length - 1), { freq: 4 }),
        outlet: fc.nat(2),
      }),
      { minLength: 3, maxLength: 14 },
    ),
  )
  .map(([from, chosen]) =>
    chosen.map(({ caption, cut, also, picture, outlet }, at): Print => {
      const text = captions[from + caption]!
      const words = text.split(' ')
      const shortened = cut === 0 ? text : words.slice(0, Math.max(4, words.length - cut * 4)).join(' ')
      return {
        raw: also === null ? shortened : `${shortened} ${captions[from + also]!}`,
        story: `s${at}`,
        outlet: `paper${outlet}.example`,
        ...(picture === null ? {} : { mediaUri: pictures[picture]! }),
      }
    }),
  )

describe('the families of captions', () => {
  it('do not depend on the order in which captions come, nor on the size of a batch', async () => {
    await fc.assert(
      fc.asyncProperty(
        closePrints.chain((prints) =>
          fc.tuple(
            fc.constant(prints),
            fc.shuffledSubarray(prints, { minLength: prints.length, maxLength: prints.length }),
            fc.integer({ min: 1, max: 6 }),
          ),
        ),
        async ([prints, shuffled, relateEach]) => {
          const atOnce = await familiesOf(prints, 1000)
          expect(await familiesOf(shuffled, relateEach)).toEqual(atOnce)
          expect(await familiesOf([...prints].reverse(), 1)).toEqual(atOnce)
        },
      ),
      { numRuns: 12 },
    )
  }, 120_000)

  it('do not depend on the number of workers', async () => {
    const prints = captions.slice(0, 160).map((raw, at): Print => ({
      raw,
      story: `s${at}`,
      outlet: `paper${at % 5}.example`,
    }))
    const one = await familiesOf(prints, 1000)
    await room.clear()
    const nameOf = new Map<number, string>()
    for (const print of [...prints].reverse()) {
      nameOf.set(await room.print(print), `${print.outlet}/${print.story} ${print.raw}`)
    }
    await Promise.all(Array.from({ length: 4 }, () => room.relate(openCaptionRules(), 7)))
    expect(await named(nameOf)).toEqual(one)
  })
})
