import type { HttpAnswer } from '../http/answer.ts'
import type { PollContext } from '../source.ts'
import type { TokenKeeper } from './token-keeper.ts'
import type { TokenRequest } from './token-request.ts'

/** 401 by the standard; Reuters Connect says 419 for a token that has ended. */
const refusals = new Set([401, 419])

/**
 * Makes a request with a token. When the agency refuses the token, by its status or as `refused` reads it from the body,
 * the token is renewed and the request made once more; a second refusal is the answer.
 */
export async function withToken(
  keeper: TokenKeeper,
  request: TokenRequest,
  context: PollContext,
  ask: (token: string) => Promise<HttpAnswer>,
  refused: (answer: HttpAnswer) => boolean = () => false,
): Promise<HttpAnswer> {
  const token = await keeper.token(request, context.now, context.signal)
  const answer = await ask(token)
  if (!refusals.has(answer.status) && !refused(answer)) return answer
  await keeper.drop(request, token)
  return ask(await keeper.token(request, context.now, context.signal))
}
