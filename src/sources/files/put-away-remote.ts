import { markersOf } from './file-names.ts'
import type { FilePlace, FoundFile, TakenFile } from './found-file.ts'
import { processedPath } from './remote-names.ts'
import { contentDigest } from './take-files.ts'

/** What a server can do to a file. `refused`: not allowed; a broken connection is thrown. */
export interface RemoteMoves {
  rename(file: TakenFile, to: string): Promise<'refused' | 'done'>
  remove(name: string): Promise<'refused' | 'done'>
}

interface PutAwaySettings {
  readonly mode: 'keep' | 'move' | 'delete'
  readonly processed: string
  readonly doneSuffix?: string | undefined
}

/** An account that may not move one file may move none: after so many the others are not tried. */
const mostRefusals = 3

/**
 * Moves or deletes what was stored, after one more look: a name that holds something else by now stays, and is taken
 * next. Where the listing is too coarse to tell, the bytes are compared. Returns what the server would not let go of;
 * refused files are never deleted, for nothing of them was stored.
 */
export async function putAwayRemote(
  place: FilePlace,
  settings: PutAwaySettings,
  taken: readonly TakenFile[],
  now: Date,
  moves: RemoteMoves,
): Promise<readonly TakenFile[]> {
  if (settings.mode === 'keep' || taken.length === 0) return []
  const look = await place.look()
  const present = new Map(look.files.map((file) => [file.name, file]))
  const left: TakenFile[] = []
  let refusals = 0
  for (const file of taken) {
    const found = present.get(file.name)
    if (found === undefined) {
      if (!look.complete) left.push(file)
    } else if (found.stamp === file.stamp) {
      if (refusals >= mostRefusals || (settings.mode === 'delete' && file.reason !== '')) left.push(file)
      else if (await isSameContent(place, found, file)) {
        const outcome =
          settings.mode === 'delete'
            ? await moves.remove(file.name)
            : await moves.rename(file, processedPath(settings.processed, file, now))
        if (outcome === 'refused') {
          refusals += 1
          left.push(file)
        } else if (found.marked) await removeMarkers(settings, moves, file.name)
      }
    }
  }
  return left
}

/** Times by the second tell two states apart; by the minute, or missing, they may hide a change. */
async function isSameContent(place: FilePlace, found: FoundFile, file: TakenFile): Promise<boolean> {
  if (found.grain === 'second' || found.grain === 'exact' || file.digest === '') return true
  const outcome = await place.read(found)
  return outcome.kind === 'read' && contentDigest(outcome.bytes) === file.digest
}

async function removeMarkers(settings: PutAwaySettings, moves: RemoteMoves, name: string): Promise<void> {
  const folder = name.slice(0, name.lastIndexOf('/') + 1)
  for (const marker of markersOf(name.slice(folder.length), settings.doneSuffix)) await moves.remove(folder + marker)
}
