/** The number a job of these tests carries. */
export const numberOf = (job: { ids: Readonly<Record<string, unknown>> }): number => Number(job.ids['n'])

/** Collects what happens and lets the test wait until enough of it has. */
export function collect<T>() {
  const seen: T[] = []
  const waiting: { fits: (seen: readonly T[]) => boolean; resolve: (seen: T[]) => void }[] = []
  return {
    seen,
    note: (entry: T): void => {
      seen.push(entry)
      for (const wait of waiting) if (wait.fits(seen)) wait.resolve(seen)
    },
    until: (fits: (seen: readonly T[]) => boolean): Promise<T[]> =>
      fits(seen) ? Promise.resolve(seen) : new Promise((resolve) => waiting.push({ fits, resolve })),
  }
}
