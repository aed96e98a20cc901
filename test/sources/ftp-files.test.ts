import { afterEach, describe, expect, it } from 'vitest'
import { startDeadline } from '../../src/sources/files/deadline.ts'
import { context, ftp, keys, names, poll, settled, source, start, text } from './ftp-bench.ts'
import { faultOf } from './poll-context.ts'

afterEach(() => ftp.stop())

describe('a file on an FTP server', () => {
  it('is taken once it has looked the same twice, in binary, and stays where it is', async () => {
    await start()
    ftp.put('a.xml', 'story one\r\nline\n')
    const one = await poll()
    expect(one.offers).toEqual([])
    const two = await poll(one.cursor, {}, 3)
    expect(text(two)).toEqual(['story one\r\nline\n'])
    expect(two.offers[0]).toMatchObject({ key: 'a.xml', fileName: 'a.xml' })
    expect(ftp.commands).toContain('TYPE I')
    expect(ftp.commands.filter((line) => line.startsWith('TYPE A'))).toEqual([])
    expect((await poll(two.cursor, {}, 6)).offers).toEqual([])
    expect(names()).toEqual(['a.xml'])
  })

  it('that still grows between polls is left alone', async () => {
    await start()
    ftp.put('a.xml', 'half')
    const one = await poll()
    ftp.put('a.xml', 'half and half')
    const two = await poll(one.cursor, {}, 3)
    expect(two.offers).toEqual([])
    expect(text(await poll(two.cursor, {}, 6))).toEqual(['half and half'])
  })

  it('that is replaced while it is read is not taken in either state', async () => {
    await start()
    ftp.put('a.xml', 'old')
    const one = await poll()
    ftp.script.onRetr = () => ftp.put('a.xml', 'new', new Date('2031-03-04T11:30:00Z'))
    const two = await poll(one.cursor, {}, 3)
    expect(two.offers).toEqual([])
    delete ftp.script.onRetr
    const three = await poll(two.cursor, {}, 6)
    expect(text(await poll(three.cursor, {}, 9))).toEqual(['new'])
  })

  it('waits for its marker where one is asked for', async () => {
    await start()
    ftp.put('a.xml', 'story')
    expect((await settled({ doneSuffix: '.go' })).offers).toEqual([])
    ftp.put('a.xml.go', '')
    expect(keys(await poll(undefined, { doneSuffix: '.go' }))).toEqual(['a.xml'])
  })

  it.each(['.a.xml', 'a.xml.tmp', 'a.xml.filepart', 'a.part'])('named %s is unfinished', async (name) => {
    await start()
    ftp.put(name, 'half')
    expect((await settled()).offers).toEqual([])
  })

  it('above the limit is not transferred, and counted (F16, defect 10)', async () => {
    await start()
    ftp.put('big.xml', 'x'.repeat(2000))
    ftp.put('small.xml', 'story')
    const two = await settled({ fileBytes: 1000 })
    expect(keys(two)).toEqual(['small.xml'])
    expect(two.refused).toMatchObject([{ key: 'big.xml', code: 'parse.too-large' }])
    expect(ftp.commands).not.toContain('RETR big.xml')
    expect((await poll(two.cursor, { fileBytes: 1000 }, 6)).refused).toBeUndefined()
  })

  it('that is far longer than its listing says is left after a little more than that (F16)', async () => {
    await start()
    ftp.put('a.xml', 'short')
    ftp.put('b.xml', 'story b', new Date('2031-03-04T11:30:00Z'))
    const one = await poll()
    ftp.script.onRetr = (name) => {
      if (name === 'a.xml') ftp.script.files.get(name)!.bytes = Buffer.alloc(50_000_000)
    }
    const two = await poll(one.cursor, {}, 3)
    expect(keys(two)).toEqual(['b.xml'])
  })

  it('that the server cuts short, and calls whole, is not taken (F23)', async () => {
    await start()
    ftp.put('a.xml', 'a whole story')
    const one = await poll()
    ftp.script.shortened.set('a.xml', 4)
    const two = await poll(one.cursor, {}, 3)
    expect(two.offers).toEqual([])
    ftp.script.shortened.clear()
    expect(text(await poll(two.cursor, {}, 6))).toEqual(['a whole story'])
  })

  it('in which the connection is cut costs itself; the next is read over a new one (defect 3)', async () => {
    await start()
    ftp.put('a.xml', 'story a')
    ftp.put('b.xml', 'story b', new Date('2031-03-04T11:30:00Z'))
    const one = await poll()
    ftp.script.cutAfter.set('a.xml', 3)
    const two = await poll(one.cursor, {}, 3)
    expect(keys(two)).toEqual(['b.xml'])
    expect(two.note).toContain('a.xml')
    ftp.script.cutAfter.clear()
    expect(text(await poll(two.cursor, {}, 6))).toEqual(['story a'])
  })

  it('that cannot be read at all for the network’s sake is a passing fault, and the cursor stays', async () => {
    await start()
    ftp.put('a.xml', 'story a')
    const one = await poll()
    ftp.script.cutAfter.set('a.xml', 3)
    const fault = await faultOf(poll(one.cursor, {}, 3))
    expect([fault.code, fault.retry]).toEqual(['source.network', 'retry'])
  })

  it('that this account may not read stays, and the feed’s note names it', async () => {
    await start()
    ftp.put('a.xml', 'story a')
    const one = await poll()
    ftp.script.refused.add('RETR')
    const two = await poll(one.cursor, {}, 3)
    expect(two.offers).toEqual([])
    expect(two.note).toContain('a.xml cannot be read')
  })

  it('that drips a byte now and then ends with the deadline of the poll (F15)', async () => {
    await start()
    ftp.put('a.xml', 'x'.repeat(100_000))
    ftp.script.dripping.add('a.xml')
    const one = await poll()
    const stop = new AbortController()
    ftp.script.onRetr = () => setImmediate(() => stop.abort())
    const slow = source.poll({ ...context(one.cursor, {}, 3), signal: stop.signal })
    expect((await faultOf(slow)).code).toBe('source.network')
  })
})

describe('a deadline', () => {
  it('covers the whole poll, and ends in source.timeout (F15)', async () => {
    const deadline = startDeadline(0.01, new AbortController().signal, 'ftp://wire.example:21')
    await new Promise((resolve) => deadline.signal.addEventListener('abort', resolve))
    expect(deadline.fault()?.code).toBe('source.timeout')
    expect(deadline.isSpent()).toBe(true)
  })
})
