import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../../src/parsers/registry.ts'
import { expectation, fixturePairs, summary } from '../fixture-pairs.ts'

describe('afp-core: what a document says is what the item says', () => {
  for (const pair of fixturePairs(new URL('fixtures/', import.meta.url).pathname)) {
    it(pair.name, () => {
      const got = JSON.parse(JSON.stringify(summary(parseDocument(pair.input)))) as unknown
      expect(got).toEqual(expectation(pair, got))
    })
  }
})
