import { z } from 'zod'
import type { TakenFile } from './found-file.ts'

const schema = z.object({
  /** Files seen, not yet taken: name, stamp, since when (ms) the stamp has been the same; a digest where times lack. */
  looks: z.array(z.tuple([z.string(), z.string(), z.number()], z.string())).default([]),
  /** Files taken and to be put away: name, stamp, why when they were refused, digest. */
  taken: z.array(z.tuple([z.string(), z.string(), z.string()], z.string())).default([]),
  /** In `keep` mode: name, stamp and digest of what was taken; when (ms) it is to be read again, where it is. */
  kept: z.array(z.tuple([z.string(), z.string(), z.string()], z.number())).default([]),
})

/** What is remembered of a file that waits. */
export interface Waiting {
  readonly stamp: string
  readonly since: number
  /** Of a file without a time: what it held when it was last read. */
  readonly digest?: string
}

/** What is remembered of a file that was taken and stays. */
export interface Kept {
  readonly stamp: string
  readonly digest: string
  /** When (ms) its stamp can hide no change any more and it is read once more; 0 when that is behind it. */
  readonly recheckAt: number
}

/** What is remembered of a place with files. */
export interface FilesCursor {
  readonly waiting: ReadonlyMap<string, Waiting>
  readonly taken: readonly TakenFile[]
  readonly kept: ReadonlyMap<string, Kept>
}

/** The stored cursor, or an empty one. */
export function readCursor(stored: unknown): FilesCursor {
  const outcome = schema.safeParse(stored ?? {})
  const { looks, taken, kept } = outcome.success ? outcome.data : { looks: [], taken: [], kept: [] }
  return {
    waiting: new Map(
      looks.map(([name, stamp, since, digest]) => [
        name,
        { stamp, since, ...(digest === undefined ? {} : { digest }) },
      ]),
    ),
    taken: taken.map(([name, stamp, reason, digest]) => ({ name, stamp, reason, digest: digest ?? '' })),
    kept: new Map(kept.map(([name, stamp, digest, at]) => [name, { stamp, digest, recheckAt: at ?? 0 }])),
  }
}

/** The cursor as it is stored: short, for it is written with every poll. */
export function writeCursor(cursor: FilesCursor): unknown {
  return {
    looks: [...cursor.waiting].map(([name, { stamp, since, digest }]) => [
      name,
      stamp,
      since,
      ...(digest === undefined ? [] : [digest]),
    ]),
    taken: cursor.taken.map(({ name, stamp, reason, digest }) => [name, stamp, reason, digest]),
    kept: [...cursor.kept].map(([name, { stamp, digest, recheckAt }]) => [
      name,
      stamp,
      digest,
      ...(recheckAt === 0 ? [] : [recheckAt]),
    ]),
  }
}
