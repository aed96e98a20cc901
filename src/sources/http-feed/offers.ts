import { createHash } from 'node:crypto'
import type { HttpAnswer } from '../http/answer.ts'
import { redactUrl, stripKeys } from '../http/redact-url.ts'
import type { Offer } from '../source.ts'
import { Seen } from '../window/seen.ts'
import { sliceEntries } from './entry-slices.ts'

/** Entries whose state is remembered: more than the longest window that is taken apart. */
const mostEntries = 2000

/** Short name of a body. */
export const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('base64url')

/** A document as received, in one piece. */
export function wholeOffer(answer: HttpAnswer): Offer {
  return offer(answer, answer.bytes)
}

/**
 * The entries of feeds that are new or changed, each as a document of its own and twice: at once, with the page of an
 * earlier state if there is one, and again to be read when its page is there. A reader has the feed's words within
 * seconds and the story when its site gives it; no entry waits for the page of another. A feed that cannot be taken
 * apart is offered whole, without pages.
 */
export function entryOffers(
  answers: readonly HttpAnswer[],
  remembered: string | undefined,
): { readonly offers: readonly Offer[]; readonly entries: string; readonly note?: string } {
  const seen = new Seen(remembered, mostEntries)
  const offers: Offer[] = []
  let note: string | undefined
  for (const answer of answers) {
    const slices = sliceEntries(answer.bytes, answer.url)
    if (slices === undefined) {
      offers.push(wholeOffer(answer))
      note = 'the entries cannot be told apart: no pages are fetched'
      continue
    }
    // The oldest stand last.
    for (const { bytes, entry, link, mark } of [...slices].reverse()) {
      if (seen.has(entry)) continue
      seen.add(entry)
      if (link === undefined) {
        offers.push(offer(answer, bytes))
        continue
      }
      const page = { role: 'page', url: stripKeys(link), mark }
      offers.push({ ...offer(answer, bytes), companions: [{ ...page, ifKnown: true }] })
      offers.push({ ...offer(answer, bytes), companions: [page] })
    }
  }
  return { offers, entries: seen.toString(), ...(note === undefined ? {} : { note }) }
}

function offer(answer: HttpAnswer, bytes: Buffer): Offer {
  const contentType = answer.headers.get('content-type')
  return {
    key: `${redactUrl(answer.url)} ${digestOf(bytes).slice(0, 8)}`,
    bytes,
    url: answer.url,
    ...(contentType === undefined ? {} : { contentType }),
  }
}
