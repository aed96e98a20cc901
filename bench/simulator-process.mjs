// The scripted agency as a process of its own: its work must not be done by the process that is measured.
const { build, day, items, spreadSeconds, speed } = JSON.parse(process.argv[2])
const { startSimulator, bulkDay, scriptedDay } = await import(new URL('simulator/index.js', build).href)

const startsAt = new Date(Date.now() - 24 * 3_600_000).toISOString()
const filings =
  day === 'bulk'
    ? bulkDay({ items, spreadSeconds, startsAt })
    : scriptedDay({ startsAt, stories: Math.round(items * 0.46), pictures: Math.round(items * 0.23) })

// A bulk day writes its items anew whenever they are asked for. Here they are written beforehand: the agency has a
// machine of its own, and this one has to lend it as little as can be.
const events = filings.map((event) => ({
  atSeconds: event.atSeconds,
  itemid: event.itemid,
  version: event.version,
  etag: event.etag,
  envelope: event.envelope,
  nitf: event.nitf,
  captionNitf: event.captionNitf,
  intent: event.intent,
}))
const simulator = await startSimulator({ events, speed: 0, longPollSeconds: 15 })
let firstRequest
void simulator.control.nextRequest('feed').then(() => (firstRequest = Date.now()))

process.on('message', (question) => {
  if (question === 'publish') {
    simulator.control.setSpeed(speed === 'max' ? Number.POSITIVE_INFINITY : speed)
    process.send({ publishing: Date.now() })
  } else if (question === 'counts') process.send({ ...simulator.control.counts(), firstRequest })
})
process.on('SIGTERM', async () => {
  await simulator.stop()
  process.exit(0)
})
process.send({ feedUrl: `${simulator.url}/media/v`, host: new URL(simulator.url).host })
