import { z } from 'zod'
import { readCursor } from '../files/cursor.ts'
import { startDeadline } from '../files/deadline.ts'
import { pollFiles } from '../files/poll-files.ts'
import { secretFor } from '../files/remote-source.ts'
import type { HttpClient } from '../http/client.ts'
import { sharedHttpClient } from '../http/shared-client.ts'
import { readConfigWith } from '../read-config.ts'
import type { PollContext, PollResult, Source } from '../source.ts'
import { createS3Client, placeOf } from './client.ts'
import type { S3Client, S3Credentials } from './client.ts'
import { s3ConfigSchema } from './config.ts'
import type { S3Config } from './config.ts'
import { s3Place } from './place.ts'
import type { S3Place } from './place.ts'
import { moveOn } from './window.ts'

/** `files` as every place with files remembers them; `after`: with `sorted`, where looks begin. */
const cursorSchema = z.object({ place: z.string(), files: z.unknown(), after: z.string().default('') })

interface S3Cursor {
  readonly files: unknown
  readonly after: string
}

/** A bucket of an object store that speaks the S3 protocol. */
export function createS3Source(http: () => HttpClient = sharedHttpClient): Source {
  return {
    kind: 's3',
    readConfig: (raw) => readConfigWith(s3ConfigSchema, raw) as unknown as Readonly<Record<string, unknown>>,
    hostOf: (config) => new URL((config as unknown as S3Config).endpoint).host,
    poll: async (context) => {
      const config = context.config as unknown as S3Config
      const cursor = cursorOf(context.cursor, config)
      return withBucket(http(), context, config, cursor.after, async (place, client) => {
        const result = await pollFiles(place, config, { ...context, cursor: cursor.files })
        const after = config.sorted ? moveOn(cursor.after, place.found(), readCursor(result.cursor)) : ''
        return {
          ...result,
          cursor: { place: placeOf(config), files: result.cursor, after },
          ...noteOf(result, client),
        }
      })
    },
    acknowledge: async (context, result) => {
      const config = context.config as unknown as S3Config
      const { taken } = readCursor(cursorOf(result.cursor, config).files)
      if (taken.length === 0) return
      const left = await withBucket(http(), context, config, '', (place) => place.putAway(taken, context.now))
      if (left.length > 0) {
        context.log.warn({ feed: context.feedName, files: left.length }, 'stored objects stay in the bucket')
      }
    },
  }
}

/** The stored cursor when it belongs to this bucket and prefix, else an empty one. */
function cursorOf(stored: unknown, config: S3Config): S3Cursor {
  const outcome = cursorSchema.safeParse(stored)
  return outcome.success && outcome.data.place === placeOf(config)
    ? { files: outcome.data.files, after: config.sorted ? outcome.data.after : '' }
    : { files: undefined, after: '' }
}

async function withBucket<T>(
  http: HttpClient,
  context: PollContext,
  config: S3Config,
  after: string,
  work: (place: S3Place, client: S3Client) => Promise<T>,
): Promise<T> {
  const credentials = readCredentials(config, context)
  const deadline = startDeadline(config.deadlineSeconds, context.signal, placeOf(config))
  const client = createS3Client(config, { http, credentials, signal: deadline.signal, now: context.now })
  try {
    return await work(s3Place(config, client, deadline, after), client)
  } catch (error) {
    throw deadline.fault() ?? error
  }
}

function readCredentials(config: S3Config, context: PollContext): S3Credentials | undefined {
  const { accessKeySecret, secretKeySecret, sessionTokenSecret } = config
  if (accessKeySecret === undefined || secretKeySecret === undefined) return undefined
  return {
    accessKeyId: secretFor(context, accessKeySecret),
    secretAccessKey: secretFor(context, secretKeySecret),
    ...(sessionTokenSecret === undefined ? {} : { sessionToken: secretFor(context, sessionTokenSecret) }),
  }
}

function noteOf(result: PollResult, client: S3Client): { note?: string } {
  const skew = Math.round(client.skewMs() / 1000)
  if (skew === 0) return {}
  const words = `the service’s clock is ${Math.abs(skew)} s ${skew > 0 ? 'ahead of' : 'behind'} the database’s`
  return { note: result.note === undefined ? words : `${words}; ${result.note}` }
}
