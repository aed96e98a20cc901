import { afterEach, describe, expect, it } from 'vitest'
import { acknowledge, ftp, keys, names, poll, settled, start, text } from './ftp-bench.ts'

afterEach(() => ftp.stop())

describe('the same name again', () => {
  it('is offered when its content is new, and not when it was only touched', async () => {
    await start()
    ftp.put('a.xml', 'one')
    const one = await settled()
    ftp.put('a.xml', 'one', new Date('2031-03-04T11:30:00Z'))
    const touched = await poll((await poll(one.cursor, {}, 6)).cursor, {}, 9)
    expect(touched.offers).toEqual([])
    ftp.put('a.xml', 'two', new Date('2031-03-04T11:40:00Z'))
    expect(text(await poll((await poll(touched.cursor, {}, 12)).cursor, {}, 15))).toEqual(['two'])
  })

  it.each(['unix', 'dos'] as const)(
    'within the minute is found although a %s listing gives minutes only',
    async (listing) => {
      await start({ listing })
      ftp.put('a.xml', 'one')
      const one = await settled()
      expect(text(one)).toEqual(['one'])
      ftp.put('a.xml', 'two')
      const early = await poll(one.cursor, {}, 30)
      expect(early.offers).toEqual([])
      const later = await poll(early.cursor, {}, 70)
      const last = await poll(later.cursor, {}, 80)
      expect([...text(later), ...text(last)]).toEqual(['two'])
      const reads = ftp.commands.filter((line) => line.startsWith('RETR')).length
      const quiet = await poll((await poll(last.cursor, {}, 200)).cursor, {}, 300)
      expect(quiet.offers).toEqual([])
      expect(ftp.commands.filter((line) => line.startsWith('RETR')).length).toBeLessThanOrEqual(reads + 1)
    },
  )

  it('is found by its digest where the listing gives no times', async () => {
    await start({ listing: 'no-times' })
    ftp.put('a.xml', 'one')
    const look = await poll()
    const first = await poll(look.cursor, {}, 3)
    expect(first.offers).toEqual([])
    const second = await poll(first.cursor, {}, 6)
    expect(text(second)).toEqual(['one'])
    ftp.put('a.xml', 'two')
    const found = await poll(second.cursor, {}, 700)
    expect(text(await poll(found.cursor, {}, 703))).toEqual(['two'])
  })

  it('comes back to where listings give names alone', async () => {
    await start({ listing: 'names' })
    ftp.put('a.xml', 'one')
    const first = await poll((await poll()).cursor, {}, 3)
    expect(text(await poll(first.cursor, {}, 6))).toEqual(['one'])
  })
})

describe('putting away', () => {
  const move = { mode: 'move' }

  it('happens only in acknowledge, twice without harm (defect 13)', async () => {
    await start()
    ftp.put('sport/a.xml', 'one')
    const two = await settled({ ...move, recursive: true })
    expect(names()).toEqual(['sport/a.xml'])
    await acknowledge(two, { ...move, recursive: true })
    await acknowledge(two, { ...move, recursive: true })
    expect(names()).toEqual([expect.stringMatching(/^processed\/2031-03-04\/sport\/a\.[0-9a-f]{8}\.xml$/)])
    expect((await poll(two.cursor, { ...move, recursive: true }, 6)).offers).toEqual([])
  })

  it('overwrites nothing: the same name with new content gets a place of its own', async () => {
    await start()
    for (const content of ['one', 'two']) {
      ftp.put('a.xml', content)
      await acknowledge(await settled(move), move)
    }
    expect(names()).toHaveLength(2)
  })

  it('after a crash between commit and acknowledgement happens in the next poll, without a second offer', async () => {
    await start()
    ftp.put('a.xml', 'one')
    const committed = await settled(move)
    expect((await poll(committed.cursor, move, 6)).offers).toEqual([])
    expect(names()).toEqual([expect.stringMatching(/^processed/)])
  })

  it.each(['mlsd', 'unix', 'no-times'] as const)(
    'leaves alone what was replaced meanwhile, by the listing or by the bytes (%s)',
    async (listing) => {
      await start({ listing })
      const gone = { mode: 'delete' }
      ftp.put('a.xml', 'one')
      let state = await poll(undefined, gone)
      for (let second = 3; state.offers.length === 0; second += 3) state = await poll(state.cursor, gone, second)
      ftp.put('a.xml', 'two', new Date(listing === 'mlsd' ? '2031-03-04T11:00:01Z' : '2031-03-04T11:00:00Z'))
      await acknowledge(state, gone)
      expect(ftp.script.files.get('a.xml')?.bytes.toString()).toBe('two')
      const seen: string[] = []
      for (let second = 60; second < 90; second += 3) {
        state = await poll(state.cursor, gone, second)
        seen.push(...text(state))
        await acknowledge(state, gone)
      }
      expect(seen).toEqual(['two'])
      expect(names()).toEqual([])
    },
  )

  it('that the server refuses offers nothing twice, and is said', async () => {
    await start()
    ftp.put('a.xml', 'one')
    ftp.script.refused.add('RNFR')
    const two = await settled(move)
    await acknowledge(two, move)
    const three = await poll(two.cursor, move, 6)
    expect(three.offers).toEqual([])
    expect(three.note).toContain('1 stored files cannot be put away')
    ftp.script.refused.clear()
    await poll(three.cursor, move, 9)
    expect(names()).toEqual([expect.stringMatching(/^processed/)])
  })

  it('by deletion never deletes a file that was refused: nothing of it was stored', async () => {
    await start()
    const gone = { mode: 'delete', fileBytes: 10 }
    ftp.put('big.xml', 'x'.repeat(20))
    ftp.put('small.xml', 'story')
    const two = await settled(gone)
    await acknowledge(two, gone)
    expect(names()).toEqual(['big.xml'])
    const three = await poll(two.cursor, gone, 6)
    expect(three.refused).toBeUndefined()
  })

  it('takes the marker along', async () => {
    await start()
    ftp.put('a.xml', 'one')
    ftp.put('a.xml.done', '')
    const one = await poll(undefined, { mode: 'delete' })
    expect(keys(one)).toEqual(['a.xml'])
    await acknowledge(one, { mode: 'delete' })
    expect(names()).toEqual([])
  })
})
