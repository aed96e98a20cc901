import { formGroups } from '../../copies/group.ts'
import type { CopyGroup, CopyPair, GroupStory } from '../../copies/group.ts'
import { advisoryLocks } from '../advisory-locks.ts'
import type { Client } from '../pool.ts'

/** From here to the end of the transaction no other worker writes pairs or groups. */
export async function lockGroups(client: Client): Promise<void> {
  await client.query('SELECT pg_advisory_xact_lock($1)', [advisoryLocks.copyGroups])
}

/**
 * Forms the groups around these stories anew: of all that pairs lead to from them and from the groups they were in.
 * Groups are what the pairs say, so the order of arrival leaves no trace in them.
 */
export async function regroup(client: Client, storyIds: readonly number[]): Promise<void> {
  const { rows: stories } = await client.query<GroupStory & { groupId: number | null }>({
    name: 'copies-affected',
    text: `WITH RECURSIVE affected (id) AS (
             SELECT * FROM (
               SELECT unnest($1::bigint[])
               UNION SELECT o.story_id FROM wire.copy_members m JOIN wire.copy_members o ON o.group_id = m.group_id
               WHERE m.story_id = ANY($1)) known
             UNION
             SELECT n.id FROM affected f CROSS JOIN LATERAL (
               SELECT b AS id FROM wire.copy_pairs WHERE a = f.id AND relation = 'same-copy'
               UNION ALL SELECT a FROM wire.copy_pairs WHERE b = f.id AND relation = 'same-copy') n)
           SELECT p.story_id AS id, p.identity, p.outlet, p.own_agency AS "ownAgency", p.page, p.words,
             (extract(epoch FROM p.made_from) * 1000)::float8 AS made, m.group_id AS "groupId"
           FROM affected a CROSS JOIN LATERAL (SELECT * FROM wire.copy_prints k WHERE k.story_id = a.id LIMIT 1) p
           LEFT JOIN wire.copy_members m ON m.story_id = a.id`,
    values: [storyIds],
  })
  const ids = stories.map((story) => story.id)
  const { rows: pairs } = await client.query<CopyPair>({
    name: 'copies-affected-pairs',
    text: `SELECT a, b, a_in_b AS "aInB", b_in_a AS "bInA" FROM wire.copy_pairs
           WHERE a = ANY($1) AND b = ANY($1) AND relation = 'same-copy'`,
    values: [ids],
  })
  const members = stories.map(({ groupId: _, ...story }) => ({
    ...story,
    ownAgency: story.ownAgency ?? undefined,
    made: story.made ?? undefined,
  }))
  const groups = formGroups(members, pairs)
  const before = [...new Set(stories.map((story) => story.groupId).filter((id) => id !== null))]
  await writeGroups(client, ids, before, groups)
}

async function writeGroups(
  client: Client,
  storyIds: readonly number[],
  before: readonly number[],
  groups: readonly CopyGroup[],
): Promise<void> {
  if (before.length === 0 && groups.length === 0) return
  const rows = groups.flatMap((group) => group.members.map((member) => ({ groupId: group.id, ...member })))
  const alone = new Set(storyIds)
  for (const { story } of rows) alone.delete(story.id)
  await client.query({
    name: 'copies-members-remove',
    text: `DELETE FROM wire.copy_members WHERE story_id = ANY($1)`,
    values: [[...alone]],
  })
  const { rows: changed } = await client.query<{ group_id: number }>({
    name: 'copies-members',
    text: `INSERT INTO wire.copy_members AS m (story_id, group_id, place, relation, compared_with, own_record)
           SELECT story_id, group_id, place, CASE WHEN compared_with IS NULL THEN 'canonical' ELSE 'same-copy' END,
                  compared_with, own_record
           FROM unnest($1::bigint[], $2::bigint[], $3::integer[], $4::bigint[], $5::boolean[])
             AS n (story_id, group_id, place, compared_with, own_record)
           ON CONFLICT (story_id) DO UPDATE SET group_id = excluded.group_id, place = excluded.place,
             relation = excluded.relation, compared_with = excluded.compared_with, own_record = excluded.own_record
           WHERE (m.group_id, m.place, m.compared_with, m.own_record)
             IS DISTINCT FROM (excluded.group_id, excluded.place, excluded.compared_with, excluded.own_record)
           RETURNING group_id`,
    values: [
      rows.map((row) => row.story.id),
      rows.map((row) => row.groupId),
      rows.map((row) => row.place),
      rows.map((row) => row.comparedWith ?? null),
      rows.map((row) => row.story.ownAgency !== undefined),
    ],
  })
  const touched = new Set(changed.map((row) => row.group_id))
  const now = new Set(groups.map((group) => group.id))
  await client.query({
    name: 'copies-groups-remove',
    text: `DELETE FROM wire.copy_groups WHERE id = ANY($1)`,
    values: [before.filter((id) => !now.has(id))],
  })
  await client.query({
    name: 'copies-groups',
    text: `INSERT INTO wire.copy_groups AS g (id, canonical_story, canonical_reason, members)
           SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::text[], $4::integer[])
             AS n (id, canonical_story, canonical_reason, members)
           ON CONFLICT (id) DO UPDATE SET canonical_story = excluded.canonical_story,
             canonical_reason = excluded.canonical_reason, members = excluded.members,
             changed_at = CASE WHEN g.id = ANY($5) OR g.members <> excluded.members THEN now() ELSE g.changed_at END`,
    values: [
      groups.map((group) => group.id),
      groups.map((group) => group.members[0]!.story.id),
      groups.map((group) => group.canonicalReason),
      groups.map((group) => group.members.length),
      [...touched],
    ],
  })
}
