import { remoteSource, secretFor } from '../files/remote-source.ts'
import type { PollContext, Source } from '../source.ts'
import { sftpConfigSchema } from './config.ts'
import { sftpPlace } from './place.ts'

/** A folder on a server that speaks SFTP. */
export function createSftpSource(): Source {
  return remoteSource('sftp', sftpConfigSchema, (config, context, deadline) => {
    const { passwordSecret, keySecret, passphraseSecret } = config
    return sftpPlace(
      config,
      () => ({
        ...passwordOf(context, passwordSecret, keySecret !== undefined),
        ...(keySecret === undefined ? {} : { privateKey: secretFor(context, keySecret) }),
        ...(passphraseSecret === undefined ? {} : { passphrase: secretFor(context, passphraseSecret) }),
      }),
      deadline,
    )
  })
}

/** An account with a key needs no password; where both are set, the key is tried first. */
function passwordOf(context: PollContext, name: string | undefined, hasKey: boolean): { password?: string } {
  if (name === undefined || (hasKey && context.secret(name) === undefined)) return {}
  return { password: secretFor(context, name) }
}
