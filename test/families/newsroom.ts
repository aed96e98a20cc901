import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { openCaptionRules } from '../../src/captions/rules.ts'
import type { CaptionRules } from '../../src/captions/rules.ts'
import { normaliseCaption } from '../../src/captions/normalise.ts'
import { relateWaitingCaptions } from '../../src/store/families/relate.ts'
import { saveFeed } from '../../src/store/feeds.ts'
import { openPool } from '../../src/store/pool.ts'
import type { Pool } from '../../src/store/pool.ts'
import { openTestDatabase } from '../support/database.ts'

/** A caption as a story prints it. */
export interface Print {
  readonly raw: string
  /** The story; a new one when absent. */
  readonly story?: string
  readonly outlet?: string
  readonly mediaUri?: string
  readonly role?: string
}

/** A database into which captions of stories are put as recording would. */
export interface Newsroom {
  readonly url: string
  readonly pool: Pool
  readonly rules: CaptionRules
  /** Records a caption and puts it in line; answers its number. */
  print(print: Print): Promise<number>
  /** Changes what a caption says, as a later revision does. */
  revise(captionId: number, raw: string): Promise<void>
  /** Compares until nothing waits. */
  relate(rules?: CaptionRules, limit?: number): Promise<void>
  /** Families as lists of the captions in them, sorted: whatever their numbers are. */
  families(): Promise<number[][]>
  familyOf(captionId: number): Promise<FamilyLine>
  /** Forgets everything that was printed. */
  clear(): Promise<void>
  close(): Promise<void>
}

export interface FamilyLine {
  readonly id: number
  readonly text: string
  readonly credit: string | null
  readonly relation: string
  readonly reasons: string
  readonly furniture: boolean
  readonly stories: number
  readonly outlets: number
  readonly related: readonly number[]
}

export async function openNewsroom(): Promise<Newsroom> {
  const database = await openTestDatabase()
  const pool = openPool(database.url)
  const feed = await saveFeed(pool, { name: 'desk', kind: 'local', authority: 'desk.example', config: {} })
  const rules = openCaptionRules()
  let stories = 0
  const room: Newsroom = {
    url: database.url,
    pool,
    rules,
    print: async ({ raw, story = `s${++stories}`, outlet = `paper${++stories}.example`, mediaUri, role }) => {
      const normal = normaliseCaption(raw)
      const { rows } = await pool.query(
        `WITH new_story AS (
           INSERT INTO wire.stories (authority, uri, feed_id) VALUES ('', $1, $2)
           ON CONFLICT (authority, uri) DO UPDATE SET uri = excluded.uri RETURNING id, born),
         caption AS (
           INSERT INTO wire.captions (story_id, normaliser_version, key, text, credit, photographer, agency, flags,
             media_uris, first_revision, last_revision)
           SELECT id, $3, decode($4, 'hex'), $5, $6, $7, $8, $9, $10, 1, 1 FROM new_story RETURNING id, story_id),
         mention AS (
           INSERT INTO wire.mentions (born, story_id, revision, position, caption_id, raw, role, media_uri, attached)
           SELECT s.born, s.id, 1, c.id, c.id, $11, $12, $13, 'first' FROM new_story s, caption c)
         INSERT INTO wire.captions_waiting (caption_id) SELECT id FROM caption RETURNING caption_id AS id`,
        [
          `https://${outlet}/${story}`,
          feed.id,
          normal.version,
          normal.key,
          normal.text || raw,
          normal.credit ?? null,
          normal.photographers.join(', ') || null,
          normal.agencies.join(', ') || null,
          normal.flags,
          mediaUri === undefined ? [] : [mediaUri],
          raw,
          role ?? null,
          mediaUri ?? null,
        ],
      )
      return rows[0].id
    },
    revise: async (captionId, raw) => {
      const normal = normaliseCaption(raw)
      await pool.query(
        `WITH mention AS (UPDATE wire.mentions SET raw = $5 WHERE caption_id = $1),
         waiting AS (INSERT INTO wire.captions_waiting (caption_id) VALUES ($1) ON CONFLICT DO NOTHING)
         UPDATE wire.captions SET key = decode($2, 'hex'), text = $3, credit = $4 WHERE id = $1`,
        [captionId, normal.key, normal.text, normal.credit ?? null, raw],
      )
    },
    relate: async (used = rules, limit = 50) => {
      for (;;) {
        const { taken, postponed } = await relateWaitingCaptions(pool, { rules: used, limit })
        if (postponed.length > 0) throw postponed[0]!.error
        if (taken === 0) return
      }
    },
    families: async () => {
      const { rows } = await pool.query<{ members: number[] }>(
        `SELECT json_agg(m.caption_id ORDER BY m.caption_id) AS members
         FROM wire.caption_members m JOIN wire.caption_forms f ON f.id = m.form_id GROUP BY f.family_id
         ORDER BY min(m.caption_id)`,
      )
      return rows.map((row) => row.members)
    },
    familyOf: async (captionId) => {
      const { rows } = await pool.query(
        `SELECT y.id, y.text, y.credit, f.relation, f.reasons, y.furniture, y.stories, y.outlets,
           ARRAY(SELECT family_b::float8 FROM wire.caption_links WHERE family_a = y.id
                 UNION SELECT family_a::float8 FROM wire.caption_links WHERE family_b = y.id) AS related
         FROM wire.caption_members m JOIN wire.caption_forms f ON f.id = m.form_id
         JOIN wire.caption_families y ON y.id = f.family_id WHERE m.caption_id = $1`,
        [captionId],
      )
      return rows[0]
    },
    clear: async () => {
      await pool.query(
        `TRUNCATE wire.stories, wire.captions, wire.mentions, wire.caption_families, wire.caption_forms,
           wire.caption_members, wire.caption_shingles, wire.caption_pictures, wire.caption_links,
           wire.caption_decisions, wire.captions_waiting CASCADE`,
      )
    },
    close: async () => {
      await pool.end()
      await database.drop()
    },
  }
  return room
}

/** Rules of a later version, which know that a shuttle boat is a ferry. */
export function rulesOfTomorrow(version: number): CaptionRules {
  return openCaptionRules(version, (raw, known) => {
    const normal = normaliseCaption(raw.replaceAll('shuttle boat ', 'ferry '), known)
    return { ...normal, version, key: createHash('sha256').update(`${version} ${normal.key}`).digest('hex') }
  })
}

/** Labelled pairs of invented captions. */
export function inventedCaptions(): string[] {
  const lines = readFileSync(new URL('../captions/pairs.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
  return lines.flatMap((line) => {
    const { a, b } = JSON.parse(line) as { a: string; b: string }
    return [a, b]
  })
}
