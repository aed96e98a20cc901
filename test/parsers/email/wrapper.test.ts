import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from '../../../src/index.ts'
import { splitSignature } from '../../../src/parsers/email/signature.ts'
import { splitMailTail } from '../../../src/parsers/email/tail.ts'
import { bareSubject, unwrap } from '../../../src/parsers/email/wrapper.ts'

const story = 'The mill burnt.\n\nNobody was hurt.'

function itemOf(headers: string, body: string): Record<string, unknown> {
  const text = `Message-ID: <m@desk.example>\nFrom: Desk <d@desk.example>\nDate: Fri, 1 Mar 2024 12:00:00 +0000\n${headers}\n\n${body}`
  const outcome = parse({ bytes: Buffer.from(text) })
  return outcome.kind === 'parsed' ? { ...outcome.items[0]?.item } : {}
}

describe('a mail that was passed on', () => {
  it.each([
    ['-----Original Message-----', 'From: Eva <e@x.example>\nSent: Friday\nTo: Desk\nSubject: Mill fire'],
    ['-----Ursprungligt meddelande-----', 'Från: Eva <e@x.example>\nSkickat: fredag\nTill: Desk\nÄmne: Mill fire'],
    [
      '---------- Videresendt meddelelse ----------',
      'Fra: Eva <e@x.example>\nDato: fredag\nEmne: Mill fire\nTil: Desk',
    ],
    ['-----Mensaje original-----', 'De: Eva <e@x.example>\nEnviado el: viernes\nPara: Desk\nAsunto: Mill fire'],
    ['-----Messaggio originale-----', 'Da: Eva <e@x.example>\nData: venerdì\nA: Desk\nOggetto: Mill fire'],
    ['-------- Пересылаемое сообщение --------', 'От: Eva <e@x.example>\nДата: пятница\nТема: Mill fire\nКому: Desk'],
    ['Begin forwarded message:', '\n> From: Eva <e@x.example>\n> Subject: Mill fire\n> To: Desk'],
    ['', 'From: Eva <e@x.example>\nSent: Friday\nTo: Desk\nSubject: Mill fire'],
  ])('%s: its own sender and subject count', (mark, header) => {
    const { text, ...rest } = unwrap(`See below.\n\n${mark}\n${header}\n\n${story}`)
    expect(text.trim()).toBe(story)
    expect(rest).toMatchObject({
      subject: 'Mill fire',
      from: 'Eva <e@x.example>',
      notes: ['See below.'],
    })
  })

  it('by three desks: the innermost is the story', () => {
    const layer = (name: string): string => `-----Original Message-----\nFrom: ${name}\nSubject: From ${name}\n\n`
    const { text, ...rest } = unwrap(layer('one') + layer('two') + layer('three') + story)
    expect(text.trim()).toBe(story)
    expect(rest).toMatchObject({
      from: 'three',
      subject: 'From three',
    })
  })

  it.each([
    ['Fwd: FW: Re: Mill', 'Mill'],
    ['VB: SV: Brand', 'Brand'],
    ['I: The Life of a Lamp', 'I: The Life of a Lamp'],
    ['Ренато: интервью', 'Ренато: интервью'],
  ])('subject %s', (subject, bare) => {
    expect(bareSubject(subject)).toBe(bare)
  })
})

describe('what stands below the text', () => {
  it.each([
    ['On Fri, 1 Mar 2024, Bob wrote:\n> Any news?\n> Bob'],
    ['On Fri, 1 Mar 2024 at 10:00,\nBob <b@y.example> wrote:\n> Any news?'],
    ['Am 1. März 2024 schrieb Bob:\n> Gibt es etwas?'],
    ['Sent from my iPhone'],
    ['Enviado desde mi Samsung Galaxy'],
    ['_______________\nnewsdesk mailing list\nhttps://y.example/listinfo/newsdesk'],
    ['This e-mail and its attachments are confidential. If you are not the recipient delete it.'],
    ['==========\nDiese Nachricht ist vertraulich. Bitte informieren Sie den Absender.'],
  ])('%s: is a note', (below) => {
    const { lines, notes } = splitMailTail(`${story}\n\n${below}`.split('\n'))
    expect(lines.join('\n').trim()).toBe(story)
    expect(notes).toEqual([below])
  })

  it.each([
    ['The leaked e-mails were confidential, the minister said.'],
    ['Sent from the front, the mail took a week.'],
    ['> A text that is quoted from its first line to its last.'],
    ['She wrote:\n"I left the lamp on."'],
    ['___\n\nAgnes Pell in Cork contributed to this report.'],
  ])('%s: stays', (below) => {
    expect(splitMailTail(`${story}\n\n${below}`.split('\n')).notes).toEqual([])
  })

  it('a rule of a signature that nobody filled in leaves the text', () => {
    expect(unwrap(`${story}\n\n--\n`).text.trim()).toBe(story)
    expect(unwrap(`${story}\n--\nThe second part.`).text).toBe(`${story}\n--\nThe second part.`)
  })

  it('in HTML: signature and answered mail leave, a mail passed on stays', () => {
    const signed = `<p>The mill burnt.</p><div class="gmail_signature">Bob<br>555 0100</div>`
    expect(splitSignature(signed)).toEqual({ html: '<p>The mill burnt.</p>', signature: 'Bob\n555 0100' })
    const answered = `<p>Yes.</p><div class="gmail_quote"><div>On Friday Bob wrote:</div><blockquote>Any news?</blockquote></div>`
    expect(splitSignature(answered).html).toBe('<p>Yes.</p>')
    const forwarded = `<div class="gmail_quote"><div>---------- Forwarded message ---------<br>From: Eva<br>Subject: Mill</div><p>The mill burnt.</p></div>`
    expect(splitSignature(`<p>fyi</p>${forwarded}`)).toEqual({ html: `<p>fyi</p>${forwarded}` })
    expect(splitSignature('<div class="gmail_signature">All there is.</div>').signature).toBeUndefined()
  })

  it('keeps every line, in the text or in the notes', () => {
    const piece = fc.constantFrom('> x', '--', '-- ', 'Bob wrote:', '', '_____', 'unsubscribe', 'This e-mail is confidential', 'recipient', 'a line') // prettier-ignore
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 30 }), (lines) => {
        const words = (text: string): string[] => text.match(/\S+/g) ?? []
        const { lines: kept, notes } = splitMailTail(lines)
        expect(words([...kept, ...notes].join('\n'))).toEqual(words(lines.join('\n')))
      }),
      { seed: 77_001 },
    )
  })
})

describe('fields above a text', () => {
  it('head a story without a name for its body', () => {
    const head = 'SLUG: MILL-FIRE\nHEADLINE: Mill burns\nBYLINE: Ann Lee\nEMBARGO: 2 March 2024 10:00 GMT'
    expect(itemOf('Subject: copy', `${head}\n\n${story}`)).toMatchObject({
      headline: 'Mill burns',
      slug: 'MILL-FIRE',
      bodyText: story,
      status: 'embargoed',
      embargoedUntil: '2024-03-02T10:00:00Z',
    })
  })
})

describe('headers of a mail', () => {
  it('give language and rank', () => {
    expect(itemOf('Subject: FLASH - Mill burns\nContent-Language: en-GB, cy', story)).toMatchObject({
      language: 'en-GB',
      urgency: 1,
    })
    expect(itemOf('Subject: Urgent need for nurses', story)).not.toHaveProperty('urgency')
  })
})
