import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { fullFormats } from 'ajv-formats/dist/formats.js'
import { describe, expect, it } from 'vitest'
import { parse, writeNinjs } from '../../src/index.ts'
import { ninjs } from '../../src/parsers/ninjs/parser.ts'
import { everything, expectedItems } from './carried.ts'

const shared = new URL('../../../shared/corpus/unlabelled/ninjs/', import.meta.url).pathname
const absent = !existsSync(shared)
if (absent)
  console.warn('The ninjs schemas and examples (../shared) are not here: what is held against them is skipped.')

const filesUnder = (folder: string): string[] =>
  absent
    ? []
    : readdirSync(join(shared, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.json'))
        .map((file) => join(folder, file))
        .sort()

const readJson = (file: string): unknown => JSON.parse(readFileSync(join(shared, file), 'utf8')) as unknown

/** The schema refuses every key it does not name. Formats are annotations in it; times are held to theirs here. */
function validator(version: string): (document: unknown) => unknown[] {
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    formats: { 'date-time': fullFormats['date-time'], uri: true },
  })
  ajv.addSchema({ type: 'object' }, 'https://geojson.org/schema/GeoJSON.json')
  const validate = ajv.compile(readJson(`specification/ninjs-schema_${version}.json`) as object)
  return (document) => (validate(document) ? [] : (validate.errors ?? []))
}

describe.skipIf(absent)('what is written is valid ninjs', () => {
  for (const version of ['3.0', '3.1']) {
    const errorsOf = absent ? () => [] : validator(version)
    it(`${version}: every item of every fixture`, () => {
      for (const { name, item } of expectedItems()) {
        expect({ name, errors: errorsOf(writeNinjs(item)) }).toEqual({ name, errors: [] })
      }
    })

    it(`${version}: a field that ninjs does not know would be told`, () => {
      expect(errorsOf({ ...writeNinjs(everything), headline: 'of another generation' })).not.toEqual([])
      expect(errorsOf({ ...writeNinjs(everything), associations: [{ name: 'no uri' }] })).not.toEqual([])
    })
  }
})

const suites = filesUnder('validation/test_suite').filter((file) => file.includes('/should_pass/'))
const examples = filesUnder('examples').filter((file) => !/schema[^/]*\.json$/.test(file))

describe.skipIf(absent)('a document of the ninjs working group is read', () => {
  // most of the suite is a uri and one field, often an empty one: nothing that tells the format apart
  it.each(absent ? ['absent'] : suites)('%s', (file) => {
    const outcome = ninjs.parse({ bytes: readFileSync(join(shared, file)) })
    expect(outcome).toMatchObject({ kind: 'parsed' })
    expect(outcome).not.toHaveProperty('refused')
  })

  it.each(absent ? ['absent'] : examples)('%s, and known for what it is', (file) => {
    const outcome = parse({ bytes: readFileSync(join(shared, file)) })
    expect(outcome).toMatchObject({ kind: 'parsed', format: 'ninjs' })
    expect(outcome).not.toHaveProperty('refused')
  })
})
