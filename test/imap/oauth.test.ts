import { createVerify, generateKeyPairSync } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import pino from 'pino'
import { createImapSource } from '../../src/sources/imap/source.ts'
import type { PollContext, PollResult, Source } from '../../src/sources/source.ts'
import { reply, startAnswering } from '../sources/answering-server.ts'
import type { AnsweringServer } from '../sources/answering-server.ts'
import { contextFor, faultOf, noon } from '../sources/poll-context.ts'
import { startMail, startScriptedMail, user } from './mail-server.ts'
import type { MailServer } from './mail-server.ts'

const open: { stop(): Promise<void> }[] = []
afterEach(async () => {
  for (const server of open.splice(0)) await server.stop()
})

/** Of an application that a directory knows, as Microsoft 365 wants it. */
const secrets = { APP: 'sand-and-tide-71', REFRESH: 'gannet-9-refresh' }

/** A mailbox that only the newest token opens, and the server that gives tokens out: ya29-1, ya29-2 ... */
async function setUp(plugins = ['IDLE', 'UIDPLUS', 'MOVE', 'SASL-IR', 'XOAUTH2']): Promise<{
  mail: MailServer
  tokens: AnsweringServer
  /** The forms that asked for a token. */
  forms: URLSearchParams[]
  /** What the mailbox takes; undefined: the newest token. */
  opens: { with: string | undefined }
  source: Source
}> {
  const forms: URLSearchParams[] = []
  const opens = { with: undefined as string | undefined }
  const tokens = await startAnswering((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      forms.push(new URLSearchParams(body))
      reply(
        response,
        200,
        JSON.stringify({ access_token: `ya29-${forms.length}`, expires_in: 3600, token_type: 'Bearer' }),
      )
    })
  })
  const mail = await startMail({ plugins, token: () => opens.with ?? `ya29-${forms.length}` })
  open.push(tokens, mail)
  return { mail, tokens, forms, opens, source: createImapSource() }
}

const settings = (mail: { port: number }, tokens: { url: string }, oauth: Record<string, unknown> = {}) => ({
  host: '127.0.0.1',
  port: mail.port,
  tls: 'none',
  user,
  oauth: {
    tokenUrl: `${tokens.url}/oauth2/v2.0/token`,
    clientId: 'ostwick-desk',
    clientSecretSecret: 'APP',
    scope: 'https://outlook.office365.com/.default',
    ...oauth,
  },
  allowPrivate: true,
})

async function turn(source: Source, config: Record<string, unknown>, more = {}): Promise<PollResult> {
  const context: PollContext = contextFor(source, config, { secrets, ...more })
  const result = await source.poll(context)
  await source.acknowledge!(context, result)
  return result
}

describe('a mailbox that wants OAuth', () => {
  it('is opened with a token, asked for once and kept', async () => {
    const { mail, tokens, forms, source } = await setUp()
    mail.deliver('one')
    const config = settings(mail, tokens)
    const first = await turn(source, config)
    mail.deliver('two')
    const second = await turn(source, config, { cursor: first.cursor })
    expect([first.offers.length, second.offers.length]).toEqual([1, 1])
    expect(mail.mailbox().messages.map(({ flags }) => flags)).toEqual([['\\Seen'], ['\\Seen']])
    expect(forms.map((form) => Object.fromEntries(form))).toEqual([
      {
        grant_type: 'client_credentials',
        client_id: 'ostwick-desk',
        client_secret: secrets.APP,
        scope: 'https://outlook.office365.com/.default',
      },
    ])
    expect(mail.heard.join('')).not.toContain(secrets.APP)
  })

  it('that no longer takes a token is opened with a new one', async () => {
    const { mail, tokens, forms, opens, source } = await setUp()
    const config = settings(mail, tokens)
    const first = await turn(source, config)
    opens.with = 'ya29-2'
    mail.deliver('one')
    expect((await turn(source, config, { cursor: first.cursor })).offers).toHaveLength(1)
    expect(forms).toHaveLength(2)
  })

  it('that takes no token at all says so after the second, and no token stands in the fault', async () => {
    const { mail, tokens, forms, opens, source } = await setUp()
    opens.with = 'none that is given out'
    const fault = await faultOf(turn(source, settings(mail, tokens)))
    expect(fault.code).toBe('source.unauthorized')
    expect(forms).toHaveLength(2)
    const all = `${fault.message} ${fault.stack} ${String(fault.cause)} ${JSON.stringify(fault)}`
    expect(all).not.toContain('ya29')
  })

  it('that repeats the log-in in its refusal gives nothing away, in whatever form', async () => {
    const { tokens, source } = await setUp()
    const mail = await startScriptedMail(
      (command) => `TAG NO ${command} was not taken, nor ya29-2\r\n`,
      '* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=OAUTHBEARER] ready',
    )
    open.push(mail)
    const fault = await faultOf(turn(source, settings(mail, tokens)))
    expect(fault.code).toBe('source.unauthorized')
    expect(fault.message).toMatch(/\[secret\].* was not taken/)
    expect(fault.message).not.toMatch(/ya29|[\w+/=]{64}/)
  })

  it('of Google is opened by a service account, which signs for the user', async () => {
    const { mail, tokens, forms, source } = await setUp()
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string
    const config = settings(mail, tokens, {
      grant: 'jwt_bearer',
      clientId: 'wire@ostwick.iam.example',
      clientSecretSecret: undefined,
      keySecret: 'KEY',
      scope: 'https://mail.google.com/',
    })
    // as the file of a service account has it, on one line
    const known = { secrets: { KEY: pem.replaceAll('\n', '\\n') } }
    await turn(source, config, known)
    await turn(source, config, { ...known, now: new Date(noon.getTime() + 60_000) })
    expect(forms).toHaveLength(1)
    const [form] = forms
    expect(form!.get('grant_type')).toBe('urn:ietf:params:oauth:grant-type:jwt-bearer')
    const [head = '', claims = '', signature = ''] = form!.get('assertion')!.split('.')
    expect(createVerify('sha256').update(`${head}.${claims}`).verify(publicKey, signature, 'base64url')).toBe(true)
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toEqual({
      iss: 'wire@ostwick.iam.example',
      sub: user,
      aud: `${tokens.url}/oauth2/v2.0/token`,
      scope: 'https://mail.google.com/',
      iat: noon.getTime() / 1000,
      exp: noon.getTime() / 1000 + 3600,
    })
    const broken = await faultOf(turn(source, config, { secrets: { KEY: 'no key at all' } }))
    expect([broken.code, broken.message.includes('no key at all')]).toEqual(['config.invalid', false])
  })

  it('is opened with the leave a person gave once', async () => {
    const { mail, tokens, forms, source } = await setUp()
    await turn(source, settings(mail, tokens, { grant: 'refresh_token', refreshTokenSecret: 'REFRESH' }))
    expect(Object.fromEntries(forms[0]!)).toMatchObject({ grant_type: 'refresh_token', refresh_token: secrets.REFRESH })
  })

  it('wakes the feed in IDLE', async () => {
    const { mail, tokens, source } = await setUp()
    let woken = 0
    const tools = {
      secret: (name: string) => (secrets as Record<string, string>)[name],
      log: pino({ level: 'silent' }),
    }
    const watch = await source.watch!(source.readConfig(settings(mail, tokens)), () => (woken += 1), tools)
    await expect.poll(() => mail.heard.join('')).toMatch(/IDLE\r\n/)
    mail.deliver('one')
    await expect.poll(() => woken).toBe(1)
    await watch.close()
  })
})

describe('settings that cannot work', () => {
  it('are refused with what is missing', async () => {
    const { mail, tokens, source } = await setUp()
    const config = settings(mail, tokens)
    expect(() => source.readConfig({ ...config, oauth: undefined })).toThrow(/passwordSecret: is needed, or oauth/)
    expect(() => source.readConfig({ ...config, passwordSecret: 'MAIL' })).toThrow(/oauth in its place/)
    expect(() => source.readConfig({ ...config, allowPrivate: false })).toThrow(/tls: must not be none/)
    for (const [grant, key] of [
      ['client_credentials', 'clientSecretSecret'],
      ['refresh_token', 'refreshTokenSecret'],
      ['jwt_bearer', 'keySecret'],
    ] as const) {
      const incomplete = settings(mail, tokens, { grant, clientSecretSecret: undefined })
      expect(() => source.readConfig(incomplete)).toThrow(`${key}: is needed with grant: ${grant}`)
    }
    const secretless = await faultOf(turn(source, config, { secrets: {} }))
    expect(secretless).toMatchObject({ code: 'config.secret-missing' })
    expect(secretless.message).toContain('APP')
  })

  it('meet a server that wants the other way, and the fault says which', async () => {
    const { mail, tokens, source } = await setUp(['IDLE'])
    const fault = await faultOf(turn(source, settings(mail, tokens)))
    expect(fault.code).toBe('source.unauthorized')
    expect(fault.message).toMatch(
      /takes no log-in of this kind: give it `oauth` in place of `passwordSecret`, or the reverse/,
    )
  })
})
