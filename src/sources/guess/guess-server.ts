import { WireError } from '../../story/errors.ts'
import type { Guess } from './outcome.ts'

/** Schemes of servers with files: what they are as a feed. */
const schemes = new Map([
  ['ftp', { kind: 'ftp', tls: 'explicit', port: 21 }],
  ['ftpes', { kind: 'ftp', tls: 'explicit', port: 21 }],
  ['ftps', { kind: 'ftp', tls: 'implicit', port: 990 }],
  ['sftp', { kind: 'sftp', tls: undefined, port: 22 }],
])

export const isServerScheme = (scheme: string): boolean => schemes.has(scheme)

/**
 * Settings for `ftp://`, `ftps://`, `ftpes://` and `sftp://`. A password in the URL is refused: the URL stands in the
 * feeds file, in logs and in the history of the shell. Nothing is asked here; the first poll does, when the secret is
 * there.
 */
export function guessServer(text: string, allowPrivate: boolean): Guess {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const scheme = url === undefined ? undefined : schemes.get(url.protocol.slice(0, -1))
  if (url === undefined || scheme === undefined || url.hostname === '') {
    throw new WireError('config.invalid', 'not a URL of a server: sftp://user@host/folder')
  }
  const host = url.hostname
  const secret = secretName(host)
  if (url.password !== '') {
    throw new WireError(
      'config.invalid',
      `the URL holds a password. Leave it out, put it into the environment as ${secret} or its file into ${secret}_FILE; passwordSecret names it.`,
    )
  }
  if (scheme.kind === 'sftp' && url.username === '') {
    throw new WireError('config.invalid', `the URL names no user: sftp://user@${host}/folder`)
  }
  const user = decoded(url.username)
  const isAnonymous = user === '' || user === 'anonymous'
  // Nobody’s password needs no protection, and few servers for everybody offer TLS.
  const tls = isAnonymous && url.protocol === 'ftp:' ? 'none' : scheme.tls
  const port = url.port === '' ? undefined : Number(url.port)
  return {
    kind: scheme.kind,
    config: {
      host,
      ...(port === undefined || port === scheme.port ? {} : { port }),
      ...(isAnonymous ? {} : { user, passwordSecret: secret }),
      ...(tls === undefined ? {} : { tls: port === 21 && tls === 'implicit' ? 'explicit' : tls }),
      ...pathOf(url, scheme.kind),
      ...(allowPrivate ? { allowPrivate } : {}),
    },
    notes: [
      ...(isAnonymous ? [] : [`Put the password into the environment as ${secret}, or its file into ${secret}_FILE.`]),
      ...(scheme.kind === 'sftp'
        ? [
            'To log in with a key, add --set keySecret=NAME. The host key must be known: --set hostKeys=\'["SHA256:..."]\'.',
          ]
        : []),
      'Files stay on the server once they are stored; mode: move or mode: delete puts them away.',
    ],
  }
}

/**
 * The folder. In `ftp:` a path counts from where the account begins, and a second slash from the root (RFC 1738, section
 * 3.2.2); in `sftp:` it counts from the root, and `/~/` from where the account begins.
 */
function pathOf(url: URL, kind: string): { path?: string } {
  const path = decoded(url.pathname.replace(/;type=[aid]$/i, ''))
  const folder = kind === 'sftp' ? path.replace(/^\/~\//, '') : path.slice(1)
  const trimmed = folder.length > 1 && folder.endsWith('/') ? folder.slice(0, -1) : folder
  return trimmed === '' || trimmed === '/' || trimmed === '/~' ? {} : { path: trimmed }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch (error) {
    throw new WireError('config.invalid', 'the URL holds a % that stands for nothing', { cause: error })
  }
}

/** `WIRE_EXAMPLE_PASSWORD` for wire.example. */
function secretName(host: string): string {
  const letters = host.toUpperCase().replace(/[^A-Z0-9]/g, '_')
  return `${/^\d/.test(letters) ? 'FEED_' : ''}${letters.slice(0, 60)}_PASSWORD`
}
