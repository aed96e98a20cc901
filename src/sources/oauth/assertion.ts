import { createPrivateKey, sign } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { WireError } from '../../story/errors.ts'

/** What a service account says of itself, and the key it signs that with. */
export interface Assertion {
  /** iss, sub, aud, scope; the times are added when it is signed. */
  readonly claims: Readonly<Record<string, string>>
  /** Private key, PEM, RSA. */
  readonly key: string
}

/** As long as Google takes one (RFC 7523, 3: a server may refuse what lasts too long). */
const lastsSeconds = 3600

/**
 * Signs the assertion as a JSON Web Token with RS256 (RFC 7523, RFC 7518 3.3).
 * @throws WireError `config.invalid` when the key is none; its text is in no message
 */
export function signAssertion({ claims, key }: Assertion, now: Date): string {
  const issuedAt = Math.floor(now.getTime() / 1000)
  const parts = [
    { alg: 'RS256', typ: 'JWT' },
    { ...claims, iat: issuedAt, exp: issuedAt + lastsSeconds },
  ].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
  const text = parts.join('.')
  return `${text}.${sign('sha256', Buffer.from(text), readKey(key)).toString('base64url')}`
}

function readKey(pem: string): KeyObject {
  try {
    // Environments keep one line: the file of a service account writes its key with \n spelled out.
    const key = createPrivateKey(pem.replaceAll('\\n', '\n'))
    if (key.asymmetricKeyType === 'rsa') return key
  } catch {
    // Said below; the fault of the library may repeat the key.
  }
  throw new WireError('config.invalid', 'the private key of the service account is no RSA key in PEM form')
}
