import { relateStories } from '../../src/store/copies/relate.ts'
import { openPool } from '../../src/store/pool.ts'

// Compares until nothing is left, as a process of its own that a test can kill. Argument: connection string.
const pool = openPool(process.argv[2]!, { max: 2, applicationName: 'relate-child' })
const memory = new Map()
for (;;) {
  const { printed, compared } = await relateStories(pool, memory, 20)
  if (printed + compared === 0) break
}
process.send?.('done')
await pool.end()
