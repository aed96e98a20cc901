// Invented stories, each as several papers print it: whole, trimmed, under a lede of the paper's own.
import { dice } from './dice.mjs'

const syllables = 'bar den fol gar hul ken lor mar nor pel rin sal tor ven wil zan bre cro dre fle'.split(' ')
const endings = ['', 's', 'ed', 'ing', 'er', 'ly', 'ment']

/** Some 2,800 words that no language has; the lower the number the oftener it comes, as words do. */
function wordOf(roll) {
  const number = Math.floor(roll() ** 2 * syllables.length ** 2 * endings.length)
  const stem = Math.floor(number / endings.length)
  return syllables[stem % syllables.length] + syllables[Math.floor(stem / syllables.length)] + endings[number % 7]
}

/** What stands in many stories of a day and makes none of them a copy. */
const stock = [
  'said in a statement released late on Monday',
  'did not immediately respond to a request for comment',
  'according to two officials who were not authorised to speak',
  'it was not immediately clear how many people were',
  'for the first time in more than three years',
]

function sentence(roll) {
  const length = 9 + Math.floor(roll() * 16)
  const words = Array.from({ length }, () => (roll() < 0.06 ? String(2 + Math.floor(roll() * 900)) : wordOf(roll)))
  if (roll() < 0.15) words.splice(3, 0, stock[Math.floor(roll() * stock.length)])
  const text = words.join(' ')
  return `${text[0].toUpperCase()}${text.slice(1)}.`
}

/** Story number `n`: some 450 words. */
function writeStory(n) {
  const roll = dice(n * 7919 + 13)
  const paragraphs = Array.from({ length: 13 }, () => `${sentence(roll)} ${sentence(roll)}`)
  return { headline: sentence(roll).slice(0, 70), paragraphs, at: Date.UTC(2026, 2, 10) + Math.floor(roll() * 8.64e7) }
}

/** Printing `print` (from 0) of story `n` as a canonical item; the first paper prints it whole. */
function printOf(n, print, prefix) {
  const { headline, paragraphs, at } = writeStory(n)
  const roll = dice(n * 31 + print)
  const kept = print === 0 ? paragraphs : paragraphs.slice(0, 6 + Math.floor(roll() * 7))
  if (print > 0 && roll() < 0.3) kept.unshift(sentence(roll))
  const uri = `https://paper${print}-${n % 20}.example/${prefix}/${n}`
  const made = new Date(at + print * 3_600_000).toISOString()
  const bodyText = [...kept, 'Subscribe to our newsletter and never miss a story from the harbour again.'].join('\n\n')
  return {
    type: 'text',
    uri,
    headline: print === 0 ? headline : sentence(roll).slice(0, 70),
    source: 'Nordwire',
    firstCreated: made,
    versionCreated: made,
    bodyText,
    bodyHtml: bodyText
      .split('\n\n')
      .map((text) => `<p>${text}</p>`)
      .join(''),
  }
}

/** Leaves the printings of stories `from` to below `to` recorded and not yet compared, as they come in a day. */
export async function printStories(pool, feedId, { from, to, papers, prefix }) {
  const items = []
  for (let print = 0; print < papers; print++) for (let n = from; n < to; n++) items.push(printOf(n, print, prefix))
  for (let at = 0; at < items.length; at += 500) {
    const batch = items.slice(at, at + 500)
    await pool.query(
      `WITH input AS (SELECT item, n FROM unnest($2::jsonb[]) WITH ORDINALITY AS u (item, n)),
       story AS (
         INSERT INTO wire.stories (authority, uri, feed_id, publishable, headline, revision_count, current_revision,
           best_revision)
         SELECT '', item->>'uri', $1, true, item->>'headline', 1, 1, 1 FROM input ORDER BY n RETURNING id, uri, born),
       revision AS (
         INSERT INTO wire.revisions (born, story_id, revision, key, status, publishable, headline, body_html, body_text,
           item, format, outcome, feed_id, received_on, receipt_id)
         SELECT s.born, s.id, 1, sha256(s.uri::bytea), 'usable', true, item->>'headline', item->>'bodyHtml',
           item->>'bodyText', item - 'bodyHtml' - 'bodyText', 'page', 'new', $1, s.born, 0
         FROM input JOIN story s ON s.uri = item->>'uri')
       INSERT INTO wire.copy_work (story_id) SELECT id FROM story ORDER BY id`,
      [feedId, batch.map((item) => JSON.stringify(item))],
    )
  }
  return items.length
}
