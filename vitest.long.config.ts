import { defineConfig } from 'vitest/config'

/** Runs of minutes and more: `npm run test:long [-- day|kills|soak]`. One at a time, so that none slows another. */
export default defineConfig({
  test: {
    globalSetup: ['test/support/global-setup.ts'],
    include: ['test/long/**/*.long.ts'],
    testTimeout: 45 * 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    fileParallelism: false,
    disableConsoleIntercept: true,
  },
})
