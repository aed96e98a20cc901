import { describe, expect, it } from 'vitest'
import { ninjs } from '../../../src/parsers/ninjs/parser.ts'

const warningsOf = (members: object): string[] => {
  const document = { uri: 'urn:example.org:1', type: 'text', headline: 'A ferry leaves', ...members }
  const outcome = ninjs.parse({ bytes: Buffer.from(JSON.stringify(document)) })
  return outcome.kind === 'parsed' ? (outcome.items[0]?.item.warnings ?? []).map(({ code }) => code) : [outcome.code]
}

describe('what the ninjs schemas refuse is said, and the rest is read', () => {
  it.each([
    ['terms of use that are an object', { usageterms: { start: '2031-01-01' } }, 'ninjs.shape'],
    ['a person that is a text', { person: 'Ada Example' }, 'ninjs.shape'],
    ['rights that are a text', { rightsinfo: 'ask us' }, 'ninjs.shape'],
    ['an urgency below one', { urgency: 0.1 }, 'ninjs.urgency'],
    ['a type nobody knows', { type: 'hologram' }, 'ninjs.type'],
    ['a status nobody knows', { pubstatus: 'mislaid' }, 'ninjs.status'],
    ['a representation type nobody knows', { representationtype: 'halved' }, 'ninjs.representation'],
  ])('%s', (_, members, code) => {
    expect(warningsOf(members)).toEqual([code])
  })

  it.each([
    ['a number where a text is due, as middleware writes versions', { version: 3 }],
    ['digits where a number is due', { urgency: '4' }],
    ['associations as an object and as a list', { associations: {}, renditions: [] }],
    ['members of the agency own', { fastly: { cache: true }, priority: 6 }],
    ['empty members', { person: null, usageterms: null }],
  ])('no fault: %s', (_, members) => {
    expect(warningsOf(members)).toEqual([])
  })
})
