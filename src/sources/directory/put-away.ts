import type { Stats } from 'node:fs'
import { copyFile, link, lstat, mkdir, open, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import type { DirectoryConfig } from './config.ts'
import { markersOf } from '../files/file-names.ts'
import { pathFault, stampOf } from './scan.ts'

/** More files of one name in one day have their number at the end of nobody's patience. */
const mostSameNames = 10_000

/**
 * Moves a taken file to the folder of the day within `processed`, or to `error` with the reason beside it. A name that
 * is already there gets a number. Leaves alone what is no longer the file that was read: a new version under the same
 * name is the next poll's business. Returns false when nothing was moved. Throws `source.path` when moving fails.
 */
export async function putAway(
  config: DirectoryConfig,
  name: string,
  stamp: string,
  reason: string,
  day: string,
): Promise<boolean> {
  const from = join(config.path, name)
  try {
    if (stampOf(await lstat(from)) !== stamp) return false
    const folder = reason === '' ? join(config.processed, day, dirname(name)) : join(config.error, dirname(name))
    await mkdir(folder, { recursive: true })
    const to = await reserve(folder, basename(name))
    if (stampOf(await move(from, to)) !== stamp) {
      await giveBack(to, from)
      return false
    }
    if (reason !== '') await writeFile(`${to}.reason.txt`, `${reason}\n`)
    await removeMarkers(config, from)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw pathFault(error, `cannot move ${from}`)
  }
}

/** Takes a free name by creating it, so that two movers never meet on one. */
async function reserve(folder: string, base: string): Promise<string> {
  const ending = extname(base)
  const stem = base.slice(0, base.length - ending.length)
  for (let number = 1; number <= mostSameNames; number += 1) {
    const path = join(folder, number === 1 ? base : `${stem}.${number}${ending}`)
    try {
      await (await open(path, 'wx')).close()
      return path
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
  throw Object.assign(new Error(`too many files named ${base}`), { code: 'EEXIST' })
}

/**
 * Renames over the reserved name and tells what arrived there. Across file systems it copies, and removes the original
 * only when that did not change meanwhile.
 */
async function move(from: string, to: string): Promise<Stats> {
  try {
    await rename(from, to)
    return await lstat(to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') {
      await rm(to, { force: true })
      throw error
    }
  }
  const before = await lstat(from)
  await copyFile(from, to)
  if (stampOf(before) === stampOf(await lstat(from))) await rm(from)
  return before
}

/**
 * A newer file was renamed over the one that was read in the instant before it was moved: it goes back under its own
 * name, or, when that is taken again, under a numbered one, so that it is seen.
 */
async function giveBack(to: string, from: string): Promise<void> {
  try {
    await link(to, from)
    await rm(to)
  } catch {
    await rename(to, await reserve(dirname(from), basename(from)))
  }
}

async function removeMarkers(config: DirectoryConfig, from: string): Promise<void> {
  const markers = markersOf(basename(from), config.doneSuffix)
  await Promise.all(markers.map((marker) => rm(join(dirname(from), marker), { force: true })))
}
