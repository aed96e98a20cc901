import { z } from 'zod'
import { remoteSettings } from '../files/remote-settings.ts'
import { oauthAccountSchema } from '../oauth/account.ts'

const mailbox = z.string().regex(/^[^\r\n\0]{1,500}$/, 'must be one line')

/** Settings of a feed of the kind imap. */
export const imapConfigSchema = z
  .strictObject({
    host: remoteSettings.host,
    port: z.int().min(1).max(65_535).optional().describe('Default: 993, with `tls: starttls` or `none` 143.'),
    tls: z
      .enum(['implicit', 'starttls', 'none'])
      .default('implicit')
      .describe(
        '`implicit` speaks TLS from the first byte, `starttls` asks for it before the password is sent and goes no further without, `none` sends password and mail in the clear.',
      ),
    certificate: z
      .string()
      .min(1)
      .max(4096)
      .optional()
      .describe('File with a certificate (PEM) to trust beside the public ones.'),
    user: z
      .string()
      .regex(/^[^\r\n\0]{1,200}$/, 'must be one line')
      .describe('User name.'),
    passwordSecret: z.string().min(1).optional().describe('Name of the secret that holds the password.'),
    oauth: oauthAccountSchema
      .optional()
      .describe('Instead of a password: the account that gives tokens (SASL OAUTHBEARER and XOAUTH2).'),
    mailbox: mailbox.default('INBOX').describe('The mailbox that is read, as the server names it.'),
    mode: z
      .enum(['flag', 'move', 'keep'])
      .default('flag')
      .describe(
        'What becomes of a message once it is stored: `flag` sets `flag`, `move` moves it to `processed`, `keep` changes nothing.',
      ),
    flag: z
      .string()
      .regex(/^(?:\\(?:Seen|Flagged|Answered)|\$?[A-Za-z0-9_-]{1,60})$/, 'must be \\Seen, \\Flagged or a keyword')
      .default('\\Seen')
      .describe('With `mode: flag`: the flag or keyword that is set.'),
    processed: mailbox.default('Processed').describe('With `mode: move`: the mailbox stored messages go to.'),
    startDays: z
      .int()
      .min(0)
      .max(3650)
      .optional()
      .describe('The first poll takes what came in the last so many days. Absent: everything there is.'),
    messageBytes: z.int().min(1).max(268_435_456).default(33_554_432).describe('Largest message taken.'),
    messagesAtOnce: z.int().min(1).max(1000).default(100).describe('Messages a poll takes at most.'),
    bytesAtOnce: z.int().min(1).max(268_435_456).default(67_108_864).describe('Bytes a poll takes at most.'),
    everySeconds: z
      .number()
      .min(1)
      .max(86_400)
      .default(60)
      .describe('Pause between two polls. New mail wakes the feed before, where the server knows IDLE.'),
    deadlineSeconds: remoteSettings.deadlineSeconds,
    allowPrivate: remoteSettings.allowPrivate,
  })
  .superRefine((config, refine) => {
    if ((config.passwordSecret === undefined) === (config.oauth === undefined)) {
      refine.addIssue({ code: 'custom', path: ['passwordSecret'], message: 'is needed, or oauth in its place' })
    }
    if (config.oauth !== undefined && config.tls === 'none' && !config.allowPrivate) {
      refine.addIssue({ code: 'custom', path: ['tls'], message: 'must not be none: a token opens the mailbox to all' })
    }
    if (config.mode === 'move' && config.processed === config.mailbox) {
      refine.addIssue({ code: 'custom', path: ['processed'], message: 'must not be the mailbox that is read' })
    }
  })
  .transform((config) => ({ ...config, port: config.port ?? (config.tls === 'implicit' ? 993 : 143) }))

export type ImapConfig = z.output<typeof imapConfigSchema>
