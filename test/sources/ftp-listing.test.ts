import { afterEach, describe, expect, it } from 'vitest'
import { ftp, keys, poll, settled, start, text } from './ftp-bench.ts'
import { faultOf, noon } from './poll-context.ts'

afterEach(() => ftp.stop())

describe('a listing', () => {
  it.each(['mlsd', 'unix', 'dos'] as const)('in the form %s is read, oldest first', async (listing) => {
    await start({ listing })
    ftp.put('b c.xml', 'second', new Date('2031-03-04T11:10:00Z'))
    ftp.put('a.xml', 'third', new Date('2031-03-04T11:20:00Z'))
    ftp.put('z.xml', 'first', new Date('2031-03-04T09:10:00Z'))
    const result = await settled()
    expect(result.offers.map(({ key }) => key)).toEqual(['z.xml', 'b c.xml', 'a.xml'])
  })

  it.each([-14, -3, 5, 11])('by a server whose clock is %i hours off changes nothing', async (hours) => {
    for (const listing of ['mlsd', 'unix'] as const) {
      await start({ listing })
      ftp.put('a.xml', 'story', new Date(noon.getTime() + hours * 3_600_000))
      const two = await settled()
      expect(text(two)).toEqual(['story'])
      expect((await poll(two.cursor, {}, 6)).offers).toEqual([])
      if (listing === 'mlsd') await ftp.stop()
    }
  })

  it('of 10,000 files is taken in portions, each once, oldest first', async () => {
    await start()
    for (let number = 0; number < 10_000; number += 1) {
      ftp.put(`s${number}.xml`, `story ${number}`, new Date(Date.UTC(2031, 1, 1) + number * 1000))
    }
    const portion = { filesAtOnce: 20, bytesAtOnce: 1_000_000 }
    const one = await poll(undefined, portion)
    const two = await poll(one.cursor, portion, 3)
    const three = await poll(two.cursor, portion, 6)
    expect(two.next).toEqual({ kind: 'now' })
    expect([...two.offers, ...three.offers].map(({ key }) => key)).toEqual(
      Array.from({ length: 40 }, (_, number) => `s${number}.xml`),
    )
  })

  it('with names that lead elsewhere, break lines or are of another charset passes them over, and says so', async () => {
    await start()
    ftp.put('täglich 日報.xml', 'story')
    const facts = 'type=file;size=5;modify=20310304110000; '
    ftp.script.extraLines.push(
      `${facts}../../etc/passwd`,
      `${facts}/etc/passwd`,
      `${facts}..`,
      `${facts}a\tb.xml`,
      `${facts}a\nDELE b.xml`,
      `${facts}back\\slash.xml`,
    )
    const two = await settled({ recursive: true })
    expect(keys(two)).toEqual(['täglich 日報.xml'])
    expect(two.note).toMatch(/names cannot be asked for/)
    expect(ftp.commands.filter((line) => /etc|DELE|CWD \.\./.test(line))).toEqual([])
  })

  it('with an impossible time in one line is read all the same', async () => {
    await start()
    ftp.put('a.xml', 'story')
    ftp.script.extraLines.push('type=file;size=5;modify=garbage; broken.xml')
    expect(keys(await settled())).toEqual(['a.xml'])
  })

  it('without a size, or with an impossible one, is completed by asking for it', async () => {
    await start({ unlisted: true })
    for (const name of ['none.xml', 'negative.xml', 'words.xml']) ftp.put(name, 'story')
    ftp.script.extraLines.push(
      'type=file;modify=20310304110000; none.xml',
      'type=file;size=-5;modify=20310304110000; negative.xml',
      'type=file;size=abc;modify=20310304110000; words.xml',
    )
    expect(keys(await settled())).toEqual(['negative.xml', 'none.xml', 'words.xml'])
  })

  it('that names a file twice gives it once', async () => {
    await start()
    ftp.put('a.xml', 'story')
    ftp.script.extraLines.push('type=file;size=5;modify=20310304110000; a.xml')
    expect(keys(await settled())).toEqual(['a.xml'])
  })

  it('with a size beyond all limits is refused by it', async () => {
    await start()
    ftp.script.extraLines.push('type=file;size=99999999999999999999;modify=20310304110000; huge.xml')
    expect((await settled()).refused).toMatchObject([{ key: 'huge.xml', code: 'parse.too-large' }])
  })

  it('of links is not followed', async () => {
    await start()
    ftp.put('a.xml', 'story')
    ftp.script.extraLines.push('type=OS.unix=slink:/etc/passwd;size=5;modify=20310304110000; link.xml')
    expect(keys(await settled())).toEqual(['a.xml'])
  })

  it('below the folder is read only when asked', async () => {
    await start()
    ftp.put('a.xml', 'story')
    ftp.put('sport/local/b.xml', 'story b')
    expect(keys(await settled())).toEqual(['a.xml'])
    expect(keys(await settled({ recursive: true }))).toEqual(['a.xml', 'sport/local/b.xml'])
  })

  it('gives only names that fit the settings', async () => {
    await start()
    for (const name of ['AP_1.XML', 'ap_2.xml', 'ap_3.jpg', 'other.xml']) ftp.put(name, name)
    expect(keys(await settled({ names: ['ap_?.xml'] }))).toEqual(['AP_1.XML', 'ap_2.xml'])
    expect(keys(await settled({ extensions: ['.jpg'] }))).toEqual(['ap_3.jpg'])
  })

  it('that is no listing is an answer that cannot be used, and the cursor stays (F23)', async () => {
    await start({ listing: 'unix' })
    ftp.script.extraLines.push('<html><body>Please log in to the network</body></html>')
    expect((await faultOf(poll())).code).toBe('source.bad-answer')
  })
})
