import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { WireError } from '../../story/errors.ts'
import type { SftpConfig } from './config.ts'
import { knownKeysOf } from './known-hosts.ts'

/** Decides about the host key a server shows, and remembers what it was for the message. */
export interface HostKeyCheck {
  /** Kinds of host key to ask the server for, when it is known which it has; undefined for any. */
  readonly types: readonly string[] | undefined
  verify(key: Buffer): boolean
  /** The fault of the key that was refused; undefined while none was. */
  fault(): WireError | undefined
}

/** `SHA256:` and base64 without padding, as OpenSSH prints it. */
export const fingerprintOf = (key: Buffer): string =>
  `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`

/** Signatures by an RSA key have names of their own (RFC 8332). */
const signaturesOf = (type: string): string[] => (type === 'ssh-rsa' ? ['rsa-sha2-512', 'rsa-sha2-256'] : [type])

/**
 * Trusts the configured fingerprints and what the known_hosts file holds for this host, and nothing else: with neither,
 * the first connection ends here and says which key it saw. A revoked key is refused whoever else trusts it.
 */
export async function hostKeyCheck(config: SftpConfig): Promise<HostKeyCheck> {
  const { host, port } = config
  const known = config.knownHosts === undefined ? [] : knownKeysOf(await readKnownHosts(config.knownHosts), host, port)
  const trusted = new Set((config.hostKeys ?? []).map((print) => print.replace(/=+$/, '')))
  const revoked = new Set<string>()
  for (const { key, isRevoked } of known) {
    ;(isRevoked ? revoked : trusted).add(fingerprintOf(Buffer.from(key, 'base64')))
  }
  const types = config.hostKeys === undefined && known.length > 0 ? known.map(({ type }) => type) : undefined
  let seen: string | undefined
  return {
    types: types === undefined ? undefined : [...new Set(types.flatMap(signaturesOf))],
    verify: (key) => {
      const print = fingerprintOf(key)
      const isTrusted = trusted.has(print) && !revoked.has(print)
      if (!isTrusted) seen = `${typeOf(key)} ${print}`
      return isTrusted
    },
    fault: () => {
      if (seen === undefined) return undefined
      const expected =
        trusted.size === 0
          ? 'no host key is known for it: compare this with the agency and set hostKeys or knownHosts'
          : 'and that is none of the known ones: another server answers, or the agency has a new key'
      return new WireError('source.identity-refused', `sftp://${host}:${port} shows ${seen}, ${expected}`)
    },
  }
}

/** The kind of a key stands before it, with its length (RFC 4253, section 6.6). */
function typeOf(key: Buffer): string {
  const length = key.length < 4 ? 0 : key.readUInt32BE(0)
  const type = key.subarray(4, 4 + Math.min(length, 64)).toString('latin1')
  return /^[\w.@-]{1,64}$/.test(type) ? type : 'a key'
}

async function readKnownHosts(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown fault'
    throw new WireError('source.path', `the known_hosts file ${path} cannot be read: ${code}`, { cause: error })
  }
}
