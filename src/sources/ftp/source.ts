import { remoteSource, secretFor } from '../files/remote-source.ts'
import type { Source } from '../source.ts'
import { ftpConfigSchema } from './config.ts'
import { ftpPlace } from './place.ts'

/** A folder on a server that speaks FTP, plain or under TLS. */
export function createFtpSource(): Source {
  return remoteSource('ftp', ftpConfigSchema, (config, context, deadline) => {
    const { passwordSecret } = config
    const password = (): string | undefined =>
      passwordSecret === undefined ? undefined : secretFor(context, passwordSecret)
    return ftpPlace(config, password, deadline, context.now)
  })
}
