import { dayOf, derivedUri, digestUri } from '../../normalise/identity.ts'
import { readSlug } from '../../normalise/slug.ts'
import type { ItemDraft } from '../../story/draft.ts'
import { findAgency } from '../newsml/catalogs/agencies.ts'
import { at, attr, textOf } from '../xml/read.ts'
import type { XmlElement } from '../xml/read.ts'

/** regsrc and copyright holders as agencies write them, and the domain that stands for them. */
const domains: Readonly<Record<string, string>> = {
  ap: 'ap.org', 'the associated press': 'ap.org', 'associated press': 'ap.org', pa: 'pressassociation.com', 'press association': 'pressassociation.com',
  aap: 'aap.com.au', 'australian associated press': 'aap.com.au', ntb: 'ntb.no', ansa: 'ansa.it', afp: 'afp.com', ritzau: 'ritzau.dk', cp: 'thecanadianpress.com',
} // prettier-ignore

/**
 * Sets the uri of a NITF document of its own and gives its authority: the id without the version an agency may have put
 * into it, the document's universal number, the key that stays through updates, or what the words offer.
 */
export function readIdentity(root: XmlElement, draft: ItemDraft): string | undefined {
  const docdata = at(root, 'head/docdata')
  const id = attr(at(docdata, 'doc-id'), 'id-string')
  const key = attr(at(docdata, 'du-key'), 'key')
  const uno = attr(root, 'uno')
  const agency = agencyOf(root, draft)
  if (id !== undefined) setStableId(id, key, draft)
  else if (uno !== undefined) draft.set('uri', uno, 'nitf@uno')
  else {
    const day = dayOf(draft.get('versionCreated')) ?? 'undated'
    // a key is unique only for a while, so the day belongs to it
    const stable = key ?? familyOf(draft)
    if (stable !== undefined)
      draft.set(
        'uri',
        derivedUri('nitf', agency ?? '', day, stable),
        key === undefined ? 'slug' : 'head/docdata/du-key@key',
      )
    else if (draft.has('bodyText'))
      draft.set('uri', digestUri('nitf', draft.get('bodyText') ?? ''), 'body/body.content')
  }
  return /^(?:urn:|tag:|https?:)/i.test(draft.get('uri') ?? '') ? undefined : agency
}

const pa = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})[A-Z]{3}-(\d{1,6})-(\d{1,6})$/

function setStableId(id: string, key: string | undefined, draft: ItemDraft): void {
  const from = 'head/docdata/doc-id@id-string'
  // PA: <uuid><category>-<sequence>-<version>
  const match = pa.exec(id)
  if (match?.[1] !== undefined) {
    draft.set('uri', match[1], from)
    draft.fill('version', `${match[2] ?? ''}.${match[3] ?? ''}`, from)
    return
  }
  // NTB: the key, an underscore and a counter
  const counter =
    key === undefined || !id.startsWith(`${key}_`) ? undefined : /^_(\d{1,9})$/.exec(id.slice(key.length))?.[1]
  draft.set('uri', counter === undefined ? id : key, counter === undefined ? from : 'head/docdata/du-key@key')
  if (counter !== undefined) draft.fill('version', counter, from)
}

function familyOf(draft: ItemDraft): string | undefined {
  const words = draft.get('slug') ?? draft.get('headline')
  const family = words === undefined ? '' : readSlug(words).family
  return family === '' ? undefined : family
}

/** The zone in which the agency writes times that name none (NTB, Europa Press); undefined for an agency nobody knows. */
export function usualZone(root: XmlElement): string | undefined {
  const docdata = at(root, 'head/docdata')
  return findAgency([
    attr(at(docdata, 'doc-id'), 'regsrc'),
    attr(at(docdata, 'doc.copyright'), 'holder'),
    attr(at(docdata, 'del-list/from-src'), 'src-name'),
    textOf(at(root, 'body/body.head/distributor')),
  ])?.zone
}

function agencyOf(root: XmlElement, draft: ItemDraft): string | undefined {
  const docdata = at(root, 'head/docdata')
  const name = (
    attr(at(docdata, 'doc-id'), 'regsrc') ??
    attr(at(docdata, 'del-list/from-src'), 'src-name') ??
    textOf(at(root, 'body/body.head/distributor')) ??
    draft.get('source')
  )?.toLowerCase()
  return name === undefined ? undefined : Object.hasOwn(domains, name) ? domains[name] : name
}
