import type { FileEntryWithStats, Stats } from 'ssh2'
import { WireError } from '../../story/errors.ts'
import { isPlainName, isWantedName, markersOf } from '../files/file-names.ts'
import { deepestFolder, inOrder, mostFiles } from '../files/found-file.ts'
import type { FoundFile, Look } from '../files/found-file.ts'
import { below, fromRoot } from '../files/remote-names.ts'
import type { SftpConfig } from './config.ts'
import { sftpStatus, statusOf } from './fault.ts'
import type { SftpSession } from './session.ts'

/** Subfolders a look goes into: a server that invents folders without end is not followed. */
const mostFolders = 1000
/** Entries of one folder: beyond them it is no folder of news. */
const mostEntries = 100_000
/** Characters of their names together. A packet may hold a single name of 256 kB. */
const mostCharacters = 33_554_432

/** What is kept of an entry: servers may send anything besides. */
interface Entry extends Pick<Stats, 'size' | 'mtime'> {
  readonly filename: string
  readonly kind: 'file' | 'folder' | 'other'
}

/** Size and time in seconds: what a server tells of a file’s state. */
export const stampOf = ({ size, mtime }: Pick<Stats, 'size' | 'mtime'>): string => `${size}:${mtime}`

/** Lists the feed’s folder, and those below where the settings say so. Links and devices are no news. */
export async function lookAtSftp(session: SftpSession, config: SftpConfig): Promise<Look> {
  const found: FoundFile[] = []
  let unnameable = 0
  let complete = true
  const folders: { readonly name: string; readonly depth: number }[] = [{ name: '', depth: 0 }]
  for (let at = 0; at < folders.length; at += 1) {
    const { name: folder, depth } = folders[at]!
    const entries = await listFolder(session, folder === '' ? config.path : below(config.path, folder), folder === '')
    const present = new Set(entries.map(({ filename }) => filename))
    complete &&= entries.length < mostEntries
    const seen = new Set<string>()
    for (const { filename, kind, ...attrs } of entries) {
      if (seen.has(filename)) continue
      seen.add(filename)
      const name = folder === '' ? filename : `${folder}/${filename}`
      if (!isPlainName(filename)) unnameable += filename === '.' || filename === '..' ? 0 : 1
      else if (kind === 'folder') {
        const isOurs = config.mode === 'move' && below(config.path, name) === fromRoot(config.path, config.processed)
        if (!config.recursive || isOurs || filename.startsWith('.') || depth >= deepestFolder) continue
        if (folders.length < mostFolders) folders.push({ name, depth: depth + 1 })
        else complete = false
      } else if (kind === 'file' && isWantedName(filename, config)) {
        if (found.length >= mostFiles) complete = false
        else
          found.push(
            describe(
              name,
              attrs,
              markersOf(filename, config.doneSuffix).some((marker) => present.has(marker)),
            ),
          )
      }
    }
  }
  return { files: inOrder(found), complete, unnameable }
}

function describe(name: string, attrs: Pick<Stats, 'size' | 'mtime'>, marked: boolean): FoundFile {
  return {
    name,
    size: attrs.size,
    modifiedMs: attrs.mtime * 1000,
    stamp: stampOf(attrs),
    grain: Number.isFinite(attrs.mtime) && attrs.mtime > 0 ? 'second' : 'none',
    marked,
  }
}

/** Entries of one folder, portion by portion. A subfolder that is gone again, or closed, is empty. */
async function listFolder(session: SftpSession, path: string, isRoot: boolean): Promise<Entry[]> {
  const entries: Entry[] = []
  let characters = 0
  let handle: Buffer
  try {
    handle = await session.ask<Buffer>((done) => session.sftp.opendir(path, done))
  } catch (error) {
    if (isRoot || statusOf(error) === undefined) throw error
    return []
  }
  try {
    while (entries.length < mostEntries) {
      const portion = await session.ask<FileEntryWithStats[]>((done) => session.sftp.readdir(handle, done as never))
      for (const { filename, attrs } of portion) {
        characters += filename.length
        const kind = attrs.isDirectory() ? 'folder' : attrs.isFile() ? 'file' : 'other'
        entries.push({ filename, kind, size: attrs.size, mtime: attrs.mtime })
      }
      if (characters > mostCharacters) {
        throw new WireError('source.too-large', `the names of a folder have more than ${mostCharacters} characters`)
      }
    }
  } catch (error) {
    if (statusOf(error) !== sftpStatus.endOfFile) throw error
  } finally {
    if (session.isUsable()) session.sftp.close(handle, () => {})
  }
  return entries
}
