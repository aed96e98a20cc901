import { WireError } from '../../story/errors.ts'
import { accountRequest } from '../oauth/account.ts'
import type { TokenKeeper } from '../oauth/token-keeper.ts'
import type { ImapConfig } from './config.ts'
import { openImap } from './session.ts'
import type { ImapOptions, ImapSession } from './session.ts'

/** Whoever opens a mailbox: a poll, or the connection that waits for mail. */
export interface Visitor extends Omit<ImapOptions, 'proof'> {
  /** @throws WireError `config.secret-missing` */
  secret(name: string): string
  /** By which assertions are dated. */
  readonly now: Date
}

/** A server that gives tokens has so long, ms. */
const tokenMs = 30_000

/**
 * Opens the mailbox with the password, or with a token of its account. A token that the server refuses is renewed once:
 * it may have been called back before its time.
 * @throws WireError `config.secret-missing`, and as `exchangeToken` and `openImap` do
 */
export async function openMailbox(config: ImapConfig, visitor: Visitor, tokens: TokenKeeper): Promise<ImapSession> {
  const { oauth, user } = config
  if (oauth === undefined) {
    const password = visitor.secret(config.passwordSecret ?? '')
    return openImap(config, { ...visitor, proof: { kind: 'password', password } })
  }
  const bounds = { deadlineMs: tokenMs, allowPrivate: config.allowPrivate }
  const request = accountRequest(oauth, user, (name) => visitor.secret(name), bounds)
  const newest = (): Promise<string> => tokens.token(request, visitor.now, visitor.signal)
  const openWith = (token: string): Promise<ImapSession> =>
    openImap(config, { ...visitor, proof: { kind: 'token', token } })
  const token = await newest()
  try {
    return await openWith(token)
  } catch (error) {
    if (!(error instanceof WireError) || error.code !== 'source.unauthorized') throw error
    await tokens.drop(request, token)
    return openWith(await newest())
  }
}
