import { WireError } from '../story/errors.ts'
import { afpCore } from './afp-core/afp-core.ts'
import { anpa } from './anpa/anpa.ts'
import { apMediaApi } from './ap-media-api/parser.ts'
import { apWebFeeds } from './ap-webfeeds/ap-webfeeds.ts'
import { atom } from './atom/atom.ts'
import { bundleParser } from './bundle/bundle.ts'
import { probe } from './detect.ts'
import { digitalwires } from './digitalwires/digitalwires.ts'
import { emailParser } from './email/email.ts'
import { image } from './image/image.ts'
import { iptc7901 } from './iptc7901/iptc7901.ts'
import { jsonFeed } from './json-feed/json-feed.ts'
import { newsml1 } from './newsml-1/newsml-1.ts'
import { newsmlG2 } from './newsml-g2/newsml-g2.ts'
import { ninjs } from './ninjs/parser.ts'
import { nitf } from './nitf/parser.ts'
import { newsbites } from './newsbites/newsbites.ts'
import { page } from './page/page.ts'
import { pageText } from './page-text/page-text.ts'
import { rss } from './rss/rss.ts'
import { fillFromPages } from './syndication/page-companions.ts'
import { wxr } from './wxr/wxr.ts'
import { reutersConnect } from './reuters-connect/reuters-connect.ts'
import { ritzau } from './ritzau/ritzau.ts'
import { asianet } from './zczc/asianet.ts'
import { pda } from './zczc/pda.ts'
import { zczc } from './zczc/zczc.ts'
import type { ParseOutcome, Parser, ParserInput } from './parser.ts'

/** Every format Writethru reads, one line each. The order breaks ties in detection, nothing else. */
export const parsers: readonly Parser[] = [
  apMediaApi,
  ninjs,
  nitf,
  newsmlG2,
  newsml1,
  apWebFeeds,
  rss,
  atom,
  wxr,
  jsonFeed,
  image,
  bundleParser((input) => parseDocument(input)),
  anpa,
  iptc7901,
  reutersConnect,
  digitalwires,
  afpCore,
  ritzau,
  emailParser(parseAttachment),
  newsbites,
  zczc,
  asianet,
  pda,
  page,
  pageText,
] // prettier-ignore

/** The largest document parsed at all; larger ones are refused before a byte is decoded. */
export const maxDocumentBytes = 64 * 1024 * 1024

export interface ParseOptions {
  /** The name of a format: detection is skipped. */
  readonly format?: string | undefined
}

/**
 * Parses a document of any registered format. Never throws: a parser that does is reported as `parse.crashed`, and the
 * document is refused with a code in every other case of failure.
 */
export function parseDocument(input: ParserInput, options: ParseOptions = {}): ParseOutcome {
  if (input.bytes.byteLength > maxDocumentBytes) {
    return {
      kind: 'refused',
      code: 'parse.too-large',
      detail: `${input.bytes.byteLength} bytes, the limit is ${maxDocumentBytes}`,
    }
  }
  if (isBlank(input.bytes))
    return { kind: 'refused', code: 'parse.empty', detail: `${input.bytes.byteLength} bytes, none of them text` }
  let format = options.format
  try {
    const parser = format === undefined ? detect(input) : parsers.find((known) => known.format === format)
    if (parser === undefined) return { kind: 'refused', code: 'parse.unknown-format', detail: describe(input, format) }
    format = parser.format
    return fillFromPages(parser.parse(input), input)
  } catch (error) {
    const known = error instanceof WireError ? error : undefined
    return {
      kind: 'refused',
      ...(format !== undefined && { format }),
      code: known?.code ?? 'parse.crashed',
      detail:
        known?.detail ?? (error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 200) : 'no error object'),
    }
  }
}

/** What came attached to a mail. A mail within a mail is read by the e-mail parser itself, which counts its depth. */
function parseAttachment(input: ParserInput): ParseOutcome | undefined {
  const parser = detect(input)
  return parser === undefined || parser.format === 'email' ? undefined : parseDocument(input, { format: parser.format })
}

/** The parser most certain of a document, or none. */
export function detect(input: ParserInput): Parser | undefined {
  const seen = probe(input)
  let best: Parser | undefined
  let certainty = 0
  for (const parser of parsers) {
    if (certainty >= (parser.mostCertain ?? 100)) continue
    const score = parser.detect(seen)
    if (score > certainty) {
      best = parser
      certainty = score
    }
  }
  return best
}

function isBlank(bytes: Uint8Array): boolean {
  for (const byte of bytes)
    if (byte > 0x20 && byte !== 0xef && byte !== 0xbb && byte !== 0xbf && byte !== 0xfe && byte !== 0xff) return false
  return true
}

function describe(input: ParserInput, format: string | undefined): string {
  if (format !== undefined) return `no parser is called ${format.slice(0, 40)}`
  const { xmlRoot, looksLikeJson, contentType } = probe(input)
  const kind =
    xmlRoot === undefined ? (looksLikeJson ? 'JSON' : 'neither XML nor JSON') : `XML with root ${xmlRoot.slice(0, 60)}`
  return contentType === undefined ? kind : `${kind}, sent as ${contentType.slice(0, 60)}`
}
