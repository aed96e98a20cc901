import { readFile } from 'node:fs/promises'
import { isIP } from 'node:net'
import type { Socket } from 'node:net'
import { connect as connectTls, rootCertificates } from 'node:tls'
import type { ConnectionOptions, TLSSocket } from 'node:tls'
import { Client, FTPError } from 'basic-ftp'
import { WireError } from '../../story/errors.ts'
import type { Deadline } from '../files/deadline.ts'
import { connectGuarded } from '../network/connect.ts'
import type { FtpConfig } from './config.ts'
import { passiveMode } from './data-connection.ts'
import { ftpFault } from './fault.ts'
import { readListing } from './read-listing.ts'

const connectMs = 20_000
/** Without a byte for so long a connection is dead. */
const idleMs = 30_000
const farewellMs = 1000
const listingBytes = 16_777_216

/** An open FTP connection in the feed’s folder. */
export interface FtpSession {
  readonly client: Client
  /** The feed’s folder as the server names it. */
  readonly root: string
  /** False after a transfer broke: what the server says next may belong to that. */
  isUsable(): boolean
  close(): Promise<void>
}

/** Where a feed goes, for messages: without user and password. */
export const placeOf = (config: FtpConfig): string =>
  `${config.tls === 'none' ? 'ftp' : 'ftps'}://${config.host}:${config.port}`

/**
 * Connects, speaks TLS where the settings say so, logs in and goes to the folder. The password is sent only after TLS
 * stands and the certificate fits. Throws a WireError that says which step failed.
 */
export async function openFtp(
  config: FtpConfig,
  password: string | undefined,
  deadline: Deadline,
): Promise<FtpSession> {
  const where = placeOf(config)
  const client = new Client(idleMs, { allowSeparateTransferHost: false, maxListingBytes: listingBytes })
  const stop = (): void => client.close()
  deadline.signal.addEventListener('abort', stop, { once: true })
  let step = 'connecting'
  try {
    await greet(client, config, deadline, (next) => (step = next))
    client.prepareTransfer = passiveMode(config.allowPrivate, deadline.signal)
    client.parseList = readListing
    if (config.nameCharset === 'latin1') client.ftp.encoding = 'latin1'
    step = 'log-in'
    await client.login(config.user, password ?? 'guest@')
    step = 'settings of the transfer'
    // TYPE I (binary) is among them and must succeed: text mode would change bytes.
    await client.useDefaultSettings()
    client.availableListCommands = client.availableListCommands.filter((command) => command !== 'LIST -a')
    step = `folder ${config.path}`
    if (config.path !== '.') await client.cd(config.path)
    const root = await client.pwd()
    return {
      client,
      root,
      isUsable: () => !client.closed,
      close: async () => {
        deadline.signal.removeEventListener('abort', stop)
        if (!client.closed) {
          const farewell = setTimeout(() => client.close(), farewellMs)
          await client.send('QUIT').catch(() => undefined)
          clearTimeout(farewell)
        }
        client.close()
      },
    }
  } catch (error) {
    deadline.signal.removeEventListener('abort', stop)
    client.close()
    throw deadline.fault() ?? ftpFault(error, where, step)
  }
}

/** Up to the greeting of the server, and to TLS where it is asked for. */
async function greet(
  client: Client,
  config: FtpConfig,
  deadline: Deadline,
  setStep: (step: string) => void,
): Promise<void> {
  const { host, port, allowPrivate } = config
  const tls: ConnectionOptions | undefined = config.tls === 'none' ? undefined : await tlsOptions(config)
  const socket = await connectGuarded({ host, port, allowPrivate, timeoutMs: connectMs, signal: deadline.signal })
  if (config.tls === 'implicit' && tls !== undefined) {
    setStep('TLS')
    const secure = await secured(socket, tls, deadline.signal)
    client.ftp.socket = secure
    client.ftp.tlsOptions = tls
  } else client.ftp.socket = socket
  setStep('greeting')
  await client.ftp.handle(undefined, (reply, task) => {
    if (reply instanceof Error) task.reject(reply)
    else if (reply.code >= 200 && reply.code < 300) task.resolve(reply)
    else task.reject(new FTPError(reply))
  })
  if (config.tls !== 'explicit' || tls === undefined) return
  setStep('TLS')
  try {
    await client.useTLS(tls)
  } catch (error) {
    if (!(error instanceof FTPError)) throw error
    throw new WireError(
      'source.bad-answer',
      `${placeOf(config)} offers no TLS (${error.code}); \`tls: none\` sends password and stories in the clear`,
      { cause: error },
    )
  }
}

async function tlsOptions(config: FtpConfig): Promise<ConnectionOptions> {
  const host = config.host.replace(/^\[|\]$|\.$/g, '')
  const own = config.certificate === undefined ? undefined : await readCertificate(config.certificate)
  return {
    host,
    ...(isIP(host) === 0 ? { servername: host } : {}),
    ...(own === undefined ? {} : { ca: [...rootCertificates, own] }),
    minVersion: 'TLSv1.2',
  }
}

async function readCertificate(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown fault'
    throw new WireError('source.path', `the certificate ${path} cannot be read: ${code}`, { cause: error })
  }
}

function secured(socket: Socket, options: ConnectionOptions, signal: AbortSignal): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const secure = connectTls({ ...options, socket })
    const stop = (): void => {
      secure.destroy(new Error('called off'))
    }
    signal.addEventListener('abort', stop, { once: true })
    secure.once('error', reject)
    secure.once('secureConnect', () => {
      signal.removeEventListener('abort', stop)
      secure.removeListener('error', reject)
      resolve(secure)
    })
  })
}
