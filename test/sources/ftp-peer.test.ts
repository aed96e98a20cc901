import { readFileSync } from 'node:fs'
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { FtpSrv } from 'ftp-srv'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFtpSource } from '../../src/sources/ftp/source.ts'
import type { PollResult } from '../../src/sources/source.ts'
import { contextFor, noon } from './poll-context.ts'

const source = createFtpSource()
const pem = (name: string): string => fileURLToPath(new URL(`fixtures/tls/${name}.pem`, import.meta.url))
const quiet = { child: () => quiet, trace() {}, debug() {}, info() {}, warn() {}, error() {}, fatal() {} }
let folder: string
let server: FtpSrv
let port: number

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const found = (probe.address() as AddressInfo).port
  await new Promise((resolve) => probe.close(resolve))
  return found
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'writethru-ftp-'))
  port = await freePort()
  server = new FtpSrv({
    url: `ftp://127.0.0.1:${port}`,
    pasv_url: '127.0.0.1',
    pasv_min: 20_000,
    tls: { key: readFileSync(pem('server.key')), cert: readFileSync(pem('server.cert')) },
    log: quiet,
  } as never)
  server.on('login', ({ username, password }, accept, refuse) => {
    if (username === 'desk' && password === 'sesame-7') accept({ root: folder })
    else refuse(new Error('no'))
  })
  await server.listen()
})
afterEach(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

const settings = (more: Record<string, unknown>) => ({
  host: '127.0.0.1',
  port,
  user: 'desk',
  passwordSecret: 'DESK_PASSWORD',
  allowPrivate: true,
  ...more,
})
const context = (more: Record<string, unknown>, cursor?: unknown, seconds = 0) =>
  contextFor(source, settings(more), {
    cursor,
    now: new Date(noon.getTime() + seconds * 1000),
    secrets: { DESK_PASSWORD: 'sesame-7' },
  })

describe('an FTP server written by others', () => {
  it.each([
    ['plain', { tls: 'none' }],
    ['under TLS', { tls: 'explicit', certificate: pem('server.cert') }],
  ])('%s gives its files, oldest first, and lets them be moved', async (_name, tls) => {
    const config = { ...tls, mode: 'move' }
    await writeFile(join(folder, 'b.xml'), 'first\r\n')
    await writeFile(join(folder, 'a.xml'), 'second')
    await utimes(join(folder, 'b.xml'), 1_900_000_000, 1_900_000_000)
    await utimes(join(folder, 'a.xml'), 1_900_000_600, 1_900_000_600)
    const one = await source.poll(context(config))
    const two: PollResult = await source.poll(context(config, one.cursor, 3))
    expect(two.offers.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(['first\r\n', 'second'])
    await source.acknowledge?.(context(config), two)
    expect(await readdir(folder)).toEqual(['processed'])
    expect(await readdir(join(folder, 'processed', '2031-03-04'))).toHaveLength(2)
  })
})
