import type { Dialect } from './dialect.ts'
import type { Filing } from './filing.ts'

/** Upper case, short, and the same for every version: what Reuters calls a unique story number. */
const usnOf = ({ itemid }: Filing): string => `L8N${itemid.slice(0, 10).toUpperCase()}`

const guidOf = (filing: Filing): string =>
  `tag:rehearsal.example,${filing.firstCreated.slice(0, 4)}:newsml_${usnOf(filing)}`

const types = { text: 'TEXT', picture: 'PICTURE', graphic: 'GRAPHIC', video: 'VIDEO', audio: 'AUDIO' } as const

/** Items as the content API of Reuters Connect gives them. It has no field for an embargo. */
export const reutersDialect: Dialect = {
  name: 'reuters',
  carries: ({ type, embargoedUntil }) => embargoedUntil === undefined && type !== 'composite',
  uriOf: guidOf,
  captionsOf: ({ type, captions }) => (type === 'text' ? [] : captions.slice(0, 1)),
  write: (filing) => {
    const { version, type, status, paragraphs, tables, captions, subjects } = filing
    const body = [...paragraphs.map((text) => `<p>${text}</p>`), ...tables].join('')
    return {
      versionedGuid: `${guidOf(filing)}:${version}`,
      uri: guidOf(filing),
      usn: usnOf(filing),
      version: String(version),
      type: types[type as keyof typeof types],
      profile: type === 'text' ? 'SNI' : null,
      headLine: filing.headline,
      slug: filing.slug?.toUpperCase() ?? null,
      byLine: filing.byline ?? null,
      intro: null,
      fragment: filing.extended ?? null,
      caption: type === 'text' ? null : (captions[0]?.form ?? null),
      bodyXhtml: type === 'text' && status !== 'canceled' ? `<html><body>${body}</body></html>` : null,
      bodyXhtmlRich: null,
      located: filing.city ?? null,
      language: 'en',
      urgency: filing.urgency ?? null,
      pubStatus: `stat:${status}`,
      signal: status === 'canceled' ? ['edStat:D'] : version >= 100 ? ['edStat:U'] : null,
      productLabel: null,
      keyword: filing.keywords,
      credit: 'REHEARSAL',
      copyrightNotice: '(c) Rehearsal Desk',
      usageTerms: 'Rehearsal copy: every person, place, company and event in it is invented.',
      usageTermsRole: null,
      firstCreated: filing.firstCreated,
      versionCreated: filing.versionCreated,
      subject: subjects.map(({ name, code }) => ({ code: `N2:${(code ?? name).slice(0, 8)}`, name, rel: 'about' })),
      renditions:
        type === 'text'
          ? []
          : [
              {
                code: 'rend:baseImage',
                type: 'BASEIMAGE',
                mimeType: 'image/jpeg',
                uri: `${guidOf(filing).replace('newsml_', 'binary_')}-BASEIMAGE`,
                version: String(version),
                points: 12,
              },
            ],
      associations: null,
    }
  },
}
