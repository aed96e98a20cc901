import { existsSync, mkdirSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { restoreLibraryLinks } from '../../src/embedded/binaries.ts'
import { isAlive, withStartLock } from '../../src/embedded/start-lock.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'writethru-parts-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('links between libraries that an install without scripts left out are put back, and no others', () => {
  const native = join(folder, 'native')
  mkdirSync(join(native, 'lib'), { recursive: true })
  writeFileSync(join(native, 'lib', 'libone.so.1.2'), 'library')
  const links = [
    { source: 'native/lib/libone.so.1.2', target: 'native/lib/libone.so' },
    { source: 'native/lib/libone.so.1.2', target: 'native/lib/libone.so.1' },
    { source: '../../etc/passwd', target: 'native/lib/stray' },
  ]
  writeFileSync(join(native, 'pg-symlinks.json'), JSON.stringify(links))
  expect(restoreLibraryLinks(native)).toBe(true)
  expect(restoreLibraryLinks(native)).toBe(true)
  expect(readlinkSync(join(native, 'lib', 'libone.so.1'))).toBe('libone.so.1.2')
  expect(existsSync(join(native, 'lib', 'libone.so'))).toBe(true)
  expect(existsSync(join(native, 'lib', 'stray'))).toBe(false)
})

test('work under the start lock never overlaps, whoever fails', async () => {
  let inside = 0
  let most = 0
  const results = await Promise.allSettled(
    Array.from({ length: 8 }, (_, n) =>
      withStartLock(folder, async () => {
        inside += 1
        most = Math.max(most, inside)
        await new Promise((resolve) => setImmediate(resolve))
        inside -= 1
        if (n % 3 === 0) throw new Error('failed')
      }),
    ),
  )
  expect(most).toBe(1)
  expect(results.filter((result) => result.status === 'rejected')).toHaveLength(3)
  expect(existsSync(join(folder, 'start.lock'))).toBe(false)
})

test('a lock of this process id from before a crash is taken over', async () => {
  writeFileSync(join(folder, 'start.lock'), `${process.pid} from-another-life`)
  expect(await withStartLock(folder, async () => 'in')).toBe('in')
})

test('a process that is gone is not alive, this one is', () => {
  expect([isAlive(process.pid), isAlive(4_194_305)]).toEqual([true, false])
})
