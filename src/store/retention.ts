import type { Pool } from './pool.ts'

/** Creates the partitions of the coming days, months and change numbers. Answers how many were made. */
export async function ensurePartitions(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ made: number }>('SELECT wire.ensure_partitions() AS made')
  return rows[0]!.made
}

/** How long things are kept, in days; 0 keeps them for ever. */
export interface Retention {
  readonly captureDays: number
  readonly attemptDays: number
  readonly changeDays: number
}

/**
 * Drops whole partitions that are past their time: no dead rows, nothing for vacuum. A day of captures stays while one
 * of its receipts is still open. Answers the names of what was dropped.
 */
export async function dropOldPartitions(pool: Pool, retention: Retention): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_inherits i
     JOIN pg_class c ON c.oid = i.inhrelid JOIN pg_class p ON p.oid = i.inhparent
     JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'wire'
     WHERE ($1 > 0 AND p.relname = 'captures' AND c.relname ~ '_\\d{8}$'
              AND to_date(right(c.relname, 8), 'YYYYMMDD') < (now() AT TIME ZONE 'utc')::date - $1
              AND NOT EXISTS (SELECT FROM wire.receipts r
                WHERE r.received_on = to_date(right(c.relname, 8), 'YYYYMMDD') AND r.state <> 'done'))
        OR ($2 > 0 AND p.relname = 'attempts' AND c.relname ~ '_\\d{8}$'
              AND to_date(right(c.relname, 8), 'YYYYMMDD') < (now() AT TIME ZONE 'utc')::date - $2)
     ORDER BY 1`,
    [retention.captureDays, retention.attemptDays],
  )
  const dropped: string[] = []
  for (const { name } of rows) {
    await pool.query(`DROP TABLE wire.${quoted(name)}`)
    dropped.push(name)
  }
  return [...dropped, ...(await dropOldChanges(pool, retention.changeDays))]
}

/** A partition of changes goes once its newest row is past its time and numbers have moved on to a later one. */
async function dropOldChanges(pool: Pool, days: number): Promise<string[]> {
  if (days === 0) return []
  const { rows } = await pool.query<{ name: string; last: string }>(
    `SELECT c.relname AS name FROM pg_inherits i
     JOIN pg_class c ON c.oid = i.inhrelid JOIN pg_class p ON p.oid = i.inhparent
     JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'wire'
     WHERE p.relname = 'changes' AND c.relname ~ '^changes_\\d{6}$'
       AND right(c.relname, 6)::bigint < (SELECT last_seq / 1000000 FROM wire.sequencer) ORDER BY 1`,
  )
  const dropped: string[] = []
  for (const { name } of rows) {
    const newest = await pool.query<{ old: boolean }>(
      `SELECT coalesce(max(recorded_at) < now() - make_interval(days => $1), true) AS old FROM wire.${quoted(name)}`,
      [days],
    )
    if (!newest.rows[0]!.old) break
    await pool.query(`DROP TABLE wire.${quoted(name)}`)
    dropped.push(name)
  }
  return dropped
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
