import { createHmac } from 'node:crypto'
import { matchesPattern } from '../files/file-names.ts'

/** A host key as a known_hosts file has it. */
export interface KnownKey {
  /** `ssh-ed25519`, `ecdsa-sha2-nistp256`, `ssh-rsa` ... */
  readonly type: string
  /** The key itself in base64. */
  readonly key: string
  /** Marked `@revoked`: refused even where another line trusts it. */
  readonly isRevoked: boolean
}

const mostLines = 50_000

/**
 * The keys a known_hosts file holds for a host (sshd(8), "SSH_KNOWN_HOSTS FILE FORMAT"): names with patterns and `!`,
 * hashed names, `[host]:port` for ports other than 22. Keys of certificate authorities are passed over.
 */
export function knownKeysOf(text: string, host: string, port: number): readonly KnownKey[] {
  const name = (port === 22 ? host : `[${host}]:${port}`).toLowerCase()
  return text
    .split('\n', mostLines)
    .map((line) => line.trim().split(/[ \t]{1,100}/, 5))
    .flatMap((fields) => {
      const marker = fields[0]?.startsWith('@') === true ? fields.shift() : undefined
      const [hosts, type, key] = fields
      if (hosts === undefined || type === undefined || key === undefined || hosts.startsWith('#')) return []
      if (marker === '@cert-authority' || !namesHost(hosts, name)) return []
      return [{ type, key, isRevoked: marker === '@revoked' }]
    })
}

function namesHost(hosts: string, name: string): boolean {
  if (hosts.startsWith('|1|')) return isHashOf(hosts, name)
  let named = false
  for (const entry of hosts.toLowerCase().split(',')) {
    if (entry.startsWith('!')) {
      if (matchesPattern(name, entry.slice(1))) return false
    } else named ||= matchesPattern(name, entry)
  }
  return named
}

/** `|1|salt|hash`: HMAC-SHA1 of the name under the salt. */
function isHashOf(hashed: string, name: string): boolean {
  const [, , salt, hash] = hashed.split('|', 4)
  if (salt === undefined || hash === undefined) return false
  return createHmac('sha1', Buffer.from(salt, 'base64')).update(name).digest('base64') === hash
}
