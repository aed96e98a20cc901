import { compact } from '../../story/draft.ts'
import type { Item } from '../../story/item.ts'
import { looseCredit, ownCaption, ownMedia, writeAssociations, writeCaption, writeRenditions } from './associations.ts'
import { writeConcept, writeSubjects } from './concepts.ts'
import type { Ninjs, NinjsBody, NinjsText } from './shape.ts'
import { isClosed, writeStatus } from './status.ts'

const standard = {
  name: 'ninjs',
  version: '3.1',
  schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json',
} as const

/**
 * An item as a ninjs 3.1 document. The document keeps to the closed schema of ninjs; what the schema has no field for
 * stands in a subject with the `rel` signal, category or keyword, in `altIds`, in a description with a role, or is listed
 * in `uncarriedFields`. An item that was killed or withheld goes out without anything that could be printed: no body, no
 * abstract, no captions, no renditions. Uris are written as the agency gave them, also where they are bare ids.
 */
export function writeNinjs(item: Item): Ninjs {
  const { pubStatus, signals } = writeStatus(item)
  const closed = isClosed(item)
  return {
    ...compact<Omit<Ninjs, 'standard'>>({
      uri: item.uri,
      type: item.type,
      representationType: closed ? 'partial' : 'full',
      version: item.version,
      firstCreated: item.firstCreated,
      versionCreated: item.versionCreated,
      embargoedUntil: item.embargoedUntil === 'indefinite' ? undefined : item.embargoedUntil,
      expires: item.expires,
      pubStatus,
      urgency: item.urgency,
      language: item.language,
      headlines: writeTexts([
        ['main', item.headline],
        ['extended', item.headlineExtended],
      ]),
      slugline: item.slug,
      by: item.byline ?? item.bylines?.map(({ name }) => name).join(', '),
      located: item.dateline?.text,
      descriptions: closed ? [] : writeDescriptions(item),
      bodies: closed ? [] : writeBodies(item),
      edNote: item.editorialNote,
      usageTerms: item.usageTerms?.join('\n\n'),
      copyrightHolder: item.copyrightHolder,
      copyrightNotice: item.copyrightNotice,
      infoSources: [
        ...(item.source === undefined ? [] : [{ name: item.source, role: 'source' }]),
        ...(item.provider === undefined ? [] : [{ name: item.provider, role: 'provider' }]),
      ],
      subjects: writeSubjects(item, signals),
      people: item.people?.map(writeConcept),
      organisations: item.organisations?.map(writeConcept),
      places: item.places?.map(writeConcept),
      events: item.events?.map(writeConcept),
      genres: item.genres?.map((name) => ({ name })),
      altIds: [
        ...(item.etag === undefined ? [] : [{ role: 'etag', value: item.etag }]),
        ...(item.takeKey === undefined ? [] : [{ role: 'takeKey', value: item.takeKey }]),
      ],
      renditions: closed ? [] : writeRenditions(ownMedia(item)?.renditions),
      associations: writeAssociations(item),
    }),
    standard,
  }
}

function writeTexts(texts: readonly (readonly [role: string, value: string | undefined])[]): NinjsText[] {
  return texts.flatMap(([role, value]) => (value === undefined ? [] : [{ role, contentType: 'text/plain', value }]))
}

/** The caption of a picture, the abstract of a story, and the line under which either is credited. */
function writeDescriptions(item: Item): NinjsText[] {
  const caption = ownCaption(item)
  const credit = caption === undefined ? undefined : looseCredit(caption)
  return [
    ...(caption === undefined ? [] : [writeCaption(caption)]),
    ...writeTexts([
      ['abstract', item.abstract],
      ['creditline', item.creditLine ?? (credit === item.byline ? undefined : credit)],
    ]),
  ]
}

function writeBodies({ bodyHtml, bodyText, wordCount }: Item): NinjsBody[] {
  const counts = compact<Pick<NinjsBody, 'charCount' | 'wordCount'>>({
    charCount: bodyText === undefined ? undefined : [...bodyText].length,
    wordCount,
  })
  return [
    ...(bodyHtml === undefined ? [] : [{ role: 'html', contentType: 'text/html', ...counts, value: bodyHtml }]),
    ...(bodyText === undefined ? [] : [{ role: 'text', contentType: 'text/plain', ...counts, value: bodyText }]),
  ]
}
