import { watch } from 'chokidar'
import type { SourceWatch } from '../source.ts'
import type { DirectoryConfig } from './config.ts'

/** Several files dropped together wake once. */
const gatherMs = 100

/**
 * Wakes when something is dropped into the folder. Only a hint: network file systems send no events, queues of events
 * overflow, and then the regular look finds the file.
 */
export async function watchFolder(config: DirectoryConfig, wake: () => void): Promise<SourceWatch> {
  let timer: NodeJS.Timeout | undefined
  const hint = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined
      wake()
    }, gatherMs)
  }
  const watcher = watch(config.path, {
    ignoreInitial: true,
    depth: config.recursive ? 8 : 0,
    followSymlinks: false,
    ignored: (path) => path === config.processed || path === config.error,
  })
  watcher
    .on('add', hint)
    .on('change', hint)
    .on('error', () => {})
  await new Promise<void>((resolve) => watcher.once('ready', resolve))
  return {
    close: async () => {
      clearTimeout(timer)
      await watcher.close()
    },
  }
}
