import type { Client, Queryable } from './pool.ts'
import type { PreparedDocument } from './prepared.ts'

interface Numbered {
  readonly receipt: { readonly feedId: number; readonly receivedAt: string }
  readonly document: PreparedDocument
}

/** Older than this by its own date, an item comes from an archive; its number says nothing about the line. */
const oldestMs = 14 * 24 * 3_600_000

/** Keeps the transmission numbers of a batch, in the transaction that stores its items. Repeats are kept once. */
export async function recordTransmissions(client: Client, batch: readonly Numbered[]): Promise<void> {
  const rows = new Map<string, { feedId: number; series: string; number: number; sentAt: string }>()
  for (const { receipt, document } of batch) {
    const receivedAt = Date.parse(receipt.receivedAt)
    for (const { transmission, sentAt: stated } of numbersIn(document)) {
      const time = stated === undefined ? Number.NaN : Date.parse(stated)
      const said = Number.isNaN(time) ? receivedAt : time
      if (receivedAt - said > oldestMs) continue
      // A date from the future says nothing about when it was sent.
      const sentAt = new Date(Math.min(said, receivedAt)).toISOString()
      const { series, number } = transmission
      rows.set(`${receipt.feedId} ${series} ${number} ${sentAt.slice(0, 10)}`, {
        feedId: receipt.feedId,
        series,
        number,
        sentAt,
      })
    }
  }
  if (rows.size === 0) return
  // In one order, so that two batches of a feed cannot wait for each other.
  const sorted = [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
  await client.query({
    name: 'transmissions-insert',
    text: `INSERT INTO wire.transmissions (feed_id, series, sent_on, number, sent_at)
           SELECT u.feed_id, u.series, (u.sent_at AT TIME ZONE 'utc')::date, u.number, u.sent_at
           FROM unnest($1::bigint[], $2::text[], $3::integer[], $4::timestamptz[]) AS u (feed_id, series, number, sent_at)
           ON CONFLICT DO NOTHING`,
    values: [
      sorted.map((row) => row.feedId),
      sorted.map((row) => row.series),
      sorted.map((row) => row.number),
      sorted.map((row) => row.sentAt),
    ],
  })
}

function numbersIn({ transmission, items }: PreparedDocument) {
  const found = items.flatMap(({ transmission: number, versionCreated }) =>
    number === undefined ? [] : [{ transmission: number, sentAt: versionCreated }],
  )
  return transmission === undefined ? found : [...found, { transmission, sentAt: transmission.sentAt }]
}

/** A series of a feed with its latest numbers. */
export interface Series {
  readonly feedId: number
  readonly series: string
  readonly numbers: readonly number[]
  /** Milliseconds, in the order of `numbers`. */
  readonly sentAt: readonly number[]
}

const mostNumbers = 20_000

/**
 * Series that got numbers lately and whose documents are all read up to `patienceSeconds` ago, each with what was sent
 * from a day before the first of them on. What came within the patience is left out: its neighbours may still be on the way.
 */
export async function listActiveSeries(client: Queryable, patienceSeconds: number): Promise<Series[]> {
  const { rows } = await client.query(
    `WITH active AS (
       SELECT t.feed_id, t.series, min(t.sent_at) AS oldest FROM wire.transmissions t
       JOIN wire.feeds f ON f.id = t.feed_id
       WHERE t.seen_at > now() - make_interval(secs => $1) - interval '1 hour' AND f.kind <> 'local'
         AND NOT EXISTS (SELECT FROM wire.receipts r WHERE r.feed_id = t.feed_id AND r.state <> 'done'
                           AND r.received_at < now() - make_interval(secs => $1))
       GROUP BY 1, 2)
     SELECT a.feed_id AS "feedId", a.series, array_agg(t.number ORDER BY t.sent_at, t.number) AS numbers,
            array_agg((extract(epoch FROM t.sent_at) * 1000)::float8 ORDER BY t.sent_at, t.number) AS "sentAt"
     FROM active a CROSS JOIN LATERAL (
       SELECT t.number, t.sent_at FROM wire.transmissions t
       WHERE t.feed_id = a.feed_id AND t.series = a.series AND t.sent_on >= ((a.oldest AT TIME ZONE 'utc')::date - 1)
         AND t.sent_at > a.oldest - interval '1 day' AND t.seen_at <= now() - make_interval(secs => $1)
       ORDER BY t.sent_at DESC LIMIT $2) t
     GROUP BY 1, 2`,
    [patienceSeconds, mostNumbers],
  )
  return rows
}

/**
 * Numbers mean something only near their time: most series restart daily, so that the same number comes again 24 hours
 * later. Half of that, and a little less.
 */
const sameRun = (at: string, around: string): string =>
  `${at} BETWEEN ${around} - interval '11 hours' AND ${around} + interval '11 hours'`

/** Opens a gap for a hole unless one is on record that holds it. Answers whether it was new. */
export async function openHole(
  client: Queryable,
  hole: { feedId: number; series: string; low: number; high: number; sentAt: number },
): Promise<boolean> {
  const { rowCount } = await client.query(
    `INSERT INTO wire.gaps (feed_id, kind, from_bound, to_bound, detail, series, low, high, around, evidence)
     SELECT h.feed_id, 'sequence-hole', h.series || ' ' || h.low, h.series || ' ' || h.high, h.detail, h.series, h.low,
            h.high, h.around, jsonb_build_object('series', h.series, 'first', h.low + 1, 'last', h.high - 1)
     FROM (VALUES ($1::bigint, $2::text, $3::integer, $4::integer, $5::timestamptz, $6::text))
       AS h (feed_id, series, low, high, around, detail)
     WHERE NOT EXISTS (SELECT FROM wire.gaps k WHERE k.feed_id = h.feed_id AND k.kind = 'sequence-hole'
                         AND k.series = h.series AND k.low <= h.low AND k.high >= h.high
                         AND ${sameRun('k.around', 'h.around')})
     ON CONFLICT DO NOTHING`,
    [hole.feedId, hole.series, hole.low, hole.high, new Date(hole.sentAt).toISOString(), describeHole(hole)],
  )
  return rowCount === 1
}

function describeHole({ series, low, high }: { series: string; low: number; high: number }): string {
  const [first, last] = [low + 1, high - 1]
  return first === last
    ? `number ${first} of ${series} is missing`
    : `numbers ${first} to ${last} of ${series} are missing`
}

/** Closes sequence holes whose numbers have all come after all. Answers how many. */
export async function closeFilledHoles(client: Queryable): Promise<number> {
  const { rowCount } = await client.query(
    `UPDATE wire.gaps g SET state = 'closed', closed_at = now(), changed_at = now(), closed_how = 'the numbers came late'
     WHERE g.kind = 'sequence-hole' AND g.closed_at IS NULL
       AND g.high - g.low - 1 = (SELECT count(DISTINCT t.number) FROM wire.transmissions t
         WHERE t.feed_id = g.feed_id AND t.series = g.series AND t.number > g.low AND t.number < g.high AND ${sameRun('t.sent_at', 'g.around')})`,
  )
  return rowCount ?? 0
}

/** Forgets numbers that no gap is judged by any more. */
export async function forgetOldTransmissions(client: Queryable): Promise<void> {
  await client.query(`DELETE FROM wire.transmissions WHERE sent_on < (now() AT TIME ZONE 'utc')::date - 21`)
}
