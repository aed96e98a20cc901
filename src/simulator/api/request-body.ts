import type { IncomingMessage } from 'node:http'
import { WireError } from '../../story/errors.ts'

const maxBytes = 256 * 1024

/** Reads the body of a request to the simulator. Throws `config.invalid` for one that is absurdly long. */
export async function readRequestBody(request: IncomingMessage): Promise<string> {
  const portions: Buffer[] = []
  let length = 0
  for await (const portion of request as AsyncIterable<Buffer>) {
    length += portion.length
    if (length > maxBytes) throw new WireError('config.invalid', 'the request is too long')
    portions.push(portion)
  }
  return Buffer.concat(portions).toString('utf8')
}
