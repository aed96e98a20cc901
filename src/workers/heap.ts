import { setFlagsFromString } from 'node:v8'

/** Percent by which the old part of the heap may grow beyond what is alive before it is collected. */
const growthPercent = 50

/**
 * Keeps the process near what it really holds. Where memory is plentiful V8 lets a heap grow to several times of that
 * before it collects: a worker that catches up after a rush would take hundreds of megabytes for what is long dead.
 */
export function keepHeapSmall(): void {
  setFlagsFromString(`--heap-growing-percent=${growthPercent}`)
}
