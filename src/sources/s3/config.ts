import { z } from 'zod'
import { remoteSettings } from '../files/remote-settings.ts'
import { filesSettings } from '../files/settings.ts'

const secretName = z.string().min(1).max(200)
const keyPrefix = z
  .string()
  .max(900)
  .refine(
    (text) => !/[\0\r\n]/.test(text) && !text.startsWith('/'),
    'must be one line that does not begin with a slash',
  )

const endpoint = z
  .url({ protocol: /^https?$/, error: 'must be an http or https URL', abort: true })
  .superRefine((url, refine) => {
    const { username, password, search, hash } = new URL(url)
    if (username !== '' || password !== '') {
      refine.addIssue({ code: 'custom', message: 'holds a password; use accessKeySecret and secretKeySecret' })
    }
    if (search !== '' || hash !== '') refine.addIssue({ code: 'custom', message: 'must end with its path' })
  })

/** Settings of a feed of the kind s3. */
export const s3ConfigSchema = z
  .strictObject({
    bucket: z
      .string()
      .regex(/^[a-z0-9][a-z0-9._-]{1,61}[a-z0-9]$/, 'must be the name of a bucket')
      .describe('Name of the bucket.'),
    prefix: keyPrefix.default('').describe('Only keys that begin with this: `wire/in/`.'),
    region: z
      .string()
      .regex(/^[a-z0-9-]{1,40}$/, 'must be a region such as eu-central-1')
      .default('us-east-1')
      .describe('Region of the bucket; other makes than Amazon’s mostly want `us-east-1` or `auto`.'),
    endpoint: endpoint
      .optional()
      .describe('Where the service lives, when it is not Amazon’s: `https://objects.example.org`.'),
    addressing: z
      .enum(['virtual', 'path'])
      .optional()
      .describe(
        'Bucket in the host name (`virtual`) or in the path (`path`). Default: `virtual` at Amazon, `path` elsewhere and for names with dots.',
      ),
    accessKeySecret: secretName.optional().describe('Name of the secret with the access key id.'),
    secretKeySecret: secretName
      .optional()
      .describe('Name of the secret with the secret access key. Only a public bucket needs neither.'),
    sessionTokenSecret: secretName
      .optional()
      .describe('Name of the secret with the session token of temporary credentials.'),
    mode: z
      .enum(['keep', 'move', 'delete'])
      .default('keep')
      .describe(
        'What becomes of an object once it is stored: `keep` leaves it and remembers it, `move` copies it below `processed` and deletes it, `delete` deletes it.',
      ),
    processed: keyPrefix
      .min(1)
      .default('processed')
      .describe(
        'With `mode: move`: first part of the keys stored objects get, in the same bucket, outside of `prefix`.',
      ),
    sorted: z
      .boolean()
      .default(false)
      .describe(
        'New keys sort after old ones (`2031/03/04/1200-story.xml`): looks begin where the last ones ended, and a bucket may hold any number of objects. With `mode: keep` only.',
      ),
    ...filesSettings,
    recursive: z.boolean().default(true).describe('Also keys with further slashes after `prefix`.'),
    settleSeconds: filesSettings.settleSeconds
      .default(0)
      .describe(
        'An object must stay the same for this long. Objects appear whole, so 0 is right where no one overwrites.',
      ),
    everySeconds: z.number().min(1).max(86_400).default(30).describe('Pause between two looks at the bucket.'),
    deadlineSeconds: remoteSettings.deadlineSeconds,
    requestSeconds: z.number().min(1).max(600).default(60).describe('Deadline of a single request.'),
    allowPrivate: remoteSettings.allowPrivate,
  })
  .superRefine((config, refine) => {
    const fault = (path: string, message: string): void => refine.addIssue({ code: 'custom', path: [path], message })
    if ((config.accessKeySecret === undefined) !== (config.secretKeySecret === undefined)) {
      fault('secretKeySecret', 'and accessKeySecret belong together')
    }
    if (config.mode !== 'keep' && config.accessKeySecret === undefined) fault('mode', 'needs credentials')
    if (config.mode !== 'keep' && config.sorted) fault('sorted', 'is for `mode: keep`')
    const within = `${config.processed.replace(/\/$/, '')}/`.startsWith(config.prefix)
    if (config.mode === 'move' && within && config.recursive) {
      fault('processed', 'must lie outside of `prefix`: every look would list what was put away')
    }
  })
  .transform((config) => {
    const isAmazon = config.endpoint === undefined || /\.amazonaws\.com(?:\.cn)?\/?$/.test(config.endpoint)
    return {
      ...config,
      processed: config.processed.replace(/\/$/, ''),
      endpoint: (config.endpoint ?? `https://s3.${config.region}.amazonaws.com`).replace(/\/$/, ''),
      addressing: config.addressing ?? (isAmazon && !config.bucket.includes('.') ? 'virtual' : 'path'),
    } as const
  })

export type S3Config = z.output<typeof s3ConfigSchema>
