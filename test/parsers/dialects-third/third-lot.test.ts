import { describe, expect, it } from 'vitest'
import { misses } from '../dialects-other/misses.ts'
import { documents } from './documents.ts'

describe('a document of the third lot says of its items what a reader would', () => {
  it.each(documents.map((document) => [document.name, document] as const))('%s', (_name, document) => {
    expect(misses(document)).toEqual([])
  })
})
