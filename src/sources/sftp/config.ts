import { z } from 'zod'
import { remoteSettings } from '../files/remote-settings.ts'
import { filesSettings } from '../files/settings.ts'

/** Settings of a feed of the kind sftp. */
export const sftpConfigSchema = z
  .strictObject({
    ...remoteSettings,
    port: z.int().min(1).max(65_535).default(22).describe('Port of the server.'),
    user: z
      .string()
      .regex(/^[^\r\n\0]{1,200}$/, 'must be one line')
      .describe('User name.'),
    passwordSecret: z.string().min(1).optional().describe('Name of the secret that holds the password.'),
    keySecret: z
      .string()
      .min(1)
      .optional()
      .describe('Name of the secret that holds the private key; NAME_FILE names its file. OpenSSH and PEM forms.'),
    passphraseSecret: z.string().min(1).optional().describe('Name of the secret that opens the private key.'),
    hostKeys: z
      .array(z.string().regex(/^SHA256:[A-Za-z0-9+/]{43}=?$/, 'must look like SHA256: and 43 characters'))
      .min(1)
      .max(20)
      .optional()
      .describe('Fingerprints of the host keys the server may show, as `ssh-keygen -lf` prints them.'),
    knownHosts: z
      .string()
      .min(1)
      .max(4096)
      .optional()
      .describe('File in the form of OpenSSH’s known_hosts that holds the server’s host keys.'),
    ...filesSettings,
    filesAtOnce: filesSettings.filesAtOnce.default(500),
  })
  .superRefine((config, refine) => {
    if (config.passwordSecret === undefined && config.keySecret === undefined) {
      refine.addIssue({ code: 'custom', path: ['passwordSecret'], message: 'or keySecret must name a secret' })
    }
    if (config.passphraseSecret !== undefined && config.keySecret === undefined) {
      refine.addIssue({ code: 'custom', path: ['passphraseSecret'], message: 'opens a keySecret, and there is none' })
    }
  })

export type SftpConfig = z.output<typeof sftpConfigSchema>
