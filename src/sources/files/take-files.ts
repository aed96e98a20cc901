import { createHash } from 'node:crypto'
import { posix } from 'node:path'
import { WireError } from '../../story/errors.ts'
import type { Offer, PollContext, RefusedOffer } from '../source.ts'
import type { FilesCursor, Kept, Waiting } from './cursor.ts'
import type { FilePlace, FoundFile, Look, TakenFile } from './found-file.ts'
import type { FilesSettings } from './settings.ts'
import { isSettled, needsSecondReading, recheckAt, sinceWhen } from './settled.ts'

/** Files in sight for each that a poll takes: enough that the next polls find some settled, few enough to store. */
const waitingPerFile = 10
/** Kept files that are read once more in a poll. */
const mostRechecks = 20
/** Broken transfers after which a poll stops trying. */
const mostFaults = 8

/** What the loop over files needs of a poll. */
export type FilePoll = Pick<PollContext, 'cursor' | 'now' | 'signal'>

interface Reading {
  readonly file: FoundFile
  readonly since: number
  readonly bytes: Buffer
  readonly digest: string
}

/** What one poll collects. */
export class Haul implements FilesCursor {
  readonly offers: Offer[] = []
  readonly refused: RefusedOffer[] = []
  readonly waiting = new Map<string, Waiting>()
  readonly taken: TakenFile[]
  readonly kept: Map<string, Kept>
  readonly notes: string[] = []
  readonly faults: WireError[] = []
  /** Read, but not yet known to be unchanged since. */
  readonly unconfirmed: Reading[] = []
  readings = 0
  bytes = 0
  more = false

  constructor(left: readonly TakenFile[], kept: Iterable<readonly [string, Kept]>) {
    this.taken = [...left]
    this.kept = new Map(kept)
  }
}

/** The digest by which contents are compared: 128 bits of SHA-256. */
export function contentDigest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url').slice(0, 22)
}

/** Reads what has settled, oldest first, until the portion is full. A file that fails costs only itself. */
export async function takeReady(
  place: FilePlace,
  settings: FilesSettings,
  cursor: FilesCursor,
  look: Look,
  haul: Haul,
  poll: FilePoll,
): Promise<void> {
  const putAside = new Set(haul.taken.map(({ name, stamp }) => `${name} ${stamp}`))
  for (const file of look.files) {
    const waiting = cursor.waiting.get(file.name)
    const isKept = haul.kept.get(file.name)?.stamp === file.stamp && waiting?.stamp !== file.stamp
    if (isKept || putAside.has(`${file.name} ${file.stamp}`)) continue
    const since = sinceWhen(waiting, file, poll.now)
    if (!isSettled(settings, file, since, poll.now)) {
      wait(settings, haul, file, { ...waiting, stamp: file.stamp, since })
    } else if (isFull(settings, haul, file.size) || isOver(place, haul, poll)) {
      haul.more ||= haul.faults.length < mostFaults
      wait(settings, haul, file, { ...waiting, stamp: file.stamp, since })
    } else await take(place, settings, haul, poll, { file, since, waiting })
  }
}

async function take(
  place: FilePlace,
  settings: FilesSettings,
  haul: Haul,
  poll: FilePoll,
  candidate: { file: FoundFile; since: number; waiting: Waiting | undefined },
): Promise<void> {
  const { file, since, waiting } = candidate
  if (file.size > settings.fileBytes) {
    const detail = `${file.size} bytes, the limit is ${settings.fileBytes}`
    haul.refused.push({ key: file.name, code: 'parse.too-large', detail })
    remember(settings, haul, file, { reason: `larger than the limit: ${detail}`, digest: '', recheckAt: 0 })
    return
  }
  const bytes = await readOne(place, haul, file)
  if (bytes === undefined) {
    wait(settings, haul, file, { ...waiting, stamp: file.stamp, since })
  } else if (bytes !== 'skip') {
    const digest = contentDigest(bytes)
    if (needsSecondReading(settings, file, waiting, digest)) {
      wait(settings, haul, file, { stamp: file.stamp, since: poll.now.getTime(), digest })
    } else haul.unconfirmed.push({ file, since, bytes, digest })
    haul.bytes += bytes.length
  }
}

/** The bytes of a file; undefined when it should be tried again as it stands, `skip` when it waits for somebody. */
async function readOne(place: FilePlace, haul: Haul, file: FoundFile): Promise<Buffer | 'skip' | undefined> {
  try {
    const outcome = await place.read(file)
    if (outcome.kind === 'read' || outcome.kind === 'changed') haul.readings += 1
    if (outcome.kind === 'read') return outcome.bytes
    // Left where it is: permissions are mended without a second drop.
    if (outcome.kind === 'unreadable') haul.notes.push(`${file.name} cannot be read: ${outcome.why}`)
    return outcome.kind === 'changed' ? undefined : 'skip'
  } catch (error) {
    if (!(error instanceof WireError)) throw error
    haul.faults.push(error)
    return undefined
  }
}

/** Looks at the files once more where reading alone does not tell: what changed meanwhile waits, the rest is offered. */
export async function confirmReadings(
  place: FilePlace,
  settings: FilesSettings,
  haul: Haul,
  poll: FilePoll,
): Promise<void> {
  const same =
    haul.unconfirmed.length === 0 ? undefined : await place.stillSame?.(haul.unconfirmed.map(({ file }) => file))
  for (const { file, since, bytes, digest } of haul.unconfirmed) {
    if (same !== undefined && !same.has(file.name)) {
      wait(settings, haul, file, { stamp: file.stamp, since: poll.now.getTime() })
      continue
    }
    const isKnown = haul.kept.get(file.name)?.digest === digest
    remember(settings, haul, file, { reason: '', digest, recheckAt: recheckAt(file, since, poll.now) })
    if (!isKnown) haul.offers.push({ key: file.name, bytes, fileName: posix.basename(file.name) })
  }
}

/** Reads kept files again whose stamps may hide a change. One that changed waits to be taken as any other. */
export async function recheckKept(
  place: FilePlace,
  settings: FilesSettings,
  look: Look,
  haul: Haul,
  poll: FilePoll,
): Promise<void> {
  const now = poll.now.getTime()
  let tries = 0
  for (const file of look.files) {
    const kept = haul.kept.get(file.name)
    if (kept === undefined || kept.stamp !== file.stamp || haul.waiting.has(file.name)) continue
    if (kept.recheckAt === 0 || kept.recheckAt > now || kept.digest === '') continue
    if (tries >= mostRechecks || isFull(settings, haul, file.size) || isOver(place, haul, poll)) return
    tries += 1
    const bytes = await readOne(place, haul, file)
    if (bytes === undefined || bytes === 'skip') continue
    haul.bytes += bytes.length
    const digest = contentDigest(bytes)
    if (digest !== kept.digest) haul.waiting.set(file.name, { stamp: file.stamp, since: now, digest })
    else haul.kept.set(file.name, { ...kept, recheckAt: file.grain === 'none' ? recheckAt(file, now, poll.now) : 0 })
  }
}

function isFull(settings: FilesSettings, haul: Haul, bytes: number): boolean {
  const files = haul.unconfirmed.length + haul.refused.length
  return files >= settings.filesAtOnce || (haul.bytes > 0 && haul.bytes + bytes > settings.bytesAtOnce)
}

function isOver(place: FilePlace, haul: Haul, poll: FilePoll): boolean {
  return poll.signal.aborted || haul.faults.length >= mostFaults || place.isSpent?.() === true
}

function wait(settings: FilesSettings, haul: Haul, file: FoundFile, waiting: Waiting): void {
  if (haul.waiting.size < settings.filesAtOnce * waitingPerFile) haul.waiting.set(file.name, waiting)
}

function remember(
  settings: FilesSettings,
  haul: Haul,
  file: FoundFile,
  outcome: { reason: string; digest: string; recheckAt: number },
): void {
  const { name, stamp } = file
  const { reason, digest } = outcome
  haul.waiting.delete(name)
  if (settings.mode === 'keep') haul.kept.set(name, { stamp, digest, recheckAt: outcome.recheckAt })
  else haul.taken.push({ name, stamp, reason, digest })
}
