import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPlainName, isWantedName, matchesPattern } from '../../src/sources/files/file-names.ts'
import { readCursor, writeCursor } from '../../src/sources/files/cursor.ts'
import { foldersAbove, processedPath } from '../../src/sources/files/remote-names.ts'
import { readListedTime } from '../../src/sources/ftp/listing-time.ts'
import { sourceKinds } from '../../src/sources/registry.ts'
import { knownKeysOf } from '../../src/sources/sftp/known-hosts.ts'
import { noon } from './poll-context.ts'

const seed = 20310304

describe('a pattern for names', () => {
  it.each([
    ['ap_1.xml', 'ap_*.xml', true],
    ['ap_.xml', 'ap_*.xml', true],
    ['ap_1.xml.gz', 'ap_*.xml', false],
    ['a1.xml', 'a?.xml', true],
    ['a12.xml', 'a?.xml', false],
    ['', '*', true],
    ['aaab', '*a*b', true],
    ['a+b', 'a+b', true],
    ['aab', 'a+b', false],
    ['a*b', 'a*b', true],
  ])('takes %s for %s: %s', (name, pattern, fits) => {
    expect(matchesPattern(name, pattern)).toBe(fits)
  })

  it('is answered in short time, however it is made', () => {
    expect(matchesPattern('a'.repeat(255), '*a'.repeat(50) + 'b')).toBe(false)
  })

  it('says what a plain pattern language says', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 })
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 6 })
    fc.assert(
      fc.property(letters, pattern, (name, glob) => {
        const expression = new RegExp(`^${glob.replaceAll('?', '.').replaceAll(/\*+/g, '.*')}$`)
        expect(matchesPattern(name, glob)).toBe(expression.test(name))
      }),
      { seed },
    )
  })

  it('does not reach unfinished files and markers', () => {
    expect(isWantedName('a.xml.tmp', { names: ['*'] })).toBe(false)
    expect(isWantedName('a.xml.done', { names: ['*'] })).toBe(false)
  })
})

describe('a name from a server', () => {
  const awkward = fc.string({
    unit: fc.constantFrom('.', '/', '\\', '\r', '\n', '\0', '\t', ' ', 'a', 'ä', '\ufffd'),
    maxLength: 4,
  })

  it('that is plain leads nowhere but into its folder, and is one line', () => {
    fc.assert(
      fc.property(awkward, (name) => {
        const isPlain = !['', '.', '..'].includes(name) && !/[/\\\r\n\0\t\ufffd]/.test(name)
        expect(isPlainName(name)).toBe(isPlain)
      }),
      { seed },
    )
  })

  it('gets a place of its own in processed, and the same one each time', () => {
    const file = { name: 'sport/a.xml', stamp: '3:x', reason: '', digest: 'abc' }
    const path = processedPath('processed', file, noon)
    expect(path).toMatch(/^processed\/2031-03-04\/sport\/a\.[0-9a-f]{8}\.xml$/)
    expect(processedPath('processed', file, noon)).toBe(path)
    expect(processedPath('processed', { ...file, digest: 'abd' }, noon)).not.toBe(path)
    expect(processedPath('/done', { ...file, reason: 'too large', digest: '' }, noon)).toMatch(/^\/done\/refused\//)
    expect(foldersAbove('/done/2031-03-04/a.xml')).toEqual(['/done', '/done/2031-03-04'])
  })
})

describe('the time of a listing', () => {
  it.each([
    ['Mar 04 11:00', '2031-03-04T11:00', 'minute'],
    ['Mar 5 23:59', '2031-03-05T23:59', 'minute'],
    ['Mar 7 00:00', '2030-03-07T00:00', 'minute'],
    ['Dec 31 23:00', '2030-12-31T23:00', 'minute'],
    ['4 Mar 11:00', '2031-03-04T11:00', 'minute'],
    ['Mar 04 2029', '2029-03-04T00:00', 'day'],
    ['2031-03-04 11:00', '2031-03-04T11:00', 'minute'],
    ['03-04-31 12:05AM', '2031-03-04T00:05', 'minute'],
    ['03-04-2031 12:05PM', '2031-03-04T12:05', 'minute'],
    ['03-04-99 11:05PM', '1999-03-04T23:05', 'minute'],
  ])('%s is %s, by the %s', (raw, time, grain) => {
    const read = readListedTime(raw, noon)
    expect(new Date(read.ms ?? NaN).toISOString().slice(0, 16)).toBe(time)
    expect(read.grain).toBe(grain)
  })

  it('that cannot be read is still there, and no time at all is said', () => {
    expect(readListedTime('Mär 04 11:00', noon)).toEqual({ grain: 'minute' })
    expect(readListedTime('whenever', noon)).toEqual({ grain: 'minute' })
    expect(readListedTime('', noon)).toEqual({ grain: 'none' })
  })
})

describe('what comes from elsewhere', () => {
  it('as a cursor is read or taken for none, and comes back as it was written', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (stored) => {
        const cursor = readCursor(stored)
        expect(readCursor(JSON.parse(JSON.stringify(writeCursor(cursor))))).toEqual(cursor)
      }),
      { seed },
    )
    const old = { looks: [['a', 's', 1]], taken: [['b', 's', '']], kept: [['c', 's', 'd']] }
    expect(readCursor(old).taken).toEqual([{ name: 'b', stamp: 's', reason: '', digest: '' }])
    expect(readCursor(old).kept.get('c')).toEqual({ stamp: 's', digest: 'd', recheckAt: 0 })
  })

  it('as a known_hosts file never throws', () => {
    const line = fc.string({ unit: fc.constantFrom('|', '1', 'a', ' ', '@', '!', '*', ',', '\n', '#'), maxLength: 200 })
    fc.assert(
      fc.property(line, (file) => {
        expect(Array.isArray(knownKeysOf(file, 'wire.example', 22))).toBe(true)
      }),
      { seed },
    )
  })
})

describe('the page of a source with files', () => {
  it.each(['directory', 'ftp', 'sftp'])('%s names every setting', (kind) => {
    const page = readFileSync(new URL(`../../docs/sources/${kind}.md`, import.meta.url), 'utf8')
    const schema = sourceKinds.find((known) => known.kind === kind)?.configSchema as unknown as {
      toJSONSchema(options: object): { properties: Record<string, { description?: string }> }
    }
    const { properties } = schema.toJSONSchema({ io: 'input' })
    expect(Object.keys(properties).length).toBeGreaterThan(8)
    for (const [key, { description }] of Object.entries(properties)) {
      expect(page, key).toContain(`\`${key}\``)
      expect(description, key).toBeTruthy()
    }
  })
})
