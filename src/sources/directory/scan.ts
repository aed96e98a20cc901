import { lstat, opendir } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { Stats } from 'node:fs'
import { WireError } from '../../story/errors.ts'
import type { DirectoryConfig } from './config.ts'
import { isWantedName, markersOf } from '../files/file-names.ts'
import { deepestFolder, inOrder, mostFiles } from '../files/found-file.ts'
import type { FoundFile, Look } from '../files/found-file.ts'

/** Entries of one folder that are looked at, and folders: the rest is seen when these are put away. */
const mostEntries = 200_000
const mostFolders = 20_000

/** Size, time and inode: what makes a file the same file. */
export const stampOf = (stats: Stats): string => `${stats.size}:${stats.mtimeMs}:${stats.ino}`

/** Turns a fault of the file system into `source.path`, naming operation and path. */
export function pathFault(error: unknown, what: string): WireError {
  if (error instanceof WireError) return error
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown fault'
  return new WireError('source.path', `${what}: ${code}`, { cause: error })
}

/** Lists the files of the folder that may be news, oldest first. Throws `source.path` when the folder is not there. */
export async function scanFolder(config: DirectoryConfig): Promise<Look> {
  const found: FoundFile[] = []
  let unnameable = 0
  let complete = true
  const folders: { readonly path: string; readonly depth: number }[] = [{ path: config.path, depth: 0 }]

  for (let folder = folders.shift(); folder !== undefined; folder = folders.shift()) {
    const { path, depth } = folder
    const names = await namesOf(path, depth === 0)
    if (names.length >= mostEntries) complete = false
    const present = new Set(names.map(({ name }) => name))
    for (const { name, isFolder } of names) {
      const full = join(path, name)
      if (name.includes('\ufffd')) unnameable += 1
      else if (isFolder) {
        const away = full === config.processed || full === config.error
        if (config.recursive && depth < deepestFolder && !away && !name.startsWith('.')) {
          if (folders.length < mostFolders) folders.push({ path: full, depth: depth + 1 })
          else complete = false
        }
      } else if (isWantedName(name, config)) {
        if (found.length >= mostFiles) complete = false
        else {
          const stats = await lstat(full).catch(() => undefined)
          if (stats?.isFile() === true) found.push(describe(config, full, stats, present))
        }
      }
    }
  }
  return { files: inOrder(found), complete, unnameable }
}

/** Files and folders of a folder; links, pipes and devices are no news. */
async function namesOf(
  path: string,
  isRoot: boolean,
): Promise<{ readonly name: string; readonly isFolder: boolean }[]> {
  const names: { name: string; isFolder: boolean }[] = []
  try {
    for await (const entry of await opendir(path)) {
      if (entry.isFile() || entry.isDirectory()) names.push({ name: entry.name, isFolder: entry.isDirectory() })
      if (names.length >= mostEntries) break
    }
  } catch (error) {
    if (isRoot) throw pathFault(error, `cannot list the folder ${path}`)
  }
  return names
}

function describe(config: DirectoryConfig, path: string, stats: Stats, present: ReadonlySet<string>): FoundFile {
  const name = path.slice(config.path.length + 1)
  const base = name.slice(name.lastIndexOf(sep) + 1)
  return {
    name: sep === '/' ? name : name.replaceAll(sep, '/'),
    size: stats.size,
    modifiedMs: stats.mtimeMs,
    stamp: stampOf(stats),
    grain: 'exact',
    marked: markersOf(base, config.doneSuffix).some((candidate) => present.has(candidate)),
  }
}
