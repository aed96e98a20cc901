/** The middle value; of an even number the mean of the two in the middle. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** The smallest value that at least this share (0 to 1) of the sorted values does not exceed. */
export function quantile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))]
}

export function round(value, digits = 0) {
  return Number(value.toFixed(digits))
}

/** Prints rows of equal length in columns, the first row as heading. */
export function printTable(rows, print = console.log) {
  const widths = rows[0].map((_, at) => Math.max(...rows.map((row) => String(row[at]).length)))
  for (const row of rows) {
    print(
      row
        .map((cell, at) => (at === 0 ? String(cell).padEnd(widths[at]) : String(cell).padStart(widths[at])))
        .join('  '),
    )
  }
}

const cpuSecondsARound = 0.5

/** How much a pass of `count` pieces gets done in a CPU second; repeated until half a second is spent. */
export function rateOf(pass, count) {
  const start = process.cpuUsage()
  let passes = 0
  for (;;) {
    pass()
    passes++
    const { user, system } = process.cpuUsage(start)
    const seconds = (user + system) / 1e6
    if (seconds >= cpuSecondsARound) return (passes * count) / seconds
  }
}
