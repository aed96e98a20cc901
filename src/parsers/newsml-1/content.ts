import { attr, child } from '../xml/read.ts'
import type { XmlElement } from '../xml/read.ts'
import { payloadText } from '../newsml/merge.ts'
import type { ReadingOptions } from '../newsml/options.ts'
import { readPayload } from '../newsml/payload.ts'
import type { Payload } from '../newsml/text-payload.ts'
import { formalName } from './named.ts'

export interface Content {
  readonly payload: Payload
  /** Its words. */
  readonly text: string
}

/** Encodings wrapped around data: <Encoding Notation="Base64"><DataContent>. */
function unwrap(content: XmlElement): { data: XmlElement | undefined; encoding: string | undefined } {
  const encoding = child(content, 'Encoding')
  if (encoding !== undefined) return { data: child(encoding, 'DataContent'), encoding: attr(encoding, 'Notation') }
  return { data: child(content, 'DataContent'), encoding: undefined }
}

/** Opens the data of a ContentItem: NITF, XHTML, HTML as characters, plain text or base64. */
export function readContent(content: XmlElement, headline?: string, options: ReadingOptions = {}): Content {
  const { data, encoding } = unwrap(content)
  if (data === undefined) return { payload: { kind: 'empty' }, text: '' }
  const payload = readPayload(data, {
    contentType: formalName(child(content, 'MimeType')),
    encoding,
    headline,
    path: 'ContentItem/DataContent',
    ...options,
  })
  return { payload, text: payloadText(payload).trim() }
}
