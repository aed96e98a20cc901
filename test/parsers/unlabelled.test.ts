import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from '../../src/index.ts'

const shared = new URL('../../../shared/corpus/unlabelled/', import.meta.url).pathname
const absent = !existsSync(shared)
if (absent) console.warn('The unlabelled documents (../shared) are not here: reading them is skipped.')

const files = absent
  ? ['absent']
  : readdirSync(shared, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(shared.length))
      .sort()

describe.skipIf(absent)('real documents that nobody labelled', () => {
  it.each(files)('%s is read, or refused with a code', (file) => {
    const outcome = parse({ bytes: readFileSync(join(shared, file)), fileName: file })
    if (outcome.kind === 'refused') {
      expect(outcome.code).not.toBe('parse.crashed')
      expect(outcome.detail).not.toBe('')
    } else {
      expect(outcome.items.length).toBeGreaterThan(0)
      expect(() => JSON.stringify(outcome.items)).not.toThrow()
    }
  })
})
