import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ninjs } from '../ops/wire.ts'
import { openTestDatabase } from '../support/database.ts'
import type { TestDatabase } from '../support/database.ts'
import { run, start } from './program.ts'

let place: TestDatabase
let folder: string
const verb = (...args: string[]) => run(args, { database: place.url, folder })

beforeAll(async () => {
  place = await openTestDatabase()
  folder = mkdtempSync(join(tmpdir(), 'writethru-cli-'))
  mkdirSync(join(folder, 'wire', 'late'), { recursive: true })
  writeFileSync(join(folder, 'wire', '1.json'), ninjs())
  writeFileSync(
    join(folder, 'wire', '2.json'),
    ninjs({ version: '2', headline: 'Harbour reopens slowly after the storm' }),
  )
  writeFileSync(join(folder, 'wire', '3.json'), ninjs({ version: '3', pubstatus: 'canceled' }))
  writeFileSync(join(folder, 'wire', '4.txt'), '\u0001\u0002 {{{')
  writeFileSync(join(folder, 'wire', '.hidden'), 'not looked at')
  writeFileSync(
    join(folder, 'wire', 'late', '5.json'),
    ninjs({ versioncreated: '2026-03-12T09:00:00Z', headline: 'Harbour reopens late' }),
  )
})

afterAll(async () => {
  await place?.drop()
  rmSync(folder, { recursive: true, force: true })
})

describe('writethru ingest', () => {
  it('says what became of each document and ends with 2 when one was refused', async () => {
    const answer = await verb('ingest', 'wire')
    expect(answer.err).toBe('')
    expect(answer.code).toBe(2)
    expect(answer.out).toMatch(/1\.json {2}ninjs\n {2}new {10}story 1 #1/)
    expect(answer.out).toMatch(/2\.json {2}ninjs\n {2}revised {6}story 1 #2/)
    expect(answer.out).toMatch(/3\.json {2}ninjs\n {2}killed {7}story 1 #3/)
    expect(answer.out).toMatch(/4\.txt\n {2}quarantined {2}parse\.unknown-format/)
    expect(answer.out).toMatch(/5\.json {2}ninjs\n {2}stale {8}story 1 #4/)
    expect(answer.out).toContain('5 documents, 5 items: 1 new, 1 revised, 1 stale, 1 killed, 1 quarantined.')
  })

  it('takes nothing twice', async () => {
    const answer = await verb('ingest', 'wire/1.json', 'wire/late', '--json')
    expect(answer.code).toBe(0)
    expect(answer.json()).toMatchObject({ unread: [], counts: { new: 0, duplicate: 2, quarantined: 0 } })
    expect(answer.json().documents[0]).toMatchObject({ offerKey: 'wire/1.json', format: 'ninjs', state: 'done' })
  })

  it('refuses a path that is not there before anything is done', async () => {
    expect(await verb('ingest', 'wire/1.json', 'nowhere')).toMatchObject({ code: 3, out: '' })
  })

  it('does not let a URL lead into the local network', async () => {
    const answer = await verb('ingest', 'http://127.0.0.1:9/', '--json')
    expect(answer.code).toBe(2)
    expect(answer.json().unread[0]).toMatchObject({ code: 'source.address-refused' })
  })
})

describe('writethru story', () => {
  it('tells the state in words, every revision, what it changed and where it came from', async () => {
    const { code, out } = await verb('story', 'urn:x-invented:ellery:1')
    expect(code).toBe(0)
    expect(out).toMatch(/state +killed at \d{4}-\d\d-\d\d \d\d:\d\d:\d\d \S+ by version 3/)
    expect(out).toContain('4 revisions')
    expect(out).toContain('{+slowly +}')
    expect(out).toMatch(/from +local, receipt \d{4}-\d\d-\d\d\/\d+, read as ninjs/)
    expect(out).toMatch(/bytes +sha256 [0-9a-f]{64}/)
    expect(out).not.toContain('\u001b')
  })

  it('gives all of it as JSON', async () => {
    const story = (await verb('story', '1', '--json')).json()
    expect(story).toMatchObject({ id: 1, status: 'canceled', closingRevision: 3 })
    expect(story.revisions.map((revision: { outcome: string }) => revision.outcome)).toEqual([
      'new',
      'revised',
      'killed',
      'stale',
    ])
  })

  it('gives its current state as ninjs, without the words of what was killed', async () => {
    const document = (await verb('story', '1', '--ninjs')).json()
    expect(document).toMatchObject({
      standard: { name: 'ninjs', version: '3.1' },
      uri: 'urn:x-invented:ellery:1',
      version: '3',
      pubStatus: 'canceled',
    })
    expect(document).not.toHaveProperty('bodies')
  })

  it('says so when there is none', async () => {
    const answer = await verb('story', '4711')
    expect(answer).toMatchObject({ code: 3, out: '' })
    expect(answer.err).toContain('There is no story 4711.')
  })
})

describe('writethru replay', () => {
  it('changes nothing while the parser reads what it read', async () => {
    const before = await verb('story', '1', '--json')
    const answer = await verb('replay', '--json')
    expect(answer.code).toBe(0)
    expect(answer.json()).toMatchObject({ documents: 7, unchanged: 7, changed: [] })
    expect((await verb('story', '1', '--json')).out).toBe(before.out)
  })

  it('takes the documents of one story', async () => {
    expect((await verb('replay', '--story', '1', '--json')).json()).toMatchObject({ documents: 4, unchanged: 4 })
  })

  it('wants a day as a day', async () => {
    expect((await verb('replay', '--since', 'yesterday')).code).toBe(3)
    expect((await verb('replay', '--feed', 'elsewhere')).err).toContain('There is no feed elsewhere')
  })
})

describe('writethru quarantine', () => {
  it('lists, shows, retries and drops', async () => {
    const [entry] = (await verb('quarantine', 'list', '--json')).json()
    expect(entry).toMatchObject({ code: 'parse.unknown-format', state: 'open', fileName: '4.txt' })
    const shown = await verb('quarantine', 'show', String(entry.id))
    expect(shown.out).toContain('{{{')
    expect(shown.out).not.toContain('\u0001')
    expect((await verb('quarantine', 'show', String(entry.id), '--raw')).out).toBe('\u0001\u0002 {{{')
    const retried = await verb('quarantine', 'retry', String(entry.id), '--json')
    expect(retried.code).toBe(2)
    expect(retried.json()).toMatchObject({ retried: 1, resolved: [], open: [{ id: entry.id }] })
    expect((await verb('quarantine', 'drop', '--all', '--json')).json()).toEqual({ dropped: 1 })
    expect((await verb('quarantine', 'list')).out).toContain('Nothing in quarantine.')
  })

  it('wants to be told which', async () => {
    expect((await verb('quarantine', 'drop')).code).toBe(3)
    expect((await verb('quarantine', 'show', 'x')).code).toBe(3)
  })

  it('does not call a number, a feed or a code that is not there a success', async () => {
    expect(await verb('quarantine', 'retry', '99999')).toMatchObject({
      code: 3,
      err: expect.stringContaining('There is no quarantine entry 99999'),
    })
    expect((await verb('quarantine', 'list', '--feed', 'elsewhere')).err).toContain('There is no feed elsewhere')
    expect((await verb('quarantine', 'list', '--code', 'parse.nosuch')).err).toContain('is no error code')
  })
})

describe('writethru feeds', () => {
  it('adds a folder after a look at it, and pauses, resumes and polls it', async () => {
    mkdirSync(join(folder, 'drop'))
    writeFileSync(join(folder, 'drop', 'a.json'), ninjs())
    const added = await verb('feeds', 'add', join(folder, 'drop'), '--name', 'harbour', '--every', '5s', '--json')
    expect(added.code).toBe(0)
    expect(added.json()).toMatchObject({
      added: true,
      feed: { name: 'harbour', kind: 'directory', intervalSeconds: 5 },
    })
    expect(added.json().items[0]).toMatchObject({ format: 'ninjs', headline: 'Harbour reopens after the storm' })
    expect((await verb('feeds', 'add', join(folder, 'drop'), '--name', 'harbour')).code).toBe(3)
    expect((await verb('feeds', 'pause', 'harbour')).out).toContain('harbour is paused')
    expect((await verb('feeds', 'list', 'harbour', '--json')).json()).toMatchObject({
      enabled: false,
      health: { words: 'paused' },
    })
    expect((await verb('feeds', 'resume', 'harbour')).code).toBe(0)
    expect((await verb('feeds', 'poll', 'harbour')).out).toContain('is due now')
    expect((await verb('feeds', 'test', 'harbour')).out).toContain('Harbour reopens after the storm')
    expect((await verb('feeds', 'list')).out).toMatch(/harbour +directory +not polled yet/)
  })

  it('removes a feed that never brought anything, and keeps one that did', async () => {
    mkdirSync(join(folder, 'empty'))
    await verb('feeds', 'add', join(folder, 'empty'), '--name', 'mistyped')
    expect(await verb('feeds', 'remove', 'mistyped')).toMatchObject({ code: 0, out: 'mistyped is removed.\n', err: '' })
    expect((await verb('feeds', 'list', 'mistyped')).err).toContain('There is no feed mistyped')
    writeFileSync(join(folder, 'brought.json'), ninjs())
    await verb('ingest', join(folder, 'brought.json'))
    const [used] = (await verb('feeds', 'list', '--json'))
      .json()
      .filter(({ kind }: { kind: string }) => kind === 'local')
    const refused = await verb('feeds', 'remove', used.name)
    expect(refused.code).toBe(3)
    expect(refused.err).toContain(`writethru feeds pause ${used.name}`)
    expect((await verb('feeds', 'list', used.name)).code).toBe(0)
  })

  it('knows no feed that is not there', async () => {
    expect((await verb('feeds', 'pause', 'elsewhere')).err).toContain('There is no feed elsewhere')
  })
})

describe('writethru status and migrate', () => {
  it('tell whether all is well', async () => {
    expect((await verb('status')).out).toMatch(/^(All is well|Nothing stands still|Not well)/)
    expect((await verb('status', '--json')).json()).toMatchObject({
      outboxDepth: 0,
      receiptsReady: 0,
      feeds: expect.any(Array),
    })
    expect((await verb('migrate')).out).toContain('The schema was up to date.')
    expect((await verb('migrate', '--check', '--json')).json()).toEqual({ current: true, missing: [] })
  })

  it('ask for a migration of a database that has none, and make it', async () => {
    const empty = await openTestDatabase({ empty: true })
    try {
      const refused = await run(['status'], { database: empty.url })
      expect(refused.code).toBe(4)
      expect(refused.err).toContain('store.schema-old')
      expect(refused.err).toContain('writethru migrate')
      expect((await run(['migrate', '--json'], { database: empty.url })).json().applied.length).toBeGreaterThan(0)
      expect((await run(['status'], { database: empty.url })).code).toBe(0)
    } finally {
      await empty.drop()
    }
  })
})

describe('exit codes and help', () => {
  it('4 when the database cannot be reached, in words and without the password', async () => {
    const answer = await run(['status'], { database: 'postgresql://someone:hush@127.0.0.1:1/wire' })
    expect(answer.code).toBe(4)
    expect(answer.err).toContain('store.unavailable')
    expect(answer.err).not.toContain('hush')
  })

  it('3 for a wrong flag, verb or setting, with every fault of the configuration at once', async () => {
    expect((await verb('stauts')).err).toContain('Did you mean status?')
    expect((await verb('status', '--nonsense')).code).toBe(3)
    writeFileSync(join(folder, 'wrong.yaml'), 'http: { port: 99999 }\nnothing: 1\n')
    const answer = await verb('status', '--config', join(folder, 'wrong.yaml'))
    expect(answer.code).toBe(3)
    expect(answer.err).toMatch(/http\.port/)
    expect(answer.err).toMatch(/nothing/)
  })

  it('every verb explains itself with examples', async () => {
    for (const words of ['ingest', 'status', 'story', 'replay', 'run', 'demo', 'quarantine retry', 'feeds add']) {
      const { code, out } = await verb(...words.split(' '), '--help')
      expect(code).toBe(0)
      expect(out).toMatch(/Examples:\n {2}\$ writethru /)
    }
  })
})

describe('writethru run', () => {
  it('serves, takes the feeds of the file, and stops in order at a signal', async () => {
    writeFileSync(
      join(folder, 'feeds.yaml'),
      `feeds:\n  - name: quay\n    kind: directory\n    agency: Quay News\n    intervalSeconds: 1\n    config: { path: ${join(folder, 'drop')} }\n`,
    )
    const service = start(['run', '--config', join(folder, 'feeds.yaml'), '--port', '0'], {
      database: place.url,
      folder,
    })
    await service.shows(/"msg":"running"/)
    const listed = (await verb('feeds', 'list', 'quay', '--json')).json()
    expect(listed).toMatchObject({ kind: 'directory', managedBy: 'file', enabled: true })
    service.signal('SIGTERM')
    const { code, err } = await service.done
    expect(code).toBe(0)
    expect(err).toContain('"msg":"stopped"')
  })

  it('refuses a feed that its source refuses, and an unknown role', async () => {
    writeFileSync(
      join(folder, 'bad.yaml'),
      'feeds:\n  - { name: a, kind: http-feed, agency: A }\n  - { name: b, kind: telex, agency: B }\n',
    )
    const answer = await verb('run', '--config', join(folder, 'bad.yaml'), '--port', '0')
    expect(answer.code).toBe(3)
    expect(answer.err).toContain('feeds.0 (a)')
    expect(answer.err).toContain('feeds.1 (b)')
    expect((await verb('run', '--role', 'cook')).code).toBe(3)
  })
})
