import { remoteSource, secretFor } from '../files/remote-source.ts'
import type { Source } from '../source.ts'
import { sftpConfigSchema } from './config.ts'
import { sftpPlace } from './place.ts'

/** A folder on a server that speaks SFTP. */
export function createSftpSource(): Source {
  return remoteSource('sftp', sftpConfigSchema, (config, context, deadline) => {
    const { passwordSecret, keySecret, passphraseSecret } = config
    return sftpPlace(
      config,
      () => ({
        ...(passwordSecret === undefined ? {} : { password: secretFor(context, passwordSecret) }),
        ...(keySecret === undefined ? {} : { privateKey: secretFor(context, keySecret) }),
        ...(passphraseSecret === undefined ? {} : { passphrase: secretFor(context, passphraseSecret) }),
      }),
      deadline,
    )
  })
}
