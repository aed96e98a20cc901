import { WireError } from '../../story/errors.ts'
import type { Deadline } from '../files/deadline.ts'
import { isWantedName, markersOf } from '../files/file-names.ts'
import { inOrder, mostFiles } from '../files/found-file.ts'
import type { FilePlace, FoundFile, Look, ReadOutcome } from '../files/found-file.ts'
import { putAwayRemote } from '../files/put-away-remote.ts'
import type { RemoteMoves } from '../files/put-away-remote.ts'
import { FaultyAnswer } from '../http/faulty-answer.ts'
import { encodeKey, placeOf } from './client.ts'
import type { S3Client } from './client.ts'
import type { S3Config } from './config.ts'
import { readComplaint } from './fault.ts'
import { readListing } from './listing.ts'
import type { ListedObject, ListingPage } from './listing.ts'

/** A page of a thousand keys of a thousand letters, each of them encoded. */
const pageBytes = 16_777_216
/** A look asks for so many pages: a hundred thousand keys. */
const mostPages = 100
const answerBytes = 1_048_576
/** Objects of a sorted bucket that one look takes into view; the next ones come when these are taken. */
const sortedFiles = 5000

/** A bucket as a place with files, for one poll. */
export interface S3Place extends FilePlace {
  /** Keys the last look found, in the order of the service, relative to the prefix. */
  found(): readonly string[]
}

/** `after`: with `sorted`, the key (relative) after which looks begin. */
export function s3Place(config: S3Config, client: S3Client, deadline: Deadline, after: string): S3Place {
  const etags = new Map<string, string>()
  let found: readonly string[] = []
  const keyOf = (name: string): string => config.prefix + name

  async function listPage(token: string | undefined): Promise<ListingPage> {
    const answer = await client.ask({
      method: 'GET',
      query: {
        'list-type': '2',
        'encoding-type': 'url',
        'max-keys': '1000',
        ...(config.prefix === '' ? {} : { prefix: config.prefix }),
        ...(config.recursive ? {} : { delimiter: '/' }),
        ...(after === '' ? {} : { 'start-after': keyOf(after) }),
        ...(token === undefined ? {} : { 'continuation-token': token }),
      },
      maxBytes: pageBytes,
    })
    const fault = client.faultOf(answer)
    if (fault !== undefined) throw fault
    const page = readListing(answer.bytes)
    if (page === undefined) throw new FaultyAnswer('source.bad-answer', 'no whole list of objects', answer)
    return page
  }

  async function look(): Promise<Look> {
    const objects = new Map<string, ListedObject>()
    const most = config.sorted ? sortedFiles : mostFiles
    const tokens = new Set<string>()
    let unnameable = 0
    let token: string | undefined
    let pages = 0
    do {
      const page = await listPage(token)
      unnameable += page.unnameable
      for (const object of page.objects) {
        const name = object.key.slice(config.prefix.length)
        if (object.key.startsWith(config.prefix) && name !== '' && !name.endsWith('/')) objects.set(name, object)
      }
      token = page.token
      pages += 1
      if (token !== undefined && tokens.has(token)) {
        throw new WireError('source.bad-answer', `${placeOf(config)}: the list goes round in a circle`)
      }
      if (token !== undefined) tokens.add(token)
    } while (token !== undefined && objects.size < most && pages < mostPages && !deadline.isSpent())
    const files = [...objects].flatMap(([name, object]) => describe(config, name, object, objects) ?? [])
    for (const [name, { etag }] of objects) etags.set(name, etag)
    found = files.map(({ name }) => name)
    // What lies beyond in a sorted bucket is in view once this is taken.
    const complete = config.sorted || (token === undefined && files.length <= mostFiles)
    return { files: inOrder(files).slice(0, config.sorted ? files.length : mostFiles), complete, unnameable }
  }

  async function read(file: FoundFile): Promise<ReadOutcome> {
    const etag = etags.get(file.name) ?? ''
    let answer
    try {
      answer = await client.ask({
        method: 'GET',
        key: keyOf(file.name),
        ...(etag === '' ? {} : { headers: { 'if-match': etag } }),
        maxBytes: config.fileBytes,
      })
    } catch (error) {
      if (!(error instanceof WireError) || error.code !== 'source.too-large') throw error
      return { kind: 'unreadable', why: `it unpacks to more than ${config.fileBytes} bytes` }
    }
    if (answer.status === 412) return { kind: 'changed' }
    const code = readComplaint(answer)?.code
    if (answer.status === 404 && code !== 'NoSuchBucket') return { kind: 'gone' }
    // Of one object alone: without the right to it, or put away in an archive.
    if (answer.status === 403 && (code === 'AccessDenied' || code === 'InvalidObjectState')) {
      return { kind: 'unreadable', why: code }
    }
    if (answer.status !== 200) throw client.faultOf(answer) ?? unexpected(config, answer.status)
    const now = answer.headers.get('etag')
    if (etag !== '' && now !== undefined && bare(now) !== bare(etag)) return { kind: 'changed' }
    const isPlain = (answer.headers.get('content-encoding') ?? '') === ''
    if (isPlain && answer.bytes.length !== file.size) return { kind: 'changed' }
    return { kind: 'read', bytes: answer.bytes }
  }

  const change = async (request: Parameters<S3Client['ask']>[0]): Promise<'refused' | 'done'> => {
    const answer = await client.ask(request)
    // 412: something newer is there by now; it stays and is taken next. 404: gone already.
    if (answer.status === 412 || answer.status === 404) return 'done'
    if (answer.status === 403) return 'refused'
    const fault = client.faultOf(answer)
    if (fault !== undefined) throw fault
    return 'done'
  }
  const remove = (name: string): Promise<'refused' | 'done'> => {
    const etag = etags.get(name)
    // Where the service knows conditional deletes, this closes the last gap; elsewhere the look before was the check.
    const headers = etag === undefined || etag === '' ? {} : { 'if-match': etag }
    return change({ method: 'DELETE', key: keyOf(name), headers, maxBytes: answerBytes })
  }
  const moves: RemoteMoves = {
    remove,
    rename: async ({ name: from }, to) => {
      const etag = etags.get(from)
      const headers = {
        'x-amz-copy-source': `/${config.bucket}/${encodeKey(keyOf(from))}`,
        ...(etag === undefined || etag === '' ? {} : { 'x-amz-copy-source-if-match': etag }),
      }
      const answer = await client.ask({ method: 'PUT', key: to, headers, maxBytes: answerBytes })
      if (answer.status === 412 || answer.status === 404) return 'done'
      if (answer.status === 403) return 'refused'
      const fault = client.faultOf(answer)
      if (fault !== undefined) throw fault
      return remove(from)
    },
  }

  const place: S3Place = {
    title: placeOf(config),
    look,
    read,
    isSpent: () => deadline.isSpent(),
    putAway: (taken, now) => putAwayRemote(place, config, taken, now, moves),
    found: () => found,
  }
  return place
}

/** The object as a file; undefined when it is none of those the feed wants. */
function describe(
  config: S3Config,
  name: string,
  object: ListedObject,
  all: ReadonlyMap<string, unknown>,
): FoundFile | undefined {
  const slash = name.lastIndexOf('/') + 1
  const base = name.slice(slash)
  if (!isWantedName(base, config)) return undefined
  const modifiedMs = Date.parse(object.lastModified)
  return {
    name,
    size: object.size,
    ...(Number.isNaN(modifiedMs) ? {} : { modifiedMs }),
    stamp: `${bare(object.etag)}:${object.size}:${object.lastModified}`,
    // The ETag changes with the content, whatever the clock says.
    grain: object.etag === '' ? 'second' : 'exact',
    marked: markersOf(base, config.doneSuffix ?? '.done').some((marker) => all.has(name.slice(0, slash) + marker)),
  }
}

const bare = (etag: string): string => etag.replace(/^W\//, '').replaceAll('"', '')

const unexpected = (config: S3Config, status: number): WireError =>
  new WireError('source.bad-answer', `${placeOf(config)}: HTTP ${status}`)
