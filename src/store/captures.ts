import type { Queryable } from './pool.ts'
import { RecentCaptures } from './recent-captures.ts'

const recent = new RecentCaptures()

/** Stores raw bytes once a day and content. Sorted, so that two transactions with the same bytes do not deadlock. */
export async function insertCaptures(
  client: Queryable,
  captures: readonly { readonly digest: Buffer; readonly bytes: Uint8Array }[],
): Promise<void> {
  const sorted = captures
    .map(({ digest, bytes }) => ({ digest, bytes: asBuffer(bytes) }))
    .sort((a, b) => Buffer.compare(a.digest, b.digest))
  let end = 0
  const starts = sorted.map(({ bytes }) => (end += bytes.length) - bytes.length + 1)
  await client.query({
    name: 'captures-insert',
    // All bodies travel as one value: the driver would write a list of them as text, in hexadecimal.
    text: `INSERT INTO wire.captures (received_on, digest, body, size)
           SELECT (now() AT TIME ZONE 'utc')::date, digest, substring($2::bytea FROM start FOR size), size
           FROM unnest($1::bytea[], $3::integer[], $4::integer[]) WITH ORDINALITY AS c (digest, start, size, ord)
           ORDER BY ord ON CONFLICT DO NOTHING`,
    values: [
      sorted.map((capture) => capture.digest),
      Buffer.concat(sorted.map((capture) => capture.bytes)),
      starts,
      sorted.map((capture) => capture.bytes.length),
    ],
  })
  for (const { digest, bytes } of sorted) recent.keep(digest.toString('hex'), bytes)
}

const asBuffer = (bytes: Uint8Array): Buffer =>
  Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Raw bytes by digest (hex). Companions may have come a day later than their receipt: all given days are looked at. */
export async function readCaptures(
  client: Queryable,
  days: readonly string[],
  digests: readonly string[],
): Promise<Map<string, Buffer>> {
  const bodies = new Map<string, Buffer>()
  for (const digest of digests) {
    const bytes = recent.take(digest)
    if (bytes !== undefined) bodies.set(digest, bytes)
  }
  const missing = digests.filter((digest) => !bodies.has(digest))
  if (missing.length === 0) return bodies
  const { rows } = await client.query({
    name: 'captures-read',
    text: `SELECT encode(digest, 'hex') AS digest, body FROM wire.captures
           WHERE received_on >= (SELECT min(d) FROM unnest($1::date[]) d)
             AND received_on <= (SELECT max(d) + 1 FROM unnest($1::date[]) d) AND digest = ANY ($2::bytea[])`,
    values: [days, missing.map((digest) => Buffer.from(digest, 'hex'))],
  })
  for (const row of rows) bodies.set(row.digest, row.body)
  return bodies
}
