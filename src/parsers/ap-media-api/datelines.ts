import { readDateline } from '../../normalise/dateline.ts'
import { titleCaseName } from '../../normalise/byline.ts'
import { compact } from '../../story/draft.ts'
import type { ItemDraft } from '../../story/draft.ts'
import type { Dateline } from '../../story/item.ts'
import { readString } from '../json/read.ts'
import type { JsonObject } from '../json/read.ts'

/**
 * `located` is the dateline as printed, `datelinelocation` its parts; either may be missing. Pictures have the parts only,
 * in capitals, and then the text is put together from them. Partial objects occur.
 */
export function readDatelines(item: JsonObject, draft: ItemDraft): void {
  const located = readString(item, 'located')
  const part = (name: string): string | undefined => {
    const value = readString(item, `datelinelocation.${name}`)
    return value === undefined ? undefined : titleCaseName(value)
  }
  const city = part('city')
  const region = part('countryareaname')
  const country = part('countryname')
  if (located === undefined && city === undefined && region === undefined && country === undefined) return
  const read: Dateline =
    located === undefined ? { text: [city, region, country].filter(Boolean).join(', ') } : readDateline(located)
  draft.set(
    'dateline',
    compact<Dateline>({
      ...read,
      city: city ?? read.city,
      region: region ?? read.region,
      country: country ?? read.country,
    }),
    located === undefined ? 'datelinelocation' : 'located',
  )
}
