import type { CharsetChoice } from '../story/charset.ts'
import type { ParsedItem } from '../story/draft.ts'
import { safe, safeLines } from './print/paint.ts'
import type { Paint } from './print/paint.ts'
import { facts } from './print/table.ts'

const shortest = ['bodyHtml']

/** An item in words: one field a line, the body last; with `explain`, where each field was read. */
export function describeItem({ item, origins, authority }: ParsedItem, explain: boolean, paint: Paint): string {
  const pairs: [string, string | undefined][] = []
  for (const [name, value] of Object.entries(item)) {
    if (shortest.includes(name) || name === 'bodyText') continue
    const from = explain && origins[name] !== undefined ? `   ${paint('dim', `from ${safe(origins[name] ?? '')}`)}` : ''
    pairs.push([name, `${inWords(value)}${from}`])
  }
  if (authority !== undefined) pairs.push(['authority', authority])
  const body = item.bodyText === undefined ? '' : `\n\n${safeLines(clip(item.bodyText, 600))}`
  return `${facts(pairs, paint, '  ')}${body}`
}

export function describeCharset(charset: CharsetChoice | undefined): string | undefined {
  if (charset === undefined) return undefined
  const declared =
    charset.declared === undefined || charset.declared.toLowerCase() === charset.used
      ? ''
      : `, declared ${charset.declared}`
  return safe(`${charset.used} (${charset.because}${declared})`)
}

function inWords(value: unknown): string {
  if (typeof value === 'string') return safe(clip(value, 300))
  if (!Array.isArray(value)) return typeof value === 'object' ? safe(clip(JSON.stringify(value), 300)) : String(value)
  const members = value
    .slice(0, 12)
    .map((member: unknown) =>
      typeof member === 'string' ? safe(clip(member, 200)) : safe(clip(JSON.stringify(member), 300)),
    )
  if (value.length > members.length) members.push(`and ${value.length - members.length} more`)
  return members.join('\n')
}

function clip(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length)} …`
}
