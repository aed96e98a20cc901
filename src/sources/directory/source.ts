import { createHash } from 'node:crypto'
import { access, constants, mkdir } from 'node:fs/promises'
import { basename } from 'node:path'
import { WireError } from '../../story/errors.ts'
import { readConfigWith } from '../read-config.ts'
import type { Offer, PollContext, PollResult, RefusedOffer, Source } from '../source.ts'
import { directoryConfigSchema } from './config.ts'
import type { DirectoryConfig } from './config.ts'
import { readCursor } from './cursor.ts'
import type { DirectoryCursor } from './cursor.ts'
import { putAway } from './put-away.ts'
import { readFound } from './read-file.ts'
import { mostFiles, pathFault, scanFolder } from './scan.ts'
import type { FoundFile, Scan } from './scan.ts'
import { watchFolder } from './watch.ts'

/** An empty file is usually one whose writer has only just begun; after this it is offered as it is, and refused. */
const emptyGraceMs = 60_000

/** Files in sight for each that a poll takes: enough that the next polls find some settled, few enough to store. */
const looksPerFile = 10

/** A folder into which files are dropped, by an FTP server, a satellite receiver or a person. */
export function createDirectorySource(): Source {
  return {
    kind: 'directory',
    readConfig: (raw) => readConfigWith(directoryConfigSchema, raw),
    hostOf: () => undefined,
    poll,
    acknowledge: async (context, result) => {
      const config = context.config as unknown as DirectoryConfig
      const left = await putAllAway(config, readCursor(result.cursor), context.now)
      if (left.length > 0)
        context.log.warn({ feed: context.feedName, files: left.length }, 'stored files stay in place')
    },
    watch: (config, wake) => watchFolder(config as unknown as DirectoryConfig, wake),
  }
}

/** What one poll collects. */
interface Catch {
  readonly offers: Offer[]
  readonly refused: RefusedOffer[]
  readonly looks: DirectoryCursor['looks']
  readonly taken: DirectoryCursor['taken']
  readonly kept: Map<string, readonly [stamp: string, digest: string]>
  readonly notes: string[]
  bytes: number
  more: boolean
}

async function poll(context: PollContext): Promise<PollResult> {
  const config = context.config as unknown as DirectoryConfig
  const cursor = readCursor(context.cursor)
  if (config.mode === 'move') await checkMovable(config)
  // Normally nothing is left to put away; after a crash between commit and acknowledgement there is.
  const left = config.mode === 'move' ? await putAllAway(config, cursor, context.now) : []
  const scan = await scanFolder(config)
  if (config.mode === 'keep' && !scan.complete) {
    throw new WireError('source.path', `${config.path} holds more than ${mostFiles} files, too many for mode "keep"`)
  }
  const caught: Catch = {
    offers: [],
    refused: [],
    looks: [],
    taken: left,
    kept: new Map(cursor.kept.map(([name, stamp, digest]) => [name, [stamp, digest]])),
    notes: [],
    bytes: 0,
    more: false,
  }
  await takeReady(config, cursor, scan, caught, context.now)
  forgetGone(caught, scan)
  if (scan.unnameable > 0) caught.notes.push(`${scan.unnameable} files whose names are not UTF-8: rename them`)
  return {
    offers: caught.offers,
    cursor: {
      looks: caught.looks,
      taken: caught.taken,
      kept: [...caught.kept].map(([name, entry]) => [name, ...entry]),
    },
    next: caught.more ? { kind: 'now' } : { kind: 'after', ms: config.everySeconds * 1000 },
    ...(caught.refused.length === 0 ? {} : { refused: caught.refused }),
    ...(caught.notes.length === 0 ? {} : { note: caught.notes.slice(0, 5).join('; ') }),
  }
}

async function takeReady(
  config: DirectoryConfig,
  cursor: DirectoryCursor,
  scan: Scan,
  caught: Catch,
  now: Date,
): Promise<void> {
  const looks = new Map(cursor.looks.map(([name, stamp, since]) => [name, { stamp, since }]))
  const putAside = new Set(caught.taken.map(([name, stamp]) => `${name} ${stamp}`))
  for (const file of scan.files) {
    if (caught.kept.get(file.name)?.[0] === file.stamp || putAside.has(`${file.name} ${file.stamp}`)) continue
    const since = sinceWhen(looks.get(file.name), file, now)
    if (!isSettled(config, file, since, now)) {
      if (caught.looks.length < config.filesAtOnce * looksPerFile) caught.looks.push([file.name, file.stamp, since])
      continue
    }
    const full = caught.offers.length + caught.refused.length >= config.filesAtOnce
    if (full || (caught.bytes > 0 && caught.bytes + file.size > config.bytesAtOnce)) {
      caught.more = true
      if (caught.looks.length < config.filesAtOnce * looksPerFile) caught.looks.push([file.name, file.stamp, since])
    } else await take(config, file, since, caught)
  }
}

/** Since when the file has looked the same; a clock that went back begins anew. */
function sinceWhen(look: { stamp: string; since: number } | undefined, file: FoundFile, now: Date): number {
  return look !== undefined && look.stamp === file.stamp && look.since <= now.getTime() ? look.since : now.getTime()
}

function isSettled(config: DirectoryConfig, file: FoundFile, since: number, now: Date): boolean {
  const age = now.getTime() - since
  if (file.marker !== undefined) return true
  if (config.doneSuffix !== undefined) return false
  if (file.size === 0) return age >= emptyGraceMs
  return config.settleSeconds === 0 || (age > 0 && age >= config.settleSeconds * 1000)
}

async function take(config: DirectoryConfig, file: FoundFile, since: number, caught: Catch): Promise<void> {
  if (file.size > config.fileBytes) {
    const detail = `${file.size} bytes, the limit is ${config.fileBytes}`
    caught.refused.push({ key: file.name, code: 'parse.too-large', detail })
    remember(config, file, `larger than the limit: ${detail}`, '', caught)
    return
  }
  const outcome = await readFound(file)
  if (outcome.kind === 'gone') return
  if (outcome.kind === 'changed') {
    caught.looks.push([file.name, file.stamp, since])
    return
  }
  if (outcome.kind === 'unreadable') {
    // Left where it is: permissions are mended without a second drop.
    caught.notes.push(`${file.name} cannot be read: ${outcome.why}`)
    return
  }
  const digest = createHash('sha256').update(outcome.bytes).digest('base64url').slice(0, 22)
  const known = caught.kept.get(file.name)
  remember(config, file, '', digest, caught)
  if (known?.[1] === digest) return
  caught.bytes += outcome.bytes.length
  caught.offers.push({ key: file.name, bytes: outcome.bytes, fileName: basename(file.name) })
}

function remember(config: DirectoryConfig, file: FoundFile, reason: string, digest: string, caught: Catch): void {
  if (config.mode === 'keep') caught.kept.set(file.name, [file.stamp, digest])
  else caught.taken.push([file.name, file.stamp, reason])
}

/** Forgets kept files that are no longer there, so that the cursor does not grow with the years. */
function forgetGone(caught: Catch, scan: Scan): void {
  if (caught.kept.size === 0) return
  const present = new Set(scan.files.map(({ name }) => name))
  for (const name of caught.kept.keys()) if (!present.has(name)) caught.kept.delete(name)
}

/** Puts everything taken away; returns what could not be moved, to be tried again. */
async function putAllAway(
  config: DirectoryConfig,
  cursor: DirectoryCursor,
  now: Date,
): Promise<DirectoryCursor['taken']> {
  const day = now.toISOString().slice(0, 10)
  const left: DirectoryCursor['taken'] = []
  for (const entry of cursor.taken) {
    const [name, stamp, reason] = entry
    try {
      await putAway(config, name, stamp, reason, day)
    } catch (error) {
      if (!(error instanceof WireError)) throw error
      left.push(entry)
    }
  }
  return left
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
