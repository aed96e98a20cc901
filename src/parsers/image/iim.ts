import { decodeText } from '../../normalise/charset.ts'
import { foldLines, tidyText } from '../../normalise/text.ts'
import type { CharsetChoice } from '../../story/charset.ts'
import { isUtf8 } from 'node:buffer'
import { isMacRoman } from './mac-roman.ts'
import { viewOf } from './container.ts'

/** IIM datasets as text by "record:dataset", in order. */
export interface Iim {
  readonly charset: CharsetChoice
  all(dataset: string): readonly string[]
  one(dataset: string): string | undefined
}

/**
 * Reads IPTC-IIM 4.2 records. The charset is declared in 1:90 and mostly is not: text that is UTF-8 throughout is UTF-8,
 * what has letters of Mac Roman is that, everything else windows-1252. Writers cut values at the byte limits of the standard, so a sequence may end half way.
 */
export function readIim(bytes: Uint8Array): Iim {
  const sets: { key: string; value: Uint8Array }[] = []
  const view = viewOf(bytes)
  let at = 0
  while (at + 5 <= bytes.length && bytes[at] === 0x1c && sets.length < 5_000) {
    const key = `${bytes[at + 1]}:${bytes[at + 2]}`
    let length = view.getUint16(at + 3)
    at += 5
    if (length > 0x7fff) {
      // extended: the low bits tell how many bytes of length follow
      const count = length & 0x7fff
      if (count === 0 || count > 4 || at + count > bytes.length) break
      length = 0
      for (let byte = 0; byte < count; byte++) length = length * 256 + (bytes[at + byte] ?? 0)
      at += count
    }
    sets.push({ key, value: bytes.subarray(at, at + length) })
    at += length
  }

  const stated = charsetOf(sets.find(({ key }) => key === '1:90')?.value)
  const texts = sets.filter(({ key }) => key !== '1:90' && key !== '2:0' && key !== '1:0')
  const whole = Buffer.concat(texts.flatMap(({ value }) => [withoutCutEnd(value), Buffer.from('\n')]))
  const declared = stated ?? (isMacRoman(whole) && !isUtf8(whole) ? 'macintosh' : undefined)
  const { charset } = decodeText(whole, declared === undefined ? {} : { declared })
  const values = new Map<string, string[]>()
  for (const { key, value } of texts) {
    const source = charset.used === 'utf-8' ? withoutCutEnd(value) : value
    // lines of a caption end in CR on some systems; trailing zeros fill fixed fields on others
    const { text } = decodeText(source, { declared: charset.used })
    const folded = foldLines(tidyText(text))
    if (folded === '') continue
    const list = values.get(key)
    if (list === undefined) values.set(key, [folded])
    else list.push(folded)
  }
  const all = (dataset: string): readonly string[] => values.get(dataset) ?? []
  return { charset, all, one: (dataset) => all(dataset)[0] }
}

/** 1:90 holds ISO 2022 escape sequences: ESC % G is UTF-8, ESC - A and ESC . A are Latin-1. */
function charsetOf(value: Uint8Array | undefined): string | undefined {
  if (value === undefined || value[0] !== 0x1b) return undefined
  const sequence = Buffer.from(value.subarray(1, 4)).toString('latin1')
  if (sequence.startsWith('%G') || sequence.startsWith('%/')) return 'utf-8'
  return sequence.startsWith('-A') || sequence.startsWith('.A') ? 'iso-8859-1' : undefined
}

/** The value without a UTF-8 sequence that was cut at its end. */
function withoutCutEnd(value: Uint8Array): Uint8Array {
  for (let back = 1; back <= 3 && back <= value.length; back++) {
    const byte = value[value.length - back] ?? 0
    if (byte >= 0xc2 && byte <= 0xf4) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return back < needed && value.length > back ? value.subarray(0, value.length - back) : value
    }
    if ((byte & 0xc0) !== 0x80) return value
  }
  return value
}
