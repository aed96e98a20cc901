import type { Client } from '../pool.ts'

/** Two stories that may be copies of one text. */
export interface Candidate {
  readonly storyId: number
  readonly other: number
}

/** Compared with so many at most, best first; a text that hundreds carry is joined through any of them. */
const mostCandidates = 24
/** Stories looked at for one hash; what stands in more is common speech. */
const mostForOneHash = 200
/** Two shared hashes make a candidate; in a sketch as short as a brief's one does. */
const briefMarks = 9
const apartDays = 7

/** Stories that share two hashes of their sketches, or an id, and were made within a week of each other. */
export async function findCandidates(client: Client, storyIds: readonly number[]): Promise<Candidate[]> {
  const { rows } = await client.query<Candidate>({
    name: 'copies-candidates',
    text: `WITH met AS (
             SELECT m.story_id, c.story_id AS other, count(*) FILTER (WHERE NOT m.is_name) AS shared,
                    bool_or(m.is_name) AS named
             FROM wire.copy_marks m CROSS JOIN LATERAL (
               SELECT x.story_id FROM wire.copy_marks x
               WHERE x.hash = m.hash AND x.is_name = m.is_name AND NOT x.recurs AND x.story_id <> m.story_id
               ORDER BY x.story_id DESC LIMIT ${mostForOneHash}) c
             WHERE m.story_id = ANY($1) AND NOT m.recurs
             GROUP BY m.story_id, c.story_id),
           ranked AS (
             SELECT met.story_id, met.other,
                    row_number() OVER (PARTITION BY met.story_id ORDER BY met.named DESC, met.shared DESC, o.identity)
                      AS rank
             FROM met JOIN wire.copy_prints p ON p.story_id = met.story_id
             JOIN wire.copy_prints o ON o.story_id = met.other
             WHERE (met.named OR met.shared >= 2 OR least(p.marks, o.marks) <= ${briefMarks})
               AND (p.made_from IS NULL OR o.made_from IS NULL
                 OR (p.made_from <= o.made_to + interval '${apartDays} days'
                   AND o.made_from <= p.made_to + interval '${apartDays} days')))
           SELECT story_id AS "storyId", other FROM ranked WHERE rank <= ${mostCandidates}`,
    values: [storyIds],
  })
  return rows
}
