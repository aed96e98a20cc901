import type { Client } from '../pool.ts'

/** Two stories that may be copies of one text, with the prints on which that rests. */
export interface Candidate {
  readonly storyId: number
  readonly stamp: number
  readonly revision: number
  readonly other: number
  readonly otherStamp: number
  readonly otherRevision: number
  /** They were compared as they are now, and the pair is kept. */
  readonly known: boolean
}

/** Compared with so many at most, best first; a text that hundreds carry is joined through any of them. */
const mostCandidates = 24
/** Stories looked at for one hash; what stands in more is common speech. */
const mostForOneHash = 200
/** Two shared hashes make a candidate; in a sketch as short as a brief's one does. */
const briefMarks = 9
const apartDays = 7

/**
 * Stories that share two hashes of their sketches, or an id, and were made within a week of each other. Stamps are read
 * with them, so that what is said of a pair is said of one state of both.
 */
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
             SELECT met.story_id, p.stamp, p.revision, met.other, o.stamp AS other_stamp, o.revision AS other_revision,
                    row_number() OVER (PARTITION BY met.story_id ORDER BY met.named DESC, met.shared DESC, o.identity)
                      AS rank
             FROM met JOIN wire.copy_prints p ON p.story_id = met.story_id
             JOIN wire.copy_prints o ON o.story_id = met.other
             WHERE (met.named OR met.shared >= 2 OR least(p.marks, o.marks) <= ${briefMarks})
               AND (p.made_from IS NULL OR o.made_from IS NULL
                 OR (p.made_from <= o.made_to + interval '${apartDays} days'
                   AND o.made_from <= p.made_to + interval '${apartDays} days')))
           SELECT r.story_id AS "storyId", r.stamp, r.revision, r.other, r.other_stamp AS "otherStamp",
             r.other_revision AS "otherRevision", q.a IS NOT NULL AS known
           FROM ranked r LEFT JOIN wire.copy_pairs q
             ON q.a = least(r.story_id, r.other) AND q.b = greatest(r.story_id, r.other)
             AND q.a_stamp = CASE WHEN r.story_id < r.other THEN r.stamp ELSE r.other_stamp END
             AND q.b_stamp = CASE WHEN r.story_id < r.other THEN r.other_stamp ELSE r.stamp END
           WHERE r.rank <= ${mostCandidates}`,
    values: [storyIds],
  })
  return rows
}
