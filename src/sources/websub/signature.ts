import { createHmac, timingSafeEqual } from 'node:crypto'

/** Methods a hub may sign with (WebSub, 8); sha1 because most hubs still do. */
const methods = new Set(['sha1', 'sha256', 'sha384', 'sha512'])

/**
 * True when `header` (X-Hub-Signature: `method=hex`) is the signature of these very bytes under our secret. Several
 * signatures in one header count when one of them is right. Compares in constant time.
 */
export function isSignedBy(secret: string, header: string | undefined, bytes: Uint8Array): boolean {
  return (header ?? '')
    .slice(0, 2000)
    .split(',')
    .slice(0, 8)
    .some((part) => {
      const [method = '', hex = ''] = part.trim().split('=', 2)
      const name = method.toLowerCase()
      if (!methods.has(name) || !/^[0-9a-f]{40,128}$/i.test(hex)) return false
      const right = createHmac(name, secret).update(bytes).digest()
      const given = Buffer.from(hex, 'hex')
      return given.length === right.length && timingSafeEqual(given, right)
    })
}
