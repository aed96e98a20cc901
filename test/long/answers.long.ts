import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { bombs } from './answer-bombs.ts'

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

/** Heap of a worker's main process that reads answers, in MB. */
const heapMb = 512

it.each(Object.keys(bombs))('a worker with a small heap lives through %s', async (name) => {
  const { stdout } = await promisify(execFile)(process.execPath, [
    `--max-old-space-size=${heapMb}`,
    '--import',
    new URL('../support/typescript-hooks.mjs', import.meta.url).href,
    here('answer-bombs.ts'),
    name,
  ])
  const figures = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as { outcome: string; stallMs: number }
  console.log(name, figures)
  expect(figures.outcome).not.toMatch(/^(?:TypeError|RangeError|ReferenceError)/)
})
