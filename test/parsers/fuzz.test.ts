import { expect, it } from 'vitest'
import { mulberry32 } from '../../src/simulator/random.ts'
import { parseDocument } from '../../src/parsers/registry.ts'
import { documents as dialects } from './dialects-other/documents.ts'
import { newsrooms } from './dialects-other/newsrooms.ts'
import { traps } from './dialects-other/traps.ts'
import { breach, mutate, seedDocuments } from './fuzz.ts'

// The long run is `npm run fuzz`; this one keeps a regression from landing.
const seed = Number(process.env['FUZZ_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const rounds = Number(process.env['FUZZ_ROUNDS'] ?? 1_500)

it(`survives ${rounds} mutated documents (FUZZ_SEED=${seed})`, () => {
  const documents = [...seedDocuments(), ...dialects, ...newsrooms, ...traps].map(({ name, bytes }) => {
    const outcome = parseDocument({ bytes })
    return { name, bytes, format: outcome.kind === 'parsed' ? outcome.format : undefined }
  })
  expect(new Set(documents.map(({ format }) => format)).size).toBeGreaterThan(20)
  const next = mulberry32(seed)
  for (let round = 0; round < rounds; round++) {
    const document = documents[Math.floor(next() * documents.length)]
    if (document === undefined) continue
    const bytes = mutate(document.bytes, next)
    // what is no longer detected still must not harm the parser it was for
    const found = breach(bytes, round % 3 === 0 ? document.format : undefined)
    expect(found, `${document.name}, round ${round}, seed ${seed}`).toBeUndefined()
  }
})
