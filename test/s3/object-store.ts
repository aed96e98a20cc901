import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { refuseSignature } from './signature-check.ts'
import type { Account } from './signature-check.ts'

export const bucket = 'wire-in'
export const account = { accessKeyId: 'AKIDGANNETROCKS55', secretAccessKey: 'rope/and+tar-from-the-store' }

interface Stored {
  readonly bytes: Buffer
  readonly etag: string
  readonly modified: Date
  readonly encoding?: string
}

export interface ObjectStore {
  readonly port: number
  /** Who may ask; a test may change it. */
  account: Account
  region: string
  /** Method and path of every request, in order. */
  readonly requests: string[]
  put(key: string, content: string | Uint8Array, encoding?: string): void
  keys(prefix?: string): string[]
  text(key: string): string
  stop(): Promise<void>
}

const statuses: Record<string, number> = { NoSuchBucket: 404, NoSuchKey: 404, PreconditionFailed: 412 }

/**
 * An object store with one bucket in memory: ListObjectsV2 with pages, GET, copies and DELETE with conditions, bucket in
 * the path or in the host name. Every request is refused whose signature (version 4) does not hold.
 */
export async function startStore(): Promise<ObjectStore> {
  const objects = new Map<string, Stored>()
  const requests: string[] = []
  const store: Omit<ObjectStore, 'port'> = {
    account,
    region: 'us-east-1',
    requests,
    put: (key, content, encoding) => {
      const bytes = Buffer.from(content)
      const etag = `"${createHash('md5').update(bytes).digest('hex')}"`
      objects.set(key, { bytes, etag, modified: new Date(), ...(encoding === undefined ? {} : { encoding }) })
    },
    keys: (prefix = '') => [...objects.keys()].filter((key) => key.startsWith(prefix)).sort(byBytes),
    text: (key) => objects.get(key)!.bytes.toString(),
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }

  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`)
    const refusal = refuseSignature(request, store.account, store.region)
    if (refusal !== undefined) return complain(response, refusal.code, refusal.repeats)
    const url = new URL(request.url ?? '', 'http://store')
    const path = url.pathname.split('/').map(decodeURIComponent).join('/')
    const isVirtual = request.headers.host?.startsWith(`${bucket}.s3.localhost`) === true
    const [named = '', ...rest] = path.slice(1).split('/')
    if (!isVirtual && named !== bucket) return complain(response, 'NoSuchBucket')
    const key = isVirtual ? path.slice(1) : rest.join('/')
    if (key === '') return list(response, url.searchParams)
    if (request.method === 'GET') return get(request, response, key)
    return request.method === 'PUT' ? copy(request, response, key) : remove(request, response, key)
  })

  function list(response: ServerResponse, query: URLSearchParams): void {
    const prefix = query.get('prefix') ?? ''
    const token = query.get('continuation-token')
    const after = token === null ? (query.get('start-after') ?? '') : Buffer.from(token, 'base64').toString()
    const wanted = store.keys(prefix).filter((key) => byBytes(key, after) > 0)
    const delimiter = query.get('delimiter')
    const flat = delimiter === null ? wanted : wanted.filter((key) => !key.slice(prefix.length).includes(delimiter))
    const page = flat.slice(0, Number(query.get('max-keys')))
    const goesOn = page.length < flat.length
    const contents = page.map((key) => {
      const { bytes, etag, modified } = objects.get(key)!
      // As the service encodes: letters of forms, so that a blank is a plus.
      const name = new URLSearchParams([['', key]]).toString().slice(1).replaceAll('%2F', '/')
      return `<Contents><Key>${name}</Key><LastModified>${modified.toISOString()}</LastModified><ETag>${etag.replaceAll('"', '&quot;')}</ETag><Size>${bytes.length}</Size><StorageClass>STANDARD</StorageClass></Contents>`
    })
    const next = goesOn
      ? `<NextContinuationToken>${Buffer.from(page.at(-1)!).toString('base64')}</NextContinuationToken>`
      : ''
    answer(
      response,
      200,
      `<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>${bucket}</Name><IsTruncated>${goesOn}</IsTruncated>${next}${contents.join('')}</ListBucketResult>`,
    )
  }

  function get(request: IncomingMessage, response: ServerResponse, key: string): void {
    const found = objects.get(key)
    if (found === undefined) return complain(response, 'NoSuchKey')
    if (isStale(request.headers['if-match'], found)) return complain(response, 'PreconditionFailed')
    const { bytes, etag, encoding } = found
    answer(response, 200, bytes, { etag, ...(encoding === undefined ? {} : { 'content-encoding': encoding }) })
  }

  function copy(request: IncomingMessage, response: ServerResponse, key: string): void {
    const source = decodeURIComponent(String(request.headers['x-amz-copy-source'])).slice(`/${bucket}/`.length)
    const found = objects.get(source)
    if (found === undefined) return complain(response, 'NoSuchKey')
    if (isStale(request.headers['x-amz-copy-source-if-match'], found)) return complain(response, 'PreconditionFailed')
    objects.set(key, { ...found, modified: new Date() })
    answer(response, 200, `<CopyObjectResult><ETag>${found.etag}</ETag></CopyObjectResult>`)
  }

  function remove(request: IncomingMessage, response: ServerResponse, key: string): void {
    const found = objects.get(key)
    if (found !== undefined && isStale(request.headers['if-match'], found))
      return complain(response, 'PreconditionFailed')
    objects.delete(key)
    answer(response, 204, '')
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return Object.assign(store, { port: (server.address() as AddressInfo).port })
}

/** Keys sort by their bytes. */
const byBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b))

const isStale = (condition: string | string[] | undefined, { etag }: Stored): boolean =>
  condition !== undefined && condition !== etag

function complain(response: ServerResponse, code: string, repeats = ''): void {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>The request was refused.</Message>${repeats}</Error>`
  answer(response, statuses[code] ?? 403, body)
}

function answer(
  response: ServerResponse,
  status: number,
  body: string | Buffer,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-length': String(Buffer.byteLength(body)), ...headers })
  response.end(body)
}
