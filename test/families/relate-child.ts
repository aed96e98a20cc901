/** A worker that stops dead in the middle of a batch, with the lock in its hand: for the test that kills it. */
import { openCaptionRules } from '../../src/captions/rules.ts'
import { relateWaitingCaptions } from '../../src/store/families/relate.ts'
import { openPool } from '../../src/store/pool.ts'

const rules = openCaptionRules()
const pool = openPool(process.argv[2]!, { max: 2 })
let compared = 0
await relateWaitingCaptions(pool, {
  limit: 20,
  rules: {
    ...rules,
    compare: (a, b, context) => {
      if (++compared === 3) {
        process.send!('in mid batch', () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0))
      }
      return rules.compare(a, b, context)
    },
  },
})
