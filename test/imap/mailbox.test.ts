import { afterEach, describe, expect, it } from 'vitest'
import pino from 'pino'
import { createImapSource } from '../../src/sources/imap/source.ts'
import type { PollContext, PollResult, SourceWatch } from '../../src/sources/source.ts'
import { contextFor, faultOf } from '../sources/poll-context.ts'
import { certificate, password, startMail, startScriptedMail, user } from './mail-server.ts'
import type { MailServer } from './mail-server.ts'

const source = createImapSource()
const open: { stop(): Promise<void> }[] = []
const watches: SourceWatch[] = []
afterEach(async () => {
  for (const watch of watches.splice(0)) await watch.close()
  for (const server of open.splice(0)) await server.stop()
})

async function mail(options: Parameters<typeof startMail>[0] = {}): Promise<MailServer> {
  const server = await startMail(options)
  open.push(server)
  return server
}

const settings = (port: number, more: Record<string, unknown> = {}): Record<string, unknown> => ({
  host: '127.0.0.1',
  port,
  tls: 'none',
  user,
  passwordSecret: 'DESK_MAIL',
  allowPrivate: true,
  ...more,
})

function contextOf(config: Record<string, unknown>, cursor?: unknown, secret = password): PollContext {
  return contextFor(source, config, { cursor, secrets: { DESK_MAIL: secret } })
}

/** A poll and what a worker does after its commit. */
async function turn(config: Record<string, unknown>, cursor?: unknown): Promise<PollResult> {
  const context = contextOf(config, cursor)
  const result = await source.poll(context)
  await source.acknowledge!(context, result)
  return result
}

const texts = (result: PollResult): string[] =>
  result.offers.map(({ bytes }) => /Subject: (.*)\r/.exec(Buffer.from(bytes).toString('latin1'))![1]!)

describe('mail in a mailbox', () => {
  it('is offered whole, byte for byte, oldest first, each message once', async () => {
    const server = await mail()
    const sent = [server.deliver('one', 'Der Lotse heißt Jörn.'), server.deliver('two')]
    const first = await turn(settings(server.port))
    expect(first.offers.map(({ bytes }) => Buffer.from(bytes).toString('hex'))).toEqual(
      sent.map((bytes) => bytes.toString('hex')),
    )
    expect(first.offers[0]).toMatchObject({ key: 'INBOX;UIDVALIDITY=1;UID=1', contentType: 'message/rfc822' })
    expect((await turn(settings(server.port), first.cursor)).offers).toEqual([])
    server.deliver('three')
    expect(texts(await turn(settings(server.port), first.cursor))).toEqual(['three'])
  })

  it('comes in portions, and asks for the next at once', async () => {
    const server = await mail()
    for (const subject of ['one', 'two', 'three', 'four', 'five']) server.deliver(subject)
    const config = settings(server.port, { messagesAtOnce: 2 })
    const first = await turn(config)
    const second = await turn(config, first.cursor)
    const third = await turn(config, second.cursor)
    expect([first, second, third].map(texts)).toEqual([['one', 'two'], ['three', 'four'], ['five']])
    expect([first, second, third].map(({ next }) => next.kind)).toEqual(['now', 'now', 'after'])
    const bytewise = await turn(settings(server.port, { bytesAtOnce: 10 }))
    expect([texts(bytewise), bytewise.next.kind]).toEqual([['one'], 'now'])
  })

  it('is read from the last days only when that is asked for', async () => {
    const server = await mail()
    server.deliver('old')
    const config = settings(server.port, { startDays: 0 })
    const first = await source.poll(contextFor(source, config, { secrets: { DESK_MAIL: password } }))
    expect(first.offers).toEqual([])
    server.deliver('new')
    expect(texts(await turn(config, first.cursor))).toEqual(['new'])
  })

  it('that is too large is refused before it is fetched, and costs the others nothing', async () => {
    const server = await mail()
    server.deliver('small')
    server.deliver('large', 'x'.repeat(5000))
    server.deliver('after')
    const result = await turn(settings(server.port, { messageBytes: 1000 }))
    expect(texts(result)).toEqual(['small', 'after'])
    expect(result.refused).toMatchObject([{ key: 'INBOX;UIDVALIDITY=1;UID=2', code: 'parse.too-large' }])
    expect(server.heard.join('')).not.toMatch(/UID FETCH 2 /)
    expect(server.mailbox().messages.map(({ flags }) => flags)).toEqual([['\\Seen'], [], ['\\Seen']])
  })
})

describe('peers’ defect 13: what was read is marked', () => {
  it('never in the poll, only once it is committed, and again without harm', async () => {
    const server = await mail()
    server.deliver('one')
    const context = contextOf(settings(server.port))
    const result = await source.poll(context)
    expect(server.mailbox().messages[0]!.flags).toEqual([])
    const again = await source.poll(context)
    expect(texts(again)).toEqual(texts(result))
    await source.acknowledge!(context, result)
    await source.acknowledge!(context, result)
    expect(server.mailbox().messages[0]!.flags).toEqual(['\\Seen'])
  })

  it('by the next poll when the process died between commit and acknowledgement', async () => {
    const server = await mail()
    server.deliver('one')
    const config = settings(server.port, { flag: 'Stored' })
    const { cursor } = await source.poll(contextOf(config))
    const next = await source.poll(contextOf(config, cursor))
    expect(next.offers).toEqual([])
    expect(server.mailbox().messages[0]!.flags).toEqual(['Stored'])
    expect(next.cursor).toMatchObject({ taken: [] })
  })

  it('by moving it to another mailbox, which is made when it is not there', async () => {
    const server = await mail()
    server.deliver('one')
    server.deliver('two')
    const config = settings(server.port, { mode: 'move', processed: 'Stored' })
    const first = await turn(config)
    expect(server.mailbox().messages).toEqual([])
    expect(server.mailbox('Stored').messages).toHaveLength(2)
    server.deliver('three')
    expect(texts(await turn(config, first.cursor))).toEqual(['three'])
    expect(server.mailbox('Stored').messages).toHaveLength(3)
  })

  it('not at all in mode keep, nor where moving would delete what others have marked', async () => {
    const server = await mail({ plugins: ['STARTTLS'], folders: ['Processed'] })
    server.deliver('one')
    const kept = await turn(settings(server.port, { mode: 'keep' }))
    expect(kept.cursor).toMatchObject({ uid: 1, taken: [] })
    expect(server.mailbox().messages[0]!.flags).toEqual([])
    const moving = settings(server.port, { mode: 'move' })
    const result = await source.poll(contextOf(moving))
    expect((await faultOf(source.acknowledge!(contextOf(moving), result))).detail).toContain('MOVE')
    const next = await source.poll(contextOf(moving, result.cursor))
    expect(next.note).toContain('1 stored messages could not be')
    expect(next.cursor).toMatchObject({ taken: [1] })
    expect(server.mailbox().messages).toHaveLength(1)
  })
})

describe('F24: a server that forgets its UIDs', () => {
  it('is read again from the beginning with a gap, and what is known by its bytes is not offered twice', async () => {
    const server = await mail()
    for (const subject of ['one', 'two', 'three']) server.deliver(subject)
    const config = settings(server.port, { messagesAtOnce: 2 })
    const first = await turn(config)
    const second = await turn(config, first.cursor)
    server.mailbox().uidvalidity = 77
    server.deliver('four')
    const third = await turn(config, second.cursor)
    expect(third.gap).toMatchObject({ kind: 'cursor-expired' })
    expect([texts(third), third.note]).toEqual([[], '2 messages known from before the UIDs changed'])
    const fourth = await turn(config, third.cursor)
    expect([texts(fourth), fourth.gap]).toEqual([['four'], undefined])
    expect(fourth.cursor).not.toHaveProperty('rereadTo')
    server.deliver('one')
    expect(texts(await turn(config, fourth.cursor))).toEqual(['one'])
  })

  it('does not flag other messages under the old numbers', async () => {
    const server = await mail()
    server.deliver('one')
    const context = contextOf(settings(server.port))
    const result = await source.poll(context)
    server.mailbox().uidvalidity = 78
    await source.acknowledge!(context, result)
    expect(server.mailbox().messages[0]!.flags).toEqual([])
  })

  it('is noticed, too, when its numbers run backwards under the same UIDVALIDITY', async () => {
    const server = await mail()
    for (const subject of ['one', 'two', 'three']) server.deliver(subject)
    const first = await turn(settings(server.port))
    const box = server.mailbox()
    box.messages.splice(1)
    box.uidnext = 2
    const next = await turn(settings(server.port), first.cursor)
    expect([next.gap?.kind, texts(next)]).toEqual(['cursor-expired', []])
    server.deliver('restored and new')
    expect(texts(await turn(settings(server.port), next.cursor))).toEqual(['restored and new'])
  })
})

describe('the connection', () => {
  it('speaks TLS from the first byte or after STARTTLS, and checks the name of the host', async () => {
    const implicit = await mail({ secure: true })
    const plain = await mail()
    implicit.deliver('one')
    plain.deliver('two')
    const by = (port: number, tls: string, more = {}) =>
      settings(port, { host: 'localhost', tls, certificate, ...more })
    expect(texts(await turn(by(implicit.port, 'implicit')))).toEqual(['one'])
    expect(texts(await turn(by(plain.port, 'starttls')))).toEqual(['two'])
    const unknown = by(implicit.port, 'implicit', { certificate: undefined })
    expect((await faultOf(source.poll(contextOf(unknown)))).code).toBe('source.identity-refused')
    const otherName = by(plain.port, 'starttls', { host: '127.0.0.1' })
    expect((await faultOf(source.poll(contextOf(otherName)))).code).toBe('source.identity-refused')
  })

  it('sends no password when the server will not speak TLS', async () => {
    const server = await mail({ plugins: [] })
    const config = settings(server.port, { host: 'localhost', tls: 'starttls', certificate })
    const fault = await faultOf(source.poll(contextOf(config)))
    expect(fault.code).toBe('source.identity-refused')
    const sent = server.heard.join('')
    expect(sent).not.toContain(password)
    expect(sent).not.toMatch(/LOGIN|AUTHENTICATE/i)
  })

  it('F25: goes to no private or local address unless the feed allows it', async () => {
    const server = await mail()
    for (const host of ['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]', '0x7f.1', '2130706433', '169.254.169.254']) {
      const config = settings(server.port, { host, allowPrivate: false })
      const fault = await faultOf(source.poll(contextOf(config)))
      expect([host, fault.code]).toEqual([host, expect.stringMatching(/^source\.(address|resolution)-refused$/)])
    }
    expect(server.heard).toEqual([])
  })

  it('names a refused password, a missing mailbox and a missing secret for what they are', async () => {
    const server = await mail()
    const refused = await faultOf(source.poll(contextOf(settings(server.port), undefined, 'wrong-rope')))
    expect(refused.code).toBe('source.unauthorized')
    const missing = await faultOf(source.poll(contextOf(settings(server.port, { mailbox: 'Wire/None' }))))
    expect(missing.code).toMatch(/^source\.(not-found|bad-answer)$/)
    const config = settings(server.port)
    const secretless = contextFor(source, config, { secrets: {} })
    expect((await faultOf(source.poll(secretless))).code).toBe('config.secret-missing')
  })

  it('peers’ defect 9: keeps the password out of its faults even when the server says it', async () => {
    const server = await startScriptedMail((command) =>
      /^(LOGIN|AUTHENTICATE)/.test(command)
        ? `TAG NO [ALERT] "${password}" (${Buffer.from(password).toString('base64')}) is not the password\r\n`
        : command.startsWith('CAPABILITY')
          ? '* CAPABILITY IMAP4rev1\r\nTAG OK\r\n'
          : 'TAG OK\r\n',
    )
    open.push(server)
    const fault = await faultOf(source.poll(contextOf(settings(server.port))))
    const all = `${fault.message} ${fault.stack} ${String(fault.cause)} ${JSON.stringify(fault)}`
    expect(all).not.toContain(password)
    expect(all).not.toContain(Buffer.from(password).toString('base64'))
  })
})

/** Replies of a server with one message in its INBOX; `fetch` answers what it is asked for. */
const oneMessage =
  (fetch: (command: string) => string) =>
  (command: string): string => {
    if (command.startsWith('CAPABILITY')) return '* CAPABILITY IMAP4rev1\r\nTAG OK\r\n'
    if (/^(EXAMINE|SELECT)/.test(command)) {
      return '* FLAGS (\\Seen)\r\n* 1 EXISTS\r\n* OK [UIDVALIDITY 5] ok\r\n* OK [UIDNEXT 2] ok\r\nTAG OK [READ-ONLY]\r\n'
    }
    if (command.startsWith('UID SEARCH')) return '* SEARCH 1\r\nTAG OK\r\n'
    if (command.startsWith('UID FETCH')) return fetch(command)
    return 'TAG OK\r\n'
  }

describe('a server that lies or stalls', () => {
  it('F16: cannot send more than the limit by announcing less', async () => {
    const server = await startScriptedMail(
      oneMessage((command) =>
        command.includes('RFC822.SIZE')
          ? '* 1 FETCH (UID 1 RFC822.SIZE 100)\r\nTAG OK\r\n'
          : `* 1 FETCH (UID 1 BODY[]<0> {3000}\r\n${'x'.repeat(3000)})\r\nTAG OK\r\n`,
      ),
    )
    open.push(server)
    const result = await source.poll(contextOf(settings(server.port, { messageBytes: 2000 })))
    expect(result.offers).toEqual([])
    expect(result.refused).toMatchObject([{ code: 'parse.too-large', detail: '3000 bytes, the limit is 2000' }])
  })

  it('F16: is left when it announces gigabytes or never ends a line', async () => {
    for (const flood of ['* 1 FETCH (UID 1 BODY[]<0> {4000000000}\r\nxxxx', `* 1 FETCH (${'('.repeat(20_000_000)}`]) {
      const server = await startScriptedMail(
        oneMessage((command) =>
          command.includes('RFC822.SIZE') ? '* 1 FETCH (UID 1 RFC822.SIZE 100)\r\nTAG OK\r\n' : flood,
        ),
      )
      open.push(server)
      const fault = await faultOf(source.poll(contextOf(settings(server.port))))
      expect(fault.code).toBe('source.too-large')
    }
  })

  it('F15: is left when the time of the poll is over', async () => {
    const server = await startScriptedMail(oneMessage(() => '* OK still here\r\n'))
    open.push(server)
    const stop = new AbortController()
    const context = contextFor(source, settings(server.port), {
      secrets: { DESK_MAIL: password },
      signal: stop.signal,
    })
    const fault = faultOf(source.poll(context))
    setTimeout(() => stop.abort(), 200)
    expect((await fault).code).toBe('source.network')
  })

  it('F23: a captive portal on the mail port is a failure, and the cursor stays', async () => {
    const server = await startScriptedMail(() => '', 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>')
    open.push(server)
    const fault = await faultOf(source.poll(contextOf(settings(server.port))))
    expect(fault.code).toMatch(/^source\.(network|bad-answer|server-error)$/)
  })
})

describe('new mail', () => {
  const watch = async (port: number, wake: () => void): Promise<void> => {
    const config = source.readConfig(settings(port))
    const tools = { secret: () => password, log: pino({ level: 'silent' }) }
    watches.push(await source.watch!(config, wake, tools))
  }

  it('wakes the feed at once, also after the connection broke', async () => {
    const server = await mail()
    let woken = 0
    await watch(server.port, () => (woken += 1))
    await expect.poll(() => server.heard.join('')).toMatch(/IDLE\r\n/)
    server.deliver('one')
    await expect.poll(() => woken).toBe(1)
    server.heard.length = 0
    server.cut()
    await expect.poll(() => server.heard.join(''), { timeout: 8000 }).toMatch(/IDLE\r\n/)
    expect(woken).toBe(2)
    server.deliver('two')
    await expect.poll(() => woken).toBe(3)
  }, 15_000)

  it('holds no second connection where the server knows no IDLE', async () => {
    const server = await mail({ plugins: [] })
    let woken = 0
    await watch(server.port, () => (woken += 1))
    await expect.poll(() => server.heard.join('')).toMatch(/LOGOUT/)
    await expect.poll(() => server.connections()).toBe(0)
    expect(woken).toBe(0)
  })
})
