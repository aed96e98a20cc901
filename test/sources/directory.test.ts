import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { mkdtemp, rm, utimes } from 'node:fs/promises'
import { execFileSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createDirectorySource } from '../../src/sources/directory/source.ts'
import type { PollResult } from '../../src/sources/source.ts'
import { contextFor, faultOf, noon } from './poll-context.ts'

const source = createDirectorySource()
let folder: string

const put = (name: string, content = `story ${name}`): void => writeFileSync(join(folder, name), content)
const poll = (cursor?: unknown, more: Record<string, unknown> = {}, seconds = 0): Promise<PollResult> =>
  source.poll(contextFor(source, { path: folder, ...more }, { cursor, now: new Date(noon.getTime() + seconds * 1000) }))
const acknowledge = async (result: PollResult, more: Record<string, unknown> = {}): Promise<void> =>
  source.acknowledge?.(contextFor(source, { path: folder, ...more }), result)
/** Two looks, three seconds apart. */
const settled = async (more: Record<string, unknown> = {}): Promise<PollResult> =>
  poll((await poll(undefined, more)).cursor, more, 3)
const keys = (result: PollResult): string[] => result.offers.map(({ key }) => key).sort()
const day = '2031-03-04'

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'writethru-drop-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('a dropped file', () => {
  it('is taken once it has looked the same twice, and put away only after it is acknowledged (defect 13)', async () => {
    put('a.xml')
    const one = await poll()
    expect(one.offers).toEqual([])
    const two = await poll(one.cursor, {}, 3)
    expect(keys(two)).toEqual(['a.xml'])
    expect(two.offers[0]).toMatchObject({ fileName: 'a.xml' })
    expect(Buffer.from(two.offers[0]?.bytes ?? []).toString()).toBe('story a.xml')
    expect(existsSync(join(folder, 'a.xml'))).toBe(true)
    await acknowledge(two)
    expect(existsSync(join(folder, 'a.xml'))).toBe(false)
    expect(readFileSync(join(folder, 'processed', day, 'a.xml'), 'utf8')).toBe('story a.xml')
    await acknowledge(two)
    expect((await poll(two.cursor, {}, 6)).offers).toEqual([])
  })

  it('that still grows is left alone', async () => {
    put('a.xml', 'half')
    const one = await poll()
    appendFileSync(join(folder, 'a.xml'), ' and half')
    const two = await poll(one.cursor, {}, 3)
    expect(two.offers).toEqual([])
    const three = await poll(two.cursor, {}, 6)
    expect(Buffer.from(three.offers[0]?.bytes ?? []).toString()).toBe('half and half')
  })

  it('is not taken on two looks that follow one another at once', async () => {
    put('a.xml')
    const one = await poll()
    expect((await poll(one.cursor, {}, 0.1)).offers).toEqual([])
  })

  it('is taken at first sight when its marker is there, and the marker goes with it', async () => {
    put('a.xml')
    put('a.xml.done', '')
    put('b.xml')
    put('b.done', '')
    const one = await poll()
    expect(keys(one)).toEqual(['a.xml', 'b.xml'])
    await acknowledge(one)
    expect(readdirSync(folder).sort()).toEqual(['error', 'processed'])
  })

  it('waits for its marker where one is asked for', async () => {
    put('a.xml')
    expect((await settled({ doneSuffix: '.go' })).offers).toEqual([])
    put('a.xml.go', '')
    expect(keys(await poll(undefined, { doneSuffix: '.go' }))).toEqual(['a.xml'])
  })

  it.each([
    '.a.xml',
    'a.xml.tmp',
    'a.xml.TMP',
    'a.part',
    'a.xml.filepart',
    'a.xml~',
    '~$a.doc',
    'a.crdownload',
    '.nfs0001',
    'Thumbs.db',
  ])('named %s is unfinished or no news', async (name) => {
    put(name)
    expect((await settled()).offers).toEqual([])
  })

  it('is taken when it is renamed to its final name', async () => {
    put('a.xml.tmp')
    const one = await settled({ settleSeconds: 0 })
    expect(one.offers).toEqual([])
    renameSync(join(folder, 'a.xml.tmp'), join(folder, 'a.xml'))
    expect(keys(await poll(one.cursor, { settleSeconds: 0 }, 6))).toEqual(['a.xml'])
  })

  it('that is empty is given a minute, then offered as it is', async () => {
    put('a.xml', '')
    const one = await poll()
    const two = await poll(one.cursor, {}, 30)
    expect(two.offers).toEqual([])
    const three = await poll(two.cursor, {}, 61)
    expect(three.offers.map(({ bytes }) => bytes.length)).toEqual([0])
  })

  it('above the limit goes to the error folder with the reason, and is counted', async () => {
    put('big.xml', 'x'.repeat(2000))
    put('small.xml')
    const two = await settled({ fileBytes: 1000 })
    expect(keys(two)).toEqual(['small.xml'])
    expect(two.refused).toMatchObject([{ key: 'big.xml', code: 'parse.too-large' }])
    await acknowledge(two, { fileBytes: 1000 })
    expect(readdirSync(join(folder, 'error')).sort()).toEqual(['big.xml', 'big.xml.reason.txt'])
  })
})

describe('the same name again', () => {
  it('is a new file, and the old one in processed is not overwritten', async () => {
    for (const version of ['one', 'two', 'three']) {
      put('a.xml', version)
      const result = await settled()
      expect(Buffer.from(result.offers[0]?.bytes ?? []).toString()).toBe(version)
      await acknowledge(result)
    }
    expect(readdirSync(join(folder, 'processed', day)).sort()).toEqual(['a.2.xml', 'a.3.xml', 'a.xml'])
  })

  it('with new content between reading and acknowledging stays, and comes next (no story lost)', async () => {
    put('a.xml', 'one')
    const result = await settled()
    rmSync(join(folder, 'a.xml'))
    put('a.xml', 'two!')
    await acknowledge(result)
    expect(readFileSync(join(folder, 'a.xml'), 'utf8')).toBe('two!')
    const next = await poll((await poll(result.cursor, {}, 6)).cursor, {}, 9)
    expect(Buffer.from(next.offers[0]?.bytes ?? []).toString()).toBe('two!')
  })
})

describe('a crash', () => {
  it('before the commit offers the file again', async () => {
    put('a.xml')
    const one = await poll()
    expect(keys(await poll(one.cursor, {}, 3))).toEqual(['a.xml'])
    expect(keys(await poll(one.cursor, {}, 4))).toEqual(['a.xml'])
  })

  it('between commit and acknowledgement puts the file away without offering it again', async () => {
    put('a.xml')
    const committed = await settled()
    const after = await poll(committed.cursor, {}, 6)
    expect(after.offers).toEqual([])
    expect(existsSync(join(folder, 'processed', day, 'a.xml'))).toBe(true)
  })
})

describe('keep mode', () => {
  const keep = { mode: 'keep' }

  it('leaves files, offers each once, and again when its content changes', async () => {
    put('a.xml')
    put('b.xml')
    const one = await settled(keep)
    expect(keys(one)).toEqual(['a.xml', 'b.xml'])
    await acknowledge(one, keep)
    expect(readdirSync(folder).sort()).toEqual(['a.xml', 'b.xml'])
    expect((await poll(one.cursor, keep, 6)).offers).toEqual([])
    put('b.xml', 'rewritten')
    const two = await poll((await poll(one.cursor, keep, 9)).cursor, keep, 12)
    expect(keys(two)).toEqual(['b.xml'])
  })

  it('does not offer a file that was only touched', async () => {
    put('a.xml')
    const one = await settled(keep)
    await utimes(join(folder, 'a.xml'), new Date(), new Date(Date.now() - 99_000))
    const two = await poll((await poll(one.cursor, keep, 6)).cursor, keep, 9)
    expect(two.offers).toEqual([])
  })

  it('forgets files that are gone', async () => {
    put('a.xml')
    const one = await settled(keep)
    rmSync(join(folder, 'a.xml'))
    expect((await poll(one.cursor, keep, 6)).cursor).toMatchObject({ kept: [] })
  })
})

describe('folders', () => {
  it('below are looked into only when asked, and files keep their place in processed', async () => {
    mkdirSync(join(folder, 'sport/local'), { recursive: true })
    put('sport/local/a.xml')
    put('b.xml')
    expect(keys(await settled())).toEqual(['b.xml'])
    const deep = await settled({ recursive: true })
    expect(keys(deep)).toEqual(['b.xml', 'sport/local/a.xml'])
    await acknowledge(deep, { recursive: true })
    expect(existsSync(join(folder, 'processed', day, 'sport/local/a.xml'))).toBe(true)
    expect(keys(await settled({ recursive: true }))).toEqual([])
  })

  it('hold links and pipes that are never followed or opened', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'writethru-outside-'))
    writeFileSync(join(outside, 'secret.xml'), 'secret')
    symlinkSync(join(outside, 'secret.xml'), join(folder, 'link.xml'))
    symlinkSync(outside, join(folder, 'linked'))
    execFileSync('mkfifo', [join(folder, 'pipe.xml')])
    expect((await settled({ recursive: true })).offers).toEqual([])
    await rm(outside, { recursive: true })
  })

  it('that are not there are a passing fault that names the path', async () => {
    await rm(folder, { recursive: true })
    const fault = await faultOf(poll(undefined, { mode: 'keep' }))
    expect(fault.code).toBe('source.path')
    expect(fault.detail).toContain(folder)
  })

  it('with many files give them oldest first, in portions', async () => {
    for (let number = 0; number < 25; number += 1) {
      const name = `s${String(number).padStart(2, '0')}.xml`
      put(name)
      await utimes(join(folder, name), noon, new Date(noon.getTime() - number * 60_000))
    }
    const seen: string[] = []
    let state = await poll(undefined, { filesAtOnce: 10 })
    for (let round = 1; round <= 3; round += 1) {
      state = await poll(state.cursor, { filesAtOnce: 10 }, 3 * round)
      expect(state.next.kind).toBe(round < 3 ? 'now' : 'after')
      seen.push(...state.offers.map(({ key }) => key))
      await acknowledge(state, { filesAtOnce: 10 })
    }
    expect(seen).toHaveLength(25)
    expect(seen[0]).toBe('s24.xml')
    expect(seen.at(-1)).toBe('s00.xml')
  })

  it('give only what is asked for by extension', async () => {
    put('a.XML')
    put('b.jpg')
    expect(keys(await settled({ extensions: ['.xml'] }))).toEqual(['a.XML'])
  })

  it('wake their feed when something is dropped', async () => {
    let woken = (): void => {}
    const wake = new Promise<void>((resolve) => (woken = resolve))
    const watch = await source.watch?.(source.readConfig({ path: folder }), woken, contextFor(source, { path: folder }))
    put('a.xml')
    await wake
    await watch?.close()
    await watch?.close()
  })
})

describe('settings', () => {
  it.each([
    [{}, /path/],
    [{ path: '/x', extensions: ['xml'] }, /extensions/],
    [{ path: '/x', processed: '.' }, /processed: must not be/],
    [{ path: '/x', mode: 'delete' }, /mode/],
  ])('%j are refused', (config, words) => {
    expect(() => source.readConfig(config)).toThrow(words)
  })
})
