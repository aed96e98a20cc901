import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openLog } from '../../src/ops/log.ts'
import { openMetrics } from '../../src/ops/metrics.ts'
import { createHttpClient } from '../../src/sources/http/client.ts'
import { createImapSource } from '../../src/sources/imap/source.ts'
import { createS3Source } from '../../src/sources/s3/source.ts'
import type { Source } from '../../src/sources/source.ts'
import { saveFeed } from '../../src/store/feeds.ts'
import { openPool } from '../../src/store/pool.ts'
import type { Pool } from '../../src/store/pool.ts'
import { claimDueFeeds } from '../../src/store/polls.ts'
import { pollFeed } from '../../src/workers/poll/poll-feed.ts'
import { openQueues } from '../../src/workers/queue/queues.ts'
import type { Queues } from '../../src/workers/queue/queues.ts'
import type { WorkerContext } from '../../src/workers/worker-context.ts'
import { password, startMail, startScriptedMail, user } from '../imap/mail-server.ts'
import { openEndpoint, push, secret as pushSecret, signed } from '../push/endpoint.ts'
import { account, bucket, startStore } from '../s3/object-store.ts'
import { reply, startAnswering } from '../sources/answering-server.ts'
import { openTestDatabase } from '../support/database.ts'
import { workerContext } from '../support/worker-context.ts'
import type { TestDatabase } from '../support/database.ts'

const http = createHttpClient()
const sources: Readonly<Record<string, Source>> = { imap: createImapSource(), s3: createS3Source(() => http) }
const wrongPassword = 'not-the-rope-of-the-desk'
const wrongKey = 'not-the-key-of-the-store'
const secrets: Readonly<Record<string, string>> = {
  MAIL: password,
  MAIL_WRONG: wrongPassword,
  STORE_ID: account.accessKeyId,
  STORE_KEY: account.secretAccessKey,
  STORE_WRONG: wrongKey,
}

const open: { stop(): Promise<void> }[] = []
const lines: string[] = []
let database: TestDatabase
let pool: Pool
let queues: Queues
let context: WorkerContext

beforeAll(async () => {
  database = await openTestDatabase()
  pool = openPool(database.url, { max: 4 })
  const log = openLog({ level: 'trace', format: 'json' }, { write: (line: string) => lines.push(line) > 0 })
  queues = await openQueues({ queueUrl: 'postgres', databaseUrl: database.url, log })
  context = workerContext({
    databaseUrl: database.url,
    pool,
    queues,
    log,
    sourceOf: (kind) => sources[kind]!,
    secret: (name) => secrets[name],
  })
})

afterAll(async () => {
  for (const server of open) await server.stop()
  await queues?.close({ graceMs: 0 })
  await http.close()
  await pool?.end()
  await database?.drop()
})

/** Adds a feed and polls it once, as a worker does. */
async function run(name: string, kind: string, config: Record<string, unknown>): Promise<void> {
  await saveFeed(pool, { name, kind, authority: name, config })
  const [lease] = await claimDueFeeds(pool, { limit: 1, perHost: 9, leaseSeconds: 30, kinds: [kind] })
  await pollFeed(context, lease!)
}

/** Every row of every table of ours and of the queue, as text; bytes in hexadecimal. */
async function everyRow(from: Pool): Promise<string> {
  const { rows: tables } = await from.query<{ name: string }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname NOT IN ('pg_catalog', 'information_schema')
       AND n.nspname NOT LIKE 'pg_toast%'`,
  )
  const texts = await Promise.all(
    tables.map(async ({ name }) => {
      const { rows } = await from.query<{ text: string }>(`SELECT row_to_json(t)::text AS text FROM ${name} t`)
      return rows.map(({ text }) => `${name} ${text}`).join('\n')
    }),
  )
  return texts.join('\n')
}

/** A secret as it may stand somewhere: plain, in an address, in a log-in, in bytes. */
const formsOf = (secret: string): string[] => {
  const login = Buffer.from(`\0${user}\0${secret}`).toString('base64')
  const plain = [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64'), login]
  return [...plain, ...plain.map((text) => Buffer.from(text).toString('hex'))]
}

/** Names of what was found; empty is what we want. */
const found = (text: string, all: readonly string[]): string[] => {
  const lower = text.toLowerCase()
  return all.filter((secret) => formsOf(secret).some((form) => lower.includes(form.toLowerCase())))
}

describe('peers’ defect 9: a secret stands in no row, no job and no line', () => {
  it('after mailboxes were read, refused, and read from a server that repeats what it is told', async () => {
    const mail = await startMail()
    open.push(mail)
    mail.deliver('one')
    const config = { host: '127.0.0.1', port: mail.port, tls: 'none', user, allowPrivate: true }
    await run('mail-good', 'imap', { ...config, passwordSecret: 'MAIL' })
    await run('mail-wrong', 'imap', { ...config, passwordSecret: 'MAIL_WRONG' })
    for (const [at, more] of ['', ' AUTH=PLAIN', ' AUTH=PLAIN SASL-IR', ' AUTH=LOGIN'].entries()) {
      const parrot = await startScriptedMail((command) => {
        if (command.startsWith('CAPABILITY')) return `* CAPABILITY IMAP4rev1${more}\r\nTAG OK\r\n`
        if (/^AUTHENTICATE \S{1,20}$/.test(command)) return '+ \r\n'
        return `TAG NO what is ${command}?\r\n* BYE ${command}\r\n`
      }, `* OK [CAPABILITY IMAP4rev1${more}] ready`)
      open.push(parrot)
      await run(`mail-parrot-${at}`, 'imap', { ...config, port: parrot.port, passwordSecret: 'MAIL' })
    }
    // What is looked for can be found: the server did hear it.
    expect(found(mail.heard.join(''), [password])).toEqual([password])

    const rows = await everyRow(pool)
    expect(rows).toContain('INBOX;UIDVALIDITY=1;UID=1')
    expect(rows).toContain('source.unauthorized')
    expect(found(rows, [password, wrongPassword])).toEqual([])
    expect(found(lines.join(''), [password, wrongPassword])).toEqual([])
  })

  it('after buckets were read, refused, and read from a service that repeats what it is told', async () => {
    const store = await startStore()
    open.push(store)
    store.put('in/a.xml', '<nitf/>')
    const keys = { accessKeySecret: 'STORE_ID', secretKeySecret: 'STORE_KEY' }
    const config = { bucket, prefix: 'in/', endpoint: `http://127.0.0.1:${store.port}`, allowPrivate: true, ...keys }
    await run('store-good', 's3', { ...config, mode: 'move' })
    await run('store-wrong', 's3', { ...config, secretKeySecret: 'STORE_WRONG' })
    const parrot = await startAnswering((request, response) =>
      reply(
        response,
        403,
        `<Error><Code>Odd</Code><Message>${request.headers.authorization} ${account.secretAccessKey}</Message></Error>`,
      ),
    )
    open.push(parrot)
    await run('store-parrot', 's3', { ...config, endpoint: parrot.url })
    expect(store.keys('processed/')).toHaveLength(1)

    const all = [account.secretAccessKey, account.accessKeyId, wrongKey]
    const rows = await everyRow(pool)
    expect(rows).toContain('SignatureDoesNotMatch')
    expect(rows).toContain('Odd')
    expect(found(rows, all)).toEqual([])
    expect(found(lines.join(''), all)).toEqual([])
    expect(found(await openMetrics({ pool, events: context.events }).render(), all)).toEqual([])
  })

  it('after documents were pushed, and refused', async () => {
    const endpoint = await openEndpoint()
    try {
      await endpoint.addFeed('quay')
      expect((await push(endpoint, 'quay', '<nitf/>')).status).toBe(202)
      const forged = signed('<nitf/>', { headers: { 'x-writethru-signature': `v1=${pushSecret}` } })
      const answers = [
        await push(endpoint, 'quay', '<nitf/>', forged),
        await push(endpoint, 'quay', '<nitf/>', { ...signed('x'), authorization: `Bearer ${pushSecret}` }),
        await push(endpoint, 'quay', pushSecret, signed(pushSecret, { key: 'guessed' })),
      ]
      await expect.poll(() => everyRow(endpoint.pool), { timeout: 8000 }).toContain('push.unsigned')
      expect(found(JSON.stringify(answers), [pushSecret])).toEqual([])
      expect(found(await everyRow(endpoint.pool), [pushSecret])).toEqual([])
      expect(found(endpoint.lines.join(''), [pushSecret])).toEqual([])
    } finally {
      await endpoint.close()
    }
  })
})
