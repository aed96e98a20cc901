import { z } from 'zod'

const folder = z.string().regex(/^[^\r\n\0]{1,1000}$/, 'must be one line of at most 1000 characters')

const hostName = z
  .string()
  .regex(
    /^(?:[A-Za-z0-9_-]{1,63}\.){0,10}[A-Za-z0-9_-]{1,63}\.?$|^\[?[0-9A-Fa-f:.]{2,45}\]?$/,
    'must be a host name or an address, without scheme, user and path',
  )

/** Settings that servers with files have in common, besides the rules for files. */
export const remoteSettings = {
  host: hostName.describe('Name or address of the server.'),
  path: folder.default('.').describe('The folder on the server; default is where the account begins.'),
  allowPrivate: z
    .boolean()
    .default(false)
    .describe('Allow a server on a private network, such as an agency’s box in the newsroom.'),
  mode: z
    .enum(['keep', 'move', 'delete'])
    .default('keep')
    .describe(
      'What becomes of a file once it is stored: `keep` leaves it and remembers it, up to 20,000; `move` puts it into `processed`; `delete` deletes it.',
    ),
  processed: folder
    .default('processed')
    .describe('With `mode: move`: where stored files go, within `path` or absolute on the server.'),
  everySeconds: z.number().min(1).max(86_400).default(15).describe('Pause between two looks at the server.'),
  deadlineSeconds: z
    .int()
    .min(10)
    .max(3600)
    .default(180)
    .describe('For a whole poll: look-up, log-in, listing, transfers. What was read by then is kept.'),
} as const
