// Captions normalised and compared a CPU second, one thread: the pairs of the tests, which are short and long captions in
// thirty languages. Beside it what the first pass of a process costs, before anything is compiled.
import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { median, printTable, rateOf, round } from './figures.mjs'

const folder = new URL('../test/captions/', import.meta.url)
/** From here on a caption is long: the photographs of a wire, with place, date and a sentence of background. */
const longCaption = 140

export async function measureCaptions(bench, { runs }) {
  const { normaliseCaption } = await bench.load('captions/normalise.js')
  const { compareCaptions, compareNormalised } = await bench.load('captions/compare.js')
  const pairs = readPairs()
  const sets = [
    { name: 'all', pairs },
    {
      name: `of ${longCaption} characters and more`,
      pairs: pairs.filter(({ a, b }) => a.length + b.length >= 2 * longCaption),
    },
  ]
  const rows = sets.map((set) => {
    const texts = [...new Set(set.pairs.flatMap(({ a, b }) => [a, b]))]
    const rates = { normalised: [], compared: [], aligned: [], again: [] }
    const inner = set.pairs.map(({ a, b }) => [normaliseCaption(a), normaliseCaption(b)])
    const passes = {
      normalised: [() => texts.forEach((text) => normaliseCaption(text)), texts.length],
      compared: [
        () => set.pairs.forEach(({ a, b }) => compareNormalised(normaliseCaption(a), normaliseCaption(b))),
        set.pairs.length,
      ],
      aligned: [() => inner.forEach(([a, b]) => compareNormalised(a, b)), set.pairs.length],
      again: [
        () => set.pairs.forEach(({ a, b }) => [compareCaptions(a, b), compareCaptions(b, a)]),
        2 * set.pairs.length,
      ],
    }
    for (const [pass] of Object.values(passes)) pass()
    for (let run = 0; run < runs; run++)
      for (const [name, [pass, count]] of Object.entries(passes)) rates[name].push(rateOf(pass, count))
    const figures = Object.fromEntries(Object.entries(rates).map(([name, values]) => [name, round(median(values))]))
    const characters = round(texts.reduce((sum, text) => sum + text.length, 0) / texts.length)
    return { name: set.name, pairs: set.pairs.length, characters, ...figures }
  })
  printTable(
    [
      [
        'pairs',
        'number',
        'characters',
        'normalised/CPU s',
        'read and compared/CPU s',
        'compared/CPU s',
        'both ways/CPU s',
      ],
      ...rows.map((row) => [row.name, row.pairs, row.characters, row.normalised, row.compared, row.aligned, row.again]),
    ],
    bench.say,
  )
  const cold = Array.from({ length: runs }, () => firstPass(bench))
  bench.say(`the first pass of a process: ${round(median(cold))} comparisons a CPU second`)
  return { runs, sets: rows, firstPassPerCpuSecond: round(median(cold)) }
}

function readPairs() {
  return readdirSync(fileURLToPath(folder))
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').trim().split('\n'))
    .map((line) => JSON.parse(line))
}

/** Every pair both ways, once, in a process that has compared nothing before. */
function firstPass(bench) {
  const script = `
    const { compareCaptions } = await import(process.argv[1])
    const pairs = JSON.parse(process.argv[2])
    const start = process.cpuUsage()
    for (const { a, b } of pairs) compareCaptions(a, b), compareCaptions(b, a)
    const { user, system } = process.cpuUsage(start)
    console.log((2e6 * pairs.length) / (user + system))`
  const pairs = readPairs().slice(0, 300)
  const module = new URL('captions/compare.js', bench.build).href
  return Number(execFileSync(process.execPath, ['--input-type=module', '-e', script, module, JSON.stringify(pairs)]))
}
