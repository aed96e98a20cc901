import { z } from 'zod'

const secretName = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,99}$/, 'must be the name of a secret, not the secret')

/** Settings of a feed of the kind push. */
export const pushConfigSchema = z.strictObject({
  secrets: z
    .array(secretName)
    .min(1)
    .max(5)
    .describe(
      'Names of the secrets a request may be signed with. Several while a key is changed: the new beside the old.',
    ),
  githubStyle: z
    .boolean()
    .default(false)
    .describe(
      'Also accept `X-Hub-Signature-256` over the body alone, as GitHub and its kin sign. Without a time such a request can be sent again by whoever saw it.',
    ),
  toleranceSeconds: z
    .int()
    .min(1)
    .max(3600)
    .default(300)
    .describe('How far the time of a request may lie from the database’s clock, either way.'),
  idempotencyHeader: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,64}$/, 'is no header name')
    .default('idempotency-key')
    .transform((name) => name.toLowerCase())
    .describe('Header with the sender’s own name for a request; `X-GitHub-Delivery` for GitHub’s kin.'),
  contentTypes: z
    .array(
      z.string().regex(/^[a-z0-9.+-]{1,60}\/[a-z0-9.+*-]{1,100}$/, 'must look like "application/xml" or "image/*"'),
    )
    .min(1)
    .max(50)
    .optional()
    .describe(
      'Only documents of these types, in lower case; `image/*` for a family. Absent: all, also without a type.',
    ),
  documentBytes: z
    .int()
    .min(1)
    .max(268_435_456)
    .default(16_777_216)
    .describe('Largest document accepted, as sent and again as unpacked.'),
  requestSeconds: z.number().min(1).max(600).default(30).describe('Time a body may take to arrive.'),
  requestsPerMinute: z
    .int()
    .min(1)
    .max(1_000_000)
    .default(1200)
    .describe('Signed requests one process accepts in a minute, in bursts of up to a tenth of it.'),
})

export type PushConfig = z.output<typeof pushConfigSchema>
