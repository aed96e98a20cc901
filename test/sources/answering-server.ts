import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

export type Answering = (request: IncomingMessage, response: ServerResponse) => void

export interface AnsweringServer {
  readonly url: string
  /** Method and URL of every request, in order. */
  readonly requests: { readonly url: string; readonly headers: IncomingMessage['headers'] }[]
  answer: Answering
  stop(): Promise<void>
}

/** A local HTTP server whose answers a test decides, one function for all paths. */
export async function startAnswering(answer: Answering): Promise<AnsweringServer> {
  const sockets = new Set<Socket>()
  const http = createServer((request, response) => {
    server.requests.push({ url: request.url ?? '', headers: request.headers })
    server.answer(request, response)
  })
  http.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => {})
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const server: AnsweringServer = {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    requests: [],
    answer,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        http.close(() => resolve())
      }),
  }
  return server
}

/** Ends a response in one go. */
export function reply(
  response: ServerResponse,
  status: number,
  body: string | Uint8Array = '',
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, headers)
  response.end(body)
}
