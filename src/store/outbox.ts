import type { Client } from './pool.ts'

export interface OutboxRow {
  readonly storyId: number
  readonly kind: string
  readonly revision: number | undefined
  readonly status: string
}

/** Leaves changes for the sequencer and wakes it at commit. */
export async function appendOutbox(client: Client, rows: readonly OutboxRow[]): Promise<void> {
  if (rows.length === 0) return
  await client.query({
    name: 'outbox-append',
    text: `WITH added AS (
             INSERT INTO wire.outbox (story_id, kind, revision, status)
             SELECT story_id, kind, revision, status
             FROM unnest($1::bigint[], $2::text[], $3::integer[], $4::text[])
               WITH ORDINALITY AS u (story_id, kind, revision, status, ord) ORDER BY ord)
           SELECT pg_notify('wire_outbox', '')`,
    values: [
      rows.map((row) => row.storyId),
      rows.map((row) => row.kind),
      rows.map((row) => row.revision ?? null),
      rows.map((row) => row.status),
    ],
  })
}
