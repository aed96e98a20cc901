import { describe, expect, it } from 'vitest'
import { misses } from './misses.ts'
import { documents } from './documents.ts'

describe('a document says of its items what a reader would', () => {
  it.each(documents.map((document) => [document.name, document] as const))('%s', (_name, document) => {
    expect(misses(document)).toEqual([])
  })
})
