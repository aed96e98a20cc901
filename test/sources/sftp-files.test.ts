import { afterEach, describe, expect, it } from 'vitest'
import { faultOf, noon } from './poll-context.ts'
import { acknowledge, keys, names, poll, settled, sftp, start, text } from './sftp-bench.ts'

afterEach(() => sftp.stop())

describe('a file on an SFTP server', () => {
  it('is taken once it has looked the same twice, and stays where it is', async () => {
    await start()
    sftp.put('a.xml', 'story one')
    const one = await poll()
    expect(one.offers).toEqual([])
    const two = await poll(one.cursor, {}, 3)
    expect(text(two)).toEqual(['story one'])
    expect(two.offers[0]).toMatchObject({ key: 'a.xml', fileName: 'a.xml' })
    expect((await poll(two.cursor, {}, 6)).offers).toEqual([])
    expect(names()).toEqual(['a.xml'])
  })

  it('that still grows between polls is left alone', async () => {
    await start()
    sftp.put('a.xml', 'half')
    const one = await poll()
    sftp.put('a.xml', 'half and half')
    const two = await poll(one.cursor, {}, 3)
    expect(two.offers).toEqual([])
    expect(text(await poll(two.cursor, {}, 6))).toEqual(['half and half'])
  })

  it('of many pieces comes whole and in order, even when the server answers with less than was asked', async () => {
    await start({ pieceBytes: 7000 })
    const content = Buffer.from(Array.from({ length: 400_001 }, (_, at) => (at * 7 + (at >> 8)) & 255))
    sftp.put('a.bin', content)
    const two = await settled()
    expect(Buffer.from(two.offers[0]!.bytes).equals(content)).toBe(true)
  })

  it('that changes while it is read is not taken in either state', async () => {
    await start()
    sftp.put('a.xml', 'old old')
    const one = await poll()
    sftp.script.onOpen = () => sftp.put('a.xml', 'new', new Date('2031-03-04T11:30:00Z'))
    const two = await poll(one.cursor, {}, 3)
    expect(two.offers).toEqual([])
    delete sftp.script.onOpen
    const three = await poll(two.cursor, {}, 6)
    expect(text(await poll(three.cursor, {}, 9))).toEqual(['new'])
  })

  it('above the limit is not transferred, and counted (F16, defect 10)', async () => {
    await start()
    sftp.put('big.xml', 'x'.repeat(2000))
    sftp.put('small.xml', 'story')
    const two = await settled({ fileBytes: 1000 })
    expect(keys(two)).toEqual(['small.xml'])
    expect(two.refused).toMatchObject([{ key: 'big.xml', code: 'parse.too-large' }])
    expect(sftp.commands).not.toContain('OPEN big.xml')
  })

  it('in which the connection is cut costs itself; the next is read over a new one (F23, defect 3)', async () => {
    await start()
    sftp.put('a.xml', 'a'.repeat(100_000))
    sftp.put('b.xml', 'story b', new Date('2031-03-04T11:30:00Z'))
    const one = await poll()
    sftp.script.cutAfter.set('a.xml', 40_000)
    const two = await poll(one.cursor, {}, 3)
    expect(keys(two)).toEqual(['b.xml'])
    expect(two.note).toContain('a.xml')
    sftp.script.cutAfter.clear()
    expect(keys(await poll(two.cursor, {}, 6))).toEqual(['a.xml'])
  })

  it('that cannot be read at all for the network’s sake is a passing fault, and the cursor stays (F23)', async () => {
    await start()
    sftp.put('a.xml', 'story')
    const one = await poll()
    sftp.script.cutAfter.set('a.xml', 0)
    const fault = await faultOf(poll(one.cursor, {}, 3))
    expect([fault.code, fault.retry]).toEqual(['source.network', 'retry'])
  })

  it('that this account may not read stays, and the feed’s note names it', async () => {
    await start()
    sftp.put('a.xml', 'story')
    const one = await poll()
    sftp.script.refused.add('OPEN')
    const two = await poll(one.cursor, {}, 3)
    expect([two.offers, two.note]).toEqual([[], expect.stringContaining('a.xml cannot be read: permission denied')])
  })

  it('with the same name and new content is offered again; only touched, it is not', async () => {
    await start()
    sftp.put('a.xml', 'one')
    const one = await settled()
    sftp.put('a.xml', 'one', new Date('2031-03-04T11:30:00Z'))
    const touched = await poll((await poll(one.cursor, {}, 6)).cursor, {}, 9)
    expect(touched.offers).toEqual([])
    sftp.put('a.xml', 'two', new Date('2031-03-04T11:40:00Z'))
    expect(text(await poll((await poll(touched.cursor, {}, 12)).cursor, {}, 15))).toEqual(['two'])
  })
})

describe('putting away over SFTP', () => {
  const move = { mode: 'move' }

  it('happens only in acknowledge, twice without harm (defect 13)', async () => {
    await start()
    sftp.put('sport/a.xml', 'one')
    const deep = { ...move, recursive: true }
    const two = await settled(deep)
    expect(names()).toEqual(['sport/a.xml'])
    await acknowledge(two, deep)
    await acknowledge(two, deep)
    expect(names()).toEqual([expect.stringMatching(/^processed\/2031-03-04\/sport\/a\.[0-9a-f]{8}\.xml$/)])
    expect((await poll(two.cursor, deep, 6)).offers).toEqual([])
  })

  it('overwrites nothing: the same name with new content gets a place of its own', async () => {
    await start()
    for (const content of ['one', 'two']) {
      sftp.put('a.xml', content)
      await acknowledge(await settled(move), move)
    }
    expect(names()).toHaveLength(2)
  })

  it('after a crash between commit and acknowledgement happens in the next poll, without a second offer', async () => {
    await start()
    sftp.put('a.xml', 'one')
    const committed = await settled(move)
    expect((await poll(committed.cursor, move, 6)).offers).toEqual([])
    expect(names()).toEqual([expect.stringMatching(/^processed/)])
  })

  it.each(['move', 'delete'])('by %s leaves alone what was replaced since it was read', async (mode) => {
    await start()
    sftp.put('a.xml', 'one')
    const two = await settled({ mode })
    sftp.put('a.xml', 'two', new Date('2031-03-04T11:00:01Z'))
    await acknowledge(two, { mode })
    expect(names()).toEqual(['a.xml'])
    const three = await poll((await poll(two.cursor, { mode }, 6)).cursor, { mode }, 9)
    expect(text(three)).toEqual(['two'])
  })

  it('gives back a file that took the name in the very instant of the rename', async () => {
    await start()
    sftp.put('a.xml', 'one')
    const two = await settled(move)
    sftp.script.onRename = () => {
      delete sftp.script.onRename
      sftp.put('a.xml', 'two', new Date('2031-03-04T11:00:01Z'))
    }
    await acknowledge(two, move)
    expect(names()).toEqual(['a.xml'])
    const three = await poll((await poll(two.cursor, move, 6)).cursor, move, 9)
    expect(text(three)).toEqual(['two'])
  })

  it('that the server refuses offers nothing twice, and is said', async () => {
    await start()
    sftp.put('a.xml', 'one')
    sftp.script.refused.add('RENAME')
    const two = await settled(move)
    await acknowledge(two, move)
    const three = await poll(two.cursor, move, 6)
    expect([three.offers, three.note]).toEqual([[], expect.stringContaining('1 stored files cannot be put away')])
    sftp.script.refused.clear()
    await poll(three.cursor, move, 9)
    expect(names()).toEqual([expect.stringMatching(/^processed/)])
  })
})

describe('a listing over SFTP', () => {
  it('is read oldest first, by a server whose clock may be hours off', async () => {
    await start()
    const at = (minutes: number): Date => new Date(noon.getTime() + 11 * 3_600_000 + minutes * 60_000)
    sftp.put('b.xml', 'second', at(1))
    sftp.put('a.xml', 'third', at(2))
    sftp.put('c.xml', 'first', at(0))
    expect((await settled()).offers.map(({ key }) => key)).toEqual(['c.xml', 'b.xml', 'a.xml'])
  })

  it('of 10,000 files is taken in portions, each once, oldest first', async () => {
    await start()
    for (let number = 0; number < 10_000; number += 1) {
      sftp.put(`s${number}.xml`, `story ${number}`, new Date(Date.UTC(2031, 1, 1) + number * 1000))
    }
    const portion = { filesAtOnce: 20 }
    const two = await poll((await poll(undefined, portion)).cursor, portion, 3)
    const three = await poll(two.cursor, portion, 6)
    expect(two.next).toEqual({ kind: 'now' })
    expect([...two.offers, ...three.offers].map(({ key }) => key)).toEqual(
      Array.from({ length: 40 }, (_, number) => `s${number}.xml`),
    )
  })

  it('with names that lead elsewhere or break lines passes them over, and says so', async () => {
    await start()
    sftp.put('täglich 日報.xml', 'story')
    for (const name of ['../../etc/passwd', '/etc/passwd', '..', 'a\nb.xml', 'back\\slash.xml']) {
      sftp.put(`\0${name}`, 'trap')
    }
    const two = await settled({ recursive: true })
    expect(keys(two)).toEqual(['täglich 日報.xml'])
    expect(two.note).toMatch(/names cannot be asked for/)
    expect(sftp.commands.filter((line) => /etc|\.\./.test(line))).toEqual([])
  })

  it('of links and pipes is not followed', async () => {
    await start()
    sftp.put('a.xml', 'story')
    sftp.script.files.set('link.xml', { bytes: Buffer.from('x'), modified: noon, mode: 0o120777 })
    sftp.script.files.set('pipe.xml', { bytes: Buffer.from('x'), modified: noon, mode: 0o010644 })
    expect(keys(await settled())).toEqual(['a.xml'])
  })

  it('below the folder is read only when asked', async () => {
    await start()
    sftp.put('wire/a.xml', 'story')
    sftp.put('wire/sport/local/b.xml', 'story b')
    expect(keys(await settled({ path: 'wire' }))).toEqual(['a.xml'])
    expect(keys(await settled({ path: '/wire', recursive: true }))).toEqual(['a.xml', 'sport/local/b.xml'])
  })

  it('of a folder that is not there names it', async () => {
    await start()
    const fault = await faultOf(poll(undefined, { path: 'nowhere' }))
    expect([fault.code, fault.detail]).toEqual(['source.not-found', expect.stringContaining('nowhere')])
  })
})
