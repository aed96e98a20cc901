import { stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { WireError } from '../../story/errors.ts'
import { directoryConfigSchema } from '../directory/config.ts'
import { readFound } from '../directory/read-file.ts'
import { pathFault, scanFolder } from '../directory/scan.ts'
import { readConfigWith } from '../read-config.ts'
import type { Offer } from '../source.ts'
import type { Guess } from './outcome.ts'

const mostSamples = 5

/** Looks into a folder without changing anything in it. Throws `source.path` when there is none. */
export async function guessFolder(path: string): Promise<Guess> {
  const full = resolve(path)
  const stats = await stat(full).catch((error: unknown) => {
    throw pathFault(error, `${full} cannot be opened`)
  })
  if (!stats.isDirectory()) {
    throw new WireError(
      'source.path',
      `${full} is a file. A feed is the folder it is dropped into; a single file is read with \`writethru ingest\`.`,
    )
  }
  const { files, complete } = await scanFolder(readConfigWith(directoryConfigSchema, { path: full, mode: 'keep' }))
  const firstItems: Offer[] = []
  for (const file of files.slice(0, mostSamples)) {
    const outcome = await readFound(full, file)
    if (outcome.kind === 'read')
      firstItems.push({ key: file.name, bytes: outcome.bytes, fileName: basename(file.name) })
  }
  const count = complete ? `${files.length}` : `more than ${files.length}`
  return {
    kind: 'directory',
    config: { path: full },
    firstItems,
    notes: [
      `${count} files are waiting. Each is moved to ${full}/processed once it is stored; with \`--set mode=keep\` they stay.`,
    ],
  }
}
