// Documents a CPU second, one thread, parser alone, against the least any parser has to do with the same bytes: a bare
// fast-xml-parser pass over XML, JSON.parse of JSON.
import { XMLParser } from 'fast-xml-parser'
import { readDocuments } from './documents.mjs'
import { median, printTable, rateOf, round } from './figures.mjs'

const bareXml = new XMLParser({ preserveOrder: true, ignoreAttributes: false, parseTagValue: false, trimValues: false })

/** With `formats` only those: a process that reads one kind alone is faster than one that reads all in turn. */
export async function measureParse(bench, { runs, formats }) {
  const { parseDocument } = await bench.load('parsers/registry.js')
  const rows = []
  for (const { format, origin, inputs } of await readDocuments(bench)) {
    if (formats !== undefined && !formats.includes(format)) continue
    const comparable = inputs.filter((input) => bareReadings(input) !== undefined)
    const bytes = inputs.reduce((sum, input) => sum + sizeOf(input), 0)
    const own = () => inputs.forEach((input) => parseDocument(input))
    const same = () => comparable.forEach((input) => parseDocument(input))
    const bare = () => comparable.forEach((input) => bareReadings(input).forEach((read) => read()))
    // the compiler's own work on what runs for the first time is no rate of a worker that runs for days
    rateOf(own, inputs.length)
    const rates = { own: [], ratio: [], bare: [] }
    for (let run = 0; run < runs; run++) {
      rates.own.push(rateOf(own, inputs.length))
      if (comparable.length === 0) continue
      const floor = rateOf(bare, comparable.length)
      rates.bare.push(floor)
      rates.ratio.push(rateOf(same, comparable.length) / floor)
    }
    rows.push({
      format,
      origin,
      documents: inputs.length,
      kilobytes: round(bytes / inputs.length / 1000, 1),
      documentsPerCpuSecond: round(median(rates.own)),
      ...(comparable.length === 0
        ? {}
        : { barePerCpuSecond: round(median(rates.bare)), ratio: round(median(rates.ratio), 2) }),
    })
  }
  printTable(
    [
      ['format', 'documents', 'kB each', 'docs/CPU s', 'bare/CPU s', 'ratio'],
      ...rows.map((row) => [
        `${row.format} (${row.origin})`,
        row.documents,
        row.kilobytes,
        row.documentsPerCpuSecond,
        row.barePerCpuSecond ?? '-',
        row.ratio ?? '-',
      ]),
    ],
    bench.say,
  )
  return { runs, formats: rows }
}

const sizeOf = ({ bytes, companions = [] }) =>
  companions.reduce((sum, companion) => sum + companion.bytes.length, bytes.length)

/** How the bare parsers read a document and its companions; undefined when one of them cannot. */
function bareReadings({ bytes, companions = [] }) {
  const readings = [bytes, ...companions.map((companion) => companion.bytes)].map((document) => {
    const start = document
      .toString('latin1', 0, 200)
      .replace(/^\xef\xbb\xbf/, '')
      .trimStart()
    if (start.startsWith('<!DOCTYPE html') || start.startsWith('<html')) return undefined
    if (start.startsWith('<')) return () => bareXml.parse(document.toString('utf8'))
    if (start.startsWith('{') || start.startsWith('[')) return () => JSON.parse(document.toString('utf8'))
    return undefined
  })
  try {
    for (const read of readings) read()
    return readings
  } catch {
    return undefined
  }
}
