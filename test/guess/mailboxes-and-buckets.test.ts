import { describe, expect, it } from 'vitest'
import { guessSource } from '../../src/sources/guess/guess.ts'
import { sourceOf } from '../../src/sources/registry.ts'
import { faultOf } from '../sources/poll-context.ts'

describe('an address that says what it is', () => {
  it.each([
    [
      'imaps://desk%40ostwick.example@mail.ostwick.example/Wire%2FIn',
      'imap',
      { host: 'mail.ostwick.example', user: 'desk@ostwick.example', mailbox: 'Wire/In' },
    ],
    ['imaps://desk@mail.ostwick.example:993', 'imap', { host: 'mail.ostwick.example', user: 'desk' }],
    ['imap://desk@mail.ostwick.example:1143/', 'imap', { tls: 'starttls', port: 1143, user: 'desk' }],
    ['s3://ostwick-wire', 's3', { bucket: 'ostwick-wire' }],
    ['s3://ostwick-wire/out/de/', 's3', { bucket: 'ostwick-wire', prefix: 'out/de/' }],
  ])('%s becomes settings that hold, and names its secrets', async (address, kind, config) => {
    const guess = await guessSource(address)
    expect(guess).toMatchObject({ kind, config })
    expect(() => sourceOf(kind).readConfig(guess.config)).not.toThrow()
    expect(guess.notes.join(' ')).toMatch(/into the environment as [A-Z_]+/)
  })

  it('of a provider that takes no passwords says so at once', async () => {
    const { notes } = await guessSource('imaps://desk%40ostwick.example@outlook.office365.com/INBOX')
    expect(notes[0]).toMatch(/wants OAuth/)
    const other = await guessSource('imaps://desk@mail.ostwick.example')
    expect(other.notes.join(' ')).not.toMatch(/OAuth/)
  })

  it.each([
    'imaps://desk:sesame-7@mail.ostwick.example/INBOX',
    's3://AKIDTERN:sesame-7@ostwick-wire/out',
    's3://ostwick-wire/out?X-Amz-Signature=sesame-7',
  ])('that holds a secret is refused without repeating it', async (address) => {
    const fault = await faultOf(guessSource(address))
    expect(fault.code).toBe('config.invalid')
    expect(fault.message).not.toContain('sesame-7')
  })

  it.each([
    'imaps://',
    'imaps://mail.ostwick.example',
    'imaps://%E0%A4%A@mail.example',
    's3://',
    's3://UPPER',
    's3://a/../b:',
  ])('(%s) that says too little is refused in words', async (address) => {
    expect((await faultOf(guessSource(address))).code).toBe('config.invalid')
  })
})
