// One worker of the stage that finds the families of captions; works from the first message until nothing waits.
const { build, databaseUrl, limit } = JSON.parse(process.argv[2])
const load = (path) => import(new URL(path, build).href)
const { openPool } = await load('store/pool.js')
const { openCaptionRules } = await load('captions/rules.js')
const { relateWaitingCaptions } = await load('store/families/relate.js')

const pool = openPool(databaseUrl, { max: 2 })
const rules = openCaptionRules()
process.on('SIGTERM', () => process.exit(0))
/** As long as the role `relate` pauses. */
const pauseMs = 500
process.on('message', async () => {
  let [taken, doneAt] = [0, 0]
  for (;;) {
    const batch = await relateWaitingCaptions(pool, { rules, limit, leaveToOthers: true })
    if (batch.postponed.length > 0) throw batch.postponed[0].error
    taken += batch.taken
    if (batch.taken > 0) doneAt = Date.now()
    else if (batch.left) await new Promise((resolve) => setTimeout(resolve, pauseMs))
    else break
  }
  process.send({ taken, doneAt })
})
process.send({ ready: true })
