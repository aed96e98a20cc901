import { createHttpClient } from './client.ts'
import type { HttpClient } from './client.ts'

let shared: HttpClient | undefined

/** The client of this process, made when it is first needed: one pool of connections for all feeds. */
export function sharedHttpClient(): HttpClient {
  shared ??= createHttpClient()
  return shared
}

/** Closes the process's connections; the next request opens new ones. */
export async function closeSharedHttpClient(): Promise<void> {
  const client = shared
  shared = undefined
  await client?.close()
}
