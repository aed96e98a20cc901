import type { Dialect } from './dialect.ts'
import type { Filing } from './filing.ts'

const unoOf = ({ itemid, firstCreated }: Filing): string =>
  `newsml.rehearsal.example.${firstCreated.replaceAll(/[-:]/g, '').slice(0, 15)}Z.doc-${itemid.slice(0, 10)}`

const classes = { text: 'text', picture: 'picture', graphic: 'graphic', video: 'video', audio: 'audio' } as const

/** Documents as the AFP Core API gives them: the text as a list of paragraphs, pictures in a bag. */
export const afpDialect: Dialect = {
  name: 'afp',
  carries: ({ type }) => type !== 'composite',
  uriOf: unoOf,
  captionsOf: ({ type, captions }) => (type === 'text' ? captions : captions.slice(0, 1)),
  write: (filing) => {
    const { type, version, captions, paragraphs, tables, status } = filing
    const text = type === 'text'
    return {
      uno: unoOf(filing),
      revision: version,
      class: classes[type as keyof typeof classes],
      product: text ? 'news' : 'photo',
      status: status === 'embargoed' ? 'Usable' : `${status.slice(0, 1).toUpperCase()}${status.slice(1)}`,
      ...(filing.embargoedUntil === undefined ? {} : { embargoed: filing.embargoedUntil }),
      published: filing.versionCreated,
      created: filing.firstCreated,
      lang: 'en',
      urgency: filing.urgency ?? 4,
      headline: filing.headline,
      slug: filing.keywords,
      creator: filing.byline?.replace(/^By /, ''),
      city: filing.city,
      countryname: filing.country,
      provider: 'Rehearsal',
      source: 'Rehearsal',
      ...(filing.editorialNote === undefined ? {} : { advisory: filing.editorialNote }),
      ...(filing.extended === undefined ? {} : { summary: [filing.extended] }),
      news: text ? [...paragraphs, ...tables] : [],
      ...(text ? {} : { caption: captions.slice(0, 1).map(({ form }) => form) }),
      bagItem: text
        ? captions.map((caption, at) => ({
            uno: `${unoOf(filing)}-${at}`,
            caption: caption.form,
            medias: [
              { role: 'Preview', type: 'Photo', href: 'https://pictures.rehearsal.example/p.jpg?token=x', width: 600 },
            ],
          }))
        : [],
    }
  },
}
