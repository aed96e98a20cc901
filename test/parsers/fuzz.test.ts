import { expect, it } from 'vitest'
import { mulberry32 } from '../../src/simulator/random.ts'
import { breach, mutate, seedDocuments } from './fuzz.ts'

// The long run is `npm run fuzz`; this one keeps a regression from landing.
const seed = Number(process.env['FUZZ_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const rounds = Number(process.env['FUZZ_ROUNDS'] ?? 1_500)

it(`survives ${rounds} mutated documents (FUZZ_SEED=${seed})`, () => {
  const documents = seedDocuments()
  expect(documents.length).toBeGreaterThan(5)
  const next = mulberry32(seed)
  for (let round = 0; round < rounds; round++) {
    const document = documents[Math.floor(next() * documents.length)]
    if (document === undefined) continue
    const bytes = mutate(document.bytes, next)
    const found = breach(bytes)
    expect(found, `${document.name}, round ${round}, seed ${seed}`).toBeUndefined()
  }
})
