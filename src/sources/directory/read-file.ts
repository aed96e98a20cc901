import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { FoundFile, ReadOutcome } from '../files/found-file.ts'
import { stampOf } from './scan.ts'

/**
 * Reads a file that a look at the folder found, and only that file: whoever swapped it for a link, a pipe or a longer one in between
 * gets `changed`.
 */
export async function readFound(folder: string, file: FoundFile): Promise<ReadOutcome> {
  const flags = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW
  let handle
  try {
    handle = await open(join(folder, file.name), flags)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown fault'
    if (code === 'ENOENT') return { kind: 'gone' }
    return code === 'ELOOP' ? { kind: 'changed' } : { kind: 'unreadable', why: code }
  }
  try {
    const before = await handle.stat()
    if (!before.isFile() || stampOf(before) !== file.stamp) return { kind: 'changed' }
    const bytes = Buffer.alloc(before.size)
    let size = 0
    while (size < bytes.length) {
      const { bytesRead } = await handle.read(bytes, size, bytes.length - size, size)
      if (bytesRead === 0) return { kind: 'changed' }
      size += bytesRead
    }
    return stampOf(await handle.stat()) === file.stamp ? { kind: 'read', bytes } : { kind: 'changed' }
  } catch (error) {
    return { kind: 'unreadable', why: (error as NodeJS.ErrnoException).code ?? 'unknown fault' }
  } finally {
    await handle.close()
  }
}
