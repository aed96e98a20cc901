import { describe, expect, it } from 'vitest'
import { sourceKinds, sourceOf } from '../../src/sources/registry.ts'

const mistyped = ['nope', '', 'http://', 'http://[', '//harbour', 'http://a b/', 'ftp:/x', '\u0000', 5, null, [], {}]

describe('settings that were mistyped', () => {
  it.each(['url', 'baseUrl', 'tokenUrl', 'endpoint', 'host', 'path', 'bucket', 'secrets'])(
    'are told in words by every kind of source, and crash none: %s',
    (key) => {
      for (const { kind } of sourceKinds) {
        const source = sourceOf(kind)
        for (const value of mistyped) {
          try {
            source.readConfig({ [key]: value })
          } catch (error) {
            expect(error, `${kind}: ${key} = ${JSON.stringify(value)}`).toMatchObject({ code: 'config.invalid' })
          }
        }
      }
    },
  )

  it('name the address that is none', () => {
    expect(() => sourceOf('http-feed').readConfig({ url: 'nope' })).toThrow(/url: must be an http or https URL/)
  })
})
