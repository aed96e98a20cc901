import type { ItemDraft } from '../../story/draft.ts'
import { attr, child } from '../xml/read.ts'
import type { XmlElement } from '../xml/read.ts'
import { readBodyContent } from './body-content.ts'
import { readBodyHead } from './body-head.ts'
import { readDialect } from './dialects.ts'
import { readDocdata } from './docdata.ts'
import { readHead } from './head.ts'
import { readLanguage } from '../../normalise/language.ts'

export interface NitfOptions {
  /** Path of the NITF inside a larger document, for the origins: "contentSet/inlineXML/". */
  readonly prefix?: string | undefined
  readonly zone?: string | undefined
  readonly receivedAt?: string | undefined
}

/**
 * Reads a NITF document into a draft: metadata, head, body, captions. Used for documents of their own and for NITF inside
 * NewsML, Atom and the AP Media API. Fields already in the draft stay: whatever carries the NITF knows better. The uri is
 * left to the caller.
 */
export function readNitf(root: XmlElement, draft: ItemDraft, options: NitfOptions = {}): void {
  const prefix = options.prefix ?? ''
  draft.fill('language', readLanguage(attr(root, 'baselang') ?? attr(root, 'xml:lang')), `${prefix}nitf@baselang`)
  const head = child(root, 'head')
  const body = child(root, 'body')
  readDocdata(child(head, 'docdata'), draft, { ...options, prefix })
  readBodyHead(child(body, 'body.head'), draft, prefix)
  readHead(head, draft, prefix)
  readDialect(head, draft, prefix)
  readBodyContent(body, draft, prefix)
}
