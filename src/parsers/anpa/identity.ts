import { dayOf, digestUri, slugFamilyUri, transmissionUri } from '../../normalise/identity.ts'
import type { NoticeTarget } from '../../normalise/notice-targets.ts'
import { readSlug } from '../../normalise/slug.ts'
import { daysIn } from '../../normalise/calendar.ts'
import type { AnpaHeader } from './header.ts'
import type { AnpaTrailer } from './trailer.ts'

const senders: Readonly<Record<string, string>> = { AP: 'AP', KWS: 'Kyodo', KYODO: 'Kyodo' }
/** Slugs that are used for many stories a day and therefore name none. */
const shared = /^(?:ap)?(?:newsalert|alert|flash|bulletin|urgent|kill|correction|advisory|withhold)s?$/

/** The agency of a message: its trailer, the tag in its dateline, AP when it writes AP's cycles. */
export function readAgency(
  trailer: AnpaTrailer | undefined,
  datelineTag: string | undefined,
  slug: string | undefined,
): string | undefined {
  const sender = trailer === undefined ? undefined : (senders[trailer.sender] ?? trailer.sender)
  return sender ?? datelineTag ?? (/^(?:BC|AM|PM|AP)-/.test(slug ?? '') ? 'AP' : undefined)
}

/**
 * The day of a message, YYYY-MM-DD: the cycle date of the header, which all leads of a cycle share, with the year of the
 * trailer or of the arrival. AP writes month and day, Kyodo day and month.
 */
export function readDay(header: AnpaHeader, agency: string | undefined, stamp: string | undefined): string | undefined {
  const [first, second] = header.date ?? []
  if (first === undefined || second === undefined || stamp === undefined) return dayOf(stamp)
  const dayFirst = agency === 'Kyodo' || first > 12
  const [month, day] = dayFirst ? [second, first] : [first, second]
  const year = Number(stamp.slice(0, 4))
  const near = Date.parse(stamp)
  let best: string | undefined
  let distance = Infinity
  for (const candidate of [year - 1, year, year + 1]) {
    if (month < 1 || month > 12 || day < 1 || day > daysIn(candidate, month)) continue
    const away = Math.abs(Date.UTC(candidate, month - 1, day) - near)
    if (away >= distance) continue
    distance = away
    best = `${candidate}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  }
  return best ?? dayOf(stamp)
}

export interface AnpaNames {
  readonly agency: string
  readonly day: string | undefined
  readonly slug: string | undefined
  readonly transref: string | undefined
}

/**
 * The identity of a message: agency, day and slug family. Alerts and the like share one slug, so their transmission
 * number tells them apart; without either the words do.
 */
export function anpaUri({ agency, day, slug, transref }: AnpaNames, words: string): string {
  const family = slug === undefined ? '' : readSlug(slug).family
  if (family !== '' && !shared.test(family)) return slugFamilyUri({ agency, family, day })
  if (transref !== undefined) return transmissionUri({ agency, number: transref, day })
  return family === '' ? digestUri('anpa', agency, words) : digestUri('anpa', agency, family, words)
}

/**
 * The identity of the story that a notice names, in the day of the notice: by its slug, or by its transmission number when
 * the slug is one that many stories share.
 */
export function targetUri(target: NoticeTarget, agency: string, day: string | undefined): string | undefined {
  const family = target.slug === undefined ? '' : readSlug(target.slug).family
  if (family !== '' && !shared.test(family)) return slugFamilyUri({ agency, family, day })
  return target.transref === undefined ? undefined : transmissionUri({ agency, number: target.transref, day })
}
