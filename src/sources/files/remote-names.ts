import { createHash } from 'node:crypto'
import { posix } from 'node:path'
import type { TakenFile } from './found-file.ts'

/** Joins a folder of a server and a name below it; `.` is where the account begins. */
export function below(folder: string, name: string): string {
  if (folder === '' || folder === '.') return name
  return folder.endsWith('/') ? folder + name : `${folder}/${name}`
}

/** A path as the server has it: one that is absolute, or one below the feed’s folder. */
export function fromRoot(root: string, path: string): string {
  return path.startsWith('/') ? path : below(root, path)
}

/**
 * Where a stored file goes: `processed/2031-03-04/sport/story.1f0c2a9e.xml`. The digest of its bytes is in the name, for
 * many servers rename over what is there: the same name with other content gets a place of its own, and the same file
 * moved twice, its old one. Refused files go to `refused` beside the days.
 */
export function processedPath(processed: string, file: TakenFile, now: Date): string {
  const mark = createHash('sha256')
    .update(file.digest === '' ? `${file.name} ${file.stamp}` : file.digest)
    .digest('hex')
    .slice(0, 8)
  const { dir, name, ext } = posix.parse(file.name)
  const folder = below(processed, file.reason === '' ? now.toISOString().slice(0, 10) : 'refused')
  return below(dir === '' ? folder : below(folder, dir), `${name}.${mark}${ext}`)
}

/** Every folder above a path, outermost first: those that have to be there before a file is moved to it. */
export function foldersAbove(path: string): readonly string[] {
  const parts = posix.dirname(path).split('/')
  return parts.map((_, at) => parts.slice(0, at + 1).join('/')).filter((folder) => folder !== '' && folder !== '.')
}
