import type { Item } from '../story/item.ts'

/**
 * What is known of a story when it is compared with stories of other outlets. Absent means unknown: a page often has
 * neither slug nor dateline.
 */
export interface CopyStory {
  /** Body as text, paragraphs parted by blank lines. */
  readonly bodyText: string
  readonly headline?: string
  /** Without cycle and take. */
  readonly slug?: string
  /** City of the dateline, else the dateline as printed. */
  readonly dateline?: string
  /** Who wrote it, as printed in any field that names agencies: source, provider, credit line, byline. */
  readonly credits?: readonly string[]
  /** Who published it: an authority ("ap.org") or the host of its address. Two stories of one outlet are no copies. */
  readonly outlet?: string
  /** Ids and addresses under which it is known: its own uri, canonical address, links to its other forms. */
  readonly names?: readonly string[]
  /** It is sent as the correction of another version. */
  readonly correction?: boolean
  /** ISO 8601. */
  readonly firstCreated?: string
  /** ISO 8601. */
  readonly versionCreated?: string
}

/** Links that lead to the story itself in another form or state; a picture or a member of a package is another one. */
const selfLinks: ReadonlySet<string> = new Set(['alternate', 'canonical', 'earlierVersion', 'replaces', 'replacedBy'])

/** Reads from an item what comparing needs. */
export function readCopyStory(item: Item, outlet?: string): CopyStory {
  const links = (item.links ?? []).filter((link) => selfLinks.has(link.rel)).map((link) => link.uri)
  const optional = <K extends keyof CopyStory>(name: K, value: CopyStory[K] | undefined) =>
    value === undefined ? {} : { [name]: value }
  return {
    bodyText: item.bodyText ?? '',
    credits: [
      item.source,
      item.provider,
      item.creditLine,
      item.copyrightHolder,
      ...(item.bylines ?? []).map((byline) => byline.organisation),
    ].filter((credit) => credit !== undefined),
    names: [item.uri, ...links],
    ...optional('outlet', outlet),
    ...optional('correction', item.editorialType === 'correction' ? true : undefined),
    ...optional('headline', item.headline),
    ...optional('slug', item.slug),
    ...optional('dateline', item.dateline?.city ?? item.dateline?.text),
    ...optional('firstCreated', item.firstCreated),
    ...optional('versionCreated', item.versionCreated),
  }
}
