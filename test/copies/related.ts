import { relateStories } from '../../src/store/copies/relate.ts'
import type { Pool } from '../../src/store/pool.ts'

/** Runs the comparison until nothing is left to compare, as the worker loop does. */
export async function relateAll(pool: Pool, limit = 50): Promise<number> {
  const memory = new Map()
  let compared = 0
  for (;;) {
    const turn = await relateStories(pool, memory, limit)
    if (turn.postponed.length > 0) throw turn.postponed[0]!.error
    compared += turn.compared
    if (turn.printed === 0 && turn.compared === 0) return compared
  }
}

/** The copy groups as sets of uris, in an order of their own: what must not depend on how stories arrived. */
export async function readGroups(pool: Pool): Promise<string[][]> {
  const { rows } = await pool.query<{ uris: string[] }>(
    `SELECT array_agg(s.uri ORDER BY m.place) AS uris FROM wire.copy_members m JOIN wire.stories s ON s.id = m.story_id
     GROUP BY m.group_id`,
  )
  return rows.map((row) => row.uris).sort((a, b) => (a[0]! < b[0]! ? -1 : 1))
}

/** All that is known of copies, without numbers that depend on arrival. */
export async function readCopyState(pool: Pool) {
  const pairs = await pool.query<{ pair: string[]; relation: string; parts: number[] }>(
    `SELECT ARRAY[least(a.uri, b.uri), greatest(a.uri, b.uri)] AS pair, p.relation,
            CASE WHEN a.uri < b.uri THEN ARRAY[p.a_in_b, p.b_in_a] ELSE ARRAY[p.b_in_a, p.a_in_b] END AS parts
     FROM wire.copy_pairs p JOIN wire.stories a ON a.id = p.a JOIN wire.stories b ON b.id = p.b ORDER BY 1`,
  )
  const recurring = await pool.query<{ mark: string }>(
    `SELECT s.uri || ' ' || m.hash AS mark FROM wire.copy_marks m JOIN wire.stories s ON s.id = m.story_id
     WHERE m.recurs ORDER BY 1`,
  )
  return { groups: await readGroups(pool), pairs: pairs.rows, recurring: recurring.rows.map((row) => row.mark) }
}
