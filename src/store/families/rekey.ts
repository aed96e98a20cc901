import type { CaptionRules } from '../../captions/rules.ts'
import { inTransaction } from '../pool.ts'
import type { Client, Pool, Queryable } from '../pool.ts'
import { forgetCaptions, lockDecisions } from './relate.ts'
import { loadStoryCaptions } from './story-captions.ts'
import type { StoryCaptionRow } from './story-captions.ts'
import { awaitComparison } from './waiting.ts'

/** How far captions have been brought to the rules of this program. */
export interface RekeyState {
  /** Version of the rules that captions are keyed by here. */
  readonly version: number
  /** Captions of stories that are keyed by older rules. */
  readonly captionsLeft: number
  /** Wordings that are keyed by older rules; they go when no caption takes them any more. */
  readonly wordingsLeft: number
  /** Captions that wait to be compared with those of other stories. */
  readonly waiting: number
}

/** What is left to do. Counted by index, also while millions are left. */
export async function readRekeyState(client: Queryable, version: number): Promise<RekeyState> {
  const { rows } = await client.query({
    name: 'rekey-state',
    text: `SELECT (SELECT count(*) FROM wire.captions WHERE normaliser_version < $1) AS "captionsLeft",
                  (SELECT count(*) FROM wire.caption_forms WHERE normaliser_version < $1) AS "wordingsLeft",
                  (SELECT count(*) FROM wire.captions_waiting) AS waiting`,
    values: [version],
  })
  return { version, ...rows[0] }
}

/**
 * Keys the captions of some stories by the rules of now, and puts them in line to be compared again. Stories are locked
 * as recording locks them, so feeds go on meanwhile; a process that dies leaves whole stories, old or new. Captions
 * of one story that are equal by the new rules become one. Answers how many captions were keyed; 0: nothing is left.
 */
export async function rekeyCaptions(pool: Pool, rules: CaptionRules, storiesAtOnce: number): Promise<number> {
  return inTransaction(pool, async (client) => {
    const { rows: stories } = await client.query<{ id: number }>({
      name: 'rekey-stories',
      text: `SELECT s.id FROM wire.stories s
             WHERE s.id IN (SELECT c.story_id FROM wire.captions c WHERE c.normaliser_version < $1
                            ORDER BY c.normaliser_version LIMIT $2)
             ORDER BY s.id FOR UPDATE OF s SKIP LOCKED`,
      values: [rules.version, storiesAtOnce],
    })
    const { rows: old } = await client.query<{ id: number }>({
      name: 'rekey-captions',
      text: `SELECT id FROM wire.captions WHERE story_id = ANY ($1::bigint[]) ORDER BY id`,
      values: [stories.map((story) => story.id)],
    })
    const captions = await loadStoryCaptions(
      client,
      old.map((row) => row.id),
      rules,
    )
    const { kept, repeats } = findRepeats(captions)
    if (repeats.size > 0) {
      await lockDecisions(client)
      await forgetCaptions(client, [...repeats.keys()], rules)
    }
    await awaitComparison(
      client,
      kept.map((caption) => caption.id),
    )
    await joinRepeats(client, repeats)
    await writeKeys(client, kept, rules.version)
    return captions.length
  })
}

/** Captions of one story that are equal by the new rules, the first of them kept. */
function findRepeats(captions: readonly StoryCaptionRow[]): {
  kept: readonly StoryCaptionRow[]
  repeats: ReadonlyMap<number, number>
} {
  const first = new Map<string, StoryCaptionRow>()
  const repeats = new Map<number, number>()
  for (const caption of captions) {
    const name = `${caption.storyId} ${caption.key}`
    const known = first.get(name)
    if (known === undefined) first.set(name, caption)
    else repeats.set(caption.id, known.id)
  }
  return { kept: [...first.values()], repeats }
}

/** Their mentions go to the one that is kept; decisions of people go with them. */
async function joinRepeats(client: Client, repeats: ReadonlyMap<number, number>): Promise<void> {
  if (repeats.size === 0) return
  const values = [[...repeats.keys()], [...repeats.values()]]
  const pairs = `unnest($1::bigint[], $2::bigint[]) AS u (repeat, kept)`
  await client.query(
    `UPDATE wire.captions c SET media_uris = ARRAY(
         SELECT DISTINCT uri FROM wire.captions o, unnest(o.media_uris) AS uri
         WHERE o.id = c.id OR o.id IN (SELECT repeat FROM ${pairs} WHERE kept = c.id) ORDER BY uri),
       first_revision = least(c.first_revision, (SELECT min(o.first_revision) FROM wire.captions o, ${pairs}
         WHERE u.kept = c.id AND o.id = u.repeat)),
       last_revision = greatest(c.last_revision, (SELECT max(o.last_revision) FROM wire.captions o, ${pairs}
         WHERE u.kept = c.id AND o.id = u.repeat))
     WHERE c.id = ANY ($2::bigint[])`,
    values,
  )
  await client.query(`UPDATE wire.mentions m SET caption_id = kept FROM ${pairs} WHERE m.caption_id = repeat`, values)
  for (const side of ['caption_a', 'caption_b']) {
    await client.query(`UPDATE wire.caption_decisions SET ${side} = kept FROM ${pairs} WHERE ${side} = repeat`, values)
  }
  await client.query(`DELETE FROM wire.captions WHERE id = ANY ($1::bigint[])`, [values[0]])
}

async function writeKeys(client: Client, captions: readonly StoryCaptionRow[], version: number): Promise<void> {
  await client.query({
    name: 'rekey-write',
    text: `UPDATE wire.captions c SET key = decode(u.key, 'hex'), normaliser_version = $3
           FROM unnest($1::bigint[], $2::text[]) AS u (id, key) WHERE c.id = u.id AND c.normaliser_version < $3`,
    values: [captions.map((caption) => caption.id), captions.map((caption) => caption.key), version],
  })
}
