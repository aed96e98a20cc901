/**
 * How finely the stamp of a file tells two states of it apart. `exact`: never alike (a local inode and its time).
 * `second`, `minute`, `day`: two states of one size within that span look the same. `none`: only the size is known.
 */
export type Grain = 'exact' | 'second' | 'minute' | 'day' | 'none'

/** A file as one look at its folder found it. */
export interface FoundFile {
  /** Path relative to the feed's folder, with `/`. */
  readonly name: string
  /** Bytes. */
  readonly size: number
  /** By the clock of the place; undefined where it says none. For the order of files only, never for their age. */
  readonly modifiedMs?: number
  /** Size and time as the place tells them: while it is the same, the file is taken for the same. */
  readonly stamp: string
  readonly grain: Grain
  /** A marker beside it says it is whole. */
  readonly marked: boolean
}

/** What one look at a place found. */
export interface Look {
  /** Oldest first. */
  readonly files: readonly FoundFile[]
  /** False when there are more files than one poll looks at. */
  readonly complete: boolean
  /** Files whose names cannot be asked for: of another charset, with separators or control characters. */
  readonly unnameable: number
}

export type ReadOutcome =
  | { readonly kind: 'read'; readonly bytes: Buffer }
  /** The file is not the one that was looked at, or grew while it was read. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'gone' }
  /** It is there, but may not be read. */
  | { readonly kind: 'unreadable'; readonly why: string }

/** A file that was taken and is still to be put away. */
export interface TakenFile {
  readonly name: string
  readonly stamp: string
  /** Why it was refused; empty when it was stored. */
  readonly reason: string
  /** Digest of the stored bytes; empty when none were read. */
  readonly digest: string
}

/** Where files lie: a folder of this machine, a folder on a server. */
export interface FilePlace {
  /** For messages: a path, a URL without a password. */
  readonly title: string
  /** Lists the files that may be news. Throws a WireError when the place cannot be looked at. */
  look(): Promise<Look>
  /**
   * Reads a file that a look found, and only that. Throws a WireError when the transfer broke; the next read may go
   * well all the same.
   */
  read(file: FoundFile): Promise<ReadOutcome>
  /** Names whose stamp is still what it was when they were found; absent where `read` makes sure of it. */
  stillSame?(files: readonly FoundFile[]): Promise<ReadonlySet<string>>
  /** True when the time for reading is over; what was read is offered, the rest comes next. */
  isSpent?(): boolean
  /** Moves or deletes taken files; returns those to be tried again. */
  putAway(taken: readonly TakenFile[], now: Date): Promise<readonly TakenFile[]>
}

/** Oldest first; files without a time come last, by name. */
export function inOrder(files: readonly FoundFile[]): FoundFile[] {
  const time = ({ modifiedMs }: FoundFile): number => modifiedMs ?? Number.MAX_SAFE_INTEGER
  return [...files].sort((a, b) => time(a) - time(b) || (a.name < b.name ? -1 : 1))
}

/** A poll looks at so many files; the rest is seen when these are put away. */
export const mostFiles = 20_000
/** Subfolders are looked into so far down. */
export const deepestFolder = 8
