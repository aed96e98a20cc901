import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseDocument } from '../../src/parsers/registry.ts'

/** Folders of fixtures that the fuzzer mutates: every parser's. A new parser is covered once its fixtures are here. */
export function seedDocuments(): { name: string; bytes: Uint8Array }[] {
  const root = new URL('.', import.meta.url).pathname
  const found: { name: string; bytes: Uint8Array }[] = []
  for (const folder of readdirSync(root, { withFileTypes: true })) {
    if (!folder.isDirectory()) continue
    const fixtures = join(root, folder.name, 'fixtures')
    for (const file of list(fixtures)) {
      const bytes = readFileSync(join(fixtures, file))
      if (bytes.length > 0 && bytes.length < 100_000) found.push({ name: `${folder.name}/${file}`, bytes })
    }
  }
  return found
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.includes('.expected.'))
      .map((entry) => entry.name)
      .sort()
  } catch {
    return []
  }
}

const morsels = [
  '<',
  '>',
  '&',
  '"',
  "'",
  '</p>',
  '<p>',
  ']]>',
  '<![CDATA[',
  '&#0;',
  '&#xD800;',
  '&lol;',
  '{',
  '}',
  '[',
  ']',
  ',',
  '\\',
  '\\u0000',
  '\u0000',
  '\u001f',
  '\u0003',
  '\ufeff',
  '\uffff',
  '__proto__',
  '9'.repeat(400),
  ' '.repeat(2_000),
  '('.repeat(300),
  'a-'.repeat(300),
]

/** One to eight mutations: bytes flipped, cut, doubled, swapped, hostile morsels put in, the tail lost. */
export function mutate(source: Uint8Array, next: () => number): Uint8Array {
  let bytes = Buffer.from(source)
  const times = 1 + Math.floor(next() * 8)
  for (let time = 0; time < times && bytes.length > 0; time++) {
    const at = Math.floor(next() * bytes.length)
    const length = Math.floor(next() * next() * Math.min(400, bytes.length - at))
    const kind = Math.floor(next() * 6)
    if (kind === 0) bytes[at] = Math.floor(next() * 256)
    else if (kind === 1) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)])
    else if (kind === 2) bytes = Buffer.concat([bytes.subarray(0, at + length), bytes.subarray(at)])
    else if (kind === 3)
      bytes = Buffer.concat([
        bytes.subarray(0, at),
        Buffer.from(morsels[Math.floor(next() * morsels.length)] ?? ''),
        bytes.subarray(at),
      ])
    else if (kind === 4) bytes = bytes.subarray(0, at)
    else for (let flip = 0; flip < 6; flip++) bytes[Math.floor(next() * bytes.length)] = Math.floor(next() * 256)
  }
  return bytes
}

/**
 * What must hold for any bytes, detected or given to the parser of one format: no throw, no `parse.crashed`, no
 * prototype changed, every item storable (no U+0000, no lone surrogate, a uri, no
 * blank strings). Gives the breach in words, or undefined.
 */
export function breach(bytes: Uint8Array, format?: string): string | undefined {
  const outcome = parseDocument({ bytes }, { format })
  for (const key in {}) return `every object has a ${key} now`
  if (outcome.kind === 'refused')
    return outcome.code === 'parse.crashed' ? `crashed: ${outcome.format ?? ''} ${outcome.detail}` : undefined
  for (const refused of outcome.refused ?? [])
    if (refused.code === 'parse.crashed') return `an item crashed: ${refused.detail}`
  for (const { item } of outcome.items) {
    const json = JSON.stringify(item)
    if (/\\u0000|\\ud[89a-f][0-9a-f]{2}/.test(json.replaceAll('\\\\', '')))
      return 'an item holds what PostgreSQL cannot store'
    if (json.includes(':""') || json.includes(':null')) return 'an item holds an empty value'
    if (/<script|<iframe|javascript:|\son\w+=["']/i.test((item.bodyHtml ?? '').replace(/>[^<]*/g, '>')))
      return 'a script got through'
    if (item.uri === '') return 'an item without a uri'
  }
  return undefined
}
