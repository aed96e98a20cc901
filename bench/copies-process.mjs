// Loops of the stage that finds copies, in one process; they work from the first message until nothing waits.
const { build, databaseUrl, limit, loops } = JSON.parse(process.argv[2])
const load = (path) => import(new URL(path, build).href)
const { openPool } = await load('store/pool.js')
const { relateStories } = await load('store/copies/relate.js')

const pool = openPool(databaseUrl, { max: loops + 1 })
process.on('SIGTERM', () => process.exit(0))
process.on('message', async () => {
  const turns = await Promise.all(Array.from({ length: loops }, work))
  process.send({ compared: turns.reduce((sum, compared) => sum + compared, 0) })
})
process.send({ ready: true })

async function work() {
  const memory = new Map()
  let compared = 0
  for (;;) {
    const turn = await relateStories(pool, memory, limit)
    if (turn.postponed.length > 0) throw turn.postponed[0].error
    compared += turn.compared
    if (turn.printed === 0 && turn.compared === 0) return compared
  }
}
