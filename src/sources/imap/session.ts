import { readFile } from 'node:fs/promises'
import { rootCertificates } from 'node:tls'
import { ImapFlow } from 'imapflow'
import type { MailboxObject } from 'imapflow'
import { WireError } from '../../story/errors.ts'
import { isAddress } from '../http/address-guard.ts'
import { resolveHost } from '../network/look-up.ts'
import type { ImapConfig } from './config.ts'
import { imapFault } from './fault.ts'
import { formsOf } from './proof.ts'
import type { Proof } from './proof.ts'

const connectMs = 15_000
/** Without a byte for so long a connection is dead. */
const silentMs = 60_000
/** While idling a line goes to and fro at least this often: routers forget connections, and then nobody says so. */
const idleMs = 4 * 60_000
/** Room for the framing around one message. */
const framingBytes = 1_048_576

/** A logged-in connection with the feed’s mailbox open. */
export interface ImapSession {
  readonly client: ImapFlow
  readonly mailbox: MailboxObject
  /** Runs a command; what it throws becomes a WireError that says what was being done. */
  run<T>(doing: string, command: () => Promise<T>): Promise<T>
  close(): Promise<void>
}

export interface ImapOptions {
  readonly proof: Proof
  /** Ends the connection, whatever it is doing. */
  readonly signal: AbortSignal
  readonly readOnly: boolean
  /** For a connection that waits for mail rather than reading it. */
  readonly idle?: boolean
}

/** Where a feed goes, for messages: without user and password. */
export const placeOf = (config: ImapConfig): string =>
  `${config.tls === 'none' ? 'imap' : 'imaps'}://${config.host}:${config.port}`

/**
 * Looks the host up, refuses forbidden networks, connects to the address that was checked, speaks TLS where the settings
 * say so (the certificate must fit the host’s name), logs in and opens the mailbox.
 * @throws WireError that says which step failed
 */
export async function openImap(config: ImapConfig, options: ImapOptions): Promise<ImapSession> {
  const where = placeOf(config)
  const { signal } = options
  const hidden = formsOf(config.user, options.proof)
  const addresses = await resolveHost(config.host, config)
  const ca = config.certificate === undefined ? undefined : await readCertificate(config.certificate)
  let fault: unknown
  // Of several addresses one may be out of order; a server that answered is not passed over for another.
  for (const address of addresses.slice(0, 3)) {
    const client = makeClient(config, address, options, ca)
    // What ended the connection says more than the commands that fail with it; without a listener the process would end.
    let end: Error | undefined
    client.on('error', (error) => (end ??= error))
    const stop = (): void => client.close()
    signal.addEventListener('abort', stop, { once: true })
    let isConnected = false
    try {
      if (signal.aborted) throw new Error('called off')
      await client.connect()
      isConnected = true
      const mailbox = await client.mailboxOpen(config.mailbox, { readOnly: options.readOnly })
      return {
        client,
        mailbox,
        run: async (doing, command) => {
          try {
            return await command()
          } catch (error) {
            throw imapFault(end ?? error, where, doing, hidden)
          }
        },
        close: async () => {
          signal.removeEventListener('abort', stop)
          if (client.usable) await client.logout().catch(() => undefined)
          client.close()
        },
      }
    } catch (error) {
      signal.removeEventListener('abort', stop)
      client.close()
      fault = imapFault(end ?? error, where, isConnected ? `mailbox ${config.mailbox}` : 'connecting', hidden)
      if (isConnected || signal.aborted || !isPassing(fault)) throw fault
    }
  }
  throw fault
}

const isPassing = (fault: unknown): boolean =>
  fault instanceof WireError && (fault.code === 'source.network' || fault.code === 'source.timeout')

function makeClient(config: ImapConfig, address: string, options: ImapOptions, ca: string[] | undefined): ImapFlow {
  const { proof } = options
  const name = config.host.replace(/^\[|\]$/g, '')
  return new ImapFlow({
    host: address,
    port: config.port,
    ...(isAddress(name) ? {} : { servername: name.replace(/\.$/, '') }),
    secure: config.tls === 'implicit',
    ...(config.tls === 'implicit' ? {} : { doSTARTTLS: config.tls === 'starttls' }),
    tls: { rejectUnauthorized: true, minVersion: 'TLSv1.2', ...(ca === undefined ? {} : { ca }) },
    auth: { user: config.user, ...(proof.kind === 'token' ? { accessToken: proof.token } : { pass: proof.password }) },
    clientInfo: { name: 'Writethru' },
    logger: false,
    // Extensions that change what is read: BINARY decodes, COMPRESS may unpack to anything.
    disableBinary: true,
    disableCompression: true,
    disableAutoEnable: true,
    disableIMAP4rev2: true,
    disableAutoIdle: options.idle !== true,
    maxIdleTime: idleMs,
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    socketTimeout: options.idle === true ? idleMs + silentMs : silentMs,
    maxLineLength: 16_777_216,
    maxLiteralSize: config.messageBytes + framingBytes,
    maxResponseSize: config.messageBytes + 18 * framingBytes,
    maxResponseTokens: 200_000,
  })
}

async function readCertificate(path: string): Promise<string[]> {
  try {
    return [...rootCertificates, await readFile(path, 'utf8')]
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown fault'
    throw new WireError('source.path', `the certificate ${path} cannot be read: ${code}`, { cause: error })
  }
}
