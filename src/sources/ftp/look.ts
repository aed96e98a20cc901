import { FTPError } from 'basic-ftp'
import type { FileInfo } from 'basic-ftp'
import { isPlainName, isWantedName, markersOf } from '../files/file-names.ts'
import { deepestFolder, inOrder, mostFiles } from '../files/found-file.ts'
import type { FoundFile, Look } from '../files/found-file.ts'
import { below, fromRoot } from '../files/remote-names.ts'
import type { FtpConfig } from './config.ts'
import { readListedTime } from './listing-time.ts'
import type { FtpSession } from './session.ts'

/** Subfolders a look goes into: a server that invents folders without end is not followed. */
const mostFolders = 1000
/** Sizes asked for one by one, where the listing has none: each takes a round trip. */
const mostSizes = 1000

/** Lists the feed’s folder, and those below where the settings say so. */
export async function lookAtFtp(session: FtpSession, config: FtpConfig, now: Date): Promise<Look> {
  const found: FoundFile[] = []
  let unnameable = 0
  let complete = true
  let sizesAsked = 0
  const folders: { readonly name: string; readonly depth: number }[] = [{ name: '', depth: 0 }]
  for (let at = 0; at < folders.length; at += 1) {
    const { name: folder, depth } = folders[at]!
    const entries = await listFolder(session, folder)
    const present = new Set(entries.map(({ name }) => name))
    const seen = new Set<string>()
    for (const entry of entries) {
      if (seen.has(entry.name)) continue
      seen.add(entry.name)
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (!isPlainName(entry.name)) unnameable += isDot(entry.name) ? 0 : 1
      else if (entry.isDirectory) {
        const isOurs =
          config.mode === 'move' && fromRoot(session.root, name) === fromRoot(session.root, config.processed)
        if (!config.recursive || isOurs || entry.name.startsWith('.') || depth >= deepestFolder) continue
        if (folders.length < mostFolders) folders.push({ name, depth: depth + 1 })
        else complete = false
      } else if (isWantedName(entry.name, config)) {
        if (found.length >= mostFiles) complete = false
        else {
          if (!hasSize(entry)) sizesAsked += 1
          if (sizesAsked > mostSizes) complete = false
          const size = hasSize(entry) || sizesAsked > mostSizes ? entry.size : await sizeOf(session, name)
          const isFile = entry.isFile || (hasNoFacts(entry) && size !== undefined)
          if (isFile && sizesAsked <= mostSizes) found.push(describe(entry, name, size ?? 0, present, config, now))
        }
      }
    }
  }
  return { files: inOrder(found), complete, unnameable }
}

/** Entries of one folder. Some servers answer a folder without files with an error instead of with nothing. */
async function listFolder(session: FtpSession, folder: string): Promise<readonly FileInfo[]> {
  const { client, root } = session
  try {
    if (folder !== '') await client.cd(below(root, folder))
    return await client.list()
  } catch (error) {
    const isEmpty = error instanceof FTPError && /no (?:such )?files?\b|empty/i.test(error.message)
    // A subfolder may be gone again, or closed to this account: the others are not.
    if (error instanceof FTPError && (isEmpty || folder !== '')) return []
    throw error
  } finally {
    if (folder !== '' && !client.closed) await client.cd(root)
  }
}

const isDot = (name: string): boolean => name === '.' || name === '..' || name === ''

/** MLSD need not give a size, and then the library says 0: which an empty file has as well. */
const hasSize = ({ size }: FileInfo): boolean => size > 0

/** A line that was a name and nothing else. */
const hasNoFacts = (entry: FileInfo): boolean =>
  entry.rawModifiedAt === '' && entry.size === 0 && !entry.isSymbolicLink && !entry.isDirectory

async function sizeOf(session: FtpSession, name: string): Promise<number | undefined> {
  try {
    const size = await session.client.size(name)
    return Number.isSafeInteger(size) && size >= 0 ? size : undefined
  } catch (error) {
    if (error instanceof FTPError) return undefined
    throw error
  }
}

function describe(
  entry: FileInfo,
  name: string,
  size: number,
  present: ReadonlySet<string>,
  config: FtpConfig,
  now: Date,
): FoundFile {
  const precise = entry.modifiedAt?.getTime()
  const listed = precise === undefined ? readListedTime(entry.rawModifiedAt, now) : undefined
  const ms = precise ?? listed?.ms
  return {
    name,
    size,
    stamp: `${size}:${entry.rawModifiedAt}`,
    grain: listed?.grain ?? 'second',
    marked: markersOf(entry.name, config.doneSuffix).some((marker) => present.has(marker)),
    ...(ms === undefined || Number.isNaN(ms) ? {} : { modifiedMs: ms }),
  }
}
