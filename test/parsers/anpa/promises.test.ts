import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../../src/parsers/registry.ts'

interface Filing {
  readonly number: string
  readonly header: string
  readonly slug: string
  readonly headline?: string
  readonly text: string
  readonly time: string
}

function message({ number, header, slug, headline, text, time }: Filing): string {
  const head = headline === undefined ? '' : `^${headline}<\r\n`
  return `\u0016\u0016\u0001${number}\u001f-----\r\nr i\u0013\u0011 ${header} 0100\r\n\u0002^${slug}<\r\n${head}\t   ${text}\r\n\u0003\r\n\t   AP-WF-${time}GMT<\r\n\r\n\f\r\n\u0004`
}

function items(stream: string, receivedAt?: string) {
  const outcome = parseDocument({
    bytes: Buffer.from(stream, 'latin1'),
    ...(receivedAt !== undefined && { receivedAt }),
  })
  return outcome.kind === 'parsed' ? outcome.items.map(({ item }) => item) : []
}

const first: Filing = {
  number: 'W0101',
  header: 'BC-EU--Harbor-FerryClosu     03-04',
  slug: 'BC-EU--Harbor-Ferry Closure,90',
  headline: 'Pier closes',
  text: 'NORTHPORT (AP) _ The pier closed.',
  time: '03-04-25 1000',
}

describe('anpa: a story keeps its identity', () => {
  it('through leads and writethrus of its cycle, whatever their number and headline', () => {
    const lead: Filing = {
      ...first,
      number: 'W0188',
      header: 'BC-EU--Harbor-FerryClosu 3rdLd-Writethru   03-04',
      slug: 'BC-EU--Harbor-Ferry Closure, 3rd Ld-Writethru,412',
      headline: 'Pier to stay closed until Friday',
      time: '03-05-25 0130',
    }
    const [one, three] = [items(message(first))[0], items(message(lead))[0]]
    expect(three?.uri).toBe(one?.uri)
    expect(three?.takeKey).toBe('3rd Ld-Writethru')
  })

  it('but not with another day, nor do two alerts share one', () => {
    const tomorrow = { ...first, header: 'BC-EU--Harbor-FerryClosu     03-05', time: '03-05-25 1000' }
    expect(items(message(tomorrow))[0]?.uri).not.toBe(items(message(first))[0]?.uri)
    const alert = {
      number: 'W0200',
      header: 'BC-US--APNewsAlert     03-04',
      slug: 'BC-US--APNewsAlert,9',
      text: 'One.',
      time: '03-04-25 1000',
    }
    expect(items(message(alert))[0]?.uri).not.toBe(items(message({ ...alert, number: 'W0201', text: 'Two.' }))[0]?.uri)
  })

  it('and a kill names the identity that the story has', () => {
    const kill: Filing = {
      ...first,
      number: 'V9991',
      header: 'BC-Kill     03-04',
      slug: 'BC-Kill',
      text: 'Please kill the story BC-EU--Harbor-Ferry Closure, W0101. A kill is mandatory.',
    }
    const { headline: _, ...notice } = kill
    const [killed] = items(message(notice))
    expect(killed).toMatchObject({ status: 'canceled', publishable: false, notPublishable: 'kill-notice' })
    expect(killed?.links).toContainEqual({ rel: 'cancels', uri: items(message(first))[0]?.uri })
  })

  it('whether or not a relay stripped the control characters', () => {
    const stripped = message(first).replace(/[\u0000-\u0008\u000b-\u000c\u000e-\u001f]/g, '')
    expect(items(stripped)[0]).toMatchObject({
      uri: items(message(first))[0]?.uri,
      bodyText: 'NORTHPORT (AP) — The pier closed.',
      versionCreated: '2025-03-04T10:00:00Z',
    })
  })

  it('takes the year of a header from the arrival when the trailer is lost', () => {
    const cut = message({ ...first, header: 'BC-EU--Harbor-FerryClosu     12-31' }).split('\u0003')[0] ?? ''
    expect(items(cut, '2026-01-01T00:10:00Z')[0]?.uri).toContain(':2025-12-31:')
  })
})

describe('anpa: no message of a stream is lost to its neighbour', () => {
  const noise = fc.string({
    unit: fc.constantFrom('\u0016', ' ', '\r', '\n', '\u007f', 'x', '~', '\u0000'),
    maxLength: 40,
  })
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', 'e'), minLength: 4, maxLength: 12 })

  it('with line noise between messages and an EOT lost here and there', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 8 }), noise, fc.nat(7), (words, between, lost) => {
        const stream = words
          .map((name, at) => {
            const whole = message({ ...first, number: `W${1000 + at}`, slug: `BC-${name}` })
            return at === lost ? whole.replace('\u0004', '') : whole
          })
          .join(between)
        expect(items(stream).map(({ slug }) => slug)).toEqual(words)
      }),
      { numRuns: 60 },
    )
  })

  it('and twice the stream gives twice the items', () => {
    const many = Array.from({ length: 300 }, (_, at) => message({ ...first, slug: `BC-Story Number ${at}` })).join('')
    expect(items(many)).toHaveLength(300)
    expect(items(many + many)).toHaveLength(600)
  })
})

describe('anpa: what is no story, and what is a table', () => {
  it('the headlines of the hour are a digest, by whatever name', () => {
    for (const slug of ['AP-Top-News-at-8-p.m.-EST', 'AP-Top-Business-Headlines', 'AP-Top-Entertainment-News']) {
      const stream = message({ ...first, slug: `*9006< ^${slug},0176`, header: 'AP-Top-News     03-04' })
      expect(items(stream)[0], slug).toMatchObject({ publishable: false, notPublishable: 'digest' })
    }
    const story = message({
      ...first,
      slug: 'BC-US--Top Newsreader-Prize,90',
      header: 'BC-US--TopNewsreader     03-04',
    })
    expect(items(story)[0]).toMatchObject({ publishable: true })
  })

  it('a caret with a fixed blank parts columns as a semicolon does', () => {
    const rows = '\b^\u0010W;L;Pct;GB<\r\n\bPort\u0010Ansel;10;2;.833;_<\r\n\bRukeri;9;3;.750;1<'
    const [item] = items(message({ ...first, text: `Standings\r\n${rows}` }))
    expect(item?.bodyText).toContain('\tW\tL\tPct\tGB\nPort Ansel\t10\t2\t.833')
    expect(item?.bodyText).not.toMatch(/[<;^]/)
  })
})
