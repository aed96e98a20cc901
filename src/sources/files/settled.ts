import type { Waiting } from './cursor.ts'
import type { FoundFile, Grain } from './found-file.ts'
import type { FilesSettings } from './settings.ts'

/** An empty file is usually one whose writer has only just begun; after this it is offered as it is, and refused. */
const emptyGraceMs = 60_000

/** A file without a time is read again after so long, as long as it stays: nothing else tells that it changed. */
const timelessRecheckMs = 600_000

/** For how long after a change a second change may carry the same stamp. A day may be one of 26 hours elsewhere. */
const grainMs: Record<Exclude<Grain, 'none'>, number> = { exact: 0, second: 1000, minute: 60_000, day: 93_600_000 }

/**
 * Since when (ms, our clock) the file has looked the same; a clock that went back begins anew. The clock of the place is
 * never asked: it may be hours off.
 */
export function sinceWhen(waiting: Waiting | undefined, file: FoundFile, now: Date): number {
  const known = waiting !== undefined && waiting.stamp === file.stamp && waiting.since <= now.getTime()
  return known ? waiting.since : now.getTime()
}

/** True when the file has stood still long enough, or its marker says that it is whole. */
export function isSettled(settings: FilesSettings, file: FoundFile, since: number, now: Date): boolean {
  if (file.marked) return true
  if (settings.doneSuffix !== undefined) return false
  const age = now.getTime() - since
  if (file.size === 0) return age >= emptyGraceMs
  return settings.settleSeconds === 0 || (age > 0 && age >= settings.settleSeconds * 1000)
}

/**
 * A listing without times shows a growing file only by its size, and an overwritten one not at all: such a file is taken
 * when two readings, as far apart as two looks, brought the same bytes.
 */
export function needsSecondReading(
  settings: FilesSettings,
  file: FoundFile,
  waiting: Waiting | undefined,
  digest: string,
): boolean {
  if (file.grain !== 'none' || file.marked || settings.settleSeconds === 0) return false
  return waiting?.stamp !== file.stamp || waiting.digest !== digest
}

/**
 * When a file that stays is to be read once more, in ms; 0 for never. A listing that gives minutes hides a change within
 * the minute: once that is over, one more reading finds it. (Version control has the same trouble with its index.)
 */
export function recheckAt(file: FoundFile, since: number, now: Date): number {
  if (file.grain === 'none') return now.getTime() + timelessRecheckMs
  const safe = since + grainMs[file.grain]
  return now.getTime() > safe || file.grain === 'exact' ? 0 : safe + 1000
}
