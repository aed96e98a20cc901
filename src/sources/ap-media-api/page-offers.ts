import { stripKeys } from '../http/redact-url.ts'
import type { Offer } from '../source.ts'
import type { ApApi } from './api.ts'
import type { CompanionMemory } from './companion-memory.ts'
import { fetchCompanions } from './companions.ts'
import type { Page } from './page.ts'

/**
 * Makes the offers of a page, with the companions that could be fetched; `missing` counts those to be fetched later.
 */
export async function offersOf(
  api: ApApi,
  page: Page,
  memory: CompanionMemory,
  now: Date,
): Promise<{ readonly offers: readonly Offer[]; readonly missing: number }> {
  const { companions, missing } = await fetchCompanions(api, page.elements, memory, now)
  const offers = page.elements.map((element, index): Offer => {
    const along = companions[index] ?? []
    return {
      key: element.key,
      bytes: element.bytes,
      contentType: 'application/json; charset=utf-8',
      ...(element.uri === undefined || !URL.canParse(element.uri) ? {} : { url: withoutQuery(element.uri) }),
      ...(along.length === 0 ? {} : { companions: along }),
    }
  })
  return { offers, missing }
}

/** An item's own URI carries nothing but session tokens behind the question mark. */
const withoutQuery = (uri: string): string => stripKeys(uri).split('?', 1)[0] as string
