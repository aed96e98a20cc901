import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { runSimulator } from '../../src/simulator/run.ts'
import { scriptedDay } from '../../src/simulator/wire/scripted-day.ts'
import { key, openAgency } from './agency.ts'

const events = scriptedDay({ seed: 7 })
const folders: string[] = []
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

describe('RSS and Atom', () => {
  test.each(['rss', 'atom'])('%s shows what may be printed, and answers 304 to who has it', async (kind) => {
    const { url } = await openAgency({ events })
    const response = await fetch(`${url}/${kind}`)
    const text = await response.text()
    expect(response.headers.get('content-type')).toContain(`application/${kind}+xml`)
    expect(text.match(kind === 'rss' ? /<item>/g : /<entry>/g)).toHaveLength(40)
    for (const event of events) {
      if (event.intent.barred !== undefined) expect(text).not.toContain(event.itemid)
    }
    const again = await fetch(`${url}/${kind}`, { headers: { 'if-none-match': response.headers.get('etag') ?? '' } })
    expect(again.status).toBe(304)
  })
})

describe('the drop folder', () => {
  test('gets every body under its item id, with identity and status, and no half files', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'writethru-drop-'))
    folders.push(folder)
    const { drop } = await openAgency({ events, dropFolder: folder })
    await drop?.done
    const names = await readdir(folder)
    const withBody = events.filter((event) => event.nitf !== undefined || event.captionNitf !== undefined)
    expect(drop?.written()).toBe(withBody.length)
    expect(names.sort()).toEqual([...new Set(withBody.map((event) => `${event.itemid}.xml`))].sort())
    const killed = events.find((event) => event.intent.status === 'canceled' && event.version === 3)
    const text = await readFile(join(folder, `${killed?.itemid ?? ''}.xml`), 'utf8')
    expect(text).toContain('management-status="canceled"')
    expect(text).toContain(`id-string="${killed?.itemid ?? ''}"`)
    expect(text).not.toContain('%BASE%')
  })
})

describe('the levers over HTTP', () => {
  test('change faults and time from another process, with the key only', async () => {
    const { url, control } = await openAgency({ events, speed: 0 })
    const pull = (body: unknown, headers: Record<string, string> = key) =>
      fetch(`${url}/simulator/control`, { method: 'POST', headers, body: JSON.stringify(body) })
    expect((await pull({ publishAll: true }, {})).status).toBe(403)
    expect((await pull({ faults: { flood: 1 } })).status).toBe(400)
    expect(control.counts().published).toBe(0)
    expect((await pull({ faults: { rateLimit: 1 }, publishAll: true })).status).toBe(200)
    expect(control.faults.rateLimit).toBe(1)
    expect(control.counts().published).toBe(events.length)
    const state = (await (await fetch(`${url}/simulator/state`, { headers: key })).json()) as { total: number }
    expect(state.total).toBe(events.length)
  })
})

describe('the command', () => {
  test('says how to reach the agency and what must come out, and stops when told', async () => {
    const stop = new AbortController()
    const lines: string[] = []
    const running = runSimulator({ port: '0', speed: 'max', fault: ['repeat'] }, stop.signal, (line) => {
      lines.push(line)
      if (line.startsWith('At the end')) stop.abort()
    })
    await running
    expect(lines.join('\n')).toMatch(/http:\/\/127\.0\.0\.1:\d+\/media\/v\/content\/feed/)
    expect(lines.at(-1)).toMatch(/must be \d+ stories and pictures in \d+ revisions/)
  })

  test('refuses settings that make no sense', async () => {
    const signal = AbortSignal.abort()
    await expect(runSimulator({ port: '0', speed: 'fast' }, signal)).rejects.toThrow(/--speed/)
    await expect(runSimulator({ port: '0', startsAt: 'someday' }, signal)).rejects.toThrow(/--starts-at/)
  })
})
