import { expect, test } from 'vitest'
import { probe } from '../../src/parsers/detect.ts'
import { detect, parsers } from '../../src/parsers/registry.ts'
import { mulberry32 } from '../../src/simulator/random.ts'
import { mutate, seedDocuments } from './fuzz.ts'

const seed = 20_261_123

test('no parser is surer of a document than it says it can be, and skipping it changes nothing', () => {
  const next = mulberry32(seed)
  const surest = new Map<string, number>()
  for (const { name, bytes } of seedDocuments()) {
    for (const document of [bytes, mutate(bytes, next), mutate(bytes, next)]) {
      const seen = probe({ bytes: document })
      let best: string | undefined
      let certainty = 0
      for (const parser of parsers) {
        const score = parser.detect(seen)
        expect(score, `${parser.format} of ${name}, seed ${seed}`).toBeLessThanOrEqual(parser.mostCertain ?? 100)
        surest.set(parser.format, Math.max(score, surest.get(parser.format) ?? 0))
        if (score > certainty) [best, certainty] = [parser.format, score]
      }
      expect(detect({ bytes: document })?.format, `${name}, seed ${seed}`).toBe(best)
    }
  }
  for (const { format, mostCertain } of parsers)
    if (mostCertain !== undefined) expect(surest.get(format)).toBe(mostCertain)
})
