import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../../src/parsers/registry.ts'
import { findings, type Statement } from './compare.ts'

/**
 * XML dialects of many agencies in many languages and scripts. Each document was written together with what a reader of
 * it would state, before any parser saw it: the statements are what the trade expects, not what the code does.
 */
const FOLDER = join(import.meta.dirname, 'fixtures')
const STATED = '.expected.json'

describe('a document of an agency says what its reader would state', () => {
  const files = readdirSync(FOLDER)
  for (const stated of files.filter((file) => file.endsWith(STATED))) {
    const stem = stated.slice(0, -STATED.length)
    const document = files.find((file) => file.startsWith(`${stem}.`) && file !== stated) ?? stem
    it(document, () => {
      const { items } = JSON.parse(readFileSync(join(FOLDER, stated), 'utf8')) as { items: Statement[] }
      const found = findings(items, parseDocument({ bytes: readFileSync(join(FOLDER, document)) }))
      expect(found.length).toBeGreaterThan(0)
      expect(found.filter((finding) => !finding.right)).toEqual([])
    })
  }
})
