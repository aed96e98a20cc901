import { z } from 'zod'
import { filesSettings } from '../files/settings.ts'
import { remoteSettings } from '../files/remote-settings.ts'

/** Settings of a feed of the kind ftp: FTP, and FTPS in both its ways. */
export const ftpConfigSchema = z
  .strictObject({
    ...remoteSettings,
    port: z.int().min(1).max(65_535).optional().describe('Default: 21, with `tls: implicit` 990.'),
    user: z
      .string()
      .regex(/^[^\r\n\0]{1,200}$/, 'must be one line')
      .default('anonymous')
      .describe('User name.'),
    passwordSecret: z
      .string()
      .min(1)
      .optional()
      .describe('Name of the secret that holds the password. Only `user: anonymous` needs none.'),
    tls: z
      .enum(['explicit', 'implicit', 'none'])
      .default('explicit')
      .describe(
        '`explicit` asks for TLS before the password is sent, `implicit` speaks it from the first byte, `none` sends password and stories in the clear.',
      ),
    certificate: z
      .string()
      .min(1)
      .max(4096)
      .optional()
      .describe(
        'File with the certificate (PEM) to trust beside the public ones: of a server that signs its own, or of its authority.',
      ),
    nameCharset: z
      .enum(['utf-8', 'latin1'])
      .default('utf-8')
      .describe('How the server writes file names. Old ones use latin1.'),
    ...filesSettings,
    filesAtOnce: filesSettings.filesAtOnce.default(500),
  })
  .superRefine((config, refine) => {
    if (config.user !== 'anonymous' && config.passwordSecret === undefined) {
      refine.addIssue({ code: 'custom', path: ['passwordSecret'], message: 'must name the secret with the password' })
    }
  })
  .transform((config) => ({ ...config, port: config.port ?? (config.tls === 'implicit' ? 990 : 21) }))

export type FtpConfig = z.output<typeof ftpConfigSchema>
