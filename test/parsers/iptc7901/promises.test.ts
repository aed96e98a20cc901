import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../../src/parsers/registry.ts'

function message(number: string, take: string, body: string): string {
  return `\u0001eca${number} 3 i 90  dpa ${number}\r\n\r\nNorthland/ferries/\r\n\u0002${take}Ferries are inspected =\r\n\r\n${body}\r\n\u0003212101 GMT Nov 18\r\n\u007f\r\n\u0004`
}

function items(stream: string) {
  const outcome = parseDocument({ bytes: Buffer.from(stream, 'latin1') })
  return outcome.kind === 'parsed' ? outcome.items.map(({ item }) => item) : []
}

const prose = 'Northport (dpa) - Ferries are inspected every spring, the government\r\nsaid on Wednesday.'

describe('iptc7901: a story keeps its identity', () => {
  it('through leads and refiles, while an extra under the same keywords is a story of its own', () => {
    const [one, lead, extra] = items(
      message('0010', '', prose) + message('0044', '2ND LEAD\n', prose) + message('0051', 'EXTRA\n', prose),
    )
    expect(lead?.uri).toBe(one?.uri)
    expect(lead).toMatchObject({ takeKey: '2ND LEAD', editorialType: 'lead' })
    expect(extra?.uri).not.toBe(one?.uri)
  })

  it('and a kill under its keywords closes it', () => {
    const [one, kill] = items(
      message('0010', '', prose) + message('0099', 'KILL KILL KILL\n', 'Please kill the story dpa 0010.'),
    )
    expect(kill).toMatchObject({ uri: one?.uri, status: 'canceled', publishable: false })
  })
})

describe('iptc7901: what is not for publication stays out', () => {
  for (const [name, heading] of [
    ['English', '# Notebook'],
    ['German', '# Notizblock'],
    ['without a heading', '* * * *\r\nThe following information is not for publication'],
    ['the older sentence', 'The following information is not intended for publication'],
  ] as const) {
    it(name, () => {
      const [item] = items(
        message('0010', '', `${prose}\r\n\r\n${heading}\r\n\r\n- Editing by: Jane Doe, +49 555 0100`),
      )
      expect(item?.bodyText).not.toMatch(/0100|Jane Doe|Not|publication|\*/)
      expect(item?.notes?.join(' ')).toContain('+49 555 0100')
    })
  }
})

describe('iptc7901: what the desk says to desks', () => {
  it('stands in a remark above the headline, on one line or two, and is no part of it', () => {
    for (const remark of [
      '(Berichtigung: In the second paragraph it should read "forty" ferries)',
      '(Berichtigung: In the second paragraph it should\r\nread "forty" ferries)',
    ]) {
      const [item] = items(message('0012', `${remark}\r\n`, prose))
      expect(item).toMatchObject({ headline: 'Ferries are inspected', editorialType: 'correction', status: 'usable' })
      expect(item?.editorialNote).toContain('it should read "forty" ferries')
      expect(item?.takeKey).toBeUndefined()
    }
  })

  it('but words of a remark say nothing about the filing', () => {
    const [item] = items(
      message('0013', '(Adds: police hold two captains, one says he would kill for coffee)\r\n', prose),
    )
    expect(item).toMatchObject({ headline: 'Ferries are inspected', status: 'usable', publishable: true })
    expect(item?.editorialType).toBeUndefined()
  })

  it('and a sign-off with figures is no note to editors', () => {
    const notebook = '## Redaktionelle Hinweise\r\n- A summary follows\r\n\r\ndpa ab cdef n1 mno'
    const [item] = items(message('0014', '', `${prose}\r\n\r\n# Notizblock\r\n\r\n${notebook}`))
    expect(item?.editorialNote).toBe('A summary follows')
    expect(item?.notes?.join(' ')).toContain('dpa ab cdef n1 mno')
  })
})
