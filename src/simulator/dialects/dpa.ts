import type { CaptionIntent } from '../wire/event.ts'
import type { Dialect } from './dialect.ts'
import type { Filing } from './filing.ts'

const urnOf = ({ itemid, firstCreated }: Filing): string =>
  `urn:newsml:rehearsal.example:${firstCreated.slice(0, 10).replaceAll('-', '')}:${itemid.slice(0, 12)}`

const pictureOf = (caption: CaptionIntent, urn: string, rank: number): object => ({
  type: 'image',
  urn,
  rank,
  version: 1,
  headline: null,
  caption: caption.form,
  creditline: null,
  is_featureimage: rank === 0,
  renditions: [{ url: `https://pictures.rehearsal.example/${rank}.jpg?sig=x`, mimetype: 'image/jpeg', size: 800 }],
})

/** Entries of dpa's digitalwires: a text with its pictures in one object, or a picture alone. */
export const dpaDialect: Dialect = {
  name: 'dpa',
  carries: ({ type }) => type === 'text' || type === 'picture',
  uriOf: urnOf,
  captionsOf: ({ type, captions }) => (type === 'picture' ? captions.slice(0, 1) : captions),
  write: (filing) => {
    const { type, version, captions, paragraphs, tables, keywords, subjects } = filing
    const urn = urnOf(filing)
    const body = [...paragraphs.map((text) => `<p>${text}</p>`), ...tables].join('')
    return {
      entry_id: `${filing.itemid.slice(0, 16)}${version}`,
      urn,
      version,
      version_created: filing.versionCreated,
      updated: filing.versionCreated,
      pubstatus: filing.status === 'embargoed' ? 'usable' : filing.status,
      embargoed: filing.embargoedUntil ?? null,
      language: 'en',
      urgency: filing.urgency ?? null,
      headline: filing.headline,
      kicker: null,
      teaser: filing.extended ?? null,
      byline: filing.byline ?? null,
      dateline: filing.dateline ?? null,
      creditline: 'dpa',
      copyrightnotice: '(c) Rehearsal Desk',
      article_html: type === 'text' ? `<section class="main">${body}</section>` : null,
      linkbox_html: null,
      associations:
        type === 'picture'
          ? captions.slice(0, 1).map((caption) => pictureOf(caption, urn, 0))
          : captions.map((caption, at) => pictureOf(caption, `${urn}:picture:${at}`, at)),
      categories: [
        ...keywords.map((name, rank) => ({ type: 'dnltype:keyword', name, rank })),
        ...subjects.map(({ name }, rank) => ({ type: 'dnltype:dpasubject', name, qcode: `dpasubject:${rank}`, rank })),
      ],
      ednotes:
        filing.editorialNote === undefined
          ? []
          : [{ role: 'dpaednoterole:editorialnote', ednote: filing.editorialNote }],
      notepad: { nonpublic_html: '<p>Desk: +00 000 000, for editors alone.</p>' },
      rubric_names: [],
      genre_names: [],
    }
  },
}
