import { decodeEntities } from '../normalise/entities.ts'

/** Longer texts are no captions; only this much is read for words. */
export const longestCaption = 12_000

const nonAscii = /[^\u0000-\u007f]/u
// zero-width joints, soft hyphen, byte order mark, marks of direction; U+200C and U+200D are letters' joints in Persian and Hindi
const invisible = /[\u00ad\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu
const apostrophes = /[\u2018\u2019\u201b\u02bc\u00b4\u0060\u05f3]/gu
const tag = /<[/!a-z][^<>]{0,400}>/giu
const blanks = /[^\S\n]{2,}|[\t\r\f\v\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/gu
const lineEnds = / ?\n[ \n]*/gu

/**
 * A caption as plain text: references decoded (twice, since scrapers escape what is escaped), tags off, composed
 * (NFC; compatibility forms stay readable and are unified in words only), zero-width characters dropped, apostrophes straight, blanks folded; line ends are kept.
 */
export function cleanCaption(raw: string): string {
  let text = raw.length > longestCaption ? raw.slice(0, longestCaption) : raw
  if (text.includes('&')) text = decodeEntities(decodeEntities(text))
  if (text.includes('<')) text = text.replace(tag, ' ')
  if (nonAscii.test(text)) text = text.normalize('NFC').replace(invisible, '').replace(apostrophes, "'")
  if (text.includes('`')) text = text.replaceAll('`', "'")
  text = text.replace(blanks, ' ')
  if (text.includes('\n')) text = text.replace(lineEnds, '\n')
  return text.trim()
}
