import { WireError } from '../../story/errors.ts'
import type { PollResult } from '../source.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { mostFiles } from './found-file.ts'
import type { FilePlace } from './found-file.ts'
import type { FilesSettings } from './settings.ts'
import { confirmReadings, Haul, recheckKept, takeReady } from './take-files.ts'
import type { FilePoll } from './take-files.ts'

const mostNotes = 5

/**
 * One poll of a place with files: puts away what the last committed poll took, looks, takes what has settled. The rules
 * are the same for a local folder, FTP and SFTP; the place knows how to look, read and put away. Nothing that is not
 * committed is moved.
 */
export async function pollFiles(place: FilePlace, settings: FilesSettings, poll: FilePoll): Promise<PollResult> {
  const cursor = readCursor(poll.cursor)
  // Normally nothing is left to put away; after a crash between commit and acknowledgement there is.
  const left = settings.mode === 'keep' || cursor.taken.length === 0 ? [] : await place.putAway(cursor.taken, poll.now)
  const look = await place.look()
  if (settings.mode === 'keep' && !look.complete) {
    throw new WireError(
      'source.path',
      `${place.title} holds more files than a look takes in (${mostFiles}), too many for mode "keep"`,
    )
  }
  const present = new Set(look.files.map(({ name }) => name))
  const haul = new Haul(
    left,
    [...cursor.kept].filter(([name]) => present.has(name)),
  )
  await takeReady(place, settings, cursor, look, haul, poll)
  await recheckKept(place, settings, look, haul, poll)
  await confirmReadings(place, settings, haul, poll)
  if (haul.readings === 0 && haul.refused.length === 0) {
    if (haul.faults[0] !== undefined) throw haul.faults[0]
    if (haul.more && place.isSpent?.() === true) {
      throw new WireError('source.timeout', `${place.title}: the time was over before a file was read`)
    }
  }
  return {
    offers: haul.offers,
    cursor: writeCursor(haul),
    next: haul.more ? { kind: 'now' } : { kind: 'after', ms: settings.everySeconds * 1000 },
    ...(haul.refused.length === 0 ? {} : { refused: haul.refused }),
    ...noteOf([
      ...haul.notes,
      ...haul.faults.map(({ message }) => message),
      ...(left.length === 0 ? [] : [`${left.length} stored files cannot be put away`]),
      ...(look.unnameable === 0
        ? []
        : [`${look.unnameable} files whose names cannot be asked for (charset, control characters): rename them`]),
    ]),
  }
}

function noteOf(notes: readonly string[]): { note?: string } {
  return notes.length === 0 ? {} : { note: notes.slice(0, mostNotes).join('; ') }
}
