import { existsSync, readFileSync } from 'node:fs'
import type { Companion } from '../parsers/parser.ts'
import { UsageFault } from './exit.ts'

/**
 * Documents that belong to a file: those given as ROLE=FILE, else a NITF that lies beside an item under the names that
 * download scripts use (story.json with story-nitf.xml, story_nitf.xml or story.nitf.xml; story_item.json likewise).
 */
export function readCompanions(file: string, given: readonly string[]): Companion[] {
  if (given.length > 0) {
    return given.map((pair) => {
      const [role, path] = splitPair(pair)
      return { role, bytes: readFileSync(path) }
    })
  }
  if (!file.endsWith('.json')) return []
  const stem = file.slice(0, -'.json'.length)
  for (const base of [stem, stem.replace(/[-_](?:item|meta|json)$/, '')]) {
    for (const suffix of ['-nitf.xml', '_nitf.xml', '.nitf.xml']) {
      if (existsSync(base + suffix)) return [{ role: 'nitf', bytes: readFileSync(base + suffix) }]
    }
  }
  return []
}

function splitPair(pair: string): [role: string, path: string] {
  const equals = pair.indexOf('=')
  if (equals < 1 || equals === pair.length - 1)
    throw new UsageFault(`A companion is ROLE=FILE, for example nitf=story-nitf.xml; got ${pair}.`)
  return [pair.slice(0, equals), pair.slice(equals + 1)]
}
