import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readConfig, secretOf } from '../../src/config/config.ts'
import { configurationPage } from '../../src/config/page.ts'
import { listFeedKeys, listSettings } from '../../src/config/settings.ts'
import { WireError } from '../../src/story/errors.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'writethru-config-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const read = (environment: Record<string, string> = {}, file?: string) => {
  if (file !== undefined) writeFileSync(join(folder, 'writethru.yaml'), file)
  return readConfig({ environment, workingDirectory: folder })
}

function faultsOf(work: () => unknown): string[] {
  try {
    work()
  } catch (error) {
    expect(error).toBeInstanceOf(WireError)
    expect((error as WireError).code).toBe('config.invalid')
    return (error as WireError).detail.split('\n')
  }
  throw new Error('the configuration was taken')
}

describe('where a value comes from', () => {
  test('without any setting there is a whole configuration', () => {
    const { config, file, warnings } = read()
    expect(config).toMatchObject({ queueUrl: 'postgres', ingest: { batchSize: 100, heapMb: 64 }, feeds: [] })
    expect(config.databaseUrl).toBeUndefined()
    expect(config.dataDirectory).toBe(join(folder, '.writethru'))
    expect({ file, warnings }).toEqual({ file: undefined, warnings: [] })
  })

  test('the file wins over the preset, a variable over the file, a flag over the variable', () => {
    writeFileSync(join(folder, 'writethru.yaml'), 'ingest: {batchSize: 11, heapMb: 128}\nhttp: {port: 1}\n')
    const environment = { WRITETHRU_INGEST_BATCH_SIZE: '12', WRITETHRU_HTTP_PORT: '2' }
    const { config } = readConfig({ environment, workingDirectory: folder, overrides: { http: { port: 3 } } })
    expect(config.ingest).toMatchObject({ batchSize: 12, heapMb: 128, timeLimitMs: 2000 })
    expect(config.http).toEqual({ host: '127.0.0.1', port: 3 })
  })

  test('a variable may name a file that holds the value', () => {
    writeFileSync(join(folder, 'url'), 'postgres://wire@db/wire\n')
    expect(read({ DATABASE_URL_FILE: join(folder, 'url') }).config.databaseUrl).toBe('postgres://wire@db/wire')
  })

  test('lists in variables are separated by commas', () => {
    expect(read({ WRITETHRU_ROLES: 'poll, ingest' }).config.roles).toEqual(['poll', 'ingest'])
  })

  test('a file that is named must exist, the default one need not', () => {
    expect(faultsOf(() => readConfig({ environment: {}, workingDirectory: folder, file: 'other.yaml' }))).toEqual([
      `${join(folder, 'other.yaml')}: cannot be read (ENOENT)`,
    ])
  })

  test('an empty file, or one of comments, is a file without settings', () => {
    expect(read({}, '# nothing yet\n').config.http.port).toBe(8420)
  })
})

describe('what is wrong is said at once and by its name', () => {
  test('every fault of file and environment is in one list', () => {
    const faults = faultsOf(() =>
      read(
        { WRITETHRU_HTTP_PORT: 'tcp://10.0.0.1', DATABASE_URL: 'mysql://x', WRITETHRU_ROLES: 'poll,cook' },
        'ingest: {batchSize: 0}\nretension: {captureDays: 3}\n',
      ),
    )
    expect(faults).toHaveLength(5)
    for (const name of ['WRITETHRU_HTTP_PORT', 'DATABASE_URL', 'WRITETHRU_ROLES', 'ingest.batchSize', 'retension']) {
      expect(faults.filter((fault) => fault.includes(name))).toHaveLength(1)
    }
  })

  test('broken YAML names file and line', () => {
    const [fault] = faultsOf(() => read({}, 'http:\n  port: [1\n'))
    expect(fault).toMatch(/writethru\.yaml: .*line 3/)
  })

  test('a key given twice is a fault, not the last one', () => {
    expect(faultsOf(() => read({}, 'http: {port: 1}\nhttp: {port: 2}\n')).join()).toContain('unique')
  })

  test('a value of a secret never stands in the list of faults', () => {
    expect(faultsOf(() => read({ DATABASE_URL: 'hunter2' })).join()).not.toContain('hunter2')
  })

  test('an unknown variable of ours is a warning: orchestrators set variables of their own', () => {
    expect(read({ WRITETHRU_SERVICE_HOST: '10.0.0.1' }).warnings).toEqual([
      'WRITETHRU_SERVICE_HOST is set, but there is no such setting',
    ])
  })
})

describe('feeds', () => {
  const feed = 'name: harbour\n    kind: directory\n    agency: Harbour News Service'

  test('a feed has presets, and its agency gives out its ids', () => {
    expect(read({}, `feeds:\n  - ${feed}\n`).config.feeds).toEqual([
      {
        name: 'harbour',
        kind: 'directory',
        agency: 'Harbour News Service',
        authority: 'harbour-news-service',
        enabled: true,
        intervalSeconds: 60,
        zone: 'UTC',
        checkClock: true,
        config: {},
      },
    ])
  })

  test.each([
    ['name', 'name: Harbour News'],
    ['zone', 'zone: Europe/Atlantis'],
    ['intervalSeconds', 'intervalSeconds: 0'],
    ['intervall', 'intervall: 60'],
  ])('a wrong %s is refused by name', (key, line) => {
    const text = `feeds:\n  - ${line.startsWith('name') ? feed.replace('name: harbour', line) : `${feed}\n    ${line}`}\n`
    expect(faultsOf(() => read({}, text)).join()).toContain(key)
  })

  test('two feeds of one name are refused', () => {
    expect(faultsOf(() => read({}, `feeds:\n  - ${feed}\n  - ${feed}\n`))).toEqual([
      'feeds.1.name: "harbour" is used twice',
    ])
  })

  test('what a source needs is passed on as it is written', () => {
    const text = `feeds:\n  - ${feed}\n    config: {path: /in, nested: {deep: [1, two]}}\n`
    expect(read({}, text).config.feeds[0]?.config).toEqual({ path: '/in', nested: { deep: [1, 'two'] } })
  })
})

describe('secrets', () => {
  test('are found in the variable, or in the file that NAME_FILE names', () => {
    writeFileSync(join(folder, 'key'), ' from-file \n')
    expect(secretOf('KEY', { KEY: 'plain' })).toBe('plain')
    expect(secretOf('KEY', { KEY_FILE: join(folder, 'key') })).toBe('from-file')
    expect(secretOf('KEY', { KEY: '' })).toBeUndefined()
    expect(secretOf('constructor', {})).toBeUndefined()
  })

  test('a file that cannot be read is a fault, not an absent secret', () => {
    expect(() => secretOf('KEY', { KEY_FILE: join(folder, 'absent') })).toThrow(/config\.secret-missing.*ENOENT/)
  })
})

describe('the configuration page', () => {
  test('every setting and every key of a feed is described', () => {
    const bare = [...listSettings(), ...listFeedKeys()].filter((setting) => setting.description === '')
    expect(bare).toEqual([])
    expect(listSettings().length).toBeGreaterThan(20)
    expect(configurationPage()).toContain('`WRITETHRU_INGEST_TIME_LIMIT_MS` | `2000`')
  })
})
