import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findEmbargo } from '../../../src/normalise/embargo-line.ts'

const options = { zone: 'Europe/Berlin', receivedAt: '2024-06-06T10:00:00Z' }
const until = (line: string): string | undefined => {
  const time = findEmbargo([line], options)?.time?.iso
  return time === undefined ? undefined : new Date(time).toISOString()
}

describe('the embargo line of a press release', () => {
  it.each([
    ['EMBARGOED UNTIL 00:01 GMT 8 June 2024', '2024-06-08T00:01:00.000Z'],
    ['*STRICTLY EMBARGOED UNTIL 0001 HRS BST SUNDAY, JUNE 9, 2024*', '2024-06-08T23:01:00.000Z'],
    ['Sperrfrist: 08.06.2024, 06:00 Uhr', '2024-06-08T04:00:00.000Z'],
    ['Sperrfrist: Samstag, 8. Juni, 6.00 Uhr', '2024-06-08T04:00:00.000Z'],
    ['NOT FOR PUBLICATION OR BROADCAST BEFORE 6 p.m. EDT June 8, 2024', '2024-06-08T22:00:00.000Z'],
    ["Embargo jusqu'au 8 juin 2024 à 6h00", '2024-06-08T04:00:00.000Z'],
    ['Sous embargo jusqu’au samedi 8 juin à 18h30', '2024-06-08T16:30:00.000Z'],
    ['EMBARGADO HASTA el 8 de junio de 2024, 10:00', '2024-06-08T08:00:00.000Z'],
    ['Embargo: 2024-06-08 07:00 CEST', '2024-06-08T05:00:00.000Z'],
    ['EMBARGO: 00.01 Saturday 8 June 2024', '2024-06-07T22:01:00.000Z'],
    ['[Embargo til 8. juni kl. 12:00]', '2024-06-08T10:00:00.000Z'],
    ['HOLD FOR RELEASE: 9am, June 8', '2024-06-08T07:00:00.000Z'],
  ])('%s', (line, iso) => {
    expect(until(line)).toBe(iso)
  })

  it.each(['EMBARGOED', 'EMBARGOED: Harbour trust names new chair', 'Sperrfrist: siehe unten'])(
    '%s: held without an end',
    (line) => {
      expect(findEmbargo([line], options)).toEqual({ line })
    },
  )

  it.each([
    'Embargo on fish imports to hold until 8 June 2024',
    'Embargo al petrolio fino a giugno',
    'EMBARGO: minister defends ban',
    'No embargo',
    'EMBARGO LIFTED 8 June 2024 10:00',
    'The embargo was kept until 8 June 2024.',
    'FOR IMMEDIATE RELEASE 8 June 2024',
  ])('%s: holds nothing', (line) => {
    expect(findEmbargo([line], options)).toBeUndefined()
  })

  it('a line with a time is believed before a subject without one', () => {
    const lines = ['EMBARGOED: New chair', 'Embargoed until 8 June 2024 10:00 GMT', 'The trust has a chair.']
    expect(findEmbargo(lines, options)?.time?.iso).toBe('2024-06-08T10:00:00Z')
  })

  it('does not fail on any line', () => {
    const piece = fc.constantFrom('embargoed', ' ', 'until', '8', 'June', '2024', '10:', '00', 'p.m.', '*', ':', 'GMT')
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }), (pieces) => {
        findEmbargo([pieces.join('')], options)
      }),
      { seed: 20240608 },
    )
  })
})
