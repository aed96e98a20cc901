import { gunzipSync } from 'node:zlib'
import type * as Fflate from 'fflate'
import { onDemand } from '../../normalise/on-demand.ts'
import { WireError } from '../../story/errors.ts'
import type { Budget } from './limits.ts'
import { bundleLimits } from './limits.ts'
import type { Member } from './member.ts'
import { isTar, readTar } from './tar.ts'

const zip = onDemand<typeof Fflate>('fflate')

export function isArchive(bytes: Uint8Array): boolean {
  return isZip(bytes) || isGzip(bytes) || isTar(bytes)
}

function isZip(bytes: Uint8Array): boolean {
  return (
    bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6))
  )
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8
}

/**
 * Unpacks zip, gzip and tar, archives within archives included. Nothing is written anywhere. Throws WireError
 * `parse.too-large`, `parse.too-deep`, `parse.malformed`.
 */
export function unpack(bytes: Uint8Array, name: string, budget: Budget, depth = 1): Member[] {
  if (depth > bundleLimits.depth) throw new WireError('parse.too-deep', 'archives nested too deep')
  const members = isZip(bytes) ? readZip(bytes, budget) : isGzip(bytes) ? [readGzip(bytes, name, budget)] : readTar(bytes, budget) // prettier-ignore
  return members.flatMap((member) =>
    // a gzipped tar is one archive, not one within another
    isArchive(member.bytes) ? unpack(member.bytes, member.name, budget, depth + (isGzip(bytes) ? 0 : 1)) : [member],
  )
}

function readGzip(bytes: Uint8Array, name: string, budget: Budget): Member {
  try {
    const unpacked = gunzipSync(bytes, { maxOutputLength: Math.max(1, budget.left) })
    budget.take(unpacked.length)
    return { name: name.replace(/\.(?:gz|gzip)$/i, '').replace(/\.tgz$/i, '.tar'), bytes: unpacked }
  } catch (error) {
    if (error instanceof WireError) throw error
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'ERR_BUFFER_TOO_LARGE')
      throw new WireError('parse.too-large', `gzip unpacks to more than ${budget.left} bytes`)
    throw new WireError(code === 'Z_BUF_ERROR' ? 'parse.truncated' : 'parse.malformed', `gzip: ${code.slice(0, 40)}`)
  }
}

/** Each file on its own, so that a damaged one does not cost the others. The size a zip claims bounds what is unpacked. */
function readZip(bytes: Uint8Array, budget: Budget): Member[] {
  const entries: { name: string; size: number }[] = []
  try {
    zip().unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        entries.push({ name, size: originalSize })
        return false
      },
    })
  } catch {
    throw new WireError('parse.malformed', 'zip: no readable directory')
  }
  if (entries.length > bundleLimits.members)
    throw new WireError('parse.too-large', `${entries.length} files in the zip`)
  const members: Member[] = []
  for (const [position, { name, size }] of entries.entries()) {
    if (name.endsWith('/') || size === 0) continue
    budget.take(size)
    let at = -1
    try {
      const found = Object.values(zip().unzipSync(bytes, { filter: () => ++at === position }))[0]
      members.push({ name, bytes: found ?? new Uint8Array() })
    } catch {
      members.push({ name, bytes: new Uint8Array(), damage: 'damaged or encrypted' })
    }
  }
  return members
}
