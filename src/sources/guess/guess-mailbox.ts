import { WireError } from '../../story/errors.ts'
import type { Guess } from './outcome.ts'

/** Providers that take tokens and no passwords, or only passwords made for one program. */
const wantsTokens = /^(?:outlook\.office(?:365)?\.com|imap\.(?:gmail|googlemail)\.com)$/i

/**
 * Settings for `imaps://user@host/mailbox` and `imap://` (which asks for STARTTLS). A password in the URL is refused: it
 * would stand in the history of the shell. Nothing is asked here; the first poll does, when the secret is there.
 */
export function guessMailbox(text: string, allowPrivate: boolean): Guess {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const user = decoded(url?.username ?? '')
  const mailbox = decoded((url?.pathname ?? '').replace(/^\/|\/$/g, '').replace(/;.{0,500}$/, ''))
  if (url === undefined || url.hostname === '' || user === undefined || mailbox === undefined) {
    throw new WireError('config.invalid', 'not a URL of a mailbox: imaps://user%40example.org@host/INBOX')
  }
  const secret = `${url.hostname
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '_')
    .replace(/^(?=\d)/, 'MAIL_')}_PASSWORD`
  if (url.password !== '') {
    throw new WireError(
      'config.invalid',
      `the URL holds a password. Leave it out, put it into the environment as ${secret} or its file into ${secret}_FILE; passwordSecret names it.`,
    )
  }
  if (user === '') throw new WireError('config.invalid', `the URL names no user: imaps://user@${url.hostname}/INBOX`)
  const tls = url.protocol === 'imap:' ? 'starttls' : 'implicit'
  const usualPort = tls === 'implicit' ? '993' : '143'
  return {
    kind: 'imap',
    config: {
      host: url.hostname,
      user,
      passwordSecret: secret,
      ...(url.port === '' || url.port === usualPort ? {} : { port: Number(url.port) }),
      ...(tls === 'implicit' ? {} : { tls }),
      ...(mailbox === '' || mailbox === 'INBOX' ? {} : { mailbox }),
      ...(allowPrivate ? { allowPrivate } : {}),
    },
    notes: [
      ...(wantsTokens.test(url.hostname)
        ? [`${url.hostname} wants OAuth: put \`oauth\` in the place of passwordSecret (docs/sources/imap.md).`]
        : []),
      `Put the password into the environment as ${secret}, or its file into ${secret}_FILE.`,
      'Everything in the mailbox is read, oldest first, and marked \\Seen once it is stored; startDays leaves older mail out, mode: keep marks nothing.',
    ],
  }
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
