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
/** And with so many that have every word, and so many that begin alike: they neither crowd out others nor are. */
const mostEqual = 8
/** Stories looked at for one hash; what stands in more is common speech. */
const mostForOneHash = 200
/** Two shared hashes make a candidate; in a sketch as short as a brief's one does. */
const briefMarks = 9
const apartDays = 7
/** What a hash says that nobody else holds; it is divided by the square of those that do. */
const wholeWeight = 1_000_000

const nearInTime = (one: string, other: string): string =>
  `(${one}.made_from IS NULL OR ${other}.made_from IS NULL
    OR (${one}.made_from <= ${other}.made_to + interval '${apartDays} days'
      AND ${other}.made_from <= ${one}.made_to + interval '${apartDays} days'))`

/** The limit keeps the server from reading all prints for the few that were chosen. */
const printOf = (story: string): string =>
  `SELECT k.stamp, k.revision FROM wire.copy_prints k WHERE k.story_id = ${story} LIMIT 1`

/** The nearest in time of those that have the same digest. */
const sameDigest = (of: 'body' | 'lede'): string =>
  `same_${of} AS (
     SELECT p.story_id, near.other FROM wire.copy_prints p CROSS JOIN LATERAL (
       SELECT e.story_id AS other FROM (
         SELECT x.story_id, x.made_from, x.made_to, x.identity FROM wire.copy_prints x
         WHERE x.${of} = p.${of} AND x.${of} <> 0 AND x.story_id <> p.story_id
         ORDER BY x.story_id DESC LIMIT ${mostForOneHash}) e
       WHERE ${nearInTime('p', 'e')}
       ORDER BY abs(extract(epoch FROM e.made_from - p.made_from)), e.identity LIMIT ${mostEqual}) near
     WHERE p.story_id = ANY($1))`

/**
 * Stories with the same words or the same beginning, and those that share two hashes of their sketches, or an id; made
 * within a week of each other. What few stories hold tells most: sixty fillings of one form share the form, and a copy
 * shares with its original what is in no other. Stamps are read with them, so that what is said of a pair is said of
 * one state of both.
 */
export async function findCandidates(client: Client, storyIds: readonly number[]): Promise<Candidate[]> {
  const { rows } = await client.query<Candidate>({
    name: 'copies-candidates',
    text: `WITH met AS (
             SELECT m.story_id, c.story_id AS other, count(*) FILTER (WHERE NOT m.is_name) AS shared,
                    bool_or(m.is_name) AS named, sum(c.weight) AS weight
             FROM wire.copy_marks m CROSS JOIN LATERAL (
               SELECT h.story_id, (${wholeWeight} / (count(*) OVER w * count(*) OVER w))::integer AS weight FROM (
                 SELECT x.story_id FROM wire.copy_marks x
                 WHERE x.hash = m.hash AND x.is_name = m.is_name AND NOT x.recurs AND x.story_id <> m.story_id
                 ORDER BY x.story_id DESC LIMIT ${mostForOneHash}) h WINDOW w AS ()) c
             WHERE m.story_id = ANY($1) AND NOT m.recurs
             GROUP BY m.story_id, c.story_id),
           ranked AS (
             SELECT met.story_id, met.other,
                    row_number() OVER (PARTITION BY met.story_id
                      ORDER BY met.named DESC, met.weight DESC, met.shared DESC, o.identity) AS rank
             FROM met JOIN wire.copy_prints p ON p.story_id = met.story_id
             JOIN wire.copy_prints o ON o.story_id = met.other
             WHERE (met.named OR met.shared >= 2 OR least(p.marks, o.marks) <= ${briefMarks}) AND ${nearInTime('p', 'o')}),
           ${sameDigest('body')},
           ${sameDigest('lede')},
           chosen AS (
             SELECT story_id, other FROM ranked WHERE rank <= ${mostCandidates}
             UNION SELECT story_id, other FROM same_body UNION SELECT story_id, other FROM same_lede)
           SELECT c.story_id AS "storyId", p.stamp, p.revision, c.other, o.stamp AS "otherStamp",
             o.revision AS "otherRevision", q.a IS NOT NULL AS known
           FROM chosen c CROSS JOIN LATERAL (${printOf('c.story_id')}) p CROSS JOIN LATERAL (${printOf('c.other')}) o
           LEFT JOIN wire.copy_pairs q
             ON q.a = least(c.story_id, c.other) AND q.b = greatest(c.story_id, c.other)
             AND q.a_stamp = CASE WHEN c.story_id < c.other THEN p.stamp ELSE o.stamp END
             AND q.b_stamp = CASE WHEN c.story_id < c.other THEN o.stamp ELSE p.stamp END`,
    values: [storyIds],
  })
  return rows
}
