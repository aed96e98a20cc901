// `parse --explain`: of every field of every fixture it is known where in the document it was read.
import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../src/parsers/registry.ts'
import { seedDocuments } from './fuzz.ts'

// what is no field of a document but says how it was read
const withoutOrigin = new Set(['warnings', 'provenance'])
/** Formats whose members have the names of the canonical item: there a field may stand under its own name. */
const namedAlike = /json|ninjs|ap-media|afp-core|digitalwires|reuters|ritzau/

describe('where a field was read', () => {
  const parsed = seedDocuments().flatMap(({ name, bytes }) => {
    const outcome = parseDocument({ bytes, fileName: name.slice(name.indexOf('/') + 1) })
    return outcome.kind === 'parsed' ? outcome.items.map((item) => ({ name, format: outcome.format, ...item })) : []
  })

  it('is told of every field', () => {
    const untold = parsed.flatMap(({ name, item, origins }) =>
      Object.keys(item)
        .filter((field) => !withoutOrigin.has(field) && (origins[field] ?? '') === '')
        .map((field) => `${name}: ${field}`),
    )
    expect(untold).toEqual([])
    expect(parsed.length).toBeGreaterThan(150)
  })

  it('is a place in the document and not the field itself, once later passes have been over it', () => {
    const fromThemselves = parsed
      .filter(({ format }) => !namedAlike.test(format))
      .flatMap(({ name, origins }) =>
        ['slug', 'bodyHtml', 'bodyText']
          .filter((field) => origins[field] === field)
          .map((field) => `${name}: ${field}`),
      )
    expect(fromThemselves).toEqual([])
  })
})
