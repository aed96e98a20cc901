import type { z } from 'zod'
import { WireError } from '../../story/errors.ts'
import { readConfigWith } from '../read-config.ts'
import type { PollContext, Source } from '../source.ts'
import { readCursor } from './cursor.ts'
import { startDeadline } from './deadline.ts'
import type { Deadline } from './deadline.ts'
import type { FilePlace } from './found-file.ts'
import { pollFiles } from './poll-files.ts'
import type { FilesSettings } from './settings.ts'

/** What every server with files has among its settings. */
interface RemoteSettings extends FilesSettings {
  readonly host: string
  readonly port: number
  readonly deadlineSeconds: number
}

/** A place on a server, for one poll: connections are opened when they are needed and closed at its end. */
export interface RemotePlace extends FilePlace {
  close(): Promise<void>
}

/** Makes a source of a kind of server: the same polls and the same putting away, over whatever protocol. */
export function remoteSource<C extends RemoteSettings>(
  kind: string,
  schema: z.ZodType<C>,
  openPlace: (config: C, context: PollContext, deadline: Deadline) => RemotePlace,
): Source {
  async function withPlace<T>(context: PollContext, work: (place: FilePlace, config: C) => Promise<T>): Promise<T> {
    const config = context.config as unknown as C
    const where = `${kind}://${config.host}:${config.port}`
    const place = openPlace(config, context, startDeadline(config.deadlineSeconds, context.signal, where))
    try {
      return await work(place, config)
    } finally {
      await place.close()
    }
  }
  return {
    kind,
    readConfig: (raw) => readConfigWith(schema, raw) as unknown as Readonly<Record<string, unknown>>,
    hostOf: (config) => `${String(config['host']).toLowerCase()}:${String(config['port'])}`,
    poll: (context) => withPlace(context, (place, config) => pollFiles(place, config, context)),
    acknowledge: async (context, result) => {
      const { taken } = readCursor(result.cursor)
      if (taken.length === 0) return
      const left = await withPlace(context, (place) => place.putAway(taken, context.now))
      if (left.length > 0)
        context.log.warn({ feed: context.feedName, files: left.length }, 'stored files stay at the source')
    },
  }
}

/** A secret by its name. Throws `config.secret-missing` naming what is not set. */
export function secretFor(context: PollContext, name: string): string {
  const value = context.secret(name)
  if (value === undefined || value === '') {
    throw new WireError('config.secret-missing', `feed ${context.feedName} needs the secret ${name}`)
  }
  return value
}
