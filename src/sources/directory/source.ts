import { access, constants, mkdir } from 'node:fs/promises'
import { basename } from 'node:path'
import { WireError } from '../../story/errors.ts'
import { readCursor } from '../files/cursor.ts'
import type { FilePlace, TakenFile } from '../files/found-file.ts'
import { pollFiles } from '../files/poll-files.ts'
import { readConfigWith } from '../read-config.ts'
import type { Offer, PollContext, PollResult, Shown, Source } from '../source.ts'
import { directoryConfigSchema } from './config.ts'
import type { DirectoryConfig } from './config.ts'
import { putAway } from './put-away.ts'
import { readFound } from './read-file.ts'
import { pathFault, scanFolder } from './scan.ts'
import { watchFolder } from './watch.ts'

/** A folder into which files are dropped, by an FTP server, a satellite receiver or a person. */
export function createDirectorySource(): Source {
  return {
    kind: 'directory',
    readConfig: (raw) => readConfigWith(directoryConfigSchema, raw),
    hostOf: () => undefined,
    poll,
    acknowledge: async (context, result) => {
      const config = context.config as unknown as DirectoryConfig
      const left = await folderPlace(config).putAway(readCursor(result.cursor).taken, context.now)
      if (left.length > 0)
        context.log.warn({ feed: context.feedName, files: left.length }, 'stored files stay in place')
    },
    backfill: (context) => showWaiting(context.config as unknown as DirectoryConfig),
    watch: (config, wake) => watchFolder(config as unknown as DirectoryConfig, wake),
  }
}

/** What is shown again at most: a folder with more than this has other troubles. */
const mostShown = 1000

/** The files that lie in the folder now; what was put away is no longer offered. */
async function showWaiting(config: DirectoryConfig): Promise<Shown> {
  const offers: Offer[] = []
  for (const file of (await scanFolder(config)).files.slice(0, mostShown)) {
    if (file.size > config.fileBytes) continue
    const outcome = await readFound(config.path, file)
    if (outcome.kind === 'read') {
      offers.push({ key: file.name, bytes: outcome.bytes, fileName: basename(file.name) })
    }
  }
  return { offers, whole: false }
}

async function poll(context: PollContext): Promise<PollResult> {
  const config = context.config as unknown as DirectoryConfig
  if (config.mode === 'move') await checkMovable(config)
  return pollFiles(folderPlace(config), config, context)
}

function folderPlace(config: DirectoryConfig): FilePlace {
  return {
    title: config.path,
    look: () => scanFolder(config),
    read: (file) => readFound(config.path, file),
    putAway: async (taken, now) => {
      const day = now.toISOString().slice(0, 10)
      const left: TakenFile[] = []
      for (const file of taken) {
        try {
          await putAway(config, file.name, file.stamp, file.reason, day)
        } catch (error) {
          if (!(error instanceof WireError)) throw error
          left.push(file)
        }
      }
      return left
    },
  }
}

/** Finds out before anything is taken whether files can be put away at all. */
async function checkMovable(config: DirectoryConfig): Promise<void> {
  try {
    await access(config.path, constants.W_OK)
    for (const folder of [config.processed, config.error]) {
      await mkdir(folder, { recursive: true })
      await access(folder, constants.W_OK)
    }
  } catch (error) {
    const fault = pathFault(error, `files cannot be moved out of ${config.path}`)
    throw new WireError('source.path', `${fault.detail}; mode "keep" leaves them where they are`, { cause: error })
  }
}
