#!/usr/bin/env node
// Mutates the fixtures of every parser and parses the result: npm run fuzz [-- rounds [seed]]. Prints the seed first, so that
// a finding can be repeated. The same harness runs for a moment in the test suite.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const rounds = process.argv[2] ?? '200000'
const seed = process.argv[3] ?? String(Math.floor(Math.random() * 2 ** 31))
console.log(`fuzz: ${rounds} documents, seed ${seed}`)
const { status } = spawnSync(
  'npx',
  ['--no-install', 'vitest', 'run', 'test/parsers/fuzz.test.ts', '--testTimeout', '3600000'],
  {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    stdio: 'inherit',
    env: { ...process.env, FUZZ_ROUNDS: rounds, FUZZ_SEED: seed },
  },
)
process.exit(status ?? 1)
