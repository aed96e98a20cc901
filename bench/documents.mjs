// The documents that parsers are measured with: invented ones, from the simulator's bulk day and from the fixtures.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { textWireInputs } from './text-wire.mjs'

const fixtures = fileURLToPath(new URL('../test/parsers', import.meta.url))
const bulkItems = 500

/** Sets of documents, each of one origin and one format: `{format, origin, inputs}`. */
export async function readDocuments(bench) {
  const { parseDocument } = await bench.load('parsers/registry.js')
  const sets = new Map()
  let messages = 0
  const add = (origin, input) => {
    const outcome = parseDocument(input)
    if (outcome.kind !== 'parsed') return
    const key = `${outcome.format} ${origin}`
    const set = sets.get(key) ?? { format: outcome.format, origin, inputs: [] }
    sets.set(key, set)
    set.inputs.push(input)
  }
  for (const input of await bulkInputs(bench)) {
    add('bulk day', input)
    if (input.companions === undefined) continue
    const { item } = parseDocument(input).items[0]
    for (const message of textWireInputs(item, messages++)) add('bulk day', message)
  }
  for (const input of fixtureInputs()) add('fixtures', input)
  return [...sets.values()].sort((a, b) => (a.format < b.format ? -1 : a.format > b.format ? 1 : 0))
}

async function bulkInputs(bench) {
  const { bulkDay } = await bench.load('simulator/index.js')
  return bulkDay({ items: bulkItems }).flatMap((event) => {
    const nitf = Buffer.from(event.nitf)
    const element = JSON.stringify(event.envelope)
      .replaceAll('%BASE%', 'https://api.example/media/v')
      .replaceAll('%QT%', 'bench')
    return [
      { bytes: Buffer.from(element), companions: [{ role: 'nitf', bytes: nitf, contentType: 'text/xml' }] },
      { bytes: nitf },
    ]
  })
}

function fixtureInputs() {
  const inputs = []
  for (const room of readdirSync(fixtures)) {
    const folder = join(fixtures, room, 'fixtures')
    if (!existsSync(folder)) continue
    const files = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => entry.name)
    for (const file of files) {
      if (file.includes('.expected.') || file.includes('.companion.') || file.endsWith('.rules.json')) continue
      const stem = file.slice(0, file.lastIndexOf('.'))
      // A .json beside a document of the same name is what is expected of it.
      if (file.endsWith('.json') && !files.includes(`${stem}.expected.json`)) continue
      const companions = files
        .filter((other) => other.startsWith(`${stem}.companion.`))
        .map((other) => ({ role: other.split('.').at(-2), bytes: readFileSync(join(folder, other)) }))
      inputs.push({ bytes: readFileSync(join(folder, file)), fileName: file, companions })
    }
  }
  return inputs
}
