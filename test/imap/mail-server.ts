import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import type { AddressInfo, Server, Socket } from 'node:net'
import { fileURLToPath } from 'node:url'

/** What these tests use of hoodiecrow-imap, which comes without types. */
interface Hoodiecrow {
  readonly server: Server
  readonly users: Record<string, { readonly xoauth2: { accessToken: string } }>
  readonly capabilities: Record<string, unknown>
  listen(port: number, host: string, done: () => void): void
  getMailbox(path: string): Mailbox | undefined
  appendMessage(path: string, flags: string[], date: string | false, raw: string): void
}

interface Mailbox {
  uidvalidity: number
  uidnext: number
  messages: { uid: number; flags: string[]; raw: string }[]
}

const makeServer = createRequire(import.meta.url)('hoodiecrow-imap') as (options: unknown) => Hoodiecrow

const fixture = (name: string): string => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url))
export const certificate = fixture('localhost.crt')

export const user = 'desk@ostwick.example'
export const password = 'gannet-and-rope-55'

export interface MailServer {
  readonly port: number
  readonly connections: () => number
  /** Everything clients sent, as text. */
  readonly heard: string[]
  deliver(subject: string, text?: string, mailbox?: string): Buffer
  mailbox(path?: string): Mailbox
  /** Breaks every connection that is open. */
  cut(): void
  stop(): Promise<void>
}

/** A mail server that keeps its mail in memory. `plugins` are the extensions it knows, `token` opens the mailbox now. */
export async function startMail(
  options: { secure?: boolean; plugins?: readonly string[]; folders?: readonly string[]; token?: () => string } = {},
): Promise<MailServer> {
  const folders = Object.fromEntries((options.folders ?? []).map((name) => [name, { messages: [] }]))
  const server = makeServer({
    secureConnection: options.secure === true,
    credentials: { key: readFileSync(fixture('localhost.key')), cert: readFileSync(certificate) },
    plugins: options.plugins ?? ['IDLE', 'STARTTLS', 'UIDPLUS', 'MOVE', 'LITERALPLUS'],
    users: { [user]: { password, xoauth2: { accessToken: '' } } },
    storage: { INBOX: { messages: [] }, '': { separator: '/', folders } },
  })
  const { token } = options
  if (token !== undefined) Object.defineProperty(server.users[user]!.xoauth2, 'accessToken', { get: token })
  const sockets = new Set<Socket>()
  const heard: string[] = []
  server.server.on(options.secure === true ? 'secureConnection' : 'connection', (socket: Socket) => {
    sockets.add(socket)
    socket.setNoDelay(true)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
    socket.on('data', (chunk: Buffer) => heard.push(chunk.toString('latin1')))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const mailbox = (path = 'INBOX'): Mailbox => {
    const found = server.getMailbox(path)
    if (found === undefined) throw new Error(`no mailbox ${path}`)
    return found
  }
  return {
    port: (server.server.address() as AddressInfo).port,
    connections: () => sockets.size,
    heard,
    deliver: (subject, text = `${subject} is back at its berth.`, path = 'INBOX') => {
      const bytes = Buffer.from(
        `From: Pilots of Ostwick <pilots@ostwick.example>\r\nSubject: ${subject}\r\nMessage-ID: <${subject.replaceAll(/\W/g, '')}@ostwick.example>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n`,
      )
      server.appendMessage(path, [], false, bytes.toString('latin1'))
      return bytes
    },
    mailbox,
    cut: () => {
      for (const socket of sockets) socket.destroy()
    },
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      server.server.close()
      await once(server.server, 'close')
    },
  }
}

export interface ScriptedMail {
  readonly port: number
  stop(): Promise<void>
}

/**
 * A server that says what a test wants, for what no honest one would: `answer` is given each command without its tag and
 * says everything up to the end of the reply, `TAG` standing for the tag. A greeting that is none of IMAP is all it says.
 */
export async function startScriptedMail(
  answer: (command: string) => string | Buffer,
  greeting = '* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] ready',
): Promise<ScriptedMail> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
    socket.write(`${greeting}\r\n`)
    if (!greeting.startsWith('* ')) socket.end()
    let rest = ''
    socket.on('data', (chunk) => {
      const lines = (rest + chunk.toString('latin1')).split('\r\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        const [tag = '', ...words] = line.split(' ')
        const reply = answer(words.join(' '))
        socket.write(typeof reply === 'string' ? reply.replaceAll('TAG', tag) : reply)
      }
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
