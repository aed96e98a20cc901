import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import type { AddressInfo, NetConnectOpts, Socket } from 'node:net'

/** A stretch of network between two ends that a test can break. */
export interface Proxy {
  readonly port: number
  /** Connections that are open now say nothing any more, and nobody is told; new ones work. */
  freeze(): void
  /** Connections that are open now are reset. */
  cut(): void
  stop(): Promise<void>
}

/** Listens on 127.0.0.1 and passes everything on to the target. */
export async function startProxy(target: NetConnectOpts): Promise<Proxy> {
  const open = new Set<readonly [Socket, Socket]>()
  const server = createServer((near) => {
    const far = connect(target)
    const pair = [near, far] as const
    open.add(pair)
    for (const socket of pair) {
      socket.on('error', () => undefined)
      socket.once('close', () => {
        open.delete(pair)
        for (const other of pair) other.destroy()
      })
    }
    near.pipe(far)
    far.pipe(near)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const eachPair = (work: (near: Socket, far: Socket) => void): void => {
    for (const [near, far] of open) work(near, far)
  }
  return {
    port: (server.address() as AddressInfo).port,
    freeze: () =>
      eachPair((near, far) => {
        for (const socket of [near, far]) socket.unpipe().pause()
      }),
    cut: () => eachPair((near) => near.resetAndDestroy()),
    stop: async () => {
      eachPair((near) => near.destroy())
      server.close()
      await once(server, 'close')
    },
  }
}
