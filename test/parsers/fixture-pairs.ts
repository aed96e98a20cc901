import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Companion, ParserInput, ParseOutcome } from '../../src/parsers/parser.ts'

export interface FixturePair {
  readonly name: string
  readonly input: ParserInput
  readonly expectedPath: string
}

/** Every `name.ext` of a folder that has a `name.expected.json`; `name.companion.ROLE.ext` goes with it. */
export function fixturePairs(folder: string): FixturePair[] {
  const files = readdirSync(folder).sort()
  return files
    .filter((file) => !file.includes('.expected.') && !file.includes('.companion.'))
    .map((file) => {
      const stem = file.slice(0, file.lastIndexOf('.'))
      const companions: Companion[] = files
        .filter((other) => other.startsWith(`${stem}.companion.`))
        .map((other) => ({ role: other.split('.').at(-2) ?? '', bytes: readFileSync(join(folder, other)) }))
      const input: ParserInput = {
        bytes: readFileSync(join(folder, file)),
        ...(companions.length > 0 && { companions }),
      }
      return { name: file, input, expectedPath: join(folder, `${stem}.expected.json`) }
    })
}

/** What a pair states: the items with their authority, what was refused, or the code of a refusal. */
export function summary(outcome: ParseOutcome): unknown {
  if (outcome.kind === 'refused') return { refused: outcome.code }
  return {
    format: outcome.format,
    items: outcome.items.map(({ item, authority }) => ({ ...item, ...(authority !== undefined && { authority }) })),
    ...(outcome.refused && { refused: outcome.refused }),
  }
}

/** The expectation; with WRITE_FIXTURES set a missing one is written, to be read by a person before it is committed. */
export function expectation(pair: FixturePair, got: unknown): unknown {
  if (!existsSync(pair.expectedPath) && process.env['WRITE_FIXTURES'] !== undefined) {
    writeFileSync(pair.expectedPath, `${JSON.stringify(got, null, 2)}\n`)
  }
  return JSON.parse(readFileSync(pair.expectedPath, 'utf8')) as unknown
}
