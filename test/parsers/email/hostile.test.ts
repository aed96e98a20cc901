import { describe, expect, it } from 'vitest'
import { parseDocument } from '../../../src/parsers/registry.ts'

const head = 'From: a@example.com\r\nSubject: x\r\nMessage-ID: <h@example.com>\r\n'

function parse(mail: string) {
  return parseDocument({ bytes: Buffer.from(mail, 'latin1') })
}

function ends(mail: string): void {
  const outcome = parse(mail)
  expect(outcome.kind === 'refused' ? outcome.code : 'parsed').not.toBe('parse.crashed')
}

describe('email: hostile mails end', () => {
  it('a mail within a mail within a mail', () => {
    let mail = `${head}\r\nthe innermost words\r\n`
    for (let depth = 0; depth < 200; depth++) mail = `${head}Content-Type: message/rfc822\r\n\r\n${mail}`
    ends(mail)
  })

  it('multiparts nested and unclosed', () => {
    let mail = head
    for (let depth = 0; depth < 300; depth++)
      mail += `Content-Type: multipart/mixed; boundary=b${depth}\r\n\r\n--b${depth}\r\n`
    ends(`${mail}\r\nwords`)
  })

  it('a header without end, an encoded word without end, a parameter without end', () => {
    for (const line of [
      'X-Long: ' + 'a '.repeat(200_000),
      'Subject: ' + '=?utf-8?Q?'.repeat(20_000),
      `Content-Type: text/plain; ${'a="'.repeat(20_000)}`,
    ]) {
      ends(`${head}${line}\r\n\r\nwords enough\r\n`)
    }
  })

  it('a charset that lies keeps the words', () => {
    const outcome = parse(`${head}Content-Type: text/plain; charset=utf-8\r\n\r\nCaf\xe9 on the pier\r\n`)
    expect(outcome.kind === 'parsed' ? outcome.items[0]?.item.bodyText : undefined).toBe('Café on the pier')
  })
})
