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
