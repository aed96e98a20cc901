import type { Probe } from '../parser.ts'
import { foldLabel, readFurniture } from './furniture.ts'
import { endsSentence, readPageLines } from './lines.ts'
import { readStamps } from './stamps.ts'

const linesLookedAt = 120
// ZCZC, NNNN, SOH/STX/ETX frames, ANPA level codes, mail and HTTP headers: other people's formats
const foreign =
  /[\u0001-\u0008\u000e-\u001f]|^(?:ZCZC|NNNN)\b|^(?:From|To|Subject|Received|Return-Path|Message-ID|MIME-Version|Date|Delivered-To|X-[A-Za-z-]{1,30}):\s|^\^|<(?:\?xml|html|!doctype|p>|div|rss|nitf)/imu

/** Press releases reach desks as plain text with the same words; whoever knows their wires comes first. */
const release = /\/PRNewswire|AsiaNet|\(BUSINESS WIRE\)|GLOBE ?NEWSWIRE|^MEDIA RELEASE\b/mu

/**
 * A modest score by content: prose with what only web pages print round it (time stamps of their own, buttons, calls to
 * subscribe, lines printed twice). Wires have none of that, and their parsers know marks of their own.
 */
export function detectPageText(probe: Probe): number {
  // text browsers number their links: "[1]Skip to content" is no JSON
  if (probe.xmlRoot !== undefined || (probe.looksLikeJson && !/^\[\d{1,3}\]\p{L}/u.test(probe.start))) return 0
  if (foreign.test(probe.start.slice(0, 16_384))) return 0
  // lines are judged by their words: what is UTF-8 must be read as UTF-8, a cut last character does not matter
  const head = Buffer.from(probe.head.slice(0, 32_768), 'latin1').toString('utf8')
  let prose = 0
  let stamps = 0
  let repeats = 0
  const furniture = new Set<string>()
  const seen = new Set<string>()
  for (const { text, words } of readPageLines(head).slice(0, linesLookedAt)) {
    if (readFurniture(text)) furniture.add(foldLabel(text))
    else if (readStamps(text).length > 0) stamps++
    else if (words >= 8 && endsSentence(text)) prose++
    if (text.length > 30) {
      const start = text.slice(0, 80)
      if (seen.has(start)) repeats++
      seen.add(start)
    }
  }
  // one sign alone proves nothing: wires are dated, releases name a contact
  if (prose < 2 || furniture.size + Math.min(1, stamps) + Math.min(1, repeats) < 2) return 0
  const score = 12 + 5 * Math.min(3, furniture.size) + 6 * Math.min(2, stamps) + 5 * Math.min(2, repeats)
  return Math.min(release.test(head) ? 8 : 45, score)
}
