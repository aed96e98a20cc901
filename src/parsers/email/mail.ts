import { setBody, setRenderedBody } from '../../normalise/body.ts'
import { withoutUnstorable } from '../../normalise/charset.ts'
import { finishDraft } from '../../normalise/finish.ts'
import { htmlToText } from '../../normalise/html.ts'
import { digestUri } from '../../normalise/identity.ts'
import { readLanguage } from '../../normalise/language.ts'
import { tidyText } from '../../normalise/text.ts'
import { readTime, setTime } from '../../normalise/time.ts'
import type { TimeOptions } from '../../normalise/time.ts'
import { readUrgency } from '../../normalise/urgency.ts'
import { countWords } from '../../normalise/words.ts'
import { ItemDraft } from '../../story/draft.ts'
import type { ParsedItem } from '../../story/draft.ts'
import type { Caption } from '../../story/item.ts'
import type { ParserInput, ParseOutcome } from '../parser.ts'
import { renderBlocks } from '../wire-text/blocks.ts'
import { readWrapped } from '../wire-text/wrapped.ts'
import { findEmbargo } from '../../normalise/embargo-line.ts'
import { fillForm, readForm } from './form.ts'
import { headerText } from './headers.ts'
import { partText } from './parts.ts'
import type { Message, Part } from './parts.ts'
import { splitSignature } from './signature.ts'
import { bareSubject, unwrap } from './wrapper.ts'

/** Parses an attachment by the formats of the registry; undefined when it is none of them. */
export type AttachmentParser = (input: ParserInput) => ParseOutcome | undefined

/** A cover letter has fewer words than this; what has more is a story beside its attachments. */
const fewestStoryWords = 60

/** The items of one mail: stories attached, stories in the text, or the text itself with its pictures. */
export function readMail(message: Message, input: ParserInput, parseAttachment: AttachmentParser): ParsedItem[] {
  const body = chooseBody(message.parts)
  const items: ParsedItem[] = []
  const unread: string[] = []
  for (const part of message.parts.filter((candidate) => isDocument(candidate, body))) {
    const found = parseAttachment(toInput(part.bytes, part, input))
    if (found?.kind === 'parsed') items.push(...found.items)
    else unread.push(part.fileName ?? part.type)
  }
  const plain = body.plain === undefined ? undefined : partText(body.plain)
  // a legacy wire sent as the text of a mail, ZCZC and all
  const wire = plain === undefined ? undefined : parseAttachment(toInput(Buffer.from(plain), undefined, input))
  if (wire?.kind === 'parsed' && !/^page/.test(wire.format)) return [...items, ...wire.items]

  const own = readText(message, body, plain, input, unread, parseAttachment)
  if (own !== undefined && (items.length === 0 || (own.item.wordCount ?? 0) >= fewestStoryWords)) items.push(own)
  return items
}

interface Body {
  readonly plain?: Part
  readonly html?: Part
}

/** The parts that are the text of the mail: the first plain and the first HTML part that nobody attached. */
function chooseBody(parts: readonly Part[]): Body {
  const plain = parts.find((part) => part.type === 'text/plain' && !part.attached)
  const html = parts.find((part) => part.type === 'text/html' && !part.attached)
  return { ...(plain !== undefined && { plain }), ...(html !== undefined && { html }) }
}

function isDocument(part: Part, body: Body): boolean {
  if (part === body.plain || part === body.html || part.bytes.length === 0) return false
  return /^text\/|^application\/(?!pdf|zip|pgp|pkcs7|x-pkcs7|ms-tnef)|\+xml$|\+json$/.test(part.type)
}

function toInput(bytes: Uint8Array, part: Part | undefined, input: ParserInput): ParserInput {
  return {
    bytes,
    ...(part !== undefined &&
      part.type !== 'application/octet-stream' && { contentType: part.contentType.slice(0, 200) }),
    ...(part?.fileName !== undefined && { fileName: part.fileName }),
    ...(input.receivedAt !== undefined && { receivedAt: input.receivedAt }),
    ...(input.zone !== undefined && { zone: input.zone }),
  }
}

function readText(
  message: Message,
  body: Body,
  plain: string | undefined,
  input: ParserInput,
  unread: readonly string[],
  parseAttachment: AttachmentParser,
): ParsedItem | undefined {
  const { headers } = message
  const draft = new ItemDraft()
  const { html: markup, signature } = body.html === undefined ? {} : splitSignature(partText(body.html))
  const unwrapped = unwrap(tidyText(plain ?? ''))
  const form = plain === undefined ? undefined : readForm(plain)
  const subject = bareSubject(unwrapped.subject ?? headerText(headers, 'subject') ?? '')
  const sent = headerText(headers, 'date')
  const times = { zone: input.zone ?? offsetOf(sent), receivedAt: readTime(sent)?.iso ?? input.receivedAt }
  if (form !== undefined) fillForm(draft, form, times)
  else if (markup !== undefined && prefersMarkup(unwrapped.text, markup)) {
    setBody(draft, markup, 'text/html')
    if (signature !== undefined) draft.add('notes', signature, 'text/html')
  } else setRenderedBody(draft, renderBlocks(readWrapped(unwrapped.text.split('\n'))), 'text/plain')
  const pictures = message.parts.filter((part) => /^image\//.test(part.type) && part.bytes.length > 0)
  if (!draft.has('bodyText') && pictures.length === 0) return undefined

  const from = unwrapped.from ?? headerText(headers, 'from')
  const date = unwrapped.date ?? headerText(headers, 'date')
  draft.set('uri', mailUri(message, from, subject, draft.get('bodyText')), 'Message-ID')
  draft.fill('headline', subject, 'Subject')
  draft.set('source', from, 'From')
  setTime(draft, 'versionCreated', headerText(headers, 'date') ?? date, 'Date', {
    zone: input.zone,
    receivedAt: input.receivedAt,
  })
  const language = headers.get('content-language')?.[0]?.split(',')[0]
  draft.fill('language', readLanguage(language), 'Content-Language')
  draft.fill('urgency', readUrgency(urgencyWord.exec(subject)?.[1]), 'Subject')
  holdEmbargo(draft, [subject, ...(draft.get('bodyText') ?? '').split('\n')], times)
  for (const note of unwrapped.notes) draft.add('notes', note, 'text/plain')
  for (const [at, picture] of pictures.entries()) {
    const found = parseAttachment(toInput(picture.bytes, undefined, input))
    addPicture(draft, picture, at, found?.kind === 'parsed' ? (found.items[0]?.item.captions ?? []) : [])
  }
  for (const name of unread) draft.warn('email.attachment-unread', withoutUnstorable(name.slice(0, 120)))
  // a Message-ID is unique by the domain of the host that gave it out
  const authority = /^mid:[^@]{1,400}@([\w.-]{1,200})$/.exec(draft.get('uri') ?? '')?.[1]?.toLowerCase()
  return finishDraft(draft, {
    ...(authority !== undefined && { authority }),
    zone: input.zone,
    receivedAt: input.receivedAt,
  })
}

/** Where no zone is known, the times a release names are those of the office that sent it, by the offset of its Date. */
function offsetOf(date: string | undefined): string | undefined {
  const [, sign, hours, minutes] = /\s([+-])([01]\d)([0-5]\d)(?:\s|$)/.exec(date ?? '') ?? []
  return hours === undefined ? undefined : `utc${sign ?? ''}${hours}:${minutes ?? '00'}`
}

/** Desks mark the rank of a story at the head of its subject, in the words of the wire. */
const urgencyWord = /^\W{0,3}(flash|bulletin|urgent)\s{0,2}(?:[:!*\])–—-]|$)/i

/** A release that says it is embargoed is held, without an end when no time can be read. */
function holdEmbargo(draft: ItemDraft, lines: readonly string[], times: TimeOptions): void {
  const held = draft.has('embargoedUntil')
    ? undefined
    : findEmbargo(
        lines.filter((line) => line !== ''),
        times,
      )
  if (held !== undefined) setTime(draft, 'embargoedUntil', held.time ?? held.line, 'text/plain', times)
}

/** Markup counts when it has structure that plain text loses, or words that the plain part leaves out. */
function prefersMarkup(plain: string, markup: string): boolean {
  if (/<(?:table|ul|ol|h[1-6])\b/i.test(markup) && !/gmail_quote/.test(markup)) return true
  return countWords(plain) < 0.8 * countWords(htmlToText(markup))
}

/** RFC 2392: the Message-ID is the identity of a mail, the same however often it is delivered. */
function mailUri(message: Message, from: string | undefined, subject: string, words: string | undefined): string {
  const id = /<?([^<>\s]{3,400})>?/.exec(message.headers.get('message-id')?.[0] ?? '')?.[1]
  if (id !== undefined) return `mid:${encodeURI(id)}`
  return digestUri('email', from ?? '', headerText(message.headers, 'date') ?? '', subject, words ?? '')
}

/** A picture and what is written inside it: photographers mail pictures that carry their caption. */
function addPicture(draft: ItemDraft, part: Part, at: number, captions: readonly Caption[]): void {
  const name = withoutUnstorable(part.contentId ?? part.fileName ?? `picture-${at + 1}`)
  const own = draft.get('uri') ?? ''
  const uri = own.startsWith('mid:') ? `${own}/${encodeURIComponent(name)}` : `${own}:${encodeURIComponent(name)}`
  draft.add(
    'media',
    { uri, type: 'picture', renditions: [{ role: 'main', mimeType: part.type, bytes: part.bytes.length }] },
    'part',
  )
  for (const caption of captions) draft.add('captions', { ...caption, role: 'media', mediaUri: uri }, 'part')
}
