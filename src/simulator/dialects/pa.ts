import type { Dialect } from './dialect.ts'
import type { Filing } from './filing.ts'

/** PA's uri is a bare UUID. */
const uuidOf = ({ itemid }: Filing): string =>
  itemid.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5').toLowerCase()

const types = { text: 'text', picture: 'picture', graphic: 'graphic', video: 'video', audio: 'audio' } as const

/** Items as PA's Content API gives them: ninjs 1 with `issued` beside the times of ninjs. */
export const paDialect: Dialect = {
  name: 'pa',
  carries: ({ type }) => type !== 'composite',
  uriOf: uuidOf,
  captionsOf: ({ type, captions }) => (type === 'text' ? captions : captions.slice(0, 1)),
  write: (filing) => {
    const { type, version, captions, paragraphs, tables, subjects } = filing
    const text = type === 'text'
    const pictures = captions.map((caption, at) => [
      at === 0 ? 'featureimage' : `embedded${at}`,
      { uri: `${uuidOf(filing)}-${at}`, type: 'picture', description_text: caption.form },
    ])
    return {
      uri: uuidOf(filing),
      type: types[type as keyof typeof types],
      profile: text ? 'story' : 'asset',
      version: String(version),
      firstcreated: filing.firstCreated,
      versioncreated: filing.versionCreated,
      issued: filing.versionCreated,
      pubstatus: filing.status === 'embargoed' ? 'usable' : filing.status,
      ...(filing.embargoedUntil === undefined ? {} : { embargoed: filing.embargoedUntil }),
      language: 'en',
      ...(filing.urgency === undefined ? {} : { urgency: filing.urgency }),
      copyrightholder: 'Rehearsal Desk',
      headline: filing.headline,
      ...(filing.byline === undefined ? {} : { byline: filing.byline }),
      ...(filing.dateline === undefined ? {} : { located: filing.dateline }),
      ...(filing.editorialNote === undefined ? {} : { ednote: filing.editorialNote }),
      ...(text
        ? {
            ...(filing.extended === undefined ? {} : { description_text: filing.extended }),
            body_html: [...paragraphs.map((words) => `<p>${words}</p>`), ...tables].join(''),
            associations: Object.fromEntries(pictures) as object,
          }
        : {
            description_text: captions[0]?.form,
            renditions: { original: { href: 'https://pictures.rehearsal.example/a.jpg?sig=x' } },
          }),
      subject: subjects.map(({ name }) => ({ code: `tag:${name.toLowerCase()}`, name, profile: 'tag', rel: 'about' })),
      ranking: 1,
    }
  },
}
