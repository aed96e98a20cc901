import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import type { FoundFile } from './scan.ts'
import { stampOf } from './scan.ts'

export type ReadOutcome =
  | { readonly kind: 'read'; readonly bytes: Buffer }
  /** The file is not the one that was looked at, or grew while it was read. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'unreadable'; readonly why: string }

/**
 * Reads a file that a look found, and only that file: whoever swapped it for a link, a pipe or a longer one in between
 * gets `changed`.
 */
export async function readFound(file: FoundFile): Promise<ReadOutcome> {
  const flags = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW
  let handle
  try {
    handle = await open(file.path, flags)
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
