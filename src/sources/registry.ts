import type { z } from 'zod'
import { WireError } from '../story/errors.ts'
import { afpConfigSchema } from './afp-core/config.ts'
import { createAfpCoreSource } from './afp-core/source.ts'
import { apConfigSchema } from './ap-media-api/config.ts'
import { createApMediaApiSource } from './ap-media-api/source.ts'
import { directoryConfigSchema } from './directory/config.ts'
import { createDirectorySource } from './directory/source.ts'
import { ftpConfigSchema } from './ftp/config.ts'
import { createFtpSource } from './ftp/source.ts'
import { wireqConfigSchema } from './dpa-wireq/config.ts'
import { createDpaWireqSource } from './dpa-wireq/source.ts'
import { httpFeedConfigSchema } from './http-feed/config.ts'
import { createHttpFeedSource } from './http-feed/source.ts'
import { imapConfigSchema } from './imap/config.ts'
import { createImapSource } from './imap/source.ts'
import { paConfigSchema } from './pa/config.ts'
import { createPaSource } from './pa/source.ts'
import { pushConfigSchema } from './push/config.ts'
import { createPushSource } from './push/source.ts'
import { reutersConfigSchema } from './reuters-connect/config.ts'
import { createReutersConnectSource } from './reuters-connect/source.ts'
import { s3ConfigSchema } from './s3/config.ts'
import { createS3Source } from './s3/source.ts'
import { sftpConfigSchema } from './sftp/config.ts'
import { createSftpSource } from './sftp/source.ts'
import type { Source } from './source.ts'

/** One way in, for the code that polls and for the pages that describe it. */
export interface SourceKind {
  readonly kind: string
  readonly title: string
  readonly description: string
  readonly configSchema: z.ZodType
  readonly source: Source
}

const kinds: readonly SourceKind[] = [
  {
    kind: 'ap-media-api',
    title: 'AP Media API',
    description: 'The feed of the AP Media API, by long poll: texts with their NITF, pictures, graphics, video, audio.',
    configSchema: apConfigSchema,
    source: createApMediaApiSource(),
  },
  {
    kind: 'reuters-connect',
    title: 'Reuters Connect',
    description: 'The content API of Reuters Connect (GraphQL): texts, pictures, graphics and video of an account.',
    configSchema: reutersConfigSchema,
    source: createReutersConnectSource(),
  },
  {
    kind: 'afp-core',
    title: 'AFP Core API',
    description: 'The search of the AFP Core API, by date of publication: texts, pictures, graphics and video.',
    configSchema: afpConfigSchema,
    source: createAfpCoreSource(),
  },
  {
    kind: 'dpa-wireq',
    title: 'dpa wireQ',
    description:
      'The queue in which dpa keeps its digitalwires for a customer: entries with receipts, sent at least once.',
    configSchema: wireqConfigSchema,
    source: createDpaWireqSource(),
  },
  {
    kind: 'pa',
    title: 'PA Media Content API',
    description: 'The list of PA’s Content API, newest first: stories, alerts and pictures of an account.',
    configSchema: paConfigSchema,
    source: createPaSource(),
  },
  {
    kind: 'http-feed',
    title: 'HTTP feed',
    description:
      'Any address that is asked again and again: RSS, Atom, JSON Feed, XML and JSON lists, single documents.',
    configSchema: httpFeedConfigSchema,
    source: createHttpFeedSource(),
  },
  {
    kind: 'directory',
    title: 'Watched folder',
    description: 'A folder into which an FTP server, a satellite receiver or a person drops files.',
    configSchema: directoryConfigSchema,
    source: createDirectorySource(),
  },
  {
    kind: 'ftp',
    title: 'FTP and FTPS',
    description: 'A folder on a server that speaks FTP, plain or under TLS.',
    configSchema: ftpConfigSchema,
    source: createFtpSource(),
  },
  {
    kind: 'sftp',
    title: 'SFTP',
    description: 'A folder on a server that speaks SFTP, with a known host key.',
    configSchema: sftpConfigSchema,
    source: createSftpSource(),
  },
  {
    kind: 's3',
    title: 'S3 bucket',
    description: 'A bucket at Amazon S3 or another object store that speaks its protocol.',
    configSchema: s3ConfigSchema,
    source: createS3Source(),
  },
  {
    kind: 'imap',
    title: 'Mailbox',
    description: 'A mailbox that an agency or a stringer sends mail to, read over IMAP.',
    configSchema: imapConfigSchema,
    source: createImapSource(),
  },
  {
    kind: 'push',
    title: 'Push endpoint',
    description: 'An agency or system that sends its documents by itself, signed, to this program’s web server.',
    configSchema: pushConfigSchema,
    source: createPushSource(),
  },
]

/** Every kind of source this program knows; a further one is a folder and one entry here. */
export const sourceKinds: readonly SourceKind[] = kinds

/** The source of a kind. Throws `config.invalid` with the known kinds when there is none of that name. */
export function sourceOf(kind: string): Source {
  const known = kinds.find((entry) => entry.kind === kind)
  if (known === undefined) {
    throw new WireError(
      'config.invalid',
      `no source "${kind}"; there are ${kinds.map((entry) => entry.kind).join(', ')}`,
    )
  }
  return known.source
}
