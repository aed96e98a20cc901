import { assignFamilies } from './assign.ts'
import type { AssignedFamily } from './assign.ts'
import type { FormRow } from './forms.ts'
import type { FamilyPlan } from './plan.ts'
import type { Client } from '../pool.ts'

/** Writes what a batch changes. The caller holds the lock under which the plan was made. */
export async function writeFamilies(client: Client, plan: FamilyPlan): Promise<void> {
  const { families, emptied } = assignFamilies(plan)
  const ids = await createFamilies(client, plan, families)
  await writeForms(client, plan, ids)
  await writeMembers(client, plan)
  await removeForms(client, plan)
  await absorbFamilies(client, families, ids)
  await removeFamilies(client, emptied)
  const created = new Set(families.filter(({ id }) => id === undefined).map(({ head }) => ids.get(head)!))
  await writeLinks(client, plan, ids, created)
  await describeFamilies(client, families, ids)
}

/** Makes the families that are new; answers the number of every family by its head. */
async function createFamilies(
  client: Client,
  plan: FamilyPlan,
  families: readonly AssignedFamily[],
): Promise<Map<number, number>> {
  const ids = new Map<number, number>()
  for (const { head, id } of families) if (id !== undefined) ids.set(head, id)
  const fresh = families
    .filter(({ id }) => id === undefined)
    .map(({ head }) => plan.forms.get(head)!)
    .sort((a, b) => a.id - b.id)
  if (fresh.length === 0) return ids
  const { rows } = await client.query({
    name: 'families-create',
    text: `INSERT INTO wire.caption_families (head_form, normaliser_version, key, text)
           SELECT head, version, decode(key, 'hex'), text
           FROM unnest($1::bigint[], $2::integer[], $3::text[], $4::text[]) AS u (head, version, key, text) ORDER BY head
           RETURNING id, head_form`,
    values: [
      fresh.map((form) => form.id),
      fresh.map((form) => form.version),
      fresh.map((form) => form.key),
      fresh.map((form) => form.text),
    ],
  })
  for (const row of rows) ids.set(row.head_form, row.id)
  return ids
}

// unnest flattens arrays of arrays, so lists travel as JSON
const words = (column: string): string => `ARRAY(SELECT jsonb_array_elements_text(${column}))`
const numbers = (column: string): string => `ARRAY(SELECT jsonb_array_elements_text(${column})::integer)`

/** New forms, forms that were reworded, and forms that changed their place. */
async function writeForms(client: Client, plan: FamilyPlan, ids: ReadonlyMap<number, number>): Promise<void> {
  const placed = plan.settlement.placed
  const touched = new Set([...plan.fresh, ...plan.reworded.keys(), ...placed.keys()])
  const forms = [...touched].map((id) => plan.forms.get(id)!).filter((form) => !plan.removed.has(form.id))
  if (forms.length === 0) return
  const familyOf = (form: FormRow): number => ids.get(placed.get(form.id)?.head ?? form.head ?? form.id)!
  await client.query({
    name: 'forms-write',
    text: `INSERT INTO wire.caption_forms AS f (id, family_id, normaliser_version, key, signature, apart, text, raw,
             credit, photographer, agency, flags, media_uris, pictures, shingles, relation, reasons)
           SELECT id, family, version, decode(key, 'hex'), signature, apart, text, raw, credit, photographer, agency,
             ${words('flags')}, ${words('media_uris')}, ${words('pictures')}, ${numbers('shingles')},
             coalesce(relation, ''), coalesce(reasons, '')
           FROM unnest($1::bigint[], $2::bigint[], $3::integer[], $4::text[], $5::text[], $6::boolean[], $7::text[],
             $8::text[], $9::text[], $10::text[], $11::text[], $12::jsonb[], $13::jsonb[], $14::jsonb[], $15::jsonb[],
             $16::text[], $17::text[]) AS u (id, family, version, key, signature, apart, text, raw, credit,
             photographer, agency, flags, media_uris, pictures, shingles, relation, reasons)
           ON CONFLICT (id) DO UPDATE SET family_id = excluded.family_id, text = excluded.text, raw = excluded.raw,
             credit = excluded.credit, photographer = excluded.photographer, agency = excluded.agency,
             flags = excluded.flags, media_uris = excluded.media_uris, pictures = excluded.pictures,
             relation = CASE WHEN excluded.relation = '' THEN f.relation ELSE excluded.relation END,
             reasons = CASE WHEN excluded.relation = '' THEN f.reasons ELSE excluded.reasons END
           WHERE (f.family_id, f.text, f.raw, f.credit, f.photographer, f.agency, f.flags, f.media_uris, f.pictures)
                 IS DISTINCT FROM (excluded.family_id, excluded.text, excluded.raw, excluded.credit,
                   excluded.photographer, excluded.agency, excluded.flags, excluded.media_uris, excluded.pictures)
              OR (excluded.relation <> '' AND (f.relation, f.reasons) <> (excluded.relation, excluded.reasons))`,
    values: [
      forms.map((form) => form.id),
      forms.map(familyOf),
      forms.map((form) => form.version),
      forms.map((form) => form.key),
      forms.map((form) => form.signature),
      forms.map((form) => form.apart),
      forms.map((form) => form.text),
      forms.map((form) => form.raw),
      forms.map((form) => form.credit ?? null),
      forms.map((form) => form.photographer ?? null),
      forms.map((form) => form.agency ?? null),
      forms.map((form) => JSON.stringify(form.flags)),
      forms.map((form) => JSON.stringify(form.mediaUris)),
      forms.map((form) => JSON.stringify(form.pictures)),
      forms.map((form) => JSON.stringify(form.shingles)),
      forms.map((form) => placed.get(form.id)?.relation ?? null),
      forms.map((form) => placed.get(form.id)?.reasons.join('; ') ?? null),
    ],
  })
  await writeShingles(
    client,
    forms.filter((form) => plan.fresh.has(form.id) && !form.apart),
  )
  await writePictures(client, plan, forms)
}

async function writeShingles(client: Client, fresh: readonly FormRow[]): Promise<void> {
  if (fresh.length === 0) return
  await client.query({
    name: 'shingles-write',
    text: `INSERT INTO wire.caption_shingles (hash, form_id)
           SELECT * FROM unnest($1::integer[], $2::bigint[]) AS u (hash, form) ORDER BY 1, 2`,
    values: [fresh.flatMap((form) => [...form.shingles]), fresh.flatMap((form) => form.shingles.map(() => form.id))],
  })
}

async function writePictures(client: Client, plan: FamilyPlan, forms: readonly FormRow[]): Promise<void> {
  const gone = [...plan.reworded.values()].flatMap((before) => {
    const now = plan.forms.get(before.id)!.pictures
    return before.pictures.filter((picture) => !now.includes(picture)).map((picture) => ({ picture, form: before.id }))
  })
  await removePictures(client, gone)
  const shown = forms.filter(
    (form) => !form.apart && form.pictures.length > 0 && (plan.fresh.has(form.id) || plan.reworded.has(form.id)),
  )
  if (shown.length === 0) return
  await client.query({
    name: 'pictures-write',
    text: `INSERT INTO wire.caption_pictures (identity, form_id)
           SELECT * FROM unnest($1::text[], $2::bigint[]) AS u (identity, form) ORDER BY 1, 2 ON CONFLICT DO NOTHING`,
    values: [shown.flatMap((form) => [...form.pictures]), shown.flatMap((form) => form.pictures.map(() => form.id))],
  })
}

async function removePictures(client: Client, gone: readonly { picture: string; form: number }[]): Promise<void> {
  if (gone.length === 0) return
  await client.query({
    name: 'pictures-remove',
    text: `DELETE FROM wire.caption_pictures WHERE (identity, form_id) IN
             (SELECT * FROM unnest($1::text[], $2::bigint[]) AS u (identity, form))`,
    values: [gone.map(({ picture }) => picture), gone.map(({ form }) => form)],
  })
}

async function writeMembers(client: Client, { captions, formOf }: FamilyPlan): Promise<void> {
  await client.query({
    name: 'members-write',
    text: `INSERT INTO wire.caption_members AS m (caption_id, form_id, story_id, outlet, bare)
           SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::text[], $5::boolean[])
           ON CONFLICT (caption_id) DO UPDATE SET form_id = excluded.form_id, outlet = excluded.outlet,
             bare = excluded.bare
           WHERE (m.form_id, m.outlet, m.bare) <> (excluded.form_id, excluded.outlet, excluded.bare)`,
    values: [
      captions.map((caption) => caption.id),
      captions.map((caption) => formOf.get(caption.id)!),
      captions.map((caption) => caption.storyId),
      captions.map((caption) => caption.outlet),
      captions.map((caption) => caption.bare),
    ],
  })
}

async function removeForms(client: Client, { removed }: FamilyPlan): Promise<void> {
  if (removed.size === 0) return
  const forms = [...removed.values()]
  await client.query({
    name: 'shingles-remove',
    text: `DELETE FROM wire.caption_shingles WHERE (segment, hash, form_id) IN
             (SELECT wire.shingle_segment(form), hash, form FROM unnest($1::integer[], $2::bigint[]) AS u (hash, form))`,
    values: [forms.flatMap((form) => [...form.shingles]), forms.flatMap((form) => form.shingles.map(() => form.id))],
  })
  await removePictures(
    client,
    forms.flatMap((form) => form.pictures.map((picture) => ({ picture, form: form.id }))),
  )
  await client.query({
    name: 'forms-remove',
    text: `DELETE FROM wire.caption_forms WHERE id = ANY ($1::bigint[])`,
    values: [[...removed.keys()]],
  })
}

/** What is left of a family whose head has gone to another goes there as well. */
async function absorbFamilies(
  client: Client,
  families: readonly AssignedFamily[],
  ids: ReadonlyMap<number, number>,
): Promise<void> {
  const pairs = families.flatMap(({ head, absorbed, reason }) =>
    absorbed.map((family) => ({ family, into: ids.get(head)!, reason })),
  )
  if (pairs.length === 0) return
  await client.query({
    name: 'families-absorb',
    text: `WITH pairs AS (
             SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::text[]) AS u (family, target, reason)),
           moved AS (
             UPDATE wire.caption_forms f SET family_id = target FROM pairs WHERE f.family_id = pairs.family),
           unlinked AS (
             DELETE FROM wire.caption_links l USING pairs WHERE pairs.family IN (l.family_a, l.family_b))
           UPDATE wire.caption_families y
           SET merged_into = target, merged_at = now(), merge_reason = reason, changed_at = now(),
             captions = 0, stories = 0, outlets = 0
           FROM pairs WHERE y.id = pairs.family`,
    values: [pairs.map(({ family }) => family), pairs.map(({ into }) => into), pairs.map(({ reason }) => reason)],
  })
}

async function removeFamilies(client: Client, emptied: readonly number[]): Promise<void> {
  if (emptied.length === 0) return
  await client.query({
    name: 'families-remove',
    text: `DELETE FROM wire.caption_families y WHERE id = ANY ($1::bigint[])
             AND NOT EXISTS (SELECT FROM wire.caption_forms f WHERE f.family_id = y.id)`,
    values: [emptied],
  })
}

/** Links of heads that were looked at again are written anew. */
async function writeLinks(
  client: Client,
  plan: FamilyPlan,
  ids: ReadonlyMap<number, number>,
  created: ReadonlySet<number>,
): Promise<void> {
  const familyOf = (head: number): number | undefined => ids.get(head) ?? plan.forms.get(head)?.familyId
  const from = [...plan.settlement.related.keys()].map((head) => familyOf(head)!)
  const links = [...plan.settlement.related].flatMap(([head, others]) =>
    others.map((other) => ({ a: familyOf(head)!, b: familyOf(other.head)!, reasons: other.reasons.join('; ') })),
  )
  for (const { from: head, to, reasons } of plan.settlement.linked) {
    links.push({ a: familyOf(head)!, b: familyOf(to)!, reasons: reasons.join('; ') })
  }
  if (from.length === 0) return
  // a family that is new has no links
  const former = from.filter((family) => !created.has(family))
  if (former.length > 0) {
    await client.query({
      name: 'links-clear',
      text: `DELETE FROM wire.caption_links WHERE family_a = ANY ($1::bigint[])`,
      values: [former],
    })
  }
  if (links.length === 0) return
  await client.query({
    name: 'links-write',
    text: `INSERT INTO wire.caption_links (family_a, family_b, reasons)
           SELECT DISTINCT ON (a, b) a, b, reasons FROM unnest($1::bigint[], $2::bigint[], $3::text[]) AS u (a, b, reasons)
           WHERE a <> b ORDER BY a, b ON CONFLICT DO NOTHING`,
    values: [links.map(({ a }) => a), links.map(({ b }) => b), links.map(({ reasons }) => reasons)],
  })
}

/** Brings what readers see of a family up to date: the head's text, the fullest credit, all pictures, the counts. */
async function describeFamilies(
  client: Client,
  families: readonly AssignedFamily[],
  ids: ReadonlyMap<number, number>,
): Promise<void> {
  await client.query({
    name: 'families-describe',
    text: `UPDATE wire.caption_families y
           SET head_form = u.head, normaliser_version = h.normaliser_version, key = h.key, text = h.text,
             credit = k.credit, photographer = k.photographer, agency = k.agency, flags = w.flags,
             media_uris = p.media_uris, furniture = h.signature LIKE 'furniture %', captions = n.captions,
             stories = n.stories, outlets = n.outlets, changed_at = now()
           FROM unnest($1::bigint[], $2::bigint[]) AS u (family, head)
           JOIN wire.caption_forms h ON h.id = u.head
           CROSS JOIN LATERAL (
             SELECT f.credit, f.photographer, f.agency FROM wire.caption_forms f WHERE f.family_id = u.family
             ORDER BY (f.id = u.head AND coalesce(f.credit, f.photographer, f.agency) IS NOT NULL) DESC,
               coalesce(length(f.credit), 0) DESC, f.credit, f.photographer, f.agency LIMIT 1) k
           CROSS JOIN LATERAL (
             SELECT ARRAY(SELECT DISTINCT unnest(f.flags) FROM wire.caption_forms f WHERE f.family_id = u.family
               ORDER BY 1) AS flags) w
           CROSS JOIN LATERAL (
             SELECT ARRAY(SELECT DISTINCT unnest(f.media_uris) FROM wire.caption_forms f WHERE f.family_id = u.family
               ORDER BY 1 LIMIT 50) AS media_uris) p
           CROSS JOIN LATERAL (
             SELECT count(*) AS captions, count(DISTINCT m.story_id) AS stories, count(DISTINCT m.outlet) AS outlets
             FROM wire.caption_forms f JOIN wire.caption_members m ON m.form_id = f.id
             WHERE f.family_id = u.family) n
           WHERE y.id = u.family`,
    values: [families.map(({ head }) => ids.get(head)!), families.map(({ head }) => head)],
  })
}
