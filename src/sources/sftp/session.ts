import { Client } from 'ssh2'
import type { ConnectConfig, SFTPWrapper } from 'ssh2'
import type { Deadline } from '../files/deadline.ts'
import { connectGuarded } from '../network/connect.ts'
import type { SftpConfig } from './config.ts'
import { sftpFault } from './fault.ts'
import { hostKeyCheck } from './host-key.ts'

const connectMs = 20_000
const handshakeMs = 30_000
const keepaliveMs = 10_000
/** A server that does not end its side of the connection is not waited for. */
const farewellMs = 1000

/** What the account proves itself with. */
export interface SftpCredentials {
  readonly password?: string
  readonly privateKey?: string
  readonly passphrase?: string
}

/** An open SFTP connection. */
export interface SftpSession {
  readonly sftp: SFTPWrapper
  isUsable(): boolean
  /** Runs one request; ends with the connection, should that break before the answer. */
  ask<T>(start: (done: (error: Error | null | undefined, answer: T) => void) => void): Promise<T>
  close(): void
}

export const placeOf = (config: SftpConfig): string => `sftp://${config.host}:${config.port}`

/**
 * Connects, checks the host key, logs in and opens SFTP. Password and key are sent only to a server whose host key is
 * trusted. Throws a WireError that says which step failed.
 */
export async function openSftp(
  config: SftpConfig,
  credentials: SftpCredentials,
  deadline: Deadline,
): Promise<SftpSession> {
  const { host, port, allowPrivate } = config
  const check = await hostKeyCheck(config)
  const socket = await connectGuarded({ host, port, allowPrivate, timeoutMs: connectMs, signal: deadline.signal })
  const client = new Client()
  const stop = (): void => void socket.destroy()
  deadline.signal.addEventListener('abort', stop, { once: true })
  let usable = false
  let reject: (error: Error) => void = () => {}
  const broken = new Promise<never>((_, refuse) => (reject = refuse))
  broken.catch(() => {})
  const fail = (error: Error): void => {
    usable = false
    reject(error)
  }
  client.on('error', fail)
  client.on('end', () => fail(new Error('the server ended the connection')))
  client.on('close', () => {
    deadline.signal.removeEventListener('abort', stop)
    fail(new Error('the connection was closed'))
  })
  const ask: SftpSession['ask'] = (start) =>
    Promise.race([
      broken,
      new Promise<never>((resolve, refuse) => {
        start((error, answer) => (error ? refuse(error) : resolve(answer as never)))
      }),
    ])
  try {
    await Promise.race([
      broken,
      new Promise<void>((resolve) => {
        client.once('ready', () => resolve())
        client.connect({
          ...connectConfig(config, credentials, check.types),
          sock: socket,
          hostVerifier: (key: Buffer) => check.verify(key),
        })
      }),
    ])
    const sftp = await ask<SFTPWrapper>((done) => client.sftp(done))
    sftp.on('close', () => fail(new Error('the server closed SFTP')))
    usable = true
    return {
      sftp,
      ask,
      isUsable: () => usable,
      close: () => {
        usable = false
        client.end()
        setTimeout(() => socket.destroy(), farewellMs).unref()
      },
    }
  } catch (error) {
    socket.destroy()
    throw check.fault() ?? deadline.fault() ?? sftpFault(error, placeOf(config), 'log-in')
  }
}

function connectConfig(
  config: SftpConfig,
  credentials: SftpCredentials,
  hostKeyTypes: readonly string[] | undefined,
): ConnectConfig {
  const { password, privateKey, passphrase } = credentials
  return {
    username: config.user,
    readyTimeout: handshakeMs,
    keepaliveInterval: keepaliveMs,
    keepaliveCountMax: 3,
    // Each way once and in this order. The library would begin with "none".
    authHandler: [
      ...(privateKey === undefined
        ? []
        : [
            {
              type: 'publickey' as const,
              username: config.user,
              key: privateKey,
              ...(passphrase === undefined ? {} : { passphrase }),
            },
          ]),
      ...(password === undefined
        ? []
        : [
            { type: 'password' as const, username: config.user, password },
            {
              type: 'keyboard-interactive' as const,
              username: config.user,
              // Servers that ask for the password as a question ask one, and do not show what is typed.
              prompt: (
                _name: string,
                _instructions: string,
                _language: string,
                prompts: readonly { readonly echo?: boolean }[],
                finish: (answers: string[]) => void,
              ) => finish(prompts.map(({ echo }) => (prompts.length === 1 && echo !== true ? password : ''))),
            },
          ]),
    ] as never,
    ...(hostKeyTypes === undefined ? {} : { algorithms: { serverHostKey: [...hostKeyTypes] as never } }),
  }
}
