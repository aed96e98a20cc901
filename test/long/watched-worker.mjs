// A worker process that tells how much it holds: heap and buffers after a collection, in MB, every ten seconds.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc')
const megabytes = (bytes) => Math.round((bytes / 2 ** 20) * 10) / 10

setInterval(() => {
  collect()
  const { heapUsed, external, rss } = process.memoryUsage()
  process.send?.({
    event: 'memory',
    heapMb: megabytes(heapUsed),
    externalMb: megabytes(external),
    rssMb: megabytes(rss),
  })
}, 10_000).unref()

await import('../promises/worker-child.mjs')
