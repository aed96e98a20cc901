// Invented captions, each in the forms in which newspapers print them, and stories to print them in.
import { dice } from './dice.mjs'

const first = 'Lena Tomas Ida Oskar Mira Jonas Petra Emil Nora Viggo Selma Anton'.split(' ')
const last = 'Hartwick Reed Brandvold Lindqvist Okafor Moreno Castell Dahl Whitcombe Aster Renfro Quill'.split(' ')
const what = 'speaks with dock workers|inspects a flooded bridge|opens a night market|leads a school choir|repairs a fishing boat|plants a row of lindens|carries a carved mask|presents an old chronicle'.split('|') // prettier-ignore
const where = 'Port Ellery|Saltmarsh|New Tarn|Greyford|Hollin Bay|Upper Marle|Fenwick Sound|Ostrava Hill'.split('|')
const when = 'March 12, 2024|April 3, 2024|May 21, 2024|June 9, 2024|July 30, 2024|August 14, 2024'.split('|')
const aside = 'as rain moves in from the north coast|after weeks of talks with the county|before a crowd of several hundred|on the eve of the spring festival|in front of the restored customs house'.split('|') // prettier-ignore

const letters = 'bdfgklmnprstvz'
const vowels = 'aeiou'

/** A made-up name that belongs to one number alone. */
function nameOf(number) {
  let name = ''
  for (let rest = number + 1000; rest > 0; rest = Math.floor(rest / 70)) {
    name += letters[rest % 14] + vowels[Math.floor(rest / 14) % 5]
  }
  return name[0].toUpperCase() + name.slice(1)
}

/** Caption number `n`, in six forms: with credit, without, in a gallery, cut short, credit glued on, from the files. */
export function captionForms(n) {
  const pick = (list, salt) => list[Math.floor(dice(n * 31 + salt)() * list.length)]
  const person = `${pick(first, 1)} ${nameOf(n)}`
  const photographer = `${pick(first, 2)} ${pick(last, 3)}`
  const head = `${person} of the ${nameOf(n * 7 + 3)} society ${pick(what, 4)} in ${pick(where, 5)}`
  const full = `${head} ${pick(aside, 6)}, ${pick(when, 7)}.`
  return [
    `${full} (AP Photo/${photographer})`,
    full,
    `Image ${1 + (n % 8)} of 9 ${full} Photo: ${photographer}, AP`,
    `${head}. (AP Photo/${photographer})`,
    `${full} ${photographer}/AP`,
    `FILE - ${full} (AP Photo/${photographer}, File)`,
  ]
}

/** Shuffles in place by the seed. */
export function shuffle(list, seed) {
  const next = dice(seed)
  for (let at = list.length - 1; at > 0; at--) {
    const other = Math.floor(next() * (at + 1))
    ;[list[at], list[other]] = [list[other], list[at]]
  }
  return list
}

/** Prints each text in a story of its own, as recording leaves it; answers the numbers of the captions in this order. */
export async function printCaptions(bench, pool, feedId, texts, prefix) {
  const { normaliseCaption } = await bench.load('captions/normalise.js')
  const ids = []
  for (let from = 0; from < texts.length; from += 1000) {
    const batch = texts.slice(from, from + 1000)
    const normal = batch.map((raw) => normaliseCaption(raw))
    const uris = batch.map((_, at) => `https://paper${(from + at) % 40}.example/${prefix}/${from + at}`)
    const { rows } = await pool.query(
      `WITH input AS (
         SELECT * FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
           WITH ORDINALITY AS u (uri, raw, key, text, credit, photographer, agency, n)),
       story AS (
         INSERT INTO wire.stories (authority, uri, feed_id) SELECT '', uri, $1 FROM input ORDER BY n
         RETURNING id, uri, born),
       caption AS (
         INSERT INTO wire.captions (story_id, normaliser_version, key, text, credit, photographer, agency,
           first_revision, last_revision)
         SELECT s.id, $9, decode(key, 'hex'), text, credit, photographer, agency, 1, 1
         FROM input JOIN story s USING (uri) ORDER BY n RETURNING id, story_id),
       mention AS (
         INSERT INTO wire.mentions (born, story_id, revision, position, caption_id, raw, role, attached)
         SELECT s.born, s.id, 1, 0, c.id, raw, 'main', 'first'
         FROM input JOIN story s USING (uri) JOIN caption c ON c.story_id = s.id),
       waiting AS (INSERT INTO wire.captions_waiting (caption_id) SELECT id FROM caption ORDER BY id)
       SELECT c.id::float8 AS id FROM input JOIN story s USING (uri) JOIN caption c ON c.story_id = s.id ORDER BY n`,
      [
        feedId,
        uris,
        batch,
        normal.map(({ key }) => key),
        normal.map(({ text }) => text),
        normal.map(({ credit }) => credit ?? null),
        normal.map(({ photographers }) => photographers.join(', ') || null),
        normal.map(({ agencies }) => agencies.join(', ') || null),
        normal[0].version,
      ],
    )
    for (const { id } of rows) ids.push(id)
  }
  // as autovacuum leaves the tables that recording fills
  await pool.query('ANALYZE wire.stories, wire.captions, wire.mentions')
  return ids
}
