import { createHash } from 'node:crypto'
import { remember } from './memo.ts'

/**
 * Identities for formats that carry none. They are made of what stays the same through resends, leads, writethrus and
 * kills: the agency, the day, the slug's family, a transmission number. Never random, never a position, never the file
 * name; and never the text, unless there is nothing else.
 */

/** `urn:x-writethru:<format>:<agency>:<day>:<slug family>`: the thread key of ANPA, IPTC 7901 and their relatives. */
export function slugFamilyUri(parts: {
  agency: string
  family: string
  day?: string | undefined
  format?: string
}): string {
  return derivedUri(parts.format ?? 'anpa', parts.agency, parts.day ?? 'undated', parts.family)
}

/** The same for items that are told apart by a transmission number: alerts and kills without a slug. */
export function transmissionUri(parts: {
  agency: string
  number: string
  day?: string | undefined
  format?: string
}): string {
  return derivedUri(parts.format ?? 'anpa', parts.agency, parts.day ?? 'undated', `no.${parts.number}`)
}

/** The last resort: a digest of the words. A correction then makes a new story, but a resend does not. */
export function digestUri(format: string, ...parts: readonly string[]): string {
  const digest = createHash('sha256').update(parts.join('\u001f')).digest('hex').slice(0, 32)
  return `urn:x-writethru:${urnPart(format)}:sha256:${digest}`
}

/** Any further derived identity; parts are folded to what a URN may hold. */
export function derivedUri(format: string, ...parts: readonly string[]): string {
  return ['urn:x-writethru', format, ...parts].map((part, at) => (at === 0 ? part : urnPart(part))).join(':')
}

/** YYYY-MM-DD of a time as the agency's clock showed it; undefined when there is none. */
export function dayOf(iso: string | undefined): string | undefined {
  return /^\d{4}-\d{2}-\d{2}/.exec(iso ?? '')?.[0]
}

function urnPart(part: string): string {
  return /^[a-z0-9.]{1,120}$/.test(part) ? part : foldPart(part)
}

/** What is not lower case yet is the name of an agency or a day as a rule, the same in every story. */
const foldPart = remember((part): string => {
  const folded = part
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  if (folded === '') return '-'
  return folded.length <= 120
    ? folded
    : `${folded.slice(0, 80)}~${createHash('sha256').update(folded).digest('hex').slice(0, 16)}`
})
