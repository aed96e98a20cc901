import type { EditorialType, NotPublishable } from '../story/item.ts'
import { remember } from './memo.ts'
import { foldSpace } from './text.ts'
import { readTake, splitTake } from './take.ts'

export interface ReadSlug {
  /** Without cycle and take: the words that stay the same through every lead. */
  readonly slug: string
  /** As printed: "8th Ld-Writethru". */
  readonly takeKey?: string
  /** BC both cycles, AM, PM, AP online. */
  readonly cycle?: string
  readonly editorialType?: EditorialType
  readonly notPublishable?: NotPublishable
  /** Key for legacy identity: the slug without its region, folded to what header forms and full forms share. */
  readonly family: string
}

const cycle = /^(BC|AM|PM|AP)-(?=\S)/
const region = /^[A-Z]{2,3}--/

/**
 * Reads an AP slug: cycle, region, words, take. Slugs of other agencies have neither and come back as they are.
 *   BC-US--Harbor Closure-Ferry, 8th Ld-Writethru    BC-Economy-Services, 1st Ld-Writethru    AP-MI--2nd Right Now
 */
export const readSlug = remember((raw): ReadSlug => {
  const whole = foldSpace(raw.slice(0, 500)).replace(/[<=^]+$/, '')
  const cycleName = cycle.exec(whole)?.[1]
  const { words, take } = splitTake(whole.replace(cycle, ''))
  const slug = words.replace(/[\s,-]+$/, '')
  const editorialType = take === undefined ? undefined : readTake(take)
  const notPublishable = readKind(slug.replace(region, '')) ?? (editorialType === 'advisory' ? 'advisory' : undefined)
  return {
    slug: slug === '' ? whole : slug,
    ...(take !== undefined && { takeKey: take }),
    ...(cycleName !== undefined && { cycle: cycleName }),
    ...(editorialType !== undefined && { editorialType }),
    ...(notPublishable !== undefined && { notPublishable }),
    family: foldFamily(slug === '' ? whole : slug),
  }
})

/** Case, blanks and punctuation off: "Harbor Closure-Ferry" in the text is "HarborClosure-Ferry" in a header. */
function foldFamily(slug: string): string {
  return slug
    .replace(region, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

// Formatstock by slug word. "Travel Advisory" is a story about travel; a bare "Advisory" or one of these is not.
const advisory =
  /^(?:(?:coverage|photo|video|graphics?|editors?|news|sports|audio|service|transmission|budget) )?advisory$|^service guide$|^advisory to (?:editors|members)\b/i
const digest =
  /^(?:(?:ap|the|us|world|sports|business|financial|entertainment|national|international|state|weekend|news|features?|lifestyles?|afternoon|morning|online) ?){0,5}(?:digest|news ?digest)s?(?: (?:advisory|\d{1,2} ?[ap]m))?$/i
const daybook = /^(?:\w{1,20} )?daybook$/i

function readKind(words: string): NotPublishable | undefined {
  if (/^test(?:$|[ -])/i.test(words) && /^test(?: message| story| only| please ignore| - .{0,40})?$/i.test(words))
    return 'test'
  for (const part of words.split('-')) {
    const text = part.trim()
    if (advisory.test(text)) return 'advisory'
    if (digest.test(text)) return 'digest'
    if (daybook.test(text)) return 'daybook'
  }
  return undefined
}
